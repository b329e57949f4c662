"""Years, quarters, months, days and festivals in Chinese."""

from collections.abc import Callable
from dataclasses import replace

from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_lunar import read_lunar
from domain.schedule_words.chinese_numbers import number_in
from domain.schedule_words.meaning import Every, Part, Point, Unit

_EARLIEST, _LATEST = 1900, 2200
_MOST_LISTED = 12


def read_date(cursor: Cursor) -> Point | None:
    """One part of a date, or a list of parts of one kind: 3、6、9月; 10号、20号."""
    for reader in _READERS:
        before = cursor.at
        found = reader(cursor)
        if found is not None:
            return found
        cursor.at = before
    return None


def _written(cursor: Cursor) -> Point | None:
    """2026-12-05, or 12/5."""
    word = cursor.take(T.DATE, T.MONTH_DAY)
    if word is None or not isinstance(word.value, tuple):
        return None
    if word.kind is T.DATE:
        year, month, day = word.value
        return _date(year, month, day)
    month, day = word.value
    return _date(None, month, day)


def _date(year: int | None, month: int, day: int) -> Point | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Point(year=year, months=(month,), month_days=(day,))


def _year(cursor: Cursor) -> Point | None:
    shifted = cursor.take(T.YEAR_SHIFT)
    if shifted is not None and isinstance(shifted.value, int):
        cursor.take(T.YEAR)
        return with_part(cursor, Point(year_shift=shifted.value), Unit.YEAR)
    word = cursor.take(T.NUMBER)
    if word is not None:
        number = number_in(word.text)
        is_year = number is not None and len(word.text) in (2, 4) and cursor.take(T.YEAR)
        if number is None or not is_year:
            return None
        year = number if number > 99 else 2000 + number
        if len(word.text) == 2 and not 20 <= number < 60:
            return None
        if not _EARLIEST <= year <= _LATEST:
            return None
        return with_part(cursor, Point(year=year), Unit.YEAR)
    if cursor.sees(T.YEAR, T.WITHIN):
        cursor.take()
        return Point(year_shift=0)
    if cursor.sees(T.YEAR, T.PART):
        cursor.take()
        return with_part(cursor, Point(), Unit.YEAR)
    return None


def with_part(cursor: Cursor, point: Point, unit: Unit) -> Point:
    """Followed by 初, 底, 上旬: a part of that stretch."""
    word = cursor.take(T.PART)
    if word is None or not isinstance(word.value, Part):
        return point
    if unit in (Unit.QUARTER, Unit.HALF_YEAR) and cursor.sees(T.MONTH):
        cursor.at -= 1
        return point
    part = word.value
    day = cursor.peek()
    if part is Part.END and day is not None and day.text == "日":
        cursor.take()
        part = Part.LAST_DAY
    if unit in (Unit.QUARTER, Unit.HALF_YEAR) and part is Part.END:
        part = Part.LAST_DAY
    if unit in (Unit.QUARTER, Unit.HALF_YEAR) and part is Part.START:
        part = Part.FIRST_DAY
    return replace(point, part=part, part_unit=unit)


def _quarter(cursor: Cursor) -> Point | None:
    word = cursor.take(T.QUARTER_NUMBER)
    if word is not None and isinstance(word.value, int):
        return with_part(cursor, Point(quarters=(word.value,)), Unit.QUARTER)
    shift = cursor.take(T.SHIFT)
    if shift is not None and isinstance(shift.value, int):
        unit = cursor.take(T.UNIT)
        if unit is not None and unit.value is Unit.QUARTER:
            return with_part(cursor, Point(quarter_shift=shift.value), Unit.QUARTER)
        if unit is not None and unit.value is Unit.HALF_YEAR:
            return with_part(cursor, Point(half_shift=shift.value), Unit.HALF_YEAR)
        return None
    numbers = _numbers(cursor, with_nth=True)
    unit = cursor.take(T.UNIT)
    if unit is None or unit.value is not Unit.QUARTER:
        return None
    follows = ((T.PART, T.MONTH), (T.FIRST, T.MONTH), (T.ENDING, T.AFTER))
    if not numbers and any(cursor.sees(*kinds) for kinds in follows):
        # 季末月20日前 and 季度结束后10日内 are said of each quarter.
        return Point(every=Every(unit=Unit.QUARTER))
    if not numbers:
        return with_part(cursor, Point(), Unit.QUARTER) if cursor.sees(T.PART) else None
    if not all(1 <= number <= 4 for number in numbers):
        return None
    return with_part(cursor, Point(quarters=numbers), Unit.QUARTER)


