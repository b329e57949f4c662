"""From a count in Chinese to a quota: 每季度至少两次, 每年第四季度一次, 上半年一次."""

from dataclasses import replace

from domain.schedule_words.chinese_sentence import Sentence
from domain.schedule_words.how_often import PERS, as_one, listed_unit, one_stretch
from domain.schedule_words.meaning import Every, Expression, Point, QuotaSaid, Unit
from domain.schedule_words.narrowing import MONTHS_IN
from domain.schedule_words.reading import Per, Question
from domain.schedule_words.stretches import is_explicit

_OFTEN_EVERY = (Unit.QUARTER, Unit.MONTH)


def counted(heard: Sentence, said: Expression) -> Expression | None:
    """The quota, and the window it is counted in; None where a count is no quota."""
    if heard.at_least is None:
        return None
    if _is_quota(heard):
        return _quota(heard, said)
    if heard.point.every and not heard.has_offset:
        found = _quota_in_window(heard, said)
        if found is not None:
            return found
    return _in_one_stretch(heard, said) if _counts_in_one_stretch(heard) else None


def once_in_each(heard: Sentence) -> Point:
    """每半年一次，6月底、12月底前: one of the days in each half, so that they come every year."""
    point, every = heard.point, heard.point.every
    length = MONTHS_IN.get(every.unit, 0) * every.interval if every else 0
    is_day = bool(point.part) or heard.is_deadline
    is_once = heard.at_least == 1 and not heard.is_minimum and heard.at_most is None
    if not (is_once and is_day and every) or length not in (3, 6):
        return point
    stretches = {(month - 1) // length for month in point.months}
    if len(point.months) != 12 // length or len(stretches) != len(point.months):
        return point
    return replace(point, every=Every(unit=Unit.YEAR))


def _is_quota(heard: Sentence) -> bool:
    """每季度至少两次 names no day; 每两周一次，周五 does."""
    point = heard.point
    return point == Point(every=point.every) and not heard.has_offset and heard.to is None


def _quota(heard: Sentence, said: Expression) -> Expression:
    every = as_one(heard.point.every) if heard.point.every else None
    if every is None or every.unit not in PERS:
        return replace(said, doubt=said.doubt or Question.NO_DATE)
    return replace(said, quota=_counting(heard, every.unit, every=every.interval))


def _counting(heard: Sentence, unit: Unit, *, every: int = 1) -> QuotaSaid:
    return QuotaSaid(
        every=every,
        at_least=heard.at_least or 0,
        per=PERS[unit],
        at_most=heard.at_most,
    )


def _quota_in_window(heard: Sentence, said: Expression) -> Expression | None:
    """Once a year, in the last quarter: a count in a window that comes once per stretch."""
    point = heard.point
    names_stretch = point.quarters or point.halves or point.months or point.nth_months or point.part
    if not (names_stretch or is_explicit(point)) or not _is_whole(point):
        return None
    if heard.is_each and (unit := listed_unit(point)):
        return replace(said, quota=_counting(heard, unit), when=point)
    quota = _quota(heard, said).quota
    if quota is None:
        return None
    many = max(map(len, (point.months, point.quarters, point.halves)))
    if 1 < many == quota.at_least and quota.per is Per.YEAR and (unit := listed_unit(point)):
        # 每年两次，3月和9月: once in each.
        quota = replace(quota, at_least=1, per=PERS[unit])
    return replace(said, quota=quota, when=point)


def _is_whole(point: Point) -> bool:
    """A stretch that no day was chosen of."""
    return not (point.month_days or point.nth or point.weekdays or point.clocks)


def _counts_in_one_stretch(heard: Sentence) -> bool:
    """本月至少1次: so often, once and for all."""
    point = heard.point
    has_days = point.weekend or point.festival or point.part_of_day or point.day_shift is not None
    is_within = heard.is_within and heard.due_point == point and heard.at_least != 1
    is_alone = point.every is None and not heard.has_offset and (is_within or not heard.is_deadline)
    return is_alone and point != Point() and _is_whole(point) and not has_days


def _in_one_stretch(heard: Sentence, said: Expression) -> Expression:
    """Within the stretch that was named; 一季度一次 is said of each quarter too, and 5月一次."""
    point, unit = heard.point, one_stretch(heard.point)
    is_bare = unit in _OFTEN_EVERY and not is_explicit(point)
    is_sure = not is_bare or (unit is Unit.MONTH and heard.is_minimum)
    if unit is None or not is_sure or heard.to is not None:
        return Expression(doubt=Question.NOT_ALL_UNDERSTOOD)
    plain = replace(said, is_deadline=False, is_inclusive=False)
    return replace(plain, quota=_counting(heard, unit), when=point)
