"""What an invitation, and what follows it, says at the moment it is sent or edited."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session

from actions.invitations import attendance_of
from domain.check_in import (
    Attendance,
    CheckedInCard,
    CheckInOpenCard,
    CheckInState,
    InvitationCard,
    MovedCard,
    off_list,
)
from domain.delivery import Delivery
from domain.place import Place
from storage import activities, check_ins, presence_rules


def _load(
    session: Session,
    claimed: Sequence[Delivery],
    *,
    is_answer: bool = False,
    now: datetime,
    place: Place,
) -> dict[int, Attendance]:
    """How the receivers stand; a new message, save an answer, goes only to who has not answered.

    Who was taken off the list sees that on what he was sent.
    """
    ids = {one.subject_id for one in claimed if one.subject_id}
    found = activities.find_many(session, ids)
    known = check_ins.find_many(session, ids, {one.person_id for one in claimed})
    rules = presence_rules.load(session)
    loaded = {}
    for one in claimed:
        activity = found.get(one.subject_id or 0)
        check_in = known.get((one.subject_id or 0, one.person_id))
        if activity is None:
            continue
        if check_in is None:
            if is_answer or one.edits is not None:
                loaded[one.id] = off_list(activity, one.person_id, place)
            continue
        is_asked = activity.is_planned and check_in.state is CheckInState.EXPECTED
        if is_asked or is_answer or one.edits is not None:
            loaded[one.id] = attendance_of(activity, check_in, rules, at=now, place=place)
    return loaded


def load_invitations(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> Mapping[int, InvitationCard]:
    """What each invitation says at this moment."""
    loaded = _load(session, claimed, now=now, place=place)
    return {found: InvitationCard(attendance=one) for found, one in loaded.items()}


def load_moved(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> Mapping[int, MovedCard]:
    """What each message about another moment says at this one."""
    loaded = _load(session, claimed, now=now, place=place)
    return {found: MovedCard(attendance=one) for found, one in loaded.items()}


def load_answers(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> Mapping[int, CheckedInCard]:
    """What each answer to a code says at this moment."""
    loaded = _load(session, claimed, is_answer=True, now=now, place=place)
    return {found: CheckedInCard(attendance=one) for found, one in loaded.items()}


def load_openings(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> Mapping[int, CheckInOpenCard]:
    """What each message about an opening says at this moment."""
    loaded = _load(session, claimed, now=now, place=place)
    return {
        found: CheckInOpenCard(attendance=one, is_open=now >= one.activity.opens_at)
        for found, one in loaded.items()
    }
