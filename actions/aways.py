"""Be away: the deputy is asked, agrees, stands in, and hands back."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from actions.away_cards import tell
from actions.quieting import refresh_cards
from actions.running import reads
from domain.away import (
    Away,
    AwayEvent,
    AwayList,
    AwayRefusal,
    AwayState,
    decide_turn,
    refuse_days,
)
from domain.office import HEARING_ORDER, HeldOffice
from domain.permission import Actor
from domain.place import Place
from storage import aways, history, people

AWAY = "away"
MOST_AT_A_TIME = 500


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """There is no such absence for the actor."""


@dataclass(frozen=True, kw_only=True)
class Refused:
    """It cannot be arranged so; `because_of` is what stands in the way, where something does."""

    why: AwayRefusal
    because_of: Away | None = None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The deputy is asked."""

    away: Away


@dataclass(frozen=True, kw_only=True)
class Moved:
    """It stands so now. `is_stale`: this press changed nothing; `is_deputy`: the reader is."""

    away: Away
    is_deputy: bool
    is_stale: bool = False


def own_offices(actor: Actor) -> tuple[HeldOffice, ...]:
    """What the actor can hand over: his own offices, without that of administrator."""
    return tuple(
        one for one in actor.offices if one.role in HEARING_ORDER and not one.stands_in_for
    )


@reads
def find_mine(session: Session, actor: Actor, *, now: datetime, place: Place) -> AwayList:
    """What is arranged for the actor and with him."""
    return list_of(session, actor, now=now, place=place)


def list_of(session: Session, actor: Actor, *, now: datetime, place: Place) -> AwayList:
    """The same inside another action."""
    found = aways.find_open_of(session, [actor.person])
    return AwayList(
        today=place.today(now),
        own=tuple(one for one in found if one.person_id == actor.person),
        for_others=tuple(one for one in found if one.deputy_id == actor.person),
    )


def refuse(
    session: Session, actor: Actor, days: tuple[date, date], deputy_id: int | None, *, today: date
) -> Refused | None:
    """Why it cannot be; None when it can. Without a deputy only the days are looked at."""
    if not own_offices(actor):
        return Refused(why=AwayRefusal.NO_OFFICE)
    if why := refuse_days(*days, today=today):
        return Refused(why=why)
    involved = [actor.person] if deputy_id is None else [actor.person, deputy_id]
    for one in aways.find_open_of(session, involved):
        if not one.overlaps(*days):
            continue
        if one.person_id == actor.person:
            return Refused(why=AwayRefusal.OVERLAP, because_of=one)
        if one.deputy_id == actor.person and one.state is not AwayState.ASKED:
            return Refused(why=AwayRefusal.STANDS_IN, because_of=one)
        if one.person_id == deputy_id:
            return Refused(why=AwayRefusal.DEPUTY_AWAY, because_of=None)
    if deputy_id == actor.person:
        return Refused(why=AwayRefusal.SELF)
    deputy = people.find(session, deputy_id) if deputy_id is not None else None
    if deputy_id is not None and (deputy is None or deputy.chat_id is None):
        return Refused(why=AwayRefusal.UNREACHABLE)
    return None


def ask(
    session: Session,
    actor: Actor,
    days: tuple[date, date],
    deputy_id: int,
    *,
    now: datetime,
    place: Place,
) -> Asked | Refused:
    """Ask the deputy; until he agrees everything stays with the actor."""
    refused = refuse(session, actor, days, deputy_id, today=place.today(now))
    if refused is not None:
        return refused
    away_id = aways.begin(session, actor.person, deputy_id=deputy_id, days=days, now=now)
    away = aways.find_many(session, [away_id])[away_id]
    tell(session, away, AwayEvent.ASKED, to=deputy_id, now=now, place=place)
    _write_down(session, away, AwayState.ASKED, by=actor.person, now=now)
    return Asked(away=away)


