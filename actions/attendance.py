"""Who is missing at an activity, and marking who came without a phone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from actions.activities import NotYours, find_managed
from actions.check_ins import facts_of
from actions.invitations import CHECK_IN, refresh_own
from actions.quieting import refresh_counts
from actions.running import reads
from domain.activity import Activity
from domain.check_in import (
    CAME,
    UNANSWERED,
    Attendee,
    AttendeePage,
    CheckIn,
    CheckInState,
    Way,
)
from domain.permission import Actor
from domain.place import Place
from storage import attendees, check_ins, expecting, history

A_PAGE = 10


@dataclass(frozen=True, kw_only=True)
class NotOpen:
    """Nobody can have come yet; `opens_at` is local."""

    opens_at: datetime


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the officer says about somebody, on one page of the names."""

    person_id: int
    is_here: bool
    page: int


Listed = AttendeePage | NotYours


@reads
def find_missing(
    session: Session, actor: Actor, activity_id: int, *, page: int, place: Place
) -> Listed:
    """A page of those who have not come, with the reason of who said one."""
    activity = find_managed(session, actor, activity_id)
    if activity is None:
        return NotYours()
    everybody = attendees.find(session, activity.id, activity.unit.path)
    missing = (*UNANSWERED, CheckInState.ABSENT)
    people = [one for one in everybody if one.is_listed and one.state in missing]
    return page_of(activity, people, page, place)


@reads
def find_markable(
    session: Session, actor: Actor, activity_id: int, *, page: int, place: Place
) -> Listed:
    """A page of those whom an officer may mark; who has no phone comes first."""
    activity = find_managed(session, actor, activity_id)
    if activity is None:
        return NotYours()
    return page_of(activity, _markable(session, activity), page, place)


def _markable(session: Session, activity: Activity) -> list[Attendee]:
    everybody = attendees.find(session, activity.id, activity.unit.path)
    people = [one for one in everybody if one.state in UNANSWERED or one.way is Way.OFFICER]
    return sorted(people, key=lambda one: one.has_phone)


def page_of(
    activity: Activity, people: Sequence[Attendee], page: int, place: Place
) -> AttendeePage:
    """One page of some names."""
    pages = max(1, -(-len(people) // A_PAGE))
    here = min(max(page, 1), pages)
    return AttendeePage(
        activity=activity.on_local_clock(place),
        people=tuple(people[(here - 1) * A_PAGE : here * A_PAGE]),
        page=here,
        pages=pages,
        total=len(people),
    )


def mark(
    session: Session,
    actor: Actor,
    activity_id: int,
    said: Said,
    *,
    at: datetime,
    now: datetime,
    place: Place,
) -> Listed | NotOpen:
    """Mark somebody as present, or take the mark back; whoever stands so already stays so."""
    activity = find_managed(session, actor, activity_id)
    if activity is None:
        return NotYours()
    if at < activity.opens_at:
        return NotOpen(opens_at=place.local(activity.opens_at))
    chosen = {one.person_id: one for one in _markable(session, activity)}.get(said.person_id)
    if chosen is not None and activity.is_planned:
        _turn(session, actor, activity, chosen, is_here=said.is_here, at=at, now=now)
    return page_of(activity, _markable(session, activity), said.page, place)


def _turn(
    session: Session,
    actor: Actor,
    activity: Activity,
    chosen: Attendee,
    *,
    is_here: bool,
    at: datetime,
    now: datetime,
) -> None:
    if is_here and not chosen.is_listed:
        expecting.expect(session, activity.id, chosen.person_id)
    before = check_ins.find(session, activity.id, chosen.person_id)
    if before is None or is_here == (before.state in CAME):
        return
    after = CheckIn(activity_id=activity.id, person_id=chosen.person_id)
    if is_here:
        after = replace(after, state=CheckInState.PRESENT, recorded_at=at, way=Way.OFFICER)
    if not check_ins.record(session, after, instead_of=(before.state,), by=actor.person):
        return
    history.write_down(
        session,
        "marked",
        (CHECK_IN, activity.id),
        now=now,
        by=actor.person,
        before=facts_of(before),
        after=facts_of(after),
    )
    refresh_own(session, before, now=now)
    refresh_counts(session, before, now=now)
