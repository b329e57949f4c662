"""Say that an activity was held: through attendance and topic to Done, and not before."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from actions.activities import NotBegun, NotYours, find_managed, present_now, status_of
from actions.held_records import settle_held
from actions.running import reads
from domain.activity import TOPIC_LIMIT, Activity
from domain.check_in import ActivityStatus, CheckInState
from domain.draft import Draft
from domain.holding import (
    AttendanceCheck,
    HeldSummary,
    Record,
    TopicAsked,
    record_from_facts,
)
from domain.permission import Actor
from domain.place import Place
from storage import activities, check_in_changes, drafts, guests, leaves, presence_rules

KIND = "held"
MOST_NAMES = 12

Ending = ActivityStatus | NotBegun | NotYours
Stepped = AttendanceCheck | TopicAsked | HeldSummary | Ending


@dataclass(frozen=True, kw_only=True)
class _Dialogue:
    """How far the actor has come with an activity. Without a draft he has seen nothing yet."""

    activity: Activity
    draft: Draft | None

    @property
    def record(self) -> Record:
        """What it has gathered."""
        return record_from_facts(self.draft.facts if self.draft else {})


@reads
def show_attendance(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Stepped:
    """Who is missing, and whom nobody has decided about, as it stands now."""
    found = _find(session, actor, activity_id, now=now, place=place)
    if not isinstance(found, _Dialogue):
        return found
    return _attendance(session, found.activity, now=now, place=place)


def check_attendance(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Stepped:
    """The first step: the same, kept as seen. Nothing is asked or held before that."""
    found = _find(session, actor, activity_id, now=now, place=place)
    if not isinstance(found, _Dialogue):
        return found
    return _begin(session, actor, found.activity, Record(), now=now, place=place)


def ask_topic(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Stepped:
    """The second step: the next words are what it was about."""
    found = _find(session, actor, activity_id, now=now, place=place)
    if not isinstance(found, _Dialogue):
        return found
    record = Record(is_confirmed=found.draft is not None)
    return _begin(session, actor, found.activity, record, now=now, place=place)


def take_title(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Stepped:
    """It was about what its title says."""
    found = _find(session, actor, activity_id, now=now, place=place)
    if not isinstance(found, _Dialogue):
        return found
    if found.draft is None or not found.record.is_confirmed:
        return _begin(session, actor, found.activity, Record(), now=now, place=place)
    record = replace(found.record, topic="")
    return _keep(session, found.activity, found.draft, record, now=now, place=place)


def hear(
    session: Session, actor: Actor, words: str, photo_id: str | None, *, now: datetime, place: Place
) -> Stepped:
    """Take what was written as the topic, or the photo where photos are taken."""
    draft = drafts.find_open(session, actor.person)
    if draft is None or draft.kind != KIND or draft.subject_id is None:
        return NotYours()
    found = _find(session, actor, draft.subject_id, now=now, place=place)
    if not isinstance(found, _Dialogue):
        return found
    activity, record = found.activity, record_from_facts(draft.facts)
    if not record.is_confirmed:
        return _attendance(session, activity, now=now, place=place)
    topic = " ".join(words.split())
    if len(topic) > TOPIC_LIMIT:
        return TopicAsked(activity=activity.on_local_clock(place), is_too_long=True)
    if topic:
        record = replace(record, topic=topic)
    if photo_id is not None and presence_rules.load(session).photo:
        record = replace(record, photo_id=photo_id)
    return _keep(session, activity, draft, record, now=now, place=place)


def hold(
    session: Session, actor: Actor, draft_id: int, *, version: int, now: datetime, place: Place
) -> Stepped:
    """The last step: who did not come is absent, and it counts for what is owed.

    Only what the last summary showed is held. Anything else is answered with how it stands now.
    """
    activity_id = drafts.find_subject(session, draft_id, person_id=actor.person) or 0
    activities.lock(session, activity_id)
    found = _find(session, actor, activity_id, now=now, place=place)
    if not isinstance(found, _Dialogue):
        return found
    activity, draft, record = found.activity, found.draft, found.record
    if draft is None:
        return status_of(session, activity, now=now, place=place)
    if (draft.id, draft.version) != (draft_id, version):
        return _present(session, activity, draft, now=now, place=place)
    if not record.is_ready or record.seen != activity.version:
        return _keep(session, activity, draft, record, now=now, place=place)
    drafts.end(session, draft.id, state="confirmed", now=now)
    settle_held(session, actor, activity, record, now=now, place=place)
    return present_now(session, activity.id, now=now, place=place)


def _begin(
    session: Session,
    actor: Actor,
    activity: Activity,
    record: Record,
    *,
    now: datetime,
    place: Place,
) -> Stepped:
    facts = record.to_facts()
    draft = drafts.begin(session, actor.person, KIND, now=now, subject_id=activity.id, facts=facts)
    return _present(session, activity, draft, now=now, place=place)


def _keep(
    session: Session,
    activity: Activity,
    draft: Draft,
    record: Record,
    *,
    now: datetime,
    place: Place,
) -> Stepped:
    facts = replace(record, seen=activity.version).to_facts()
    if drafts.keep(session, draft, facts, now=now):
        draft = replace(draft, facts=facts, version=draft.version + 1)
    return _present(session, activity, draft, now=now, place=place)


def _present(
    session: Session, activity: Activity, draft: Draft, *, now: datetime, place: Place
) -> Stepped:
    """The step to which the dialogue has come."""
    record = record_from_facts(draft.facts)
    if not record.is_confirmed:
        return _attendance(session, activity, now=now, place=place)
    if record.topic is None:
        return TopicAsked(activity=activity.on_local_clock(place))
    return HeldSummary(
        draft_id=draft.id,
        version=draft.version,
        status=status_of(session, activity, now=now, place=place),
        topic=record.topic,
        has_photo=record.photo_id is not None,
        takes_photo=presence_rules.load(session).photo,
    )


def _attendance(
    session: Session, activity: Activity, *, now: datetime, place: Place
) -> AttendanceCheck:
    names = check_in_changes.find_names(
        session, [activity.id], CheckInState.EXPECTED, limit=MOST_NAMES
    )
    return AttendanceCheck(
        status=status_of(session, activity, now=now, place=place),
        missing=names.get(activity.id, ()),
        guests=tuple(
            replace(one, came_at=place.local(one.came_at))
            for one in guests.find_undecided(session, activity.id)
        ),
        leaves=leaves.count_asked(session, activity.id),
    )


def _find(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> _Dialogue | Ending:
    """An activity of the actor that may be said to have been held; else why it may not."""
    activity = find_managed(session, actor, activity_id)
    if activity is None:
        return NotYours()
    if not activity.is_planned:
        return status_of(session, activity, now=now, place=place)
    if not activity.has_begun(now):
        return NotBegun(starts_at=place.local(activity.starts_at))
    draft = drafts.find_of(session, actor.person, KIND, subject_id=activity.id)
    return _Dialogue(activity=activity, draft=draft)
