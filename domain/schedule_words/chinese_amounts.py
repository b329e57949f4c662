"""Lengths of time in Chinese: 三天, 两个半小时, 半年."""

from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.meaning import Amount, Unit

_NEEDS_MEASURE = {T.MONTH: Unit.MONTH}
_UNITS = {T.WEEK: Unit.WEEK, T.YEAR: Unit.YEAR, T.WORKING_DAY: Unit.WORKING_DAY}
# Half of each, in a unit that is counted.
_HALVES = {
    Unit.HOUR: Amount(count=30, unit=Unit.MINUTE),
    Unit.YEAR: Amount(count=6, unit=Unit.MONTH),
    Unit.MONTH: Amount(count=15, unit=Unit.DAY),
}


def read_amount(cursor: Cursor) -> Amount | None:
    """三天, 两个半小时, 半年, 3个工作日, 一刻钟; the cursor stays when there is none."""
    before = cursor.at
    found = _amount(cursor)
    if found is None:
        cursor.at = before
    return found


def read_amounts(cursor: Cursor) -> tuple[Amount, ...]:
    """六个月和三个月, 3天和1天, 3天、1天."""
    first = read_amount(cursor)
    found = [] if first is None else [first]
    while found:
        before = cursor.at
        more = read_amount(cursor) if cursor.take(T.AND, T.OF) else None
        if more is None:
            cursor.at = before
            break
        found.append(more)
    return tuple(found)


def _amount(cursor: Cursor) -> Amount | None:
    word = cursor.peek()
    if word is not None and word.value is Unit.HALF_YEAR:
        cursor.take()
        return Amount(count=6, unit=Unit.MONTH)
    if cursor.take(T.HALF):
        cursor.take(T.MEASURE)
        unit = _unit(cursor, is_measured=True)
        return _HALVES.get(unit) if unit else None
    number = cursor.number()
    if number is None:
        return None
    if cursor.take(T.QUARTER_HOUR):
        return Amount(count=15 * number, unit=Unit.MINUTE)
    is_measured = cursor.take(T.MEASURE) is not None
    if is_measured and cursor.take(T.HALF):
        return _and_a_half(number, _unit(cursor, is_measured=True))
    unit = _unit(cursor, is_measured=is_measured)
    if unit is Unit.HOUR:
        return _with_minutes(cursor, number)
    return None if unit is None else Amount(count=number, unit=unit)


def _with_minutes(cursor: Cursor, hours: int) -> Amount:
    """一小时三十分钟 is one amount."""
    before = cursor.at
    minutes = cursor.number()
    unit = cursor.take(T.UNIT, T.MINUTE_MARK)
    if minutes is None or unit is None or unit.value not in (None, Unit.MINUTE):
        cursor.at = before
        return Amount(count=hours, unit=Unit.HOUR)
    return Amount(count=60 * hours + minutes, unit=Unit.MINUTE)


def _and_a_half(number: int, unit: Unit | None) -> Amount | None:
    match unit:
        case Unit.HOUR:
            return Amount(count=60 * number + 30, unit=Unit.MINUTE)
        case Unit.YEAR:
            return Amount(count=12 * number + 6, unit=Unit.MONTH)
        case _:
            return None


def _unit(cursor: Cursor, *, is_measured: bool) -> Unit | None:
    word = cursor.peek()
    if word is None:
        return None
    cursor.take()
    if word.value is Unit.QUARTER and not is_measured:
        # 一季度 is the first quarter.
        return None
    if word.kind is T.UNIT and isinstance(word.value, Unit):
        return word.value
    if word.kind is T.DAY and word.text == "日":
        return Unit.DAY
    if word.kind in _NEEDS_MEASURE:
        return _NEEDS_MEASURE[word.kind] if is_measured else None
    return _UNITS.get(word.kind)
