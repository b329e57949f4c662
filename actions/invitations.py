"""Invite who is expected, and say when the check-in opens to who has not answered."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session

from actions.quieting import ACTIVITY
from domain.activity import Activity, Proof, invitation_due
from domain.check_in import (
    UNANSWERED,
    Attendance,
    CheckIn,
    Leave,
)
from domain.delivery import Kind, NewDelivery
from domain.leave import EXCUSABLE, may_ask
from domain.place import Place
from domain.presence_rules import DEFAULT_RULES, PresenceRules
from storage import activity_openings, check_ins, deliveries, people, presence_rules
from storage.people import Person

CHECK_IN = "check_in"
CHUNK = 500
USEFUL_AFTER_CLOSE = timedelta(minutes=30)
# So long before it begins who has not answered is reminded, if the window opens later.
REMINDED_BEFORE = timedelta(hours=1)
# Whoever was invited as lately as this needs no second message at the opening.
INVITED_LATELY = timedelta(hours=2)
EVER = timedelta(days=3660)


def queue(
    session: Session,
    activity: Activity,
    *,
    again: Collection[int] = (),
    change: str = "",
    now: datetime,
    place: Place,
) -> int:
    """Queue an invitation for everybody who is expected and can be written to.

    `again` are those who were invited before and taken off the list since; `change` is unlike
    each time that somebody is put on it.
    """
    expected = check_ins.find_reachable_unanswered(session, activity.id)
    invited = [
        _message(activity, person, Kind.INVITATION, due_at=_due(activity, person, now, place))
        for person in people.find_many(session, expected).values()
    ]
    anew = [
        replace(one, once_key=f"{one.once_key}:{change}")
        for one in invited
        if one.person_id in again
    ]
    return queue_in_chunks(session, [*invited, *anew], now=now)


def _due(activity: Activity, person: Person, now: datetime, place: Place) -> datetime:
    waking_at = now if place.is_waking(now) else place.next_digest(now, person.digest_at)
    return invitation_due(now, waking_at=waking_at, opens_at=activity.opens_at)


def _message(activity: Activity, person: Person, kind: Kind, *, due_at: datetime) -> NewDelivery:
    # What was told of a moment that it was moved away from is told anew, and each move for itself:
    # it may go back to a moment that was told before.
    moment = f":{activity.starts_at.timestamp():.0f}" if activity.moved_from else ""
    once_key = f"{kind}:{activity.id}:{person.id}{moment}"
    if kind is Kind.CHECK_IN_OPEN:
        # So is the opening, where the time was changed before.
        once_key += f":{activity.opens_at:%Y%m%d%H%M}"
    if kind is Kind.MOVED:
        once_key += f":{activity.version}"
    return NewDelivery(
        once_key=once_key,
        person_id=person.id,
        kind=kind,
        due_at=due_at,
        useful_until=activity.closes_at + USEFUL_AFTER_CLOSE,
        subject_id=activity.id,
        subjects=((ACTIVITY, activity.id),),
    )


def queue_in_chunks(session: Session, queued: Sequence[NewDelivery], *, now: datetime) -> int:
    """Queue them; a statement carries some thousand values and no more."""
    parts = (queued[at : at + CHUNK] for at in range(0, len(queued), CHUNK))
    return sum(deliveries.queue(session, part, now=now) for part in parts)


def tell_moved(session: Session, activity: Activity, *, now: datetime, place: Place) -> int:
    """Tell everybody who is expected of the new moment; an invitation that waits says it anyway."""
    subject = (ACTIVITY, activity.id)
    waiting = deliveries.find_receivers_since(session, Kind.INVITATION, subject, since=now)
    expected = check_ins.find_reachable_unanswered(session, activity.id)
    told = people.find_many(session, [one for one in expected if one not in waiting])
    messages = [
        _message(activity, person, Kind.MOVED, due_at=_due(activity, person, now, place))
        for person in told.values()
    ]
    return queue_in_chunks(session, messages, now=now)


def refresh_own(
    session: Session, before: CheckIn, *, besides: int | None = None, now: datetime
) -> None:
    """Bring up to date what a person was sent about an activity, after `before` has changed.

    `besides` is the message that was pressed: it is shown anew at once.
    """
    own = deliveries.Own(
        person_id=before.person_id,
        kinds=(Kind.INVITATION, Kind.MOVED, Kind.CHECK_IN_OPEN, Kind.CHECKED_IN),
        subject_id=before.activity_id,
        besides=besides,
    )
    # An entry begins anew where somebody was taken off the list and put on it again.
    change = f"{CHECK_IN}:{before.activity_id}:{before.version + 1}:{now.timestamp():.0f}"
    deliveries.refresh_own(session, own, change=change, now=now)


def answer(session: Session, activity: Activity, after: CheckIn, *, now: datetime) -> None:
    """Queue the answer to a code. A crowd is recorded at once, and answered at Telegram's pace."""
    message = NewDelivery(
        once_key=f"{Kind.CHECKED_IN}:{activity.id}:{after.person_id}:{after.version}",
        person_id=after.person_id,
        kind=Kind.CHECKED_IN,
        due_at=now,
        useful_until=max(now, activity.closes_at) + USEFUL_AFTER_CLOSE,
        subject_id=activity.id,
        subjects=((ACTIVITY, activity.id),),
    )
    deliveries.queue(session, [message], now=now)


