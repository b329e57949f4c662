"""Hours of the day in Chinese: 下午三点半, 15:00, 8点和17点, 下班."""

from dataclasses import replace
from datetime import timedelta

from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.meaning import Clock, Point
from domain.schedule_words.word_settings import WordSettings

_HOUR = timedelta(hours=1)
_MOST_LISTED = 12
# 早 and 晚 alone are a part of a day only beside it.
_DAYS = (T.DAY_SHIFT, T.DAY, T.NUMBER, T.EVERY, T.UNIT)
_HALF_A_DAY = timedelta(hours=12)
# Without a part of the day, these hours are more often meant after noon.
_DOUBTFUL = range(1, 7)
# The hours of a clock of twelve that belong to a part of the day, and what is added to them.
_HOURS: dict[str, dict[int, int]] = {
    "early morning": {12: 0, **{hour: hour for hour in range(8)}},
    "morning": {hour: hour for hour in range(4, 13)},
    "noon": {10: 10, 11: 11, 12: 12, 13: 13, 14: 14, 1: 13, 2: 14},
    "afternoon": {12: 12, **{hour: hour + 12 for hour in range(1, 8)}},
    "evening": {0: 24, 12: 24, **{hour: hour + 12 for hour in range(5, 12)}},
    "night": {0: 24, 12: 24, **{hour: hour + 12 for hour in range(7, 12)}},
}
_IN_24 = {
    "early morning": range(0),
    "morning": range(0),
    "noon": range(0),
    "afternoon": range(12, 20),
    "evening": range(16, 25),
    "night": range(18, 25),
}


def read_clocks(cursor: Cursor, words: WordSettings) -> Point | None:
    """One hour or a list of hours; a part of the day holds until another is named."""
    if cursor.take(T.BOTH_PARTS):
        return _morning_and_evening(cursor, words)
    first = read_clock(cursor, words, part=None, after=None)
    if first is None:
        return _part_alone(cursor, words)
    clock, part = first
    clocks = [clock]
    while len(clocks) < _MOST_LISTED:
        before = cursor.at
        another = None
        # 早8点晚6点 needs no separator.
        if cursor.take(T.AND) or cursor.sees(T.OF) or cursor.sees(T.PART_OF_DAY):
            cursor.skip(T.OF)
            another = read_clock(cursor, words, part=part, after=clocks[-1])
        if another is None:
            cursor.at = before
            break
        clocks.append(another[0])
        part = another[1]
    return Point(clocks=_settled(tuple(clocks)))


def _morning_and_evening(cursor: Cursor, words: WordSettings) -> Point | None:
    """早晚8点 is twice a day."""
    before = cursor.at
    both: list[Clock] = []
    for part in ("morning", "evening"):
        cursor.at = before
        clock = _clock(cursor, words, part)
        if clock is not None:
            both.append(clock)
    return Point(clocks=tuple(both)) if len(both) == 2 else None


def read_clock(
    cursor: Cursor, words: WordSettings, *, part: str | None, after: Clock | None
) -> tuple[Clock, str | None] | None:
    """One hour, with the part of the day that it was said in or that still holds."""
    before = cursor.at
    named = cursor.take(T.PART_OF_DAY)
    own = str(named.value) if named else None
    cursor.skip(T.OF)
    clock = _clock(cursor, words, own or part)
    if clock is None and part is not None and own is None:
        clock = _clock(cursor, words, None)
    if clock is None:
        cursor.at = before
        return None
    return _later(clock, after, is_inherited=own is None), own or part


def _later(clock: Clock, after: Clock | None, *, is_inherited: bool) -> Clock:
    """上午9点到5点 ends in the afternoon; 9点到5点 too."""
    if after is None or not is_inherited or clock.at > after.at:
        return clock
    later = clock.at + _HALF_A_DAY
    return Clock(at=later) if after.at < later < 2 * _HALF_A_DAY and not after.is_open else clock


def _settled(clocks: tuple[Clock, ...]) -> tuple[Clock, ...]:
    """Beside 17点 nobody says 8点 and means the evening."""
    if any(clock.at > _HALF_A_DAY for clock in clocks):
        return tuple(replace(clock, is_open=False) for clock in clocks)
    return clocks


def _clock(cursor: Cursor, words: WordSettings, part: str | None) -> Clock | None:
    before = cursor.at
    word = cursor.take(T.CLOCK_WORD)
    if word is not None and part in (None, "afternoon", "morning"):
        return Clock(at=words.work_end if word.value == "work_end" else words.work_start)
    digital = cursor.take(T.CLOCK)
    if digital is not None and isinstance(digital.value, timedelta):
        cursor.take(T.EXACTLY, T.MINUTE_MARK)
        is_plain = digital.text.startswith("0") or digital.text.endswith("m")
        hour, rest = divmod(digital.value, _HOUR)
        return _in_part(hour, rest, part, is_plain=is_plain)
    hour_said = cursor.number()
    if hour_said is None or cursor.take(T.O_CLOCK) is None:
        cursor.at = before
        return None
    minutes = _minutes(cursor)
    if minutes is None:
        cursor.at = before
        return None
    found = _in_part(hour_said, timedelta(minutes=minutes), part, is_plain=False)
    if found is None:
        cursor.at = before
    return found


def _minutes(cursor: Cursor) -> int | None:
    """半, 一刻, 三刻, 15分, 15, 整 or nothing after the hour; None when it cannot be."""
    if cursor.take(T.HALF):
        return 30
    if cursor.take(T.EXACTLY):
        return 0
    before = cursor.at
    number = cursor.number()
    if number is None:
        return 0
    if cursor.take(T.QUARTER_HOUR):
        return 15 * number if number in (1, 2, 3) else None
    if cursor.take(T.MINUTE_MARK):
        return number if number < 60 else None
    if number < 60 and not cursor.sees(T.UNIT) and not cursor.sees(T.TIMES) and number > 4:
        return number
    cursor.at = before
    return 0


def _in_part(hour: int, rest: timedelta, part: str | None, *, is_plain: bool) -> Clock | None:
    at = hour * _HOUR + rest
    if rest >= _HOUR or at > 24 * _HOUR:
        return None
    if part is None:
        return Clock(at=at, is_open=hour in _DOUBTFUL and not is_plain)
    if hour in _IN_24[part] and hour > 12:
        return Clock(at=at)
    hours = _HOURS[part]
    return Clock(at=hours[hour] * _HOUR + rest) if hour in hours else None


def _part_alone(cursor: Cursor, words: WordSettings) -> Point | None:
    """At noon is an hour; in the afternoon is none."""
    before = cursor.words[cursor.at - 1].kind if cursor.at else None
    word = cursor.take(T.PART_OF_DAY)
    if word is None or cursor.sees(T.CLOCK) or cursor.sees(T.NUMBER, T.O_CLOCK):
        # 上午15点 is no hour at all.
        return None
    if len(word.text) == 1 and before not in _DAYS:
        return None
    if word.value == "noon":
        return Point(clocks=(Clock(at=words.noon),))
    return Point(part_of_day="evening" if word.value == "night" else str(word.value))
