"""A make-up session: who was absent is expected once more, and has made it up by coming."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions import invitations
from actions.activities import NotYours, find_managed, status_of
from actions.moving import WhenAsked, instant_of
from actions.quieting import ACTIVITY
from domain.activity import Activity, ActivityState
from domain.check_in import ActivityStatus
from domain.draft import Draft
from domain.holding import MakeUpPreview
from domain.permission import Actor
from domain.place import Place
from domain.schedule_words.typed import Typed
from storage import activities, drafts, history, make_ups, presence_rules

KIND = "make_up"


@dataclass(frozen=True, kw_only=True)
class NobodyAbsent:
    """There is nothing to be made up, or it is not held yet."""


MakingUp = WhenAsked | MakeUpPreview | NobodyAbsent | NotYours


def begin(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> MakingUp:
    """The next words are its moment."""
    activity = find_managed(session, actor, activity_id)
    if activity is None:
        return NotYours()
    if activity.state is not ActivityState.HELD or not make_ups.count_missed(session, activity.id):
        return NobodyAbsent()
    drafts.begin(session, actor.person, KIND, now=now, subject_id=activity.id)
    return WhenAsked(activity=activity.on_local_clock(place))


def hear(
    session: Session, actor: Actor, typed: Typed | None, *, now: datetime, place: Place
) -> MakingUp:
    """Show it as it was understood; nothing is made before Confirm."""
    draft = drafts.find_open(session, actor.person)
    activity = _find_of(session, actor, draft)
    if draft is None or activity is None:
        return NotYours()
    shown = activity.on_local_clock(place)
    at = instant_of(typed, shown.starts_at, place) if typed else None
    if at is None or at <= now:
        return WhenAsked(activity=shown, doubt=typed.reading if typed and at is None else None)
    drafts.keep(session, draft, {"at": at.isoformat()}, now=now)
    return MakeUpPreview(
        draft_id=draft.id,
        version=draft.version + 1,
        activity=shown,
        at=place.local(at),
        expected=make_ups.count_missed(session, activity.id),
    )


def confirm(
    session: Session, actor: Actor, draft_id: int, *, version: int, now: datetime, place: Place
) -> ActivityStatus | NotYours:
    """Make it, expect who was absent or on leave, and invite them."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    activity = _find_of(session, actor, draft)
    if draft is None or activity is None or draft.version != version or "at" not in draft.facts:
        return NotYours()
    at = datetime.fromisoformat(draft.facts["at"])
    is_new = at > now and drafts.end(session, draft.id, state="confirmed", now=now)
    made = _make(session, actor, activity, at, now=now, place=place) if is_new else activity
    return status_of(session, made, now=now, place=place)


def _find_of(session: Session, actor: Actor, draft: Draft | None) -> Activity | None:
    if draft is None or draft.kind != KIND or draft.subject_id is None:
        return None
    return find_managed(session, actor, draft.subject_id)


def _make(
    session: Session,
    actor: Actor,
    missed: Activity,
    at: datetime,
    *,
    now: datetime,
    place: Place,
) -> Activity:
    rules = presence_rules.load(session)
    opens_at, closes_at = rules.window(at)
    new = activities.NewActivity(
        unit_id=missed.unit.id,
        title=missed.title,
        place=missed.place,
        starts_at=at,
        opens_at=opens_at,
        closes_at=closes_at,
        made_by=actor.person,
        makes_up_id=missed.id,
    )
    activity_id = activities.add(session, new, now=now)
    expected = make_ups.expect_missed(session, missed.id, activity_id)
    history.write_down(
        session,
        "made",
        (ACTIVITY, activity_id),
        now=now,
        by=actor.person,
        after={"unit": missed.unit.id, "makes_up": missed.id, "expected": expected},
    )
    made = activities.find(session, activity_id)
    if made is None:
        raise LookupError("an activity that was just written down is there")
    invitations.queue(session, made, now=now, place=place)
    return made
