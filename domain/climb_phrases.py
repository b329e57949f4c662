"""When the level above is told of what is late, in a sentence about a duty."""

import re
from dataclasses import dataclass

from domain.repeat_phrases import FARTHEST_REPEAT
from domain.said_lists import chinese_list, english_list, without
from domain.said_numbers import CHINESE_NUMBER, ENGLISH_NUMBER, LATE, numbers

MOST_LEVELS = 5

_ABOVE = r"(?:上级|上一级)(?:的?(?:组织|单位|部门|党组织|党委|领导))?"
_VERB = r"(?:报告?|上报|告知|告诉|通知|提醒|报送|反馈)(?:给|至)?"
_TELLS = rf"(?:{_VERB}{_ABOVE}|向{_ABOVE}(?:报告|反馈)|上报)"
_LIST = chinese_list(CHINESE_NUMBER, before="第?")
_DAYS = r"\s*(?:个?工作日|天|日)"
_THEN = r"(?:之后|以后|后|时|仍?未(?:完成|交|报)的?)*\s*[,，]?\s*(?:就|则|即|将|再|自动|才)?"

_EN_ABOVE = r"(?:the\s+)?(?:levels?\s+above|unit\s+above|next\s+level|superiors?|officers?\s+above)"
_EN_TELLS = (
    rf"(?:(?:tell|inform|notify|alert)\s+{_EN_ABOVE}"
    rf"|escalat(?:e|es|ed|ion)(?:\s+to\s+{_EN_ABOVE})?)"
)
_EN_DAYS = r"(?:\s+(?:working|business))?\s+days?"
_END = r"(?:the\s+)?(?:deadline|due\s+date|end|last\s+day)"
_EN_LATE = rf"(?:\s+(?:late|overdue|after\s+{_END}|(?:when|once|if)\s+(?:it\s+is\s+)?overdue))?"
_EN_LIST = english_list(ENGLISH_NUMBER)

_NOT = r"(?:不再|不用|不要|不必|不|无需)"
_EDGE = r"[\s,，;；、]*"
_NEVER = re.compile(
    rf"{_EDGE}(?:(?:{LATE})?{_NOT}{_VERB}{_ABOVE}|{LATE}{_NOT}上报"
    rf"|\b(?:never|no|do\s+not|don't)\s+{_EN_TELLS})",
    re.IGNORECASE,
)
_CLIMBS = tuple(
    re.compile(_EDGE + words, re.IGNORECASE)
    for words in (
        rf"{LATE}\s*(?:满|超过|达)?第?\s*(?P<said>{_LIST}){_DAYS}{_THEN}{_TELLS}",
        rf"\b{_EN_TELLS}\s+(?:after|on|from)\s+(?:(?:working\s+)?days?\s+)?(?P<said>{_EN_LIST})"
        rf"(?:{_EN_DAYS})?\b{_EN_LATE}",
        rf"\b{_EN_TELLS}\s+(?P<said>{_EN_LIST}){_EN_DAYS}\s+(?:late|overdue|after\s+{_END})",
        rf"\b(?:when|once|if)\s+(?:it\s+is\s+)?(?P<said>{_EN_LIST}){_EN_DAYS}\s+(?:late|overdue)\s*,?\s*"
        rf"(?:then\s+)?{_EN_TELLS}",
    )
)


@dataclass(frozen=True, kw_only=True)
class Climb:
    """The working days after the end on which one level more is told; none: nobody above is.

    None where nothing was said of it. `is_too_much` when there are more levels, or later days,
    than there can be. `rest` are the other words.
    """

    rest: str
    after: tuple[int, ...] | None = None
    is_too_much: bool = False


def find_climb(words: str) -> Climb:
    """Such as 逾期5个工作日报上级, or "escalate after 5 and 10 working days"."""
    if (found := _NEVER.search(words)) is not None:
        return Climb(rest=without(words, found), after=())
    for pattern in _CLIMBS:
        if (found := pattern.search(words)) is not None:
            return _checked(without(words, found), numbers(found["said"]))
    return Climb(rest=words)


def _checked(rest: str, after: list[int]) -> Climb:
    fits = len(after) <= MOST_LEVELS and all(1 <= day <= FARTHEST_REPEAT for day in after)
    if not fits or len({*after}) < len(after):
        return Climb(rest=rest, is_too_much=True)
    return Climb(rest=rest, after=tuple(sorted(after)))
