"""Correct how somebody stands, with a reason, also once the activity was held."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from actions import absences
from actions.activities import NotYours, find_managed, find_to_change
from actions.activity_counting import count_person
from actions.attendance import Listed, page_of
from actions.check_ins import facts_of
from actions.invitations import CHECK_IN, refresh_own
from actions.quieting import refresh_counts
from actions.running import reads
from domain.activity import Activity, ActivityState
from domain.check_in import CAME, CheckIn
from domain.correction import Correction, CorrectionCard, Why, choices, corrected
from domain.permission import Actor
from domain.place import Place
from storage import attendees, check_in_changes, check_ins, history, people

Shown = CorrectionCard | NotYours


@reads
def find_page(
    session: Session, actor: Actor, activity_id: int, *, page: int, place: Place
) -> Listed:
    """Everybody on the list, page by page."""
    activity = find_managed(session, actor, activity_id)
    if activity is None:
        return NotYours()
    everybody = attendees.find(session, activity.id, activity.unit.path)
    listed = [one for one in everybody if one.is_listed]
    return page_of(activity, listed, page, place)


@reads
def find(
    session: Session,
    actor: Actor,
    activity_id: int,
    *,
    person_id: int,
    page: int,
    at: datetime,
    place: Place,
) -> Shown:
    """How one person stands, and what may be said instead."""
    activity = find_managed(session, actor, activity_id)
    known = check_ins.find(session, activity_id, person_id) if activity else None
    if activity is None or known is None:
        return NotYours()
    return _card(session, activity, known, at=at, page=page, place=place)


def correct(
    session: Session,
    actor: Actor,
    activity_id: int,
    said: Correction,
    *,
    now: datetime,
    place: Place,
) -> Shown:
    """Say how he stands, and why; what was changed since it was shown is shown again instead."""
    activity = find_to_change(session, actor, activity_id)
    before = check_ins.find(session, activity_id, said.person_id) if activity else None
    if activity is None or before is None:
        return NotYours()
    is_saved = False
    if before.version == said.version and said.to in choices(activity, before, at=said.at):
        after = corrected(activity, before, said.to, at=said.at)
        left_by = actor.person if after.left_at else None
        is_saved = check_in_changes.put(session, before, after, by=actor.person, left_by=left_by)
        if is_saved:
            _follow(session, actor, activity, (before, after), said.why, now=now, place=place)
    session.expire_all()
    known = check_ins.find(session, activity_id, said.person_id) or before
    card = _card(session, activity, known, at=said.at, page=1, place=place)
    return replace(card, is_saved=is_saved)


def _follow(
    session: Session,
    actor: Actor,
    activity: Activity,
    change: tuple[CheckIn, CheckIn],
    why: Why,
    *,
    now: datetime,
    place: Place,
) -> None:
    """The history keeps it; what was counted for the person follows."""
    before, after = change
    history.write_down(
        session,
        "corrected",
        (CHECK_IN, activity.id),
        now=now,
        by=actor.person,
        before=facts_of(before),
        after=facts_of(after) | {"why": why.value},
    )
    times = int(after.state in CAME) - int(before.state in CAME)
    if activity.state is ActivityState.HELD and times:
        person = before.person_id
        count_person(session, actor, activity, [person], times=times, now=now, place=place)
        absences.correct(session, actor, activity, person, times=times, now=now, place=place)
        absences.follow_lists(session, actor, activity, [person], now=now, place=place)
    refresh_own(session, before, now=now)
    refresh_counts(session, before, now=now)


def _card(
    session: Session,
    activity: Activity,
    known: CheckIn,
    *,
    at: datetime,
    page: int,
    place: Place,
) -> CorrectionCard:
    person = people.find(session, known.person_id)
    return CorrectionCard(
        activity=activity.on_local_clock(place),
        person_id=known.person_id,
        person=person.name if person else "",
        check_in=replace(known, reason=None),
        recorded_at=place.local(known.recorded_at) if known.recorded_at else None,
        choices=choices(activity, known, at=at),
        page=page,
    )
