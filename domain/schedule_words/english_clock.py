"""Times of day in English: 3pm, half past two, at 9 and 15:30, from 2 to 4."""

from dataclasses import dataclass, replace
from datetime import timedelta

from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_words import Kind, Token
from domain.schedule_words.meaning import Clock

HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)
_HALF_DAY = 12 * HOUR
_MIDNIGHT = 24 * HOUR
_TO = ("to", "until", "through", "-")
_AFTER_A_NUMBER = (Kind.UNIT, Kind.MONTH)
_LEADS = ("by", "before", "until")
_BEHIND_AN_HOUR = (Kind.END, Kind.WEEKDAY)
_NEAR = ("today", "tonight", "tomorrow")
_PARTS = ("morning", "afternoon", "evening", "night")
_HALF_OF = {"early morning": "am", "morning": "am", "afternoon": "pm", "evening": "night"}
_HALVES = {"am": "am", "pm": "pm", "at night": "night"}
_HALVES |= {f"in the {part}": half for part, half in _HALF_OF.items() if part != "evening"}
_HALVES["in the evening"] = "pm"


@dataclass(frozen=True, kw_only=True)
class Hour:
    """A time as it was said; `is_exact` when it cannot be twelve hours later.

    `is_assumed` when it only could be where a part of the day says so: tomorrow evening 8-10.
    """

    at: timedelta
    is_exact: bool = False
    is_assumed: bool = False
    has_minutes: bool = False

    def is_morning(self, *, has_day: bool) -> bool:
        """Whether nobody would mean the evening by it: Friday at 9, 7:30."""
        return self.at >= 7 * HOUR and (self.has_minutes or (has_day and self.at >= 8 * HOUR))


@whole
def read_hours(cursor: Cursor) -> tuple[Hour, ...] | None:
    """One or several times: at 8:30, 12 and 6pm."""
    is_told = cursor.eat("at", "@") is not None
    first = read_hour(cursor, may_be_plain=is_told)
    if first is None:
        return None
    hours = [first]
    while (following := _read_following(cursor)) is not None:
        hours.append(following)
    return tuple(hours)


@whole
def _read_following(cursor: Cursor) -> Hour | None:
    if cursor.eat(", and", "and", ",", "/") is None:
        return None
    is_told = cursor.eat("again at", "at") is not None
    ends = cursor.peek(1).kind in (Kind.END, Kind.MARK) or cursor.peek(1).text == "and"
    return read_hour(cursor, may_be_plain=is_told or ends)


@whole
def read_range(cursor: Cursor) -> tuple[Hour, Hour] | None:
    """From two times: 2-4pm, from 9 to 11, between 14:00 and 16:00."""
    is_beside_a_day = _follows_a_day(cursor)
    opening = cursor.eat("from", "between", "at")
    is_plain = opening is None and cursor.peek().kind is Kind.NUMBER
    start = read_hour(cursor, may_be_plain=True, may_be_spoken=opening is None)
    if start is None or cursor.eat(*(("and",) if opening == "between" else _TO)) is None:
        return None
    end = read_hour(cursor, may_be_plain=True)
    if end is None or (is_plain and not is_beside_a_day and cursor.peek(-1).kind is Kind.NUMBER):
        return None
    return _ordered(start, end)


def _follows_a_day(cursor: Cursor) -> bool:
    """Friday 2-4, tomorrow evening 8-10: behind a day two mere numbers are hours."""
    day, ends = cursor.peek(-1), cursor.peek(3)
    is_a_day = day.kind is Kind.WEEKDAY or day.text in (*_NEAR, *_PARTS)
    return is_a_day and ends.kind in (Kind.END, Kind.MARK)


def _ordered(start: Hour, end: Hour) -> tuple[Hour, Hour]:
    """The end that says its half of the day speaks for the other; neither may, then both ask."""
    if not (start.is_exact or end.is_exact or start.is_morning(has_day=True)):
        return start, replace(end, is_exact=False)
    if not (start.is_exact or end.is_exact) and start.at < end.at:
        return _assumed(start), _assumed(end)
    if not start.is_exact:
        later = replace(start, at=start.at + _HALF_DAY)
        start = later if end.at > _HALF_DAY and later.at < end.at and end.is_exact else start
    if not end.is_exact and end.at <= start.at:
        end = replace(end, at=end.at + _HALF_DAY)
    return replace(start, is_exact=True), replace(end, is_exact=True)


def _assumed(hour: Hour) -> Hour:
    return replace(hour, is_exact=True, is_assumed=True)


@whole
def read_hour(cursor: Cursor, *, may_be_plain: bool, may_be_spoken: bool = True) -> Hour | None:
    """One time; a mere number counts where `may_be_plain`, ten to six where `may_be_spoken`."""
    hour = _read_named(cursor) or (_read_spoken(cursor) if may_be_spoken else None)
    hour = hour or _read_figures(cursor, may_be_plain)
    if hour is None:
        return None
    cursor.eat("o'clock")
    half = cursor.eat(*_HALVES)
    cursor.eat("sharp")
    if half is None:
        return hour
    return _of_twelve(hour, _HALVES[half], is_spelled=half not in ("am", "pm"))


