"""Write down that an activity was held, and take it back."""

from datetime import datetime

from sqlmodel import Session

from actions import absences
from actions.activities import NotYours, Shown, find_to_change, note_settled, present_now
from actions.activity_counting import count_held, find_counted, find_meant
from domain.activity import Activity, ActivityState, Meant
from domain.check_in import CheckInState
from domain.holding import Record
from domain.permission import Actor
from domain.place import Place
from storage import activities, activity_duties, activity_records, check_in_changes, check_ins


def settle_held(
    session: Session,
    actor: Actor,
    activity: Activity,
    record: Record,
    *,
    now: datetime,
    place: Place,
) -> None:
    """Who did not come is absent, and it counts for what is owed; once."""
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
