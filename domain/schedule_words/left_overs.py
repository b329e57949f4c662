"""What stands beside the schedule in a line: a name, or time words that nobody may drop."""

import re
from collections.abc import Iterator

from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_line import words_in
from domain.schedule_words.chinese_text import Word
from domain.schedule_words.english_phrases import NOUNS

Span = tuple[int, int]
_STRANGE = (T.UNKNOWN, T.LOOKALIKE)
_NAMING = (T.FILLER, T.EVENT)
# Glued to a schedule, or behind it, these belong to it whether it makes sense or not.
_BEARING = (
    *(T.EVERY, T.GAP, T.BEFORE, T.AFTER, T.WITHIN, T.NTH, T.LAST, T.FROM_THE_END, T.SHIFT),
    *(T.FROM, T.TO, T.STARTING, T.SO_FAR, T.ENDING, T.EXCEPT, T.EXCEPTED, T.OUTSIDE, T.IF_MET),
    *(T.POSTPONED, T.CANCELLED, T.KEPT, T.VAGUE, T.APPROXIMATE),
)
_BEARING_ENGLISH = re.compile(
    r"[\s,;]*(?:except|excluding|but|unless|apart\s+from|other\s+than|until|not)\b", re.IGNORECASE
)

_EXCEPT = r"(?:except|excluding|but\s+not|apart\s+from|other\s+than)(?:\s+for)?"
# Behind a named duty an exception may be of owners; of nothing but these it is one of days.
_TIME_WORDS = (
    r"(?:\s+(?:the|on|in|of|and|or|each|every|any|first|second|third|fourth|last|final|weeks?|months?"
    r"|quarters?|years?|terms?|days?|weekends?|working|one|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"))"
)
_TIME_LEFT_OUT = re.compile(rf"[\s,;]*{_EXCEPT}{_TIME_WORDS}+(?=\s*(?:$|[,;.]))", re.IGNORECASE)

_LEFT_OUT = re.compile(rf"\b{_EXCEPT}{_TIME_WORDS}*\s*$", re.IGNORECASE)


def is_left_out(before: str) -> bool:
    """Whether what follows these English words is an exception, and no schedule of its own."""
    return _LEFT_OUT.search(before) is not None


def widened(text: str, span: Span, *, chinese: bool) -> Span:
    """The span with the time words around it that it does not understand: 每 before 周五."""
    return _widened_chinese(text, span) if chinese else _widened_english(text, span)


def names_before(text: str, *, chinese: bool) -> Iterator[int]:
    """Where a schedule may begin that has swallowed its name, the longest name first."""
    for space in reversed([found.start() for found in re.finditer(r"(?<=\S)\s+", text)]):
        if _is_a_name(text[:space], chinese=chinese):
            yield space


def _is_a_name(text: str, *, chinese: bool) -> bool:
    if not chinese:
        return text.split()[-1].lower().strip(":,") in NOUNS
    words = words_in(text)
    return bool(words) and words[-1].kind in _NAMING


def _widened_chinese(text: str, span: Span) -> Span:
    begins, ends = span
    words = words_in(text)
    left = next((one for one in words if one.ends == begins), None)
    if left is not None and left.kind in _BEARING:
        begins = text[:begins].rfind(" ") + 1
    if _bears_on_it([one for one in words if one.begins >= ends]):
        ends = len(text)
    return begins, ends


def _bears_on_it(after: list[Word]) -> bool:
    """An exception or a bound, and nothing that could be a name."""
    said = [one for one in after if one.kind is not T.OF]
    if not said or any(one.kind in _STRANGE for one in said):
        return False
    return said[0].kind in _BEARING or any(one.kind in (T.EXCEPT, T.EXCEPTED) for one in said)


def _widened_english(text: str, span: Span) -> Span:
    begins, ends = span
    has_no_name = not text[:begins].strip()
    if has_no_name and _BEARING_ENGLISH.match(text, ends):
        return begins, len(text)
    if (found := _TIME_LEFT_OUT.match(text, ends)) is not None:
        return begins, found.end()
    return span
