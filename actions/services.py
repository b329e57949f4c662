"""Enter service at a second place, take it back, and the sums for officers."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from actions.running import reads
from domain.permission import Actor, officer_paths
from domain.place import Place
from domain.service import (
    SaidService,
    Served,
    Service,
    ServiceRefusal,
    ServiceSums,
    refuse_service,
)
from storage import drafts, history, services

DRAFT = "service"
SERVICE = "service"
A_PAGE = 10


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The dialogue waits: for the length where a place is known, else for both."""

    place: str
    why: ServiceRefusal | None
    year: Served
    is_officer: bool


@dataclass(frozen=True, kw_only=True)
class Entered:
    """It is written down; `is_new` is False where that day and place were entered before."""

    service: Service
    year: Served
    is_new: bool
    is_officer: bool


@dataclass(frozen=True, kw_only=True)
class TakenBack:
    """It is gone."""

    year: Served


@dataclass(frozen=True, kw_only=True)
class TooLate:
    """Ten minutes are over, or it is nobody's."""


def enter(
    session: Session, actor: Actor, said: SaidService, *, now: datetime, place: Place
) -> Entered | Asked:
    """Enter what was said at once, or wait for what is missing."""
    why = refuse_service(said, today=place.today(now))
    if why is None:
        drafts.park(session, actor.person, now=now)
        return _put(session, actor, said, now=now, place=place)
    facts = _facts(said, why)
    drafts.begin(session, actor.person, DRAFT, facts=facts, now=now)
    is_empty = said == SaidService()
    return _asked(session, actor, facts, None if is_empty else why, now=now, place=place)


def hear(
    session: Session, actor: Actor, said: SaidService, *, now: datetime, place: Place
) -> Entered | Asked | TooLate:
    """What is sent while the dialogue is open."""
    draft = drafts.find_open(session, actor.person)
    if draft is None or draft.kind != DRAFT:
        return TooLate()
    known = draft.facts
    day = date.fromisoformat(known["day"]) if known.get("day") else None
    whole = replace(said, place=said.place or known.get("place", ""), day=said.day or day)
    why = refuse_service(whole, today=place.today(now))
    if why is not None:
        facts = _facts(whole, why)
        drafts.keep(session, draft, facts, now=now)
        return _asked(session, actor, facts, why, now=now, place=place)
    drafts.end(session, draft.id, state="confirmed", now=now)
    return _put(session, actor, whole, now=now, place=place)


def take_back(
    session: Session, actor: Actor, service_id: int, *, at: datetime, now: datetime, place: Place
) -> TakenBack | TooLate:
    """One's own, for ten minutes."""
    found = services.find(session, service_id)
    if found is None or found.person_id != actor.person or not found.may_be_undone(at):
        return TooLate()
    services.delete_one(session, found.id)
    subject = (SERVICE, found.id)
    history.write_down(session, "service_taken_back", subject, now=now, by=actor.person)
    return TakenBack(year=own_year(session, actor.person, place.today(now)))


@reads
def find_sums(
    session: Session, actor: Actor, year: int, *, page: int, now: datetime, place: Place
) -> ServiceSums:
    """Of the units that the actor answers for and everything below; never a person or a place."""
    first, last, paths = date(year, 1, 1), date(year, 12, 31), officer_paths(actor)
    by_unit = services.sum_up_by_unit(session, within=paths, first=first, last=last)
    pages = max(1, -(-len(by_unit) // A_PAGE))
    here = min(max(page, 1), pages)
    return ServiceSums(
        year=year,
        this_year=place.today(now).year,
        total=services.sum_up(session, within=paths, first=first, last=last),
        units=tuple(by_unit[(here - 1) * A_PAGE : here * A_PAGE]),
        page=here,
        pages=pages,
    )


def own_year(session: Session, person_id: int, day: date) -> Served:
    """What somebody did in the year of a day."""
    first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    found = services.find_of(session, person_id, first=first, last=last)
    return Served(times=len(found), minutes=sum(one.minutes for one in found))


def _put(
    session: Session, actor: Actor, said: SaidService, *, now: datetime, place: Place
) -> Entered:
    service = Service(
        id=0,
        person_id=actor.person,
        day=said.day or place.today(now),
        place=said.place,
        minutes=said.minutes or 0,
        made_at=now,
    )
    made = services.record(session, service, unit_id=actor.unit_id or 0)
    if made is not None:
        after = {"day": service.day.isoformat(), "minutes": service.minutes}
        subject = (SERVICE, made)
        history.write_down(session, "served", subject, now=now, by=actor.person, after=after)
    known = services.find_on(session, actor.person, service.day, service.place)
    return Entered(
        service=known or service,
        year=own_year(session, actor.person, place.today(now)),
        is_new=made is not None,
        is_officer=bool(officer_paths(actor)),
    )


def _facts(said: SaidService, why: ServiceRefusal) -> dict[str, str]:
    """A place that cannot be one is not kept, nor a day that cannot be."""
    is_day_kept = said.day is not None and why is not ServiceRefusal.DAY
    return {
        "place": "" if why is ServiceRefusal.NO_PLACE else said.place,
        "day": said.day.isoformat() if said.day and is_day_kept else "",
    }


def _asked(
    session: Session,
    actor: Actor,
    facts: dict[str, str],
    why: ServiceRefusal | None,
    *,
    now: datetime,
    place: Place,
) -> Asked:
    return Asked(
        place=facts["place"],
        why=why,
        year=own_year(session, actor.person, place.today(now)),
        is_officer=bool(officer_paths(actor)),
    )
