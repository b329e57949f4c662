"""The next dates of a duty by the calendars of those who owe it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from actions.owner_calendars import OwnerCalendars
from domain.audience import Owner
from domain.cadence import TermEnds
from domain.duty import Duty
from domain.month_arithmetic import add_months
from domain.upcoming import MOST_DATES, TermEnd, UpcomingDate, upcoming_dates
from storage import units


@dataclass(frozen=True, kw_only=True)
class DutyDates:
    """The dates that most of the units share; `differing` units have others."""

    dates: tuple[UpcomingDate, ...]
    differing: int = 0


def dates_of(
    session: Session,
    duty: Duty,
    owing: Sequence[Owner],
    *,
    calendars: OwnerCalendars,
    today: date,
) -> DutyDates:
    """The next dates; those of a term name their units, so that none of them is another's."""
    if isinstance(duty.cadence, TermEnds):
        return DutyDates(dates=_term_dates(session, duty, owing, calendars, today))
    in_units: dict[tuple[UpcomingDate, ...], set[int]] = {}
    for calendar, owners in calendars.group(owing):
        dates = upcoming_dates(duty, calendar, today=today)
        in_units.setdefault(dates, set()).update(owner.unit_id for owner in owners)
    if not in_units:
        return DutyDates(dates=upcoming_dates(duty, calendars.whole, today=today))
    shared = max(in_units, key=lambda dates: len(in_units[dates]))
    differing = sum(len(found) for dates, found in in_units.items() if dates != shared)
    return DutyDates(dates=shared, differing=differing)


def _term_dates(
    session: Session,
    duty: Duty,
    owing: Sequence[Owner],
    calendars: OwnerCalendars,
    today: date,
) -> tuple[UpcomingDate, ...]:
    ends = dict(_term_ends(session, duty, {owner.unit_id for owner in owing}))
    found: list[UpcomingDate] = []
    for calendar, owners in calendars.group(owing):
        unit_ids = {owner.unit_id for owner in owners} & ends.keys()
        terms = [ends[unit_id] for unit_id in sorted(unit_ids)]
        found += upcoming_dates(duty, calendar, today=today, terms=terms)
    return tuple(sorted(found, key=lambda one: (one.day, one.unit_name))[:MOST_DATES])


def _term_ends(
    session: Session, duty: Duty, unit_ids: Iterable[int]
) -> Iterator[tuple[int, TermEnd]]:
    lengths = duty.cadence.months if isinstance(duty.cadence, TermEnds) else {}
    for unit, began_on, own_months in units.find_term_starts(session, list(unit_ids)):
        months = own_months or lengths.get(unit.kind)
        if began_on is not None and months is not None:
            yield unit.id, TermEnd(unit_name=unit.name, ends_on=add_months(began_on, months))
