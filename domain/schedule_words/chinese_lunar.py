"""Lunar dates in Chinese: 腊月二十三, 正月初八, 农历五月初五."""

from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.meaning import Point
from domain.schedule_words.moon import lunar_date_of, lunar_name

_LONGEST_MONTH = 30
# Dates that are better known by another name.
_FESTIVALS = {
    (1, 1): "spring_festival",
    (1, 15): "lantern_festival",
    (5, 5): "dragon_boat",
    (8, 15): "mid_autumn",
    (9, 9): "double_ninth",
}


def read_lunar(cursor: Cursor) -> Point | None:
    """A month and a day, one of which says that they are the moon's; None for any other date."""
    is_named = cursor.take(T.LUNAR) is not None
    month, is_known = _month(cursor)
    opening = cursor.peek()
    is_early = opening is not None and opening.text == "初"
    if is_early:
        cursor.take()
    word = cursor.peek()
    day = cursor.number()
    is_lunar = is_named or is_known or (is_early and word is not None and not word.text.isascii())
    if not is_lunar or not month or not day or day > (10 if is_early else _LONGEST_MONTH):
        return None
    cursor.take(T.DAY)
    cursor.take(T.DAY_SHIFT)
    return Point(festival=_FESTIVALS.get((month, day)) or lunar_name(month, day))


def read_lunar_end(cursor: Cursor, start: Point) -> Point | None:
    """正月初三至初五: the day alone, in the month that was named."""
    month = _month_of(start.festival)
    opening = cursor.peek()
    if month is None or opening is None or opening.text not in ("初", "十", "廿"):
        return None
    is_early = cursor.take(T.PART) is not None
    day = cursor.number()
    if day is None or not 0 < day <= (10 if is_early else _LONGEST_MONTH):
        return None
    cursor.take(T.DAY)
    return Point(festival=_FESTIVALS.get((month, day)) or lunar_name(month, day))


def _month_of(festival: str | None) -> int | None:
    """Of a date of the moon, whatever it is called."""
    for (month, _), name in _FESTIVALS.items():
        if name == festival:
            return month
    named = lunar_date_of(festival) if festival else None
    return named[0] if named else None


def _month(cursor: Cursor) -> tuple[int | None, bool]:
    """Which month, and whether only the moon has one of that name."""
    known = cursor.take(T.LUNAR_MONTH)
    if known is not None and isinstance(known.value, int):
        return known.value, True
    number = cursor.number()
    is_month = number is not None and 1 <= number <= 12 and cursor.take(T.MONTH) is not None
    return (number if is_month else None), False
