"""Where in a Chinese line a schedule may stand, and how long before it is to be told."""

import unicodedata
from collections.abc import Iterator

from domain.schedule_words.chinese_amounts import read_amounts
from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_events import OFTEN_NEUTRAL
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_text import Word, words_of
from domain.schedule_words.meaning import Amount

_STRANGE = (T.UNKNOWN, T.LOOKALIKE)
# A schedule does not begin or end with one of these; they belong to the name beside it.
_NO_EDGE = (*_STRANGE, T.FILLER, T.OF, T.AND, T.UNIT, T.MEASURE, T.BEFORE, T.AFTER)
_MEASURES = (T.BEFORE, T.AFTER, T.IN_ADVANCE, T.DAY_SHIFT)
_MOST_BEGINNINGS = 24
_MOST_WORDS = 40


def chinese_leads(text: str) -> tuple[tuple[Amount, ...], tuple[int, int] | None]:
    """提前3天和1天提醒, 提前一周, 3天前提醒: the amounts, and where they stand."""
    words = words_in(text)
    for at in range(len(words)):
        cursor = Cursor(words=words, at=at)
        opened = cursor.take(T.IN_ADVANCE)
        amounts = read_amounts(cursor)
        if not amounts or not (opened or cursor.take(T.BEFORE)):
            continue
        reminded = _is_reminder(cursor)
        if opened or reminded:
            return amounts, (words[at].begins, words[cursor.at - 1].ends)
    return (), None


def chinese_spans(text: str) -> Iterator[tuple[int, int]]:
    """Every stretch of known words, the longest from each beginning first."""
    words = words_in(text)
    begun = 0
    for first, word in enumerate(words):
        if word.kind in _NO_EDGE or begun >= _MOST_BEGINNINGS or _is_a_name(words, first):
            continue
        begun += 1
        end = first
        while end < len(words) and end - first < _MOST_WORDS and words[end].kind not in _STRANGE:
            end += 1
        for last in range(end, first, -1):
            if words[last - 1].kind not in (T.FILLER, T.OF, T.AND, T.EVENT):
                yield word.begins, words[last - 1].ends


def _is_a_name(words: list[Word], at: int) -> bool:
    """A meeting that nothing is measured from is what the line is about."""
    following = words[at + 1].kind if at + 1 < len(words) else None
    if words[at].kind is not T.EVENT or following in _MEASURES:
        return False
    return following is not T.NUMBER or words[at].value in OFTEN_NEUTRAL


def _is_reminder(cursor: Cursor) -> bool:
    word = cursor.take(T.FILLER)
    return word is not None and "提醒" in word.text


def words_in(text: str) -> list[Word]:
    """Cut letter by letter alike, so that every word stands where it stood."""
    return words_of("".join(map(_alike, text)))


def _alike(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char).lower()
    return plain if len(plain) == 1 else char
