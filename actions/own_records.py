"""Look at one's own year; nobody else's can be asked for."""

from dataclasses import replace
from datetime import date, datetime, time

from sqlmodel import Session

from actions.running import reads
from domain.own_record import Attended, Entry, OwnRecord, study_of, turnout_of
from domain.permission import Actor
from domain.place import Place
from domain.service import Served, Service
from storage import own_records, presence_rules, services

A_PAGE = 10


@reads
def find(
    session: Session, actor: Actor, year: int, *, page: int, now: datetime, place: Place
) -> OwnRecord:
    """A page of the actor's year, as far as it has gone."""
    since = place.at(date(year, 1, 1), time())
    until = min(place.at(date(year + 1, 1, 1), time()), now)
    attended = [
        _locally(one, place)
        for one in own_records.find_attended(session, actor.person, since=since, until=until)
    ]
    reports = [
        replace(one, at=place.local(one.at))
        for one in own_records.find_handed_in(session, actor.person, since=since, until=until)
    ]
    served = services.find_of(
        session, actor.person, first=date(year, 1, 1), last=date(year, 12, 31)
    )
    every: list[Entry] = [*attended, *reports, *served]
    entries = sorted(every, key=lambda one: _when(one, place), reverse=True)
    turnout, rules = turnout_of(attended), presence_rules.load(session)
    pages = max(1, -(-len(entries) // A_PAGE))
    here = min(max(page, 1), pages)
    return OwnRecord(
        year=year,
        this_year=place.today(now).year,
        turnout=turnout,
        absences=rules.count_absences(absent=turnout.absent, late=turnout.late)
        if rules.lates_per_absence
        else None,
        reports=len(reports),
        study_minutes=study_of(attended),
        served=Served(times=len(served), minutes=sum(one.minutes for one in served)),
        entries=tuple(entries[(here - 1) * A_PAGE : here * A_PAGE]),
        page=here,
        pages=pages,
    )


def _locally(one: Attended, place: Place) -> Attended:
    recorded_at = place.local(one.recorded_at) if one.recorded_at else None
    return replace(
        one,
        at=place.local(one.at),
        recorded_at=recorded_at,
        moved_from=place.local(one.moved_from) if one.moved_from else None,
    )


def _when(one: Entry, place: Place) -> datetime:
    """A service has a day alone, and stands before what has an hour of that day."""
    return place.at(one.day, time()) if isinstance(one, Service) else one.at
