"""Reminders after the end in words: 逾期后第1、3天提醒, then remind every 1, 2 and 4 days."""

import re
from dataclasses import dataclass
from itertools import accumulate

from domain.said_lists import chinese_list, english_list, without
from domain.said_numbers import CHINESE_NUMBER, ENGLISH_NUMBER, LATE, number, numbers

MOST_REPEATS = 10
FARTHEST_REPEAT = 60
# How often, where only a gap was said: nobody is reminded without an end.
USUAL_REPEATS = 5
_N = CHINESE_NUMBER
_LIST = chinese_list(_N, before="第?")
_DAYS = r"\s*(?:个?工作日|天|日)"
_TOLD = r"(?:各|再|自动|继续)*(?:发送?)?(?:提醒|催办|催促|催)(?:[一1]次)?"
_LATE = LATE
_THEN = r"(?:(?<=[\s,，;；。、])|^)(?:之后|此后|以后|然后|接着)"
_AT_MOST = (
    rf"(?:\s*[,，、]?\s*(?:最多|至多|不超过|一?共|总共)(?:提醒|催办|催)?\s*(?P<cap>{_N})\s*次)?"
)

_EN_N = ENGLISH_NUMBER
_EN_LIST = english_list(_EN_N)
_EN_DAY = r"(?:working\s+|business\s+)?days?"
_EN_DAYS = rf"\s+{_EN_DAY}"
_END = r"(?:the\s+)?(?:deadline|due\s+date|end|last\s+day)"
_EN_LATE = rf"(?:(?:when|once|if|while)\s+(?:it\s+is\s+)?overdue|overdue|after\s+{_END})"
_EN_THEN = r"(?:and\s+)?(?:then|afterwards|after\s+that)"
_EN_TOLD = r"(?:(?:send\s+)?remind(?:ers?|ed)?(?:\s+(?:me|us|them))?(?:\s+again)?)"
_EN_AT_MOST = rf"(?:\s*,?\s*(?:at\s+most|up\s+to|no\s+more\s+than)\s+(?P<cap>{_EN_N})\s+times)?"

_OPENS = r"(?:(?<=[,，;；。、])\s*|^\s*)"
_CLOSES = r"(?=\s*(?:[,，;；。、.]|$))"
_NOT_EARLIER = rf"(?!\s+(?:{_EN_DAY}\s+)?(?:before|ahead|earlier|in\s+advance|prior)\b)"

