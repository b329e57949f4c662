"""From a point to another as Chinese says it: 2点到4点, 1到5日, 今年以来, 到12月底."""

from dataclasses import replace
from datetime import timedelta

from domain.schedule_words.chinese_clocks import read_clock
from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_lunar import read_lunar_end
from domain.schedule_words.chinese_ranges import is_weekday_run, run_of
from domain.schedule_words.chinese_sentence import (
    Sentence,
    add_fragment,
    read_fragment,
    read_point,
)
from domain.schedule_words.chinese_weeks import weekdays_after_range
from domain.schedule_words.meaning import Clock, Every, Point, Unit
from domain.schedule_words.merging import merged, said_slots
from domain.schedule_words.stretches import is_explicit

_EVENING = timedelta(hours=18)


def hear_range_end(cursor: Cursor, sentence: Sentence) -> bool:
    """到 with the end of a range; 次年 is the year after the beginning."""
    if sentence.to is not None and not _make_bounds(sentence):
        return False
    if sentence.point == Point():
        # 到12月 alone: until then.
        until = read_point(cursor, sentence.settings, is_border=True)
        if until is None or sentence.until is not None:
            return False
        sentence.until = until
        return True
    is_next_day = cursor.take(T.NEXT_DAY) is not None
    is_next_year = cursor.take(T.NEXT_YEAR) is not None
    start = sentence.point
    end = _next_morning(cursor, sentence) if is_next_day else _range_end(cursor, sentence, start)
    if end is None:
        return False
    if _bounds_a_rule(start, end):
        sentence.until = end
        return True
    end = _morning_after(start, end)
    if (is_next_year and not end.months) or (is_next_day and not end.clocks):
        return False
    sentence.to, sentence.range_start = end, start
    return True


def _morning_after(start: Point, end: Point) -> Point:
    """12月5日22点至6日6点 ends in the morning."""
    is_late = (
        bool(start.clocks) and start.clocks[-1].at >= _EVENING and not start.clocks[-1].is_open
    )
    if not is_late or end == Point(clocks=end.clocks):
        return end
    return replace(end, clocks=tuple(replace(clock, is_open=False) for clock in end.clocks))


def _next_morning(cursor: Cursor, sentence: Sentence) -> Point | None:
    """到次日6点 is in the morning."""
    clock = read_clock(cursor, sentence.settings, part=None, after=None)
    return Point(clocks=(replace(clock[0], is_open=False),)) if clock else None


def _bounds_a_rule(start: Point, end: Point) -> bool:
    """每周三15:00，到12月底: a rule that is whole already holds until then."""
    if start.month_days and end.month_shift is not None:
        # 每月25日至次月5日 is a window of each month.
        return False
    is_whole = start.nth or start.weekdays or start.clocks
    is_date = end.months or end.part or end.year is not None or end.festival or is_explicit(end)
    return bool(start.every and is_date and (is_whole or is_explicit(end)))


def _make_bounds(sentence: Sentence) -> bool:
    """3月到6月，每周三2点到4点: the first range bounds the rule, the second is its hours."""
    start, end = sentence.range_start, sentence.to
    if start is None or end is None or sentence.since or sentence.until:
        return False
    if is_weekday_run(start, end) and sentence.point.week_shift is None:
        days = run_of(start.weekdays[0], end.weekdays[0], 7, first=0)
        together = merged(
            replace(sentence.point, weekdays=days, every=Every(unit=Unit.WEEK)),
            Point(clocks=end.clocks, part_of_day=end.part_of_day),
        )
        if together is None or (sentence.point.every and sentence.point.every.interval > 1):
            return False
        sentence.point, sentence.to, sentence.range_start = together, None, None
        return True
    if sentence.point.every is None or end == Point(clocks=end.clocks) or start.every:
        return False
    sentence.since, sentence.until = start, end
    kept = {
        name: value
        for name, value in said_slots(sentence.point).items()
        if name not in said_slots(start)
    }
    sentence.point, sentence.to, sentence.range_start = Point(**kept), None, None
    return True


def hear_so_far(cursor: Cursor, sentence: Sentence) -> bool:
    """今年以来: from the beginning of the year until today."""
    if sentence.point == Point() or sentence.to is not None or not is_explicit(sentence.point):
        return False
    sentence.range_start, sentence.to = sentence.point, Point(day_shift=0)
    return True


def _range_end(cursor: Cursor, sentence: Sentence, start: Point) -> Point | None:
    if start.weekdays and not start.clocks:
        days = weekdays_after_range(cursor)
        if days:
            return Point(weekdays=days)
    lunar = read_lunar_end(cursor, start)
    if lunar is not None:
        return lunar
    if start.clocks:
        before = cursor.at
        clock = _clock_after(cursor, sentence, start.clocks[-1])
        if clock is not None:
            return Point(clocks=(clock,))
        cursor.at = before
    return read_point(cursor, sentence.settings, is_border=True)


def _clock_after(cursor: Cursor, sentence: Sentence, start: Clock) -> Clock | None:
    """In the same part of the day; 22点到6点 ends in the morning."""
    before = cursor.at
    found = read_clock(cursor, sentence.settings, part=_part_of(start), after=start)
    if found is None or found[0].at > start.at or _part_of(start) is None:
        return found[0] if found else None
    cursor.at = before
    again = read_clock(cursor, sentence.settings, part=None, after=None)
    if again is None:
        return None
    is_clear = _part_of(start) == "evening"
    return replace(again[0], is_open=again[0].is_open and not is_clear)


def _part_of(clock: Clock) -> str | None:
    """In which part of the day the range began, so that 2点到4点 stays in the afternoon."""
    hours = clock.at.total_seconds() / 3600
    if clock.is_open or hours < 12:
        return None
    return "afternoon" if hours < 18 else "evening"


def hear_short_range(cursor: Cursor, sentence: Sentence) -> bool:
    """1到5日, 3-6月, 2-4点: the unit stands once, at the end."""
    before = cursor.at
    part = cursor.take(T.PART_OF_DAY)
    number_at = cursor.at
    number = cursor.number()
    if number is None or not cursor.take(T.TO):
        cursor.at = before
        return False
    end_at = cursor.at
    cursor.number()
    unit = cursor.take(T.DAY, T.MONTH, T.O_CLOCK)
    if unit is None or (unit.kind is not T.O_CLOCK and part is not None):
        cursor.at = before
        return False
    start_words = [*cursor.words[before:number_at], cursor.words[number_at], unit]
    start = read_fragment(Cursor(words=start_words), sentence.settings)
    cursor.at = end_at
    if start is None or not add_fragment(sentence, start):
        cursor.at = before
        return False
    return hear_range_end(cursor, sentence)
