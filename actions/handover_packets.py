"""Put together the packets of offices that were taken, any number of them in a few questions."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from actions.term_rules import find_rules
from domain.audience import OwnerKind
from domain.delivery import Delivery
from domain.handover import LOOKS_AHEAD, LOOKS_BACK, Coming, Handover, HandoverCard, TakenOffice
from domain.place import Place
from domain.reach import ReachCount
from domain.unit import Unit
from domain.unit_calendar import UnitCalendars
from domain.window import windows_between
from domain.working_day import WorkingCalendar
from storage import calendar_days, duties, handover_counts, handovers, reach, terms
from storage.handover_counts import OpenCount


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, HandoverCard]:
    """The packets as they stand; whoever has lost the office meanwhile gets none."""
    running = handovers.find_running(session, [one.subject_id or 0 for one in claimed])
    kept = {
        one.id: office
        for one in claimed
        if (office := running.get(one.subject_id or 0)) and office.person_id == one.person_id
    }
    packets = find_packets(session, list(kept.values()), today=place.today(now))
    return {
        delivery_id: HandoverCard(handover=packets[office.office_id])
        for delivery_id, office in kept.items()
    }


def find_packets(
    session: Session, offices: Sequence[TakenOffice], *, today: date
) -> dict[int, Handover]:
    """Everything about these offices at a glance, by the id of the office."""
    if not offices:
        return {}
    ids = {office.unit.id for office in offices}
    lengths = find_rules(session).lengths
    found = {term.unit.id: term for term in terms.find_many(session, ids, lengths=lengths)}
    owed = handover_counts.count_open(session, ids, today=today)
    reached = reach.count_in(session, ids)
    done = handover_counts.count_done(session, ids, first=today - LOOKS_BACK, last=today)
    before = handovers.find_predecessors(session, offices)
    coming = find_coming(session, [office.unit for office in offices], today=today)
    return {
        office.office_id: Handover(
            today=today,
            office=office,
            until=found[office.unit.id].due_on if office.unit.id in found else None,
            open=owed.get(office.unit.id, OpenCount()).open,
            overdue=owed.get(office.unit.id, OpenCount()).overdue,
            coming=len(coming[office.unit.id]),
            people=reached.get(office.unit.id, ReachCount()).total,
            unreachable=_unreachable(reached.get(office.unit.id, ReachCount())),
            done_last_year=done.get(office.unit.id, 0),
            predecessor=before.get(office.office_id, ""),
        )
        for office in offices
    }


def _unreachable(count: ReachCount) -> int:
    return count.total - count.linked


def find_coming(
    session: Session, some: Sequence[Unit], *, today: date
) -> dict[int, tuple[Coming, ...]]:
    """What units will owe in the next sixty days and do not owe yet, by unit, in order of time."""
    calendars: UnitCalendars = calendar_days.load_for(session, some)
    running = [
        duty
        for duty in duties.find_all(session)
        if not duty.is_paused
        and duty.audience.owner is OwnerKind.UNIT
        and not duty.audience.is_empty
    ]
    last = today + LOOKS_AHEAD

    def coming(unit: Unit, calendar: WorkingCalendar) -> tuple[Coming, ...]:
        found = [
            Coming(name=duty.name, last_day=window.last_day)
            for duty in running
            if duty.audience.names_unit(unit)
            for window in windows_between(duty, calendar, today, last)
            if window.first_day > today and window.last_day <= last
        ]
        return tuple(sorted(found, key=lambda one: one.last_day))

    return {unit.id: coming(unit, calendars.of(unit)) for unit in some}
