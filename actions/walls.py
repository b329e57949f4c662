"""Walls: an officer makes a one-time link, a browser opens it, and it shows what holds now."""

from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest
from secrets import token_urlsafe

from sqlmodel import Session

from actions import live_counts
from actions.activities import NotYours, find_managed
from actions.quieting import ACTIVITY
from actions.running import reads
from domain.activity import Activity
from domain.code import Shown, show
from domain.link import hash_secret
from domain.permission import Actor
from domain.place import Place
from domain.wall import LATEST_ARRIVALS, Wall, WallBoard, arrival, ends_at, is_secret
from storage import accounts, check_ins, codes, history, walls


@dataclass(frozen=True, kw_only=True)
class WallLink:
    """A fresh link; its secret is told once and never kept."""

    secret: str
    activity: Activity


class WallOver:
    """The activity takes no codes, or its walls have ended."""


@dataclass(frozen=True, kw_only=True)
class Opened:
    """The page may be shown by whoever holds the secret, until it ends."""

    wall_id: int
    secret: str
    ends_at: datetime


def make_link(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> WallLink | WallOver | NotYours:
    """A link that opens one wall, once."""
    activity = find_managed(session, actor, activity_id)
    if activity is None:
        return NotYours()
    if not activity.takes_codes or now > ends_at(activity):
        return WallOver()
    secret = token_urlsafe(16)
    wall_id = walls.make(
        session, activity_id, link_hash=hash_secret(secret), made_by=actor.person, now=now
    )
    history.write_down(
        session,
        "wall_made",
        (ACTIVITY, activity_id),
        now=now,
        by=actor.person,
        after={"wall": wall_id},
    )
    live_counts.queue(session, actor, activity, now=now)
    return WallLink(secret=secret, activity=activity.on_local_clock(place))


@reads
def may_open(session: Session, secret: str, *, now: datetime) -> bool:
    """Whether the link is one of ours and still unused."""
    wall = walls.find_unopened(session, hash_secret(secret)) if is_secret(secret) else None
    return wall is not None and _find_shown(session, wall, now=now) is not None


def open_link(session: Session, secret: str, *, now: datetime) -> Opened | None:
    """Open a wall. Used, over, foreign and made up look the same."""
    wall = walls.find_unopened(session, hash_secret(secret)) if is_secret(secret) else None
    found = _find_shown(session, wall, now=now) if wall else None
    if wall is None or found is None:
        return None
    kept = token_urlsafe(16)
    if not walls.open_once(session, wall.id, session_hash=hash_secret(kept), now=now):
        return None
    history.write_down(
        session,
        "wall_opened",
        (ACTIVITY, wall.activity_id),
        now=now,
        by=wall.made_by,
        way="web",
        after={"wall": wall.id},
    )
    return Opened(wall_id=wall.id, secret=kept, ends_at=ends_at(found[0]))


@reads
def look(
    session: Session, wall_id: int, secret: str, *, now: datetime, place: Place
) -> WallBoard | None:
    """What a wall shows now; None for who does not hold its secret, and after its end."""
    wall = walls.find(session, wall_id)
    if wall is None or wall.session_hash is None:
        return None
    if not compare_digest(wall.session_hash, hash_secret(secret)):
        return None
    found = _find_shown(session, wall, now=now)
    if found is None:
        return None
    activity, maker = found
    latest = _find_latest(session, activity) if activity.shows_names else []
    return WallBoard(
        activity=activity.on_local_clock(place),
        now=place.local(now),
        ends_at=place.local(ends_at(activity)),
        language=maker.language,
        counts=check_ins.count(session, activity.id),
        shown=_find_codes(session, activity, now=now),
        arrivals=tuple(arrival(name, state, place.local(at)) for name, state, at in latest),
    )


def _find_latest(session: Session, activity: Activity) -> list[walls.Latest]:
    return walls.find_latest(session, activity.id, limit=LATEST_ARRIVALS)


def _find_shown(session: Session, wall: Wall, *, now: datetime) -> tuple[Activity, Actor] | None:
    """The activity of a wall and who made it, while he may show it to a room."""
    account = accounts.find_account(session, wall.made_by)
    maker = accounts.find_actor(session, account) if account else None
    activity = find_managed(session, maker, wall.activity_id) if maker else None
    if maker is None or activity is None or now > ends_at(activity):
        return None
    return activity, maker


def _find_codes(session: Session, activity: Activity, *, now: datetime) -> Shown | None:
    """None before the window opens: what is shown earlier could be used by who is not there."""
    secret = codes.find_secret(session, activity.id)
    if secret is None or not activity.takes_codes or now < activity.opens_at:
        return None
    return show(secret, activity.id, at=now)