def _read_named(cursor: Cursor) -> Hour | None:
    if cursor.eat("12 noon", "noon") is not None:
        return Hour(at=_HALF_DAY, is_exact=True)
    if cursor.eat("12 midnight", "midnight") is not None:
        return Hour(at=_MIDNIGHT, is_exact=True)
    return None


@whole
def _read_spoken(cursor: Cursor) -> Hour | None:
    """Half past two, a quarter to five, ten past six."""
    minutes = _read_minutes(cursor)
    side = cursor.eat("past", "after", "to")
    hour = cursor.take(Kind.NUMBER)
    if not side or not hour or not 0 < minutes < 60 or not 1 <= hour.number <= 12:
        return None
    if side == "after" and minutes not in (15, 30):
        return None
    at = hour.number * HOUR + minutes * _MINUTE * (-1 if side == "to" else 1)
    return Hour(at=at, is_exact=at >= _HALF_DAY)


def _read_minutes(cursor: Cursor) -> int:
    if cursor.eat("half") is not None:
        return 30
    if cursor.eat("a quarter", "quarter") is not None:
        return 15
    number = cursor.take(Kind.NUMBER)
    is_told = cursor.eat("minute") is not None
    is_span = number is not None and number.text.isdigit() and cursor.sees("to") and not is_told
    return number.number if number and not is_span else 0


def _read_figures(cursor: Cursor, may_be_plain: bool) -> Hour | None:
    token = cursor.peek()
    match token.kind:
        case Kind.CLOCK:
            is_time = True
        case Kind.NUMBER:
            says_half = any(cursor.sees(phrase, ahead=1) for phrase in ("o'clock", *_HALVES))
            following = cursor.peek(1)
            ends = following.kind in _BEHIND_AN_HOUR or following.text in _NEAR
            is_led = cursor.peek(-1).text in _LEADS and ends
            is_time = says_half or ((may_be_plain or is_led) and not _counts_something(cursor))
        case Kind.DATE:
            is_told = cursor.peek(-1).text in ("at", "@") or cursor.peek(1).text in ("am", "pm")
            is_time = token.text.count(".") == 1 and (is_told or _is_no_date(token))
        case _:
            is_time = False
    return _from_figures(cursor.skip()) if is_time else None


def _is_no_date(token: Token) -> bool:
    """15.00, 9.45: neither half could be a month beside a day."""
    hour, minute = token.numbers[:2]
    return hour <= 24 and len(token.text.rpartition(".")[2]) == 2 and not 0 < minute <= 31


def _counts_something(cursor: Cursor) -> bool:
    """Whether numbers lead to what they count: 3 and 1 days, 10 and 20 December."""
    ahead = 1
    while cursor.peek(ahead).text == "and" and cursor.peek(ahead + 1).kind is Kind.NUMBER:
        ahead += 2
    return cursor.peek(ahead).kind in _AFTER_A_NUMBER


def _from_figures(token: Token) -> Hour | None:
    hour, minute = (*token.numbers, 0)[:2]
    is_military = token.kind is Kind.NUMBER and token.text.isdigit() and len(token.text) == 4
    if is_military and not 1900 <= hour <= 2100:
        hour, minute = divmod(hour, 100)
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    is_exact = token.text.startswith("0") or hour >= 12 or hour == 0
    at = hour * HOUR + minute * _MINUTE
    return Hour(at=at, is_exact=is_exact, has_minutes=len(token.numbers) > 1)


def _of_twelve(hour: Hour, half: str, *, is_spelled: bool = True) -> Hour | None:
    """9 am, 9 in the evening; None for an hour that has no such half."""
    if not HOUR <= hour.at < 13 * HOUR:
        # 15:00 in the afternoon, but not 15pm.
        agrees = is_spelled and half != "am" and _HALF_DAY < hour.at < _MIDNIGHT
        return hour if agrees else None
    at = hour.at % _HALF_DAY
    if half == "night":
        is_late = not HOUR <= at < 5 * HOUR
        at = at if at else _MIDNIGHT
        return Hour(at=at + _HALF_DAY if is_late and at < _MIDNIGHT else at, is_exact=True)
    return Hour(at=at if half == "am" else at + _HALF_DAY, is_exact=True)


def to_clocks(hours: tuple[Hour, ...], part: str | None, *, has_day: bool) -> tuple[Clock, ...]:
    """What the hours mean beside a part of the day, or a day at all. Empty: they disagree."""
    placed = hours if part is None else tuple(_beside(hour, part) for hour in hours)
    return tuple(
        Clock(at=hour.at, is_open=not (hour.is_exact or hour.is_morning(has_day=has_day)))
        for hour in placed
        if hour is not None
    )[: len(hours) if None not in placed else 0]


def _beside(hour: Hour, part: str) -> Hour | None:
    """The hour in that part of the day; None where they disagree."""
    half = _HALF_OF[part]
    if not hour.is_exact or hour.is_assumed or hour.at == _HALF_DAY:
        return _of_twelve(hour, half)
    is_later = hour.at >= _HALF_DAY
    return hour if is_later == (half != "am") else None
