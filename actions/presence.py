"""Check in with a code: scanned from a wall, or four digits that were told in the room."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import Session

from actions import guests, invitations
from actions.check_ins import (
    STILL_OPEN_FOR,
    Answered,
    Found,
    Press,
    Recorded,
    TooEarly,
    arrive,
    find_own,
    note_change,
    stands,
)
from actions.guests import GuestNoted
from actions.running import reads
from domain.activity import Activity, Proof
from domain.check_in import CAME, UNANSWERED, Way, decide_proven
from domain.code import (
    SCAN_STEP,
    WRONG_CODES,
    WRONG_CODES_WITHIN,
    find_spoken,
    is_accepted,
    is_genuine,
    read_scan,
)
from domain.permission import Actor
from domain.place import Place
from storage import activities, check_in_changes, check_ins, codes


@dataclass(frozen=True, kw_only=True)
class Unknown:
    """Whoever it is, nobody has tied him to a person yet; he learns nothing."""


@dataclass(frozen=True, kw_only=True)
class NoCode:
    """We have never made such a code."""


@dataclass(frozen=True, kw_only=True)
class TooOld:
    """It was a code once, and is one no longer."""


@dataclass(frozen=True, kw_only=True)
class WrongCode:
    """The four digits are no code now; so many more may be tried."""

    left: int


@dataclass(frozen=True, kw_only=True)
class NoMoreCodes:
    """Too many were wrong: no typed code is taken for a while, right or wrong."""


@dataclass(frozen=True, kw_only=True)
class NothingOpen:
    """No activity of the actor takes a code now."""


@dataclass(frozen=True, kw_only=True)
class Used:
    """A code, and when: `at` by Telegram's clock. `good_for` is how long codes are taken."""

    words: str
    at: datetime
    good_for: timedelta


Scanned = Answered | GuestNoted | Unknown | NoCode | TooOld
Typed = Answered | WrongCode | NoMoreCodes | NothingOpen


def scan(session: Session, actor: Actor, used: Used, *, now: datetime, place: Place) -> Scanned:
    """Record whoever scanned a code at the instant at which its step began."""
    if not actor.is_linked:
        return Unknown()
    found = read_scan(used.words)
    secret = codes.find_secret(session, found.activity_id) if found else None
    if found is None or secret is None or not is_genuine(secret, found):
        return NoCode()
    if not is_accepted(found.began_at, SCAN_STEP, at=used.at, good_for=used.good_for):
        return TooOld()
    own = find_own(session, actor, found.activity_id)
    if own is not None:
        return _arrive(session, actor, own, used, found.began_at, now=now, place=place)
    activity = activities.find(session, found.activity_id)
    if activity is None:
        return NoCode()
    if used.at < activity.opens_at:
        return TooEarly(opens_at=place.local(activity.opens_at))
    return guests.ask(session, actor, activity, came_at=found.began_at, now=now)


def enter(session: Session, actor: Actor, used: Used, *, now: datetime, place: Place) -> Typed:
    """Record whoever typed four digits that are a code of an open activity of his.

    `used.words` are the digits. Guessing ends after some wrong ones: ten thousand are quickly
    tried.
    """
    awaiting = _find_awaiting(session, actor, at=used.at)
    if not awaiting:
        return NothingOpen()
    since = now - WRONG_CODES_WITHIN
    wrong = codes.count_wrong(session, actor.person, since=since)
    if wrong >= WRONG_CODES:
        return NoMoreCodes()
    secrets = codes.find_secrets(session, [one.id for one in awaiting])
    for activity in awaiting:
        instant = find_spoken(
            secrets[activity.id], activity.id, used.words, at=used.at, good_for=used.good_for
        )
        if instant is not None:
            own = find_own(session, actor, activity.id)
            if own is None:
                raise LookupError("whoever types a code of his own activity is expected there")
            return _arrive(session, actor, own, used, instant, now=now, place=place)
    codes.note_wrong(session, actor.person, now=now, forget_before=since)
    return WrongCode(left=WRONG_CODES - wrong - 1) if wrong + 1 < WRONG_CODES else NoMoreCodes()


def _arrive(
    session: Session,
    actor: Actor,
    own: Found,
    used: Used,
    instant: datetime,
    *,
    now: datetime,
    place: Place,
) -> Answered:
    activity, before = own
    if before.state in CAME and before.stayed_at is None and activity.is_at_end(instant):
        return _stay(session, actor, own, used, instant, now=now, place=place)
    decided = decide_proven(activity, instant=instant, at=used.at)
    way = Way.CODE if used.words.isdecimal() else Way.WALL
    press = Press(activity_id=activity.id, at=used.at)
    done = arrive(session, actor, own, press, decided=decided, way=way, now=now, place=place)
    if isinstance(done, Recorded):
        invitations.answer(session, activity, done.attendance.check_in, now=now)
    return done


def _stay(
    session: Session,
    actor: Actor,
    own: Found,
    used: Used,
    instant: datetime,
    *,
    now: datetime,
    place: Place,
) -> Answered:
    """Whoever came uses a code again at the end: he has not left early."""
    activity, before = own
    press = Press(activity_id=activity.id, at=used.at)
    if not activity.is_planned or not check_in_changes.stay(session, before, at=instant):
        return stands(session, actor, activity, press, place)
    after = replace(before, stayed_at=instant, left_at=None, version=before.version + 1)
    done = note_change(session, actor, own, after, press, now=now, place=place)
    invitations.answer(session, activity, after, now=now)
    return done


@reads
def awaits_code(session: Session, actor: Actor, *, at: datetime) -> bool:
    """Whether four digits that the actor types are meant as a code: he has not come yet."""
    if not actor.is_linked:
        return False
    awaiting = [one.id for one in _find_awaiting(session, actor, at=at)]
    known = check_ins.find_many(session, awaiting, [actor.person])
    return any(one.state in UNANSWERED for one in known.values())


@reads
def knows_code(session: Session, actor: Actor, *, at: datetime) -> bool:
    """Whether four digits may be a code that the actor has used already."""
    return actor.is_linked and bool(_find_awaiting(session, actor, at=at))


def _find_awaiting(session: Session, actor: Actor, *, at: datetime) -> list[Activity]:
    """The open activities of the actor that take a code, the earliest first."""
    coming = check_ins.find_activity_ids(session, actor.person, begun_after=at - STILL_OPEN_FOR)
    opened = [found for found, opens_at in coming if opens_at <= at]
    found = activities.find_many(session, opened)
    return [found[one] for one in opened if found[one].proof is not Proof.BUTTON]
