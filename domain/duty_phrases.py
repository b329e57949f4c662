"""What is said of a duty besides when and who: months without it, and what fulfils it."""

import re
from dataclasses import dataclass

from domain.act import Act, ActKind, Needs
from domain.bilingual import Bilingual
from domain.said_lists import chinese_list, english_list, without

MOST_ACTS = 6
ACT_NAME_LIMIT = 64
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NUMBER = r"(?<!\d)(?:1[0-2]|[1-9])(?!\d)"
_ONE = rf"{_NUMBER}\s*月?份?"
_LISTED = chinese_list(_ONE, between="至到~-")
_NAME = rf"(?:{'|'.join(_MONTHS)}|{'|'.join(month[:3] for month in _MONTHS)})"
_NAMED = english_list(_NAME, between=r"\s*(?:to|-)\s*")
_EXEMPT = re.compile(
    rf"[\s,，;；]*(?:除了?\s*(?P<outside>{_LISTED})\s*以?外"
    rf"|(?P<exempt>{_LISTED})\s*(?:除外|免做|免|不做|不用做|不要求|不用)"
    rf"|\b(?:except|but\s+not|not)\s+(?:in\s+)?(?P<named>{_NAMED})\b)",
    re.IGNORECASE,
)
_ALL_YEAR = re.compile(
    r"[\s,，;；]*(?:全年都要|没有免做的?月份|\bno\s+months?\s+(?:are\s+)?exempt\b)", re.IGNORECASE
)
_STRETCH = re.compile(r"[至到~-]|\bto\b", re.IGNORECASE)
_MONTH = re.compile(rf"{_NUMBER}|{_NAME}", re.IGNORECASE)
_ACTS = re.compile(
    r"[\s,，;；]*(?:(?P<any>任选一项|任选其一|任一项?|完成方式|\bany\s+of)"
    r"|(?P<all>全部完成|全部|逐项完成|逐项|\ball\s+of))\s*[:：]\s*(?P<listed>[^。;；\n]+)",
    re.IGNORECASE,
)
_BETWEEN_ACTS = re.compile(r"[、,，/]|\s+(?:and|or)\s+")
_EDGES = " .。、,，"

# Words in a name that tell what is done; without one, somebody says that it is done.
_LIKELY = (
    (ActKind.REPORT, ("报告", "总结", "报送", "述职", "材料", "report", "return", "summary")),
    (
        ActKind.ACTIVITY,
        ("学习", "会议", "例会", "大会", "党课", "党日", "活动", "培训", "study", "meeting"),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Phrases:
    """What was said of it; None where nothing was. `rest` are the other words."""

    rest: str
    exempt_months: tuple[int, ...] | None = None
    acts: tuple[Act, ...] | None = None
    needs: Needs = Needs.ANY


def find_phrases(words: str) -> Phrases:
    """Such as 7、8月除外, except July and August, 全部：部署、检查, any of: plan, inspect."""
    acts, needs, rest = _find_acts(words)
    months, rest = _find_months(rest)
    return Phrases(rest=rest, exempt_months=months, acts=acts, needs=needs)


def likely_act(name: str) -> ActKind:
    """How a duty or an act of this name is probably fulfilled."""
    lowered = name.casefold()
    for kind, words in _LIKELY:
        if any(word in lowered for word in words):
            return kind
    return ActKind.TICK


def _find_acts(words: str) -> tuple[tuple[Act, ...] | None, Needs, str]:
    found = _ACTS.search(words)
    if found is None:
        return None, Needs.ANY, words
    split = (one.strip(_EDGES) for one in _BETWEEN_ACTS.split(found["listed"]))
    by_name: dict[str, str] = {}
    for one in (" ".join(one.split()) for one in split if one):
        # The same name in other letters is the same act.
        by_name.setdefault(one.casefold(), one)
    names = tuple(by_name.values())
    if not names or len(names) > MOST_ACTS or any(len(one) > ACT_NAME_LIMIT for one in names):
        return None, Needs.ANY, words
    needs = Needs.ALL if found["all"] else Needs.ANY
    acts = tuple(
        Act(kind=likely_act(one), code=f"act-{number}", name=Bilingual(zh=one, en=one))
        for number, one in enumerate(names, start=1)
    )
    return acts, needs, without(words, found)


def _find_months(words: str) -> tuple[tuple[int, ...] | None, str]:
    if (found := _ALL_YEAR.search(words)) is not None:
        return (), without(words, found)
    found = _EXEMPT.search(words)
    if found is None:
        return None, words
    listed = found["outside"] or found["exempt"] or found["named"]
    if not found["named"] and "月" not in listed:
        return None, words
    months: set[int] = set()
    before = 0
    last = 0
    for one in _MONTH.finditer(listed):
        month = _month(one[0])
        is_stretch = bool(months) and _STRETCH.search(listed[before : one.start()]) is not None
        months |= set(_run(last, month)) if is_stretch else {month}
        before, last = one.end(), month
    return tuple(sorted(months)), without(words, found)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(at for at, name in enumerate(_MONTHS, start=1) if name.startswith(word.lower()))


def _run(first: int, last: int) -> list[int]:
    """Round the end of the year: 12月至2月."""
    return [(first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1)]
