"""An activity takes place at another moment: both are kept, and everybody concerned hears once."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from sqlmodel import Session

from actions import day_off_marks, invitations
from actions.activities import NotBegun, NotYours, find_managed, present_now
from actions.quieting import ACTIVITY, refresh_cards
from actions.running import reads
from domain.activity import Activity
from domain.check_in import ActivityStatus
from domain.draft import Draft
from domain.holding import MovePreview
from domain.permission import Actor
from domain.place import Place
from domain.schedule_words.reading import Reading
from domain.schedule_words.typed import Typed
from storage import (
    activities,
    activity_records,
    check_in_changes,
    drafts,
    history,
    presence_rules,
)

KIND = "moved"


@dataclass(frozen=True, kw_only=True)
class WhenAsked:
    """To which moment? `doubt` is what the last words left open."""

    activity: Activity
    doubt: Reading | None = None


Moving = WhenAsked | MovePreview | ActivityStatus | NotBegun | NotYours


def begin(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Moving:
    """The next words are the new moment. Until it begins its time is changed, and not moved."""
    activity = find_managed(session, actor, activity_id)
    if activity is None:
        return NotYours()
    if not activity.is_planned:
        return present_now(session, activity_id, now=now, place=place)
    if not activity.has_begun(now):
        return NotBegun(starts_at=place.local(activity.starts_at))
    drafts.begin(session, actor.person, KIND, now=now, subject_id=activity.id)
    return WhenAsked(activity=activity.on_local_clock(place))


@reads
def find_day(session: Session, actor: Actor, *, place: Place) -> datetime | None:
    """When the activity of the open dialogue was to begin: an hour alone is one of that day."""
    draft = drafts.find_open(session, actor.person)
    activity = activities.find(session, draft.subject_id or 0) if draft else None
    return place.local(activity.starts_at) if activity else None


def hear(
    session: Session, actor: Actor, typed: Typed | None, *, now: datetime, place: Place
) -> Moving:
    """Show the moment as it was understood; nothing moves before Confirm."""
    draft = drafts.find_open(session, actor.person)
    activity = _find_of(session, actor, draft)
    if draft is None or activity is None:
        return NotYours()
    shown = activity.on_local_clock(place)
    to = instant_of(typed, shown.starts_at, place) if typed else None
    if to is None or to == activity.starts_at:
        return WhenAsked(activity=shown, doubt=typed.reading if typed else None)
    if not drafts.keep(session, draft, {"to": to.isoformat()}, now=now):
        return WhenAsked(activity=shown)
    return MovePreview(
        draft_id=draft.id,
        version=draft.version + 1,
        activity=shown,
        to=place.local(to),
        is_past=to <= now,
    )


def instant_of(typed: Typed, before: datetime, place: Place) -> datetime | None:
    """The instant that was typed; a day alone is meant at the same hour as before."""
    said = typed.passed or typed.moment
    if said is not None:
        wall = datetime.combine(said.day, time.min) + (said.clock or timedelta())
        return place.at(wall.date(), wall.time())
    return place.at(typed.day, before.time()) if typed.day is not None else None


def confirm(
    session: Session, actor: Actor, draft_id: int, *, version: int, now: datetime, place: Place
) -> ActivityStatus | NotYours:
    """Move it. What everybody had said of a moment to come is said anew; of a past one it stays."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    activity = _find_of(session, actor, draft)
    if draft is None or activity is None:
        return NotYours()
    is_shown = draft.version == version and "to" in draft.facts
    if is_shown and activity.is_planned and activity.has_begun(now):
        drafts.end(session, draft.id, state="confirmed", now=now)
        to = datetime.fromisoformat(draft.facts["to"])
        _move(session, actor, activity, to, now=now, place=place)
    return present_now(session, activity.id, now=now, place=place)


def _find_of(session: Session, actor: Actor, draft: Draft | None) -> Activity | None:
    if draft is None or draft.kind != KIND or draft.subject_id is None:
        return None
    return find_managed(session, actor, draft.subject_id)


def _move(
    session: Session, actor: Actor, activity: Activity, to: datetime, *, now: datetime, place: Place
) -> None:
    window = presence_rules.load(session).window(to)
    is_past = to <= now
    if not activity_records.move(
        session, activity, starts_at=to, window=window, is_past=is_past, now=now
    ):
        return
    answers = check_in_changes.begin_anew(session, activity.id) if not is_past else 0
    history.write_down(
        session,
        "moved",
        (ACTIVITY, activity.id),
        now=now,
        by=actor.person,
        before={"starts_at": activity.starts_at.isoformat(), "answers": answers},
        after={"starts_at": to.isoformat()},
    )
    day_off_marks.set_by_hand(session, replace(activity, starts_at=to), place=place)
    refresh_cards(session, (ACTIVITY, activity.id), version=activity.version + 1, now=now)
    session.expire_all()
    moved = activities.find(session, activity.id)
    if moved is not None and not is_past:
        invitations.tell_moved(session, moved, now=now, place=place)
