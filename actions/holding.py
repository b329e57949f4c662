"""Say that an activity was held: through attendance and topic to Done, and not before."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from actions import absences
from actions.activities import (
    NotBegun,
    NotYours,
    Shown,
    find_managed,
    find_to_change,
    note_settled,
    present_now,
    status_of,
)
from actions.activity_counting import count_held, find_counted, find_meant
from actions.running import reads
from domain.activity import TOPIC_LIMIT, Activity, ActivityState, Meant
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
from storage import (
    activities,
    activity_duties,
    activity_records,
    check_in_changes,
    check_ins,
    drafts,
    guests,
    leaves,
    presence_rules,
)

KIND = "held"
MOST_NAMES = 12

Stepped = AttendanceCheck | TopicAsked | HeldSummary | ActivityStatus | NotBegun | NotYours


@reads
def check_attendance(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Stepped:
    """The first step: who is missing, and whom nobody has decided about."""
    activity = _find_open(session, actor, activity_id, now=now, place=place)
    if not isinstance(activity, Activity):
        return activity
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


def ask_topic(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Stepped:
    """The second step: the next words are what it was about."""
    activity = _find_open(session, actor, activity_id, now=now, place=place)
    if not isinstance(activity, Activity):
        return activity
    facts = Record().to_facts()
    drafts.begin(session, actor.person, KIND, now=now, subject_id=activity.id, facts=facts)
    return TopicAsked(activity=activity.on_local_clock(place))


def take_title(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Stepped:
    """It was about what its title says."""
    activity = _find_open(session, actor, activity_id, now=now, place=place)
    if not isinstance(activity, Activity):
        return activity
    draft = drafts.find_of(session, actor.person, KIND, subject_id=activity.id)
    if draft is None:
        draft = drafts.begin(session, actor.person, KIND, now=now, subject_id=activity.id)
    record = replace(record_from_facts(draft.facts), topic="")
    return _keep(session, activity, draft, record, now=now, place=place)


def hear(
    session: Session, actor: Actor, words: str, photo_id: str | None, *, now: datetime, place: Place
) -> Stepped:
    """Take what was written as the topic, or the photo where photos are taken."""
    draft = drafts.find_open(session, actor.person)
    if draft is None or draft.kind != KIND or draft.subject_id is None:
        return NotYours()
    activity = _find_open(session, actor, draft.subject_id, now=now, place=place)
    if not isinstance(activity, Activity):
        return activity
    record = record_from_facts(draft.facts)
    topic = " ".join(words.split())
    if len(topic) > TOPIC_LIMIT:
        return TopicAsked(activity=activity.on_local_clock(place), is_too_long=True)
    if topic:
        record = replace(record, topic=topic)
    if photo_id is not None and presence_rules.load(session).photo:
        record = replace(record, photo_id=photo_id)
    return _keep(session, activity, draft, record, now=now, place=place)


def _keep(
    session: Session,
    activity: Activity,
    draft: Draft,
    record: Record,
    *,
    now: datetime,
    place: Place,
) -> Stepped:
    seen = replace(record, seen=activity.version)
    if drafts.keep(session, draft, seen.to_facts(), now=now):
        draft = replace(draft, version=draft.version + 1)
    return _summary(session, activity, draft, seen, now=now, place=place)


def _summary(
    session: Session,
    activity: Activity,
    draft: Draft,
    record: Record,
    *,
    now: datetime,
    place: Place,
) -> Stepped:
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


def hold(
    session: Session, actor: Actor, draft_id: int, *, version: int, now: datetime, place: Place
) -> Stepped:
    """The last step: who did not come is absent, and it counts for what is owed.

    Only what the last summary showed is held. Anything else is answered with how it stands now.
    """
    activity_id = drafts.find_subject(session, draft_id, person_id=actor.person) or 0
    activities.lock(session, activity_id)
    activity = _find_open(session, actor, activity_id, now=now, place=place)
    if not isinstance(activity, Activity):
        return activity
    draft = drafts.find_of(session, actor.person, KIND, subject_id=activity.id)
    if draft is None:
        return status_of(session, activity, now=now, place=place)
    record = record_from_facts(draft.facts)
    if (draft.id, draft.version) != (draft_id, version):
        return _summary(session, activity, draft, record, now=now, place=place)
    if record.topic is None or record.seen != activity.version:
        return _keep(session, activity, draft, record, now=now, place=place)
    drafts.end(session, draft.id, state="confirmed", now=now)
    _hold(session, actor, activity, record, now=now, place=place)
    return present_now(session, activity.id, now=now, place=place)


def _hold(
    session: Session,
    actor: Actor,
    activity: Activity,
    record: Record,
    *,
    now: datetime,
    place: Place,
) -> None:
    meant = find_meant(session, activity, place)
    own = meant.get(activity.duty_id or 0, Meant())
    if not activities.settle(session, activity, ActivityState.HELD, meant=own, now=now):
        return
    activity_records.keep_record(
        session, activity.id, topic=record.topic or "", photo_id=record.photo_id
    )
    activity_duties.keep_meant(session, activity.id, meant)
    check_ins.move_all(session, activity.id, CheckInState.EXPECTED, to=CheckInState.ABSENT)
    if activity.takes_second_scan:
        check_in_changes.note_unseen_at_end(session, activity.id, left_at=activity.ends_at)
    count_held(session, actor, activity, meant, now=now, place=place)
    absences.settle(session, actor, activity, now=now, place=place)
    absences.settle_missed(session, actor, activity.id, now=now, place=place)
    note_settled(session, actor, activity, ActivityState.HELD, now=now)


def reopen(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Shown:
    """Take back a wrong *held* within ten minutes: the absent are expected again."""
    activity = find_to_change(session, actor, activity_id)
    if activity is None:
        return NotYours()
    meant = find_counted(session, activity)
    is_reopened = activity.may_be_reopened(now) and activities.settle(
        session, activity, ActivityState.PLANNED, now=now
    )
    if is_reopened:
        check_ins.move_all(session, activity.id, CheckInState.ABSENT, to=CheckInState.EXPECTED)
        check_in_changes.forget_unseen_at_end(session, activity.id)
        absences.take_back(session, actor, activity, now=now, place=place)
        count_held(session, actor, activity, meant, times=-1, now=now, place=place)
        absences.reopen_missed(session, actor, activity, now=now)
        note_settled(session, actor, activity, ActivityState.PLANNED, now=now)
    return present_now(session, activity.id, now=now, place=place)


def _find_open(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Activity | ActivityStatus | NotBegun | NotYours:
    """An activity of the actor that may be said to have been held; else why it may not."""
    activity = find_managed(session, actor, activity_id)
    if activity is None:
        return NotYours()
    if not activity.is_planned:
        return status_of(session, activity, now=now, place=place)
    if not activity.has_begun(now):
        return NotBegun(starts_at=place.local(activity.starts_at))
    return activity
