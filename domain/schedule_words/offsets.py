"""So long before or after something: now, a day of the calendar, or an event dated elsewhere."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from domain.month_arithmetic import add_months
from domain.schedule_words.beside import weekday_at_work, weekday_beside
from domain.schedule_words.doubts import checked
from domain.schedule_words.meaning import Amount, Event, Expression, Offset, Part, Point, Unit
from domain.schedule_words.narrowing import MONTHS_IN
from domain.schedule_words.reading import (
    Ask,
    Kind,
    LocalMoment,
    Question,
    Reading,
    Refusal,
    Refused,
    RelativeTo,
    Schedule,
)
from domain.schedule_words.singles import resolve_single
from domain.schedule_words.standpoint import LAST_MINUTE, Standpoint
from domain.wall_clock import local_moment

_MOST = 1000
_EXACT = {Part.START: Part.FIRST_DAY, Part.END: Part.LAST_DAY}
_SHORT = {Unit.MINUTE: timedelta(minutes=1), Unit.HOUR: timedelta(hours=1)}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_ISO = {
    Unit.MINUTE: "PT{}M",
    Unit.HOUR: "PT{}H",
    Unit.DAY: "P{}D",
    Unit.WEEK: "P{}W",
    Unit.MONTH: "P{}M",
    Unit.YEAR: "P{}Y",
}


def resolve_offset(offset: Offset, said: Expression, standpoint: Standpoint) -> Reading:
    """Once, a deadline (within three days), or a stretch (the last 30 days)."""
    if any(not 0 <= amount.count <= _MOST for amount in offset.amounts):
        return Refused(refusal=Refusal.TOO_FAR)
    if any(amount.unit is Unit.TERM for amount in offset.amounts):
        return Ask(question=Question.SCHOOL_DATES)
    match offset.of:
        case Event():
            if offset.weekday is not None:
                return Ask(question=Question.NO_DATE)
            return _of_event(offset.of, offset, said)
        case Point():
            return _of_point(offset.of, offset, said, standpoint)
        case _:
            return _of_now(offset, said, standpoint)


def iso(amount: Amount) -> str:
    """P6M; working days are counted as 3WD."""
    if amount.unit is Unit.WORKING_DAY:
        return f"{amount.count}WD"
    if amount.unit in (Unit.QUARTER, Unit.HALF_YEAR):
        return f"P{amount.count * MONTHS_IN[amount.unit]}M"
    return _ISO[amount.unit].format(amount.count)


def moved_day(day: date, offset: Offset, standpoint: Standpoint) -> date:
    """The day so much later or earlier; months clamp to their last day."""
    return _moved(day, offset.amounts[0], offset.sign, standpoint)


def _moved(day: date, amount: Amount, sign: int, standpoint: Standpoint) -> date:
    number = sign * amount.count
    if amount.unit is Unit.WORKING_DAY:
        return standpoint.calendar.add_working_days(day, number)
    if amount.unit in _DAYS:
        return day + timedelta(days=number * _DAYS[amount.unit])
    return add_months(day, number * MONTHS_IN[amount.unit])


def _of_event(event: Event, offset: Offset, said: Expression) -> Reading:
    clock = offset.clocks[0].at if offset.clocks else None
    if said.is_deadline and clock is None and offset.amounts[0].unit not in _SHORT:
        clock = LAST_MINUTE
    sign = "-" if offset.sign < 0 else "+"
    entries = tuple(
        RelativeTo(event=event.name, offset=sign + iso(amount), clock=clock)
        for amount in offset.amounts
    )
    kind = Kind.DEADLINE if said.is_deadline else Kind.ONCE
    return Schedule(kind=kind, relative_to=entries, part_of_day=offset.part_of_day)


def _of_point(point: Point, offset: Offset, said: Expression, standpoint: Standpoint) -> Reading:
    if point.part in _EXACT:
        # 月底前三天 is measured from the last day.
        point = replace(point, part=_EXACT[point.part])
    base = resolve_single(point, Expression(when=point), standpoint)
    if not isinstance(base, Schedule) or base.at is None or len(offset.amounts) != 1:
        return Ask(question=Question.WHICH_MEANING)
    at = base.at
    if offset.sign > 0 and base.until is not None:
        at = base.until
    amount = offset.amounts[0]
    clock = offset.clocks[0].at if offset.clocks else None
    if offset.weekday is not None:
        return _of_weekday(point, at.day, offset, said, standpoint)
    if amount.unit in _SHORT:
        if at.clock is None:
            return Ask(question=Question.NO_DATE)
        moved = replace(at, clock=at.clock + offset.sign * amount.count * _SHORT[amount.unit])
    else:
        moved = LocalMoment(day=_moved(at.day, amount, offset.sign, standpoint), clock=clock)
    return _placed(moved, offset, said, standpoint)


def _of_weekday(
    point: Point, day: date, offset: Offset, said: Expression, standpoint: Standpoint
) -> Reading:
    """The Monday after; where that may be a day off, the question which one."""
    weekday, which = offset.weekday or 0, offset.sign * offset.amounts[0].count
    clock = offset.clocks[0].at if offset.clocks else None
    nearest = weekday_beside(day, weekday, which)
    surely = weekday_at_work(point, day, weekday, which, standpoint)
    readings = [
        _placed(LocalMoment(day=one, clock=clock), offset, said, standpoint)
        for one in dict.fromkeys((nearest, surely))
    ]
    told = tuple(one for one in readings if isinstance(one, Schedule))
    if len(readings) == 1 or not told:
        return readings[0]
    return Ask(question=Question.WHICH_MEANING, readings=told)


def _placed(
    moment: LocalMoment, offset: Offset, said: Expression, standpoint: Standpoint
) -> Reading:
    if not said.is_deadline:
        once = Schedule(kind=Kind.ONCE, at=moment, part_of_day=offset.part_of_day)
        return checked(once, standpoint)
    part = offset.part_of_day
    due = moment if moment.clock is not None else replace(moment, clock=standpoint.due_clock(part))
    return checked(Schedule(kind=Kind.DEADLINE, at=due, part_of_day=part), standpoint)


def _of_now(offset: Offset, said: Expression, standpoint: Standpoint) -> Reading:
    amount = offset.amounts[0]
    if len(offset.amounts) != 1:
        return Ask(question=Question.WHICH_MEANING)
    if amount.unit in _SHORT:
        return _placed(_soon(amount, offset.sign, standpoint), offset, said, standpoint)
    day = _moved(standpoint.today, amount, offset.sign, standpoint)
    if said.is_span:
        return _span(day, offset, standpoint)
    clock = offset.clocks[0].at if offset.clocks else None
    return _placed(LocalMoment(day=day, clock=clock), offset, said, standpoint)


def _soon(amount: Amount, sign: int, standpoint: Standpoint) -> LocalMoment:
    """Hours pass also where the wall clock jumps."""
    instant = standpoint.now.replace(tzinfo=standpoint.zone).astimezone(UTC)
    later = instant + sign * amount.count * _SHORT[amount.unit]
    wall = local_moment(later, standpoint.zone).replace(tzinfo=None, second=0, microsecond=0)
    return LocalMoment(day=wall.date(), clock=wall - datetime.combine(wall, time.min))


def _span(day: date, offset: Offset, standpoint: Standpoint) -> Schedule:
    """Today counts: the last 30 days are today and the 29 before it."""
    one_day = timedelta(days=1)
    first, last = (day + one_day, standpoint.today)
    if offset.sign > 0:
        first, last = standpoint.today, day - one_day
    return Schedule(kind=Kind.PERIOD, at=LocalMoment(day=first), until=LocalMoment(day=last))
