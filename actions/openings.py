"""Open the obligations whose period has begun."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlmodel import Session

from domain.duty import Duty, DutyKind
from domain.month_arithmetic import add_months
from domain.period import PeriodKind, periods_between
from domain.place import Place
from storage import calendar_days, duties, obligation_changes, obligations, units
from storage.obligation_changes import Opening

CHUNK = 500


def open_due(session: Session, *, now: datetime, place: Place) -> int:
    """Open at most one chunk of what has begun and is not open yet; returns how many.

    Nothing that began while the bot was down is left out. Call again until it returns 0: each
    call is short, so that nobody waits for the database.
    """
    today = place.today(now)
    for duty in duties.find_all(session):
        if duty.is_paused or duty.opened_key == str(today):
            continue
        opened = _open_chunk(session, duty, today, now, place)
        if opened:
            return opened
        duties.mark_opened(session, duty.id, str(today))
    return 0


def _open_chunk(session: Session, duty: Duty, today: date, now: datetime, place: Place) -> int:
    for openings in _missing(session, duty, today, now, place):
        if openings:
            return obligation_changes.open_new(session, duty, openings[:CHUNK], now=now)
    return 0


def _missing(
    session: Session, duty: Duty, today: date, now: datetime, place: Place
) -> Iterator[list[Opening]]:
    if duty.kind is DutyKind.TERM:
        yield _missing_terms(session, duty, today, now)
        return
    owners = units.find_of_kinds(session, duty.owner_kinds)
    kind = duty.per or PeriodKind.MONTH
    for period in periods_between(kind, duty.begins_on, today):
        have = obligations.find_units_opened(session, duty.id, period.key)
        # What lay before the duty began is not told; what the bot slept through is.
        begun_before = period.first_day < duty.begins_on
        yield [
            Opening(
                unit_id=unit.id,
                period_key=period.key,
                first_day=period.first_day,
                last_day=period.last_day,
                look_again_at=now,
                told_through=duty.begins_on - timedelta(days=1) if begun_before else None,
            )
            for unit in owners
            if unit.id not in have
        ]


def _missing_terms(session: Session, duty: Duty, today: date, now: datetime) -> list[Opening]:
    lead = max((*duty.policy.months_before_superior, *duty.policy.months_before_both, 0))
    calendar = calendar_days.load(session)
    missing = []
    for unit, began_on, months in units.find_term_starts(session, duty.owner_kinds):
        length = months or duty.term_months.get(unit.kind)
        if began_on is None or length is None:
            continue
        ends_on = add_months(began_on, length)
        # The first warning is told on a working day, so it must be open by then.
        first_day = calendar.previous_working_day(add_months(ends_on, -lead))
        if first_day > today:
            continue
        missing.append(
            Opening(
                unit_id=unit.id,
                period_key=term_key(ends_on),
                first_day=first_day,
                last_day=ends_on,
                look_again_at=now,
                told_through=duty.begins_on - timedelta(days=1)
                if first_day < duty.begins_on
                else None,
            )
        )
    by_key: dict[str, set[int]] = {}
    for opening in missing:
        if opening.period_key not in by_key:
            by_key[opening.period_key] = obligations.find_units_opened(
                session, duty.id, opening.period_key
            )
    return [one for one in missing if one.unit_id not in by_key[one.period_key]]


def term_key(ends_on: date) -> str:
    """The name of a term: the day it ends."""
    return f"term-{ends_on.isoformat()}"