def _half(cursor: Cursor) -> Point | None:
    word = cursor.take(T.HALVES)
    if word is None or not isinstance(word.value, int):
        return None
    return with_part(cursor, Point(halves=(word.value,)), Unit.HALF_YEAR)


def _month(cursor: Cursor) -> Point | None:
    shifted = cursor.take(T.MONTH_SHIFT, T.NEXT_MONTH)
    if shifted is not None:
        shift = shifted.value if isinstance(shifted.value, int) else 1
        return with_part(cursor, Point(month_shift=shift), Unit.MONTH)
    if cursor.sees(T.SHIFT, T.MONTH):
        shift_word = cursor.take()
        cursor.take()
        if shift_word is not None and isinstance(shift_word.value, int):
            return with_part(cursor, Point(month_shift=shift_word.value), Unit.MONTH)
        return None
    known = cursor.take(T.MONTH_SET, T.MONTH_NAME)
    if known is not None and isinstance(known.value, tuple):
        comes_again = known.kind is T.MONTH_SET
        return with_part(cursor, Point(months=known.value, repeats=comes_again), Unit.MONTH)
    if cursor.sees(T.MONTH, T.WITHIN):
        cursor.take()
        return Point(month_shift=0)
    if cursor.sees(T.MONTH, T.PART):
        cursor.take()
        return with_part(cursor, Point(), Unit.MONTH)
    word = cursor.peek()
    if word is not None and word.kind is T.PART and word.text[-1] in "旬月":
        return with_part(cursor, Point(), Unit.MONTH)
    numbers = _numbers(cursor)
    if not numbers or not cursor.take(T.MONTH) or not all(1 <= one <= 12 for one in numbers):
        return None
    if len(numbers) == 1 and _is_a_bare_day(cursor):
        day = cursor.number()
        return Point(months=numbers, month_days=(day,)) if day and day <= 31 else None
    return with_part(cursor, Point(months=numbers), Unit.MONTH)


def _is_a_bare_day(cursor: Cursor) -> bool:
    """12月25 without 日."""
    if not cursor.sees(T.NUMBER):
        return False
    following = cursor.words[cursor.at + 1 : cursor.at + 2]
    return not following or following[0].kind in (T.BEFORE, T.PART_OF_DAY, T.CLOCK, T.OF, T.TO)


def _day(cursor: Cursor) -> Point | None:
    shifted = cursor.take(T.DAY_SHIFT)
    if shifted is not None and isinstance(shifted.value, int):
        return Point(day_shift=shifted.value)
    festival = cursor.take(T.FESTIVAL)
    if festival is not None:
        cursor.take(T.DAY_SHIFT)
        return Point(festival=str(festival.value))
    numbers = _numbers(cursor)
    if not numbers or not cursor.take(T.DAY) or not all(1 <= one <= 31 for one in numbers):
        return None
    return Point(month_days=numbers)


def _numbers(cursor: Cursor, *, with_nth: bool = False) -> tuple[int, ...]:
    """3、6、9; the cursor stays before a separator that no number follows."""
    if with_nth:
        cursor.take(T.NTH)
    first = cursor.number()
    found = [] if first is None else [first]
    while 0 < len(found) < _MOST_LISTED:
        before = cursor.at
        separator = cursor.take(T.AND, T.OF)
        if with_nth:
            cursor.take(T.NTH)
        number = cursor.number() if separator else None
        if number is None:
            cursor.at = before
            break
        found.append(number)
    return tuple(found)


_READERS: tuple[Callable[[Cursor], Point | None], ...] = (
    read_lunar,
    _written,
    _year,
    _quarter,
    _half,
    _month,
    _day,
)
