"""How somebody stands at activities: at one, at what is open now, and at what comes next."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions.check_ins import STILL_OPEN_FOR, find_own
from actions.invitations import attendance_of, rules_for
from actions.running import reads
from domain.check_in import (
    Attendance,
)
from domain.permission import Actor
from domain.place import Place
from storage import activities, check_ins, presence_rules


@dataclass(frozen=True, kw_only=True)
class Mine:
    """What is open now for one person, and what comes next."""

    open: tuple[Attendance, ...] = ()
    next: Attendance | None = None


@reads
def find_one(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Attendance | None:
    """How the actor stands at one activity; None for who is not expected."""
    found = find_own(session, actor, activity_id)
    rules = rules_for(session, found[1]) if found else None
    return attendance_of(*found, rules, at=now, place=place) if found and rules else None


@reads
def find_mine(session: Session, actor: Actor, *, now: datetime, place: Place) -> Mine:
    """What is open for the actor now and what opens next."""
    begun_after = now - STILL_OPEN_FOR
    coming = check_ins.find_activity_ids(session, actor.person, begun_after=begun_after)
    opened = [found for found, opens_at in coming if opens_at <= now]
    later = [found for found, opens_at in coming if opens_at > now][:1]
    found = activities.find_many(session, [*opened, *later])
    known = check_ins.find_many(session, found, [actor.person])
    rules = presence_rules.load(session)
    shown = {
        one: attendance_of(found[one], known[one, actor.person], rules, at=now, place=place)
        for one in found
        if (one, actor.person) in known
    }
    return Mine(
        open=tuple(shown[one] for one in opened if one in shown),
        next=next((shown[one] for one in later if one in shown), None),
    )
