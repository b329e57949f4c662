"""Look at the board of a unit. Nothing is written."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from actions.running import reads
from actions.terms import find_acting
from domain.duty import Duty, named_with_plan
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.status import (
    Board,
    CountedDuty,
    EndedTerm,
    LastDone,
    NoSuchUnit,
    Status,
    UnitsToChoose,
    by_duty,
    by_unit,
    top_paths,
)
from domain.unit import Unit
from storage import boards, duties, units

A_PAGE = 8
MOST_ENDED = 6


@reads
def find_own(session: Session, actor: Actor, *, now: datetime, place: Place) -> Status:
    """The board of the one who asks; who answers for several subtrees chooses one."""
    tops = top_paths(officer_paths(actor))
    own = {office.unit_id for office in actor.offices if office.unit_path in tops}
    return _one_or_choice(
        session, actor, list(units.find_many(session, list(own)).values()), now=now, place=place
    )


@reads
def find_named(session: Session, actor: Actor, name: str, *, now: datetime, place: Place) -> Status:
    """The board of a unit by its name, looked for among the actor's own units only."""
    found = units.find_named(session, name, within=officer_paths(actor))
    exact = [unit for unit in found if unit.name == name]
    return _one_or_choice(session, actor, exact or found, now=now, place=place)


@reads
def find_board(
    session: Session, actor: Actor, unit_id: int, *, page: int, now: datetime, place: Place
) -> Status:
    """A page of the board of one unit."""
    unit = units.find(session, unit_id)
    if unit is None or not may_manage(actor, unit.path):
        return NoSuchUnit()
    return _board(session, actor, unit, page=page, now=now, place=place)


def _one_or_choice(
    session: Session, actor: Actor, found: list[Unit], *, now: datetime, place: Place
) -> Status:
    if not found:
        return NoSuchUnit()
    if len(found) > 1:
        return UnitsToChoose(units=tuple(found))
    return _board(session, actor, found[0], page=1, now=now, place=place)


def _board(
    session: Session, actor: Actor, unit: Unit, *, page: int, now: datetime, place: Place
) -> Board:
    today = place.today(now)
    running = [duty for duty in duties.find_all(session) if not duty.is_paused]
    known = counted_duties([duty for duty in running if not duty.is_any_time])
    counts = boards.count(session, unit, today=today)
    children = units.find_children(session, unit.id)
    owed = [] if children else boards.find_counting(session, unit.id, today=today)
    pages = max(1, -(-max(len(children), len(owed)) // A_PAGE))
    here = min(max(page, 1), pages)
    shown = slice((here - 1) * A_PAGE, here * A_PAGE)
    return Board(
        unit=unit,
        at=place.local(now),
        duties=by_duty(counts, known),
        below=by_unit(counts, children[shown], known),
        owed=tuple(owed[shown]),
        last_done=_last_done(session, unit, [duty for duty in running if duty.is_any_time]),
        above=_above(session, actor, unit),
        page=here,
        pages=pages,
        ended_terms=_ended_terms(session, unit, running, today=today),
    )


def _ended_terms(
    session: Session, unit: Unit, running: Sequence[Duty], *, today: date
) -> tuple[EndedTerm, ...]:
    """Bodies that sit on although their time is over, the longest over first."""
    elections = [duty.id for duty in running if duty.is_about_terms]
    found = boards.find_ended_terms(session, unit, elections, today=today, limit=MOST_ENDED)
    held = find_acting(session, [one.unit.id for one in found])
    return tuple(
        EndedTerm(unit=one.unit, ended_on=one.last_day, acting=held.get(one.unit.id, ()))
        for one in found
    )


def counted_duties(running: Sequence[Duty]) -> dict[int, CountedDuty]:
    """Duties by id; one that stands in two plans says in which, as the two numbers differ."""
    names = Counter(duty.name for duty in running)
    return {
        duty.id: CountedDuty(
            name=named_with_plan(duty) if names[duty.name] > 1 else duty.name,
            owner=duty.audience.owner,
        )
        for duty in running
    }


def _last_done(session: Session, unit: Unit, any_time: Sequence[Duty]) -> tuple[LastDone, ...]:
    found = boards.find_last_done(session, unit, [duty.id for duty in any_time])
    return tuple(
        LastDone(name=duty.name, day=found[duty.id].day, done=found[duty.id].done,
                 owners=found[duty.id].owners)
        for duty in any_time
        if duty.id in found
    )  # fmt: skip


def _above(session: Session, actor: Actor, unit: Unit) -> Unit | None:
    parent = units.find(session, unit.parent_id) if unit.parent_id else None
    return parent if parent and may_manage(actor, parent.path) else None