def answer(
    session: Session, actor: Actor, away_id: int, *, agrees: bool, now: datetime, place: Place
) -> Moved | Refused | NotYours:
    """The deputy says yes or no; who is away by then himself cannot say yes."""
    away = aways.find(session, away_id)
    if away is None or away.deputy_id != actor.person:
        return NotYours()
    if away.state is not AwayState.ASKED or away.last_day < place.today(now):
        return Moved(away=away, is_deputy=True, is_stale=True)
    if agrees and (own := _own_absence(session, actor, away)):
        return Refused(why=AwayRefusal.OVERLAP, because_of=own)
    state = AwayState.CONFIRMED if agrees else AwayState.DECLINED
    after = _move(session, away, state, by=actor.person, now=now)
    if after is None:
        return Moved(away=away, is_deputy=True, is_stale=True)
    event = AwayEvent.CONFIRMED if agrees else AwayEvent.DECLINED
    tell(session, after, event, to=after.person_id, now=now, place=place)
    return Moved(away=_turned(session, after, now=now, place=place), is_deputy=True)


def _own_absence(session: Session, actor: Actor, away: Away) -> Away | None:
    found = aways.find_open_of(session, [actor.person])
    return next(
        (
            one
            for one in found
            if one.person_id == actor.person and one.overlaps(away.first_day, away.last_day)
        ),
        None,
    )


def end(
    session: Session, actor: Actor, away_id: int, *, now: datetime, place: Place
) -> Moved | NotYours:
    """Either of the two ends it early; the other one is told."""
    away = aways.find(session, away_id)
    if away is None or actor.person not in (away.person_id, away.deputy_id):
        return NotYours()
    is_deputy = away.deputy_id == actor.person
    after = None
    if away.is_open:
        after = _move(session, away, AwayState.ENDED, by=actor.person, now=now)
    if after is None:
        return Moved(away=away, is_deputy=is_deputy, is_stale=True)
    other = away.person_id if is_deputy else away.deputy_id
    tell(session, after, AwayEvent.ENDED_EARLY, to=other, now=now, place=place)
    return Moved(away=after, is_deputy=is_deputy)


def turn(session: Session, *, now: datetime, place: Place) -> int:
    """What the calendar makes of absences: deputies step in and hand back."""
    turned = 0
    today = place.today(now)
    for away in aways.find_open(session, limit=MOST_AT_A_TIME):
        if decide_turn(away, today) is not None:
            _turned(session, away, now=now, place=place)
            turned += 1
        elif away.state is AwayState.ASKED and away.first_day <= today:
            # The key of the message makes sure that it is told once.
            turned += tell(
                session, away, AwayEvent.UNANSWERED, to=away.person_id, now=now, place=place
            )
    return turned


def _turned(session: Session, away: Away, *, now: datetime, place: Place) -> Away:
    state = decide_turn(away, place.today(now))
    after = _move(session, away, state, by=None, now=now) if state else None
    if after is None:
        return away
    if after.state is AwayState.ENDED and away.state is not AwayState.ASKED:
        is_over = place.today(now) > away.last_day
        event = AwayEvent.HANDED_BACK if is_over else AwayEvent.LOST
        for person_id in (away.person_id, away.deputy_id) if is_over else (away.person_id,):
            tell(session, after, event, to=person_id, now=now, place=place)
    return after


def _move(
    session: Session, away: Away, state: AwayState, *, by: int | None, now: datetime
) -> Away | None:
    if not aways.move(session, away, state, now=now):
        return None
    refresh_cards(session, (AWAY, away.id), version=away.version + 1, now=now)
    _write_down(session, away, state, by=by, now=now)
    return replace(away, state=state, version=away.version + 1)


def _write_down(
    session: Session, away: Away, state: AwayState, *, by: int | None, now: datetime
) -> None:
    history.write_down(
        session,
        "away",
        (AWAY, away.id),
        now=now,
        by=by,
        way="chat" if by else "clock",
        before={"state": away.state.value},
        after={"state": state.value, "deputy": away.deputy_id},
    )