def remind(session: Session, *, now: datetime, place: Place) -> int:
    """Remind of one activity that begins within the hour; returns 1, or 0 when there is none.

    At night only the opening is told, and where that comes earlier it is the reminder.
    """
    near = activity_openings.find_near(session, now=now, until=now + REMINDED_BEFORE, limit=1)
    for activity in near:
        activity_openings.mark_reminded(session, activity.id, now=now)
        if place.is_waking(now):
            _tell_opening(session, activity, now=now)
    return len(near)


def tell_openings(session: Session, *, now: datetime, place: Place) -> int:
    """Tell of one window that has opened; returns 1, or 0 when there is none.

    It comes at any hour: who is expected at seven must hear of it at half past six.
    """
    opening = activity_openings.find_opening(session, now=now, limit=1)
    for activity in opening:
        activity_openings.mark_opening_told(session, activity.id, now=now)
        told = _tell_opening(session, activity, now=now) if now <= activity.closes_at else set()
        _show_button(session, activity, besides=told, now=now)
    return len(opening)


def _tell_opening(session: Session, activity: Activity, *, now: datetime) -> set[int]:
    """Once, an hour before or at the opening. Returns who gets a message of his own."""
    lately = _find_invited(session, activity, within=INVITED_LATELY)
    unanswered = check_ins.find_reachable_unanswered(session, activity.id)
    told = people.find_many(session, [one for one in unanswered if one not in lately])
    messages = [
        _message(activity, person, Kind.CHECK_IN_OPEN, due_at=now) for person in told.values()
    ]
    queue_in_chunks(session, messages, now=now)
    return set(told)


def _show_button(
    session: Session, activity: Activity, *, besides: Collection[int], now: datetime
) -> None:
    """The button appears when the window opens: on the invitation, where no new message has it."""
    subject, change = (ACTIVITY, activity.id), f"opened:{activity.opens_at.isoformat()}"
    since = activity.opens_at - EVER
    reminded = deliveries.find_receivers_since(session, Kind.CHECK_IN_OPEN, subject, since=since)
    invited = _find_invited(session, activity, within=EVER).difference(besides) | reminded
    deliveries.queue_edits(session, subject, change=change, people=invited, now=now)


def _find_invited(session: Session, activity: Activity, *, within: timedelta) -> set[int]:
    subject, since = (ACTIVITY, activity.id), activity.opens_at - within
    return deliveries.find_receivers_since(session, Kind.INVITATION, subject, since=since)


def rules_for(session: Session, check_in: CheckIn) -> PresenceRules:
    """The rules that decide what somebody may still say; a crowd that has come needs none."""
    is_open = check_in.state in EXCUSABLE
    return presence_rules.load(session) if is_open else DEFAULT_RULES


def attendance_of(
    activity: Activity, check_in: CheckIn, rules: PresenceRules, *, at: datetime, place: Place
) -> Attendance:
    """What the person sees of an activity at an instant."""
    waits = check_in.leave is Leave.ASKED and check_in.state in EXCUSABLE
    is_unanswered = activity.is_planned and check_in.state in UNANSWERED
    return Attendance(
        activity=activity.on_local_clock(place),
        check_in=check_in,
        recorded_at=place.local(check_in.recorded_at) if check_in.recorded_at else None,
        may_undo=activity.is_planned and check_in.may_be_undone(at),
        may_withdraw=waits,
        may_check_in=(is_unanswered and activity.proof is Proof.BUTTON and at >= activity.opens_at),
        is_asked=is_unanswered,
        may_excuse=may_ask(activity, check_in, rules, at=at, place=place),
    )
