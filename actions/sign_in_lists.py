"""What an officer sees of an office that signs in: a day by name, and a month for paper."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from actions.running import reads
from actions.sign_in_plans import NotYours, may_set
from actions.sign_ins import may_sign
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.sign_in import SignInPlan, Slot, StaffDay, StaffList, plan_on
from domain.sign_in_month import MonthSheet, PersonMonth
from domain.sign_in_offices import Offices
from domain.unit import Unit
from storage import calendar_days, homes, sign_in_plans, sign_ins, units

A_PAGE = 10
_ONE_DAY = timedelta(days=1)
# An office that stopped stays in sight, so that its last months can be taken out.
SHOWN_AFTER = timedelta(days=62)


@dataclass(frozen=True, kw_only=True)
class NothingOn:
    """No unit of the actor's signs in; whether he could have one do so."""

    may_set: bool


@dataclass(frozen=True, kw_only=True)
class Office:
    """A unit with what a stretch of its days is made of."""

    unit: Unit
    staff: Mapping[int, str]
    working: Mapping[date, SignInPlan]
    days: Mapping[tuple[int, date], StaffDay]

    def days_of(self, person_id: int) -> list[tuple[date, StaffDay]]:
        """The days of one person on which signing in was asked for, in order."""
        found = ((day, self.days.get((person_id, day))) for day in self.working)
        return [(day, one) for day, one in found if one is not None]


@reads
def find_mine(
    session: Session, actor: Actor, *, page: int = 1, now: datetime, place: Place
) -> StaffList | Offices | NothingOn:
    """Today in the office that the actor answers for, or which of them there are."""
    today = place.today(now)
    paths = officer_paths(actor)
    found = sign_in_plans.find_units(session, within=paths, since=today - SHOWN_AFTER)
    if not found:
        return NothingOn(may_set=any(may_set(actor, one) for one in _homes(session, actor)))
    if len(found) > 1:
        is_staff = may_sign(session, actor, today)
        return Offices(units=tuple(found), is_staff=is_staff).turned(page)
    return _list(session, actor, found[0], today, page=1, now=now, place=place)


@reads
def find_day(
    session: Session,
    actor: Actor,
    unit_id: int,
    *,
    day: date | None,
    page: int,
    now: datetime,
    place: Place,
) -> StaffList | NotYours:
    """One day of an office, not after today."""
    unit = find_office(session, actor, unit_id)
    if unit is None:
        return NotYours()
    shown = min(day or place.today(now), place.today(now))
    return _list(session, actor, unit, shown, page=page, now=now, place=place)


@reads
def find_month(
    session: Session, actor: Actor, unit_id: int, *, month: date, now: datetime, place: Place
) -> MonthSheet | NotYours:
    """A month of an office as far as it has gone, today included."""
    unit = find_office(session, actor, unit_id)
    if unit is None:
        return NotYours()
    first = month.replace(day=1)
    last = min(_last_of(first), place.today(now))
    office = load_office(session, unit, first, last, place)
    people = tuple(
        PersonMonth(name=name, days=tuple(days))
        for person_id, name in office.staff.items()
        if (days := office.days_of(person_id)) or not office.working
    )
    return MonthSheet(unit=unit, month=first, people=people, made_at=place.local(now))


def find_office(session: Session, actor: Actor, unit_id: int) -> Unit | None:
    """The unit, if the actor answers for it."""
    unit = units.find(session, unit_id)
    return unit if unit is not None and may_manage(actor, unit.path) else None


def _homes(session: Session, actor: Actor) -> list[Unit]:
    return list(units.find_many(session, {one.unit_id for one in actor.offices}).values())


def _list(
    session: Session,
    actor: Actor,
    unit: Unit,
    day: date,
    *,
    page: int,
    now: datetime,
    place: Place,
) -> StaffList:
    office, local_now = load_office(session, unit, day, day, place), place.local(now)
    plan = office.working.get(day)
    staff = tuple(office.days.values()) if plan else ()
    pages = max(1, -(-len(staff) // A_PAGE))
    here = min(max(page, 1), pages)
    bare = StaffList(
        unit=unit,
        day=day,
        today=place.today(now),
        hours=plan.hours if plan else None,
        people=staff[(here - 1) * A_PAGE : here * A_PAGE],
        page=here,
        pages=pages,
        is_staff=may_sign(session, actor, place.today(now)),
        may_set=may_set(actor, unit),
    )
    return bare.counted(staff, local_now)


def load_office(session: Session, unit: Unit, first: date, last: date, place: Place) -> Office:
    """Six questions, however many people and days there are.

    Everybody is there for the days on which he belonged to the unit.
    """
    plans = sign_in_plans.find(session, unit.id, first=first, last=last)
    calendar = calendar_days.calendar_for(session, unit)
    span = [first + _ONE_DAY * at for at in range((last - first).days + 1)]
    planned = {day: plan_on(plans, day) for day in span if calendar.is_working_day(day)}
    working = {day: plan for day, plan in planned.items() if plan is not None}
    stays = homes.find_stays(session, unit.id, after=place.at(first, time.min))
    staff = {one.person_id: one.name for one in stays}
    signs = sign_ins.find(session, staff, first=first, last=last)
    away = sign_ins.find_away(session, staff, first=first, last=last, place=place)

    def of(person_id: int, day: date) -> StaffDay:
        coming = signs.get((person_id, day, Slot.COMING))
        leaving = signs.get((person_id, day, Slot.LEAVING))
        return StaffDay(
            person_id=person_id,
            name=staff[person_id],
            coming=coming.on_local_clock(place) if coming else None,
            leaving=leaving.on_local_clock(place) if leaving else None,
            is_away=any(begin <= day <= end for begin, end in away.get(person_id, [])),
        )

    signed = {(person_id, day) for person_id, day, _ in signs}
    days = {
        (one.person_id, day): of(one.person_id, day)
        for one in stays
        for day in working
        if one.holds_on(day, place) or (one.touches(day, place) and (one.person_id, day) in signed)
    }
    return Office(unit=unit, staff=staff, working=working, days=days)


def _last_of(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])
