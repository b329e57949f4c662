"""Say that something is done, and think again for ten minutes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from actions import progress
from actions.progress import Deed
from actions.quieting import OBLIGATION
from domain.act import Act, ActKind
from domain.obligation import Obligation, ObligationState, may_act
from domain.permission import Actor
from domain.place import Place
from storage import history, obligations, openings

UNDO_WITHIN = timedelta(minutes=10)
TICKED = "ticked"


@dataclass(frozen=True, kw_only=True)
class Ticked:
    """How it stands now. `act` was done just now; None: the press changed nothing."""

    obligation: Obligation
    act: Act | None = None


@dataclass(frozen=True, kw_only=True)
class TakenBack:
    """It is owed as before."""

    obligation: Obligation


@dataclass(frozen=True, kw_only=True)
class TooLate:
    """Ten minutes are over, somebody else did it, or something happened since."""

    obligation: Obligation


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """It does not exist, or it is somebody else's: both look the same."""


@dataclass(frozen=True, kw_only=True)
class Pressed:
    """Which act of which obligation, as its message showed it, and when the press came."""

    obligation_id: int
    version: int
    act: int = 0


def tick(
    session: Session, actor: Actor, pressed: Pressed, *, now: datetime, place: Place
) -> Ticked | NotYours:
    """Count the act once. A second press, or one on an old message, only shows how it stands."""
    owed = _find(session, actor, pressed)
    if owed is None:
        return NotYours()
    act = owed.acts[pressed.act] if pressed.act < len(owed.acts) else None
    if act is None or act.kind is not ActKind.TICK:
        return NotYours()
    is_fresh = owed.version == pressed.version and owed.state is ObligationState.OPEN
    deed = Deed(code=act.code, day=place.today(now), by=actor.person)
    if not is_fresh or not progress.count(session, owed, deed, now=now):
        return Ticked(obligation=owed)
    _note(session, actor, TICKED, owed, act, now=now)
    return Ticked(obligation=obligations.find(session, owed.id) or owed, act=act)


def take_back(
    session: Session,
    actor: Actor,
    pressed: Pressed,
    *,
    pressed_at: datetime,
    now: datetime,
    place: Place,
) -> TakenBack | TooLate | NotYours:
    """Whoever did it may take it back for ten minutes: what was stilled is owed again."""
    owed = _find(session, actor, pressed)
    if owed is None:
        return NotYours()
    last = history.find_last(session, (OBLIGATION, owed.id), (TICKED, "unticked"))
    is_own = last is not None and last.verb == TICKED and last.person_id == actor.person
    if last is None or not is_own or owed.version != pressed.version:
        return TooLate(obligation=owed)
    if pressed_at > last.at + UNDO_WITHIN or openings.is_followed(session, owed):
        return TooLate(obligation=owed)
    act = next(one for one in owed.acts if one.code == last.after["act"])
    deed = Deed(code=act.code, day=place.today(now), by=actor.person, times=-1)
    progress.count(session, owed, deed, now=now)
    _note(session, actor, "unticked", owed, act, now=now)
    return TakenBack(obligation=obligations.find(session, owed.id) or owed)


def _find(session: Session, actor: Actor, pressed: Pressed) -> Obligation | None:
    owed = obligations.find(session, pressed.obligation_id, for_change=True)
    return owed if owed is not None and may_act(actor, owed) else None


def _note(
    session: Session, actor: Actor, verb: str, owed: Obligation, act: Act, *, now: datetime
) -> None:
    history.write_down(
        session, verb, (OBLIGATION, owed.id), now=now, by=actor.person, after={"act": act.code}
    )
