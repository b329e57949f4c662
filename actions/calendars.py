"""Look at the working calendar of a unit, a quarter at a time."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from actions.administration import administers_all
from actions.calendar_questions import DRAFT
from actions.running import reads
from domain.calendar_change import NoSuchUnit, WhichUnit
from domain.calendar_page import (
    CalendarPage,
    holidays_of,
    make_up_days_of,
    months_of,
    own_entries,
    quarter_of,
    quarter_span,
    years_to_show,
)
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.status import top_paths
from domain.unit import Unit
from domain.working_day import FIRST_LATE_DAY
from storage import calendar_days, drafts, own_days, school_terms, units


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a unit's calendar is waiting for: words about it, or a file."""

    unit: Unit
    today: date
    is_of_the_whole: bool


@reads
def find_own(
    session: Session, actor: Actor, *, year: int | None = None, now: datetime, place: Place
) -> CalendarPage | NoSuchUnit | WhichUnit:
    """The calendar of the unit that the actor answers for, else of the one that he belongs to."""
    today = place.today(now)
    tops = top_paths(officer_paths(actor))
    own = {office.unit_id for office in actor.offices if office.unit_path in tops}
    unit_id = min(own, default=actor.unit_id)
    unit = units.find(session, unit_id) if unit_id else None
    return _page(session, actor, unit, today, year, None) if unit else NoSuchUnit()


@reads
def find_named(
    session: Session,
    actor: Actor,
    name: str,
    *,
    year: int | None = None,
    now: datetime,
    place: Place,
) -> CalendarPage | NoSuchUnit | WhichUnit:
    """The calendar of a unit by its name, among those that the actor may see."""
    within = (*officer_paths(actor), *([actor.unit_path] if actor.unit_path else []))
    found = units.find_named(session, name, within=within)
    found = [unit for unit in found if _may_see(actor, unit)]
    meant = [unit for unit in found if unit.name == name] or found
    if not meant:
        return NoSuchUnit()
    if len(meant) > 1:
        return WhichUnit(units=tuple(meant))
    return _page(session, actor, meant[0], place.today(now), year, None)


@reads
def find_page(
    session: Session,
    actor: Actor,
    unit_id: int,
    *,
    year: int,
    quarter: int,
    now: datetime,
    place: Place,
) -> CalendarPage | NoSuchUnit:
    """A quarter of the calendar of one unit."""
    unit = units.find(session, unit_id)
    if unit is None or not _may_see(actor, unit):
        return NoSuchUnit()
    return _page(session, actor, unit, place.today(now), year, quarter)


def begin(
    session: Session, actor: Actor, unit_id: int, *, now: datetime, place: Place
) -> Asked | NoSuchUnit:
    """Wait for words about the calendar of a unit."""
    unit = units.find(session, unit_id)
    if unit is None or not may_manage(actor, unit.path):
        return NoSuchUnit()
    drafts.begin(session, actor.person, DRAFT, subject_id=unit.id, now=now)
    is_of_the_whole = unit.parent_id is None and administers_all(session, actor)
    return Asked(unit=unit, today=place.today(now), is_of_the_whole=is_of_the_whole)


@reads
def find_waiting(session: Session, actor: Actor) -> int | None:
    """The unit that the open dialogue is about."""
    open_one = drafts.find_open(session, actor.person)
    return open_one.subject_id if open_one and open_one.kind == DRAFT else None


def _may_see(actor: Actor, unit: Unit) -> bool:
    return unit.id == actor.unit_id or may_manage(actor, unit.path)


def _page(
    session: Session,
    actor: Actor,
    unit: Unit,
    today: date,
    year: int | None,
    quarter: int | None,
) -> CalendarPage:
    years = years_to_show(today)
    shown = min(max(year or today.year, years[0]), years[-1])
    part = quarter or (quarter_of(today) if shown == today.year else 1)
    span = quarter_span(shown, part)
    calendars = calendar_days.load_for(session, [unit])
    country = calendars.country_of(unit)
    known = calendars.countries[country]
    above = units.find_many(session, unit.ancestor_ids)
    chain = [unit, *(above[one] for one in unit.ancestor_ids if one in above)]
    terms = school_terms.terms_of(session, unit)
    return CalendarPage(
        unit=unit,
        country=country,
        today=today,
        year=shown,
        quarter=span.first.month // 3 + 1,
        months=months_of(span, calendars.of(unit)),
        holidays=holidays_of(span, known),
        make_up_days=make_up_days_of(span, known),
        own=tuple(own_entries(span, chain, own_days.find(session, [one.id for one in chain]))),
        terms=tuple(
            one for one in terms if one.first_day <= span.last and span.first <= one.last_day
        ),
        is_provisional=shown not in known.published_years,
        may_still_turn=known.working().is_provisional(date(shown, 12, FIRST_LATE_DAY))
        and span.last.month == 12,
        may_change=may_manage(actor, unit.path),
        may_import=administers_all(session, actor),
    )
