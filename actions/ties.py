"""Ties between people and units: list them, tie two, let a tie end."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions.running import reads
from domain.permission import Actor, administered_paths
from domain.place import Place
from domain.tie import UNDO_FOR, Tie, TieEnd, TieKind, TiePage
from storage import duties, history, ties

A_PAGE = 8
TIE = "tie"


@dataclass(frozen=True, kw_only=True)
class NewTie:
    """What was typed: names of people or units, `name@unit` where several are called so."""

    kind: TieKind
    first: str
    second: str


@dataclass(frozen=True, kw_only=True)
class NotFound:
    """Nobody and nothing is called so among what the actor administers."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Several:
    """More than one could be meant; `ends` tell them apart."""

    name: str
    ends: tuple[TieEnd, ...]


@dataclass(frozen=True, kw_only=True)
class SameSides:
    """Nobody is tied to himself."""


@dataclass(frozen=True, kw_only=True)
class Tied:
    """The tie runs. `is_new` is False when it ran before."""

    tie: Tie
    is_new: bool = True


@dataclass(frozen=True, kw_only=True)
class Ended:
    """The tie is over from today on; for ten minutes it can be taken up again."""

    tie: Tie


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """It does not exist, has changed, or is somebody else's: all look the same."""


@reads
def find_page(session: Session, actor: Actor, *, page: int) -> TiePage:
    """A page of the ties of which a side lies in what the actor administers."""
    found = ties.find_running(session, within=administered_paths(actor))
    pages = max(1, -(-len(found) // A_PAGE))
    here = min(max(page, 1), pages)
    shown = tuple(found[(here - 1) * A_PAGE : here * A_PAGE])
    return TiePage(ties=shown, page=here, pages=pages, total=len(found))


def tie(
    session: Session, actor: Actor, new: NewTie, *, now: datetime, place: Place
) -> Tied | NotFound | Several | SameSides:
    """Tie two from today on; twice changes nothing."""
    sides: list[TieEnd] = []
    for name in (new.first, new.second):
        found = ties.find_ends(session, name, within=administered_paths(actor))
        if not found:
            return NotFound(name=name)
        if len(found) > 1:
            return Several(name=name, ends=tuple(found))
        sides += found
    first, second = sides
    if ties.key_of(first) == ties.key_of(second):
        return SameSides()
    is_new = ties.add(session, new.kind, first, second, began_on=place.today(now))
    made = ties.find_between(session, new.kind, first, second)
    if made is None:
        raise LookupError("a tie that was just made is there")
    if is_new:
        duties.forget_openings(session)
        _note(session, actor, "tied", made, now=now)
    return Tied(tie=made, is_new=is_new)


def end(
    session: Session, actor: Actor, tie_id: int, *, now: datetime, place: Place
) -> Ended | NotYours:
    """Let a tie end today: what was owed by it is owed no longer."""
    found = _find(session, actor, tie_id)
    if found is None or not ties.end(session, tie_id, ended_on=place.today(now)):
        return NotYours()
    duties.forget_openings(session)
    _note(session, actor, "untied", found, now=now)
    return Ended(tie=found)


def undo(
    session: Session,
    actor: Actor,
    tie_id: int,
    *,
    pressed_at: datetime,
    now: datetime,
    place: Place,
) -> Tied | Ended | NotYours:
    """Take one's own tie, or one's own end of a tie, back within ten minutes."""
    last = history.find_last(session, (TIE, tie_id), ("tied", "untied", "tie_undone"))
    found = _find(session, actor, tie_id)
    if found is None or last is None or last.verb == "tie_undone":
        return NotYours()
    if last.person_id != actor.person or pressed_at > last.at + UNDO_FOR:
        return NotYours()
    if last.verb == "untied" and not ties.take_up(session, found):
        return NotYours()
    if last.verb == "tied" and not ties.end(session, tie_id, ended_on=place.today(now)):
        return NotYours()
    duties.forget_openings(session)
    _note(session, actor, "tie_undone", found, now=now)
    return Tied(tie=found) if last.verb == "untied" else Ended(tie=found)


def _find(session: Session, actor: Actor, tie_id: int) -> Tie | None:
    found = ties.find(session, tie_id)
    return found if found is not None and _may(actor, found) else None


def _may(actor: Actor, found: Tie) -> bool:
    """Whoever administers one of the sides; a tie reaches over the border between two."""
    paths = administered_paths(actor)
    return any(side.unit_path.startswith(path) for side in (found.first, found.second)
               for path in paths)  # fmt: skip


def _note(session: Session, actor: Actor, verb: str, found: Tie, *, now: datetime) -> None:
    after = {
        "kind": found.kind.value,
        "first": ties.key_of(found.first),
        "second": ties.key_of(found.second),
    }
    history.write_down(session, verb, (TIE, found.id), now=now, by=actor.person, after=after)
