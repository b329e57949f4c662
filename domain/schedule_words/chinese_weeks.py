"""Weekdays, weeks and ordinals in Chinese: 周一三五, 下周, 第一和第三个周三, 最后一个工作日."""

from dataclasses import replace

from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.meaning import Part, Point, Unit

_WEEKDAYS = {char: day for day, char in enumerate("一二三四五六")} | {
    str(day + 1): day for day in range(7)
}
_SUNDAY = 6
_MOST_LISTED = 12
# After one of these a number is no weekday any more.
_COUNTED = (T.O_CLOCK, T.MONTH, T.DAY, T.TIMES, T.MEASURE, T.UNIT, T.WEEK, T.YEAR)


def read_week(cursor: Cursor) -> Point | None:
    """A week, weekdays in it, or an ordinal with what it counts."""
    for reader in (_shifted_week, _weekdays_alone, _nth, _working_day, _weekend):
        before = cursor.at
        found = reader(cursor)
        if found is not None:
            return found
        cursor.at = before
    return None


def _shifted_week(cursor: Cursor) -> Point | None:
    shift = cursor.take(T.SHIFT)
    if shift is None or not isinstance(shift.value, int):
        return None
    if cursor.take(T.WEEKEND):
        return Point(week_shift=shift.value, weekend=True)
    if not cursor.take(T.WEEK):
        return None
    point = Point(week_shift=shift.value)
    if cursor.take(T.WEEKEND):
        return replace(point, weekend=True)
    days = _weekday_list(cursor)
    return replace(point, weekdays=days) if days else point


def _weekdays_alone(cursor: Cursor) -> Point | None:
    if not cursor.take(T.WEEK):
        return None
    days = _weekday_list(cursor)
    return Point(weekdays=days) if days else None


def weekdays_after_range(cursor: Cursor) -> tuple[int, ...]:
    """The weekday that a range ends with: 到周五, or 到五 alone."""
    before = cursor.at
    cursor.take(T.WEEK)
    days = _weekdays(cursor)
    following = cursor.peek()
    if len(days) != 1 or (following is not None and following.kind in _COUNTED):
        cursor.at = before
        return ()
    return days


def _weekday_list(cursor: Cursor) -> tuple[int, ...]:
    """一, 一三五, 一、三、五, 一和周三: after the word for week has been taken."""
    found = list(_weekdays(cursor))
    while found:
        before = cursor.at
        # 周二周四 needs no separator.
        if not cursor.take(T.AND, T.OF) and not cursor.sees(T.WEEK):
            break
        named = cursor.take(T.WEEK) is not None
        more = _weekdays(cursor)
        if not more or (not named and _is_counted(cursor)):
            cursor.at = before
            break
        found += [day for day in more if day not in found]
    return tuple(found)


def _is_counted(cursor: Cursor) -> bool:
    """周五，7、8月除外: neither 7 nor 8 is a weekday."""
    ahead = cursor.words[cursor.at :]
    while len(ahead) > 1 and ahead[0].kind in (T.AND, T.OF) and ahead[1].kind is T.NUMBER:
        ahead = ahead[2:]
    return bool(ahead) and ahead[0].kind in _COUNTED


def _weekdays(cursor: Cursor) -> tuple[int, ...]:
    """The weekdays that one number spells, and 日 or 天 after it."""
    word = cursor.peek()
    found: list[int] = []
    if word is not None and word.kind is T.NUMBER:
        days = [_WEEKDAYS.get(char) for char in word.text]
        known = [day for day in days if day is not None]
        cursor.at += 1
        is_counted = cursor.sees(T.TIMES) or cursor.sees(T.TO, T.NUMBER, T.TIMES)
        if len(set(known)) != len(days) or is_counted:
            # 每两周一次 has no Monday in it, and 每周1至2次 neither.
            cursor.at -= 1
            return ()
        found += known
    last = cursor.peek()
    if last is not None and last.text in ("日", "天"):
        cursor.at += 1
        found.append(_SUNDAY)
    return tuple(dict.fromkeys(found))


def _nth(cursor: Cursor) -> Point | None:
    """第一和第三个周三, 最后一个工作日, 倒数第二天, 第二周周五, 首月."""
    if cursor.sees(T.FROM_THE_END, T.NEXT_DAY):
        cursor.at += 2
        return Point(nth=(-2,), nth_unit=Unit.DAY)
    places = _places(cursor)
    if not places:
        return None
    cursor.take(T.MEASURE)
    cursor.take(T.OF)
    if cursor.take(T.WORKING_DAY):
        return Point(of_working_days=True, nth=places, nth_unit=Unit.WORKING_DAY)
    if cursor.take(T.WEEKEND):
        return Point(weekend=True, nth=places)
    if cursor.take(T.MONTH):
        return _with_end(cursor, Point(nth_months=places))
    day = cursor.peek()
    if day is not None and day.text in ("天", "日"):
        cursor.take()
        return Point(nth=places, nth_unit=Unit.DAY)
    return _nth_of_weeks(cursor, places) if cursor.take(T.WEEK) else None


def _with_end(cursor: Cursor, months: Point) -> Point:
    """最后一个月底: that month's last day."""
    part = cursor.peek()
    if part is None or part.kind is not T.PART or part.value is not Part.END:
        return months
    cursor.take()
    return replace(months, part=Part.END, part_unit=Unit.MONTH)


def _nth_of_weeks(cursor: Cursor, places: tuple[int, ...]) -> Point:
    """第三个周三 counts the weekday, 第三周周三 the week."""
    days = _weekday_list(cursor)
    if days:
        return Point(weekdays=days, nth=places)
    point = Point(nth=places, nth_unit=Unit.WEEK)
    before = cursor.at
    cursor.take(T.OF)
    days = _weekday_list(cursor) if cursor.take(T.WEEK) else ()
    if not days:
        cursor.at = before
    return replace(point, weekdays=days)


def _places(cursor: Cursor) -> tuple[int, ...]:
    """Ordinals, counted from the front or (negative) from the end."""
    found: list[int] = []
    while len(found) < _MOST_LISTED:
        before = cursor.at
        if found:
            cursor.take(T.MEASURE)
            if not cursor.take(T.AND) and not cursor.take(T.OF):
                cursor.at = before
                break
        place = _place(cursor, is_first=not found)
        if place is None:
            cursor.at = before
            break
        found.append(place)
    return tuple(found)


def _place(cursor: Cursor, *, is_first: bool) -> int | None:
    if cursor.take(T.FIRST):
        return 1
    part = cursor.peek()
    if part is not None and part.text == "末":
        cursor.take()
        return -1
    if cursor.take(T.LAST):
        number = cursor.number()
        return -1 if number in (None, 1) else None
    sign = -1 if cursor.take(T.FROM_THE_END) else 1
    named = cursor.take(T.NTH)
    number = cursor.number()
    if number is None or number == 0 or (is_first and sign == 1 and not named):
        return None
    return sign * number


def _working_day(cursor: Cursor) -> Point | None:
    return Point(of_working_days=True) if cursor.take(T.WORKING_DAY) else None


def _weekend(cursor: Cursor) -> Point | None:
    return Point(weekend=True) if cursor.take(T.WEEKEND) else None