_NOTHING = re.compile(
    rf"[\s,，;；、]*(?:{_LATE}(?:不再|不用|不要|不|无需){_TOLD}"
    rf"|\b(?:no\s+reminders|(?:do\s+not|don't|never)\s+remind(?:\s+(?:me|us|them))?)"
    rf"\s+{_EN_LATE})",
    re.IGNORECASE,
)
_EVERY = rf"(?:每隔?|隔)\s*(?:(?P<said>{_LIST})\s*)?"
_EN_EVERY = rf"(?:every\s+(?:(?P<said>{_EN_LIST})\s+)?{_EN_DAY}|daily)"
_GAPS = tuple(
    re.compile(rf"[\s,，;；、]*(?:{words}){end}", re.IGNORECASE)
    for words, end in (
        (rf"{_LATE}{_EVERY}{_DAYS}{_TOLD}", _AT_MOST),
        # With no word for it only as a clause of its own: 食品过期每日检查 is a duty.
        (rf"{_OPENS}{_LATE}{_EVERY}{_DAYS}", _AT_MOST + _CLOSES),
        (rf"{_THEN}{_EVERY}{_DAYS}{_TOLD}", _AT_MOST),
        (rf"{_THEN}(?:每隔?|隔)\s*(?P<said>{_N}(?:\s*[、,，]\s*{_N})+){_DAYS}", _AT_MOST),
        (
            rf"\b(?:{_EN_LATE}|{_EN_THEN})[\s,:]+{_EN_TOLD}\s+{_EN_EVERY}",
            _EN_AT_MOST,
        ),
        (rf"{_OPENS}{_EN_LATE}[\s,:]+{_EN_EVERY}", _EN_AT_MOST + _CLOSES),
        (
            rf"\b{_EN_TOLD}\s+{_EN_EVERY}\s+{_EN_LATE}",
            _EN_AT_MOST,
        ),
        (
            rf"\b{_EN_THEN}[\s,:]+every\s+(?P<said>{_EN_N}(?:\s*,\s*(?:and\s+)?{_EN_N})+){_EN_DAYS}",
            _EN_AT_MOST,
        ),
    )
)
_PLACES = tuple(
    re.compile(rf"[\s,，;；、]*(?:{words})", re.IGNORECASE)
    for words in (
        rf"(?:{_LATE}|{_THEN})第?\s*(?P<said>{_LIST}){_DAYS}(?:之后|以后|后|时)?\s*{_TOLD}",
        rf"\b(?:{_EN_LATE}|{_EN_THEN})[\s,:]+{_EN_TOLD}\s+(?:after\s+|on\s+(?:working\s+)?days?\s+)?"
        rf"(?P<said>(?>{_EN_LIST}))\b(?:{_EN_DAYS}\b)?{_NOT_EARLIER}(?:\s+(?:after(?:wards)?|later)\b)?",
        rf"\b{_EN_LATE}\s+reminders\s+(?:after|on)\s+(?:(?:working\s+)?days?\s+)?"
        rf"(?P<said>{_EN_LIST})(?:{_EN_DAYS})?",
        rf"\b{_EN_TOLD}\s+(?P<said>{_EN_LIST}){_EN_DAYS}\s+(?:after(?:wards|\s+{_END})?|later)\b"
        r"(?!\s+(?:the|each|every)\b)",
        rf"(?:(?<=before)|(?<=ahead)|(?<=advance)|(?<=earlier)|(?<=beforehand))(?:\s*,|\s+and|\s+then)+"
        rf"\s+(?P<said>{_EN_LIST}){_EN_DAYS}\s+(?:after(?:wards|\s+{_END})?|later)\b",
    )
)


@dataclass(frozen=True, kw_only=True)
class Repeats:
    """The working days after the end, in order; none where nobody is to be told any more.

    None where nothing was said of them. `is_too_much` when there are more, or later ones, than
    anybody is reminded. `rest` are the other words.
    """

    rest: str
    after: tuple[int, ...] | None = None
    is_too_much: bool = False


def find_repeats(words: str) -> Repeats:
    """Gaps (every 1, 2, 4 days) or places (on days 1, 3, 7), counted from the last day."""
    if (found := _NOTHING.search(words)) is not None:
        return Repeats(rest=without(words, found), after=())
    for pattern in _GAPS:
        if (found := pattern.search(words)) is not None:
            gaps = numbers(found["said"] or "1")
            cap = number(found["cap"]) if found["cap"] else None
            return _checked(without(words, found), tuple(accumulate(_repeated(gaps, cap))))
    for pattern in _PLACES:
        if (found := pattern.search(words)) is not None:
            return _checked(without(words, found), tuple(sorted({*numbers(found["said"])})))
    return Repeats(rest=words)


def _repeated(gaps: list[int], cap: int | None) -> list[int]:
    """The last gap goes on to the cap; a gap alone without one goes on as often as is usual."""
    how_often = cap if cap is not None else (len(gaps) if len(gaps) > 1 else USUAL_REPEATS)
    # One more than is allowed is enough to see that it is too much.
    how_often = min(how_often, MOST_REPEATS + 1)
    return (gaps + gaps[-1:] * how_often)[:how_often]


def _checked(rest: str, after: tuple[int, ...]) -> Repeats:
    fits = len(after) <= MOST_REPEATS and all(1 <= day <= FARTHEST_REPEAT for day in after)
    if not fits or len({*after}) < len(after):
        return Repeats(rest=rest, is_too_much=True)
    return Repeats(rest=rest, after=after)
