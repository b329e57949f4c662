"""How an officer lets people check in: by button, by a told code, or by a wall."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from actions.activities import NotYours, Shown, find_managed, find_to_change, status_of
from actions.quieting import ACTIVITY, refresh_cards
from actions.running import reads
from domain.activity import Activity, Proof
from domain.code import Shown as ShownCode
from domain.code import show
from domain.permission import Actor
from domain.place import Place
from domain.quorum import Share
from storage import activities, activity_records, codes, history


class NoCodeNow:
    """The activity takes no code, or nobody could use it any more."""


def choose(
    session: Session,
    actor: Actor,
    activity_id: int,
    *,
    proof: Proof,
    now: datetime,
    place: Place,
) -> Shown:
    """Say what a check-in needs from now on; what was recorded stays."""
    activity = find_to_change(session, actor, activity_id)
    if activity is None:
        return NotYours()
    if activity.is_planned and activity.proof is not proof:
        activities.change_proof(session, activity.id, proof)
        change = {"proof": activity.proof.value}, {"proof": proof.value}
        _note(session, actor, activity, change, now=now)
    return _now(session, activity, now=now, place=place)


def turn_names(
    session: Session, actor: Actor, activity_id: int, *, version: int, now: datetime, place: Place
) -> Shown:
    """Let the walls name the latest arrivals, or not; from another `version` nothing turns."""
    activity = find_to_change(session, actor, activity_id)
    if activity is None:
        return NotYours()
    if activity.version == version:
        shows = not activity.shows_names
        activities.change_names(session, activity.id, shows=shows)
        change = {"wall_names": activity.shows_names}, {"wall_names": shows}
        _note(session, actor, activity, change, now=now)
    return _now(session, activity, now=now, place=place)


def turn_quorum(
    session: Session, actor: Actor, activity_id: int, *, version: int, now: datetime, place: Place
) -> Shown:
    """Let it ask for the next share of those due: none, half, two thirds, four fifths."""
    activity = find_to_change(session, actor, activity_id)
    if activity is None:
        return NotYours()
    if activity.is_planned and activity.version == version:
        shares = list(Share)
        share = shares[(shares.index(activity.quorum) + 1) % len(shares)]
        activity_records.choose_quorum(session, activity.id, share)
        change = {"quorum": activity.quorum.value}, {"quorum": share.value}
        _note(session, actor, activity, change, now=now)
    return _now(session, activity, now=now, place=place)


def _note(
    session: Session,
    actor: Actor,
    activity: Activity,
    change: tuple[Mapping[str, Any], Mapping[str, Any]],
    *,
    now: datetime,
) -> None:
    before, after = change
    history.write_down(
        session,
        "changed",
        (ACTIVITY, activity.id),
        now=now,
        by=actor.person,
        before=dict(before),
        after=dict(after),
    )
    refresh_cards(session, (ACTIVITY, activity.id), version=activity.version + 1, now=now)


def _now(session: Session, activity: Activity, *, now: datetime, place: Place) -> Shown:
    session.expire_all()
    changed = activities.find(session, activity.id)
    return status_of(session, changed, now=now, place=place) if changed else NotYours()


@reads
def find_code(
    session: Session, actor: Actor, activity_id: int, *, now: datetime
) -> ShownCode | NoCodeNow | NotYours:
    """The code that the officer tells in the room."""
    activity = find_managed(session, actor, activity_id)
    if activity is None:
        return NotYours()
    secret = codes.find_secret(session, activity_id)
    if not activity.takes_codes or secret is None:
        return NoCodeNow()
    return show(secret, activity_id, at=now)
