"""From some point for so long: three days from the tenth, two hours each Wednesday."""

from dataclasses import replace
from datetime import timedelta

from domain.month_arithmetic import add_months
from domain.schedule_words.meaning import Amount, Expression, Point, Unit
from domain.schedule_words.narrowing import MONTHS_IN
from domain.schedule_words.offsets import iso
from domain.schedule_words.reading import Ask, Kind, LocalMoment, Question, Reading, Schedule
from domain.schedule_words.recurring import resolve_recurring
from domain.schedule_words.rules import is_recurring
from domain.schedule_words.singles import resolve_single
from domain.schedule_words.standpoint import Standpoint

_MOST = 1000
_ONE_DAY = timedelta(days=1)
_SHORT = {Unit.MINUTE: timedelta(minutes=1), Unit.HOUR: timedelta(hours=1)}


def resolve_lasting(
    point: Point, lasting: Amount, said: Expression, standpoint: Standpoint
) -> Reading:
    """A window that begins with the point."""
    needs_hour = lasting.unit in _SHORT
    if not 1 <= lasting.count <= _MOST or needs_hour != bool(point.clocks):
        return Ask(question=Question.WHICH_MEANING)
    plain = replace(said, lasting=None)
    if is_recurring(point):
        reading = resolve_recurring(point, plain, standpoint)
        if isinstance(reading, Schedule) and reading.kind is Kind.RECURRING:
            return replace(reading, kind=Kind.PERIOD, duration=iso(lasting))
        return reading if not isinstance(reading, Schedule) else _unclear()
    reading = resolve_single(point, plain, standpoint)
    if not isinstance(reading, Schedule):
        return reading
    if reading.at is None or reading.kind is Kind.DEADLINE:
        return _unclear()
    ends = _end(reading.at, lasting, standpoint)
    return replace(reading, kind=Kind.PERIOD, until=ends) if ends else _unclear()


def _unclear() -> Ask:
    return Ask(question=Question.WHICH_MEANING)


def _end(at: LocalMoment, lasting: Amount, standpoint: Standpoint) -> LocalMoment | None:
    """The first day counts."""
    if lasting.unit in _SHORT and at.clock is not None:
        return replace(at, clock=at.clock + lasting.count * _SHORT[lasting.unit])
    match lasting.unit:
        case Unit.DAY | Unit.WEEK:
            days = lasting.count * (7 if lasting.unit is Unit.WEEK else 1)
            return LocalMoment(day=at.day + _ONE_DAY * (days - 1))
        case Unit.WORKING_DAY:
            before = at.day - _ONE_DAY
            return LocalMoment(day=standpoint.calendar.add_working_days(before, lasting.count))
        case Unit.TERM:
            return None
        case _:
            months = lasting.count * MONTHS_IN[lasting.unit]
            return LocalMoment(day=add_months(at.day, months) - _ONE_DAY)
