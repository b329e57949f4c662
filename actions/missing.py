"""Look at who has not."""

from datetime import datetime

from sqlmodel import Session

from actions.running import reads
from domain.missing import MissingPage, NotYours, Scope
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.status import top_paths
from domain.unit import Unit
from storage import missing, units
from storage.missing import Wanted

A_PAGE = 8


@reads
def find_missing(
    session: Session, actor: Actor, scope: Scope, *, page: int, now: datetime, place: Place
) -> MissingPage | NotYours:
    """A page of the open obligations of a scope, the overdue first."""
    found = resolve(session, actor, scope, now=now, place=place)
    if found is None:
        return NotYours()
    unit, wanted = found
    # The counts of all duties stand in the filter row, so only the page itself is narrowed.
    every_duty = Wanted(paths=wanted.paths, today=wanted.today, told_to=wanted.told_to)
    duties = missing.count_by_duty(session, every_duty)
    total = sum(one.total for one in duties if scope.duty_id in (0, one.duty_id))
    pages = max(1, -(-total // A_PAGE))
    here = min(max(page, 1), pages)
    return MissingPage(
        today=wanted.today,
        scope=scope,
        unit=unit,
        duties=tuple(duties),
        items=tuple(missing.find(session, wanted, limit=A_PAGE, offset=(here - 1) * A_PAGE)),
        total=total,
        page=here,
        pages=pages,
    )


def resolve(
    session: Session, actor: Actor, scope: Scope, *, now: datetime, place: Place
) -> tuple[Unit | None, Wanted] | None:
    """The unit and the obligations of a scope; None when they are not the actor's to see."""
    unit = units.find(session, scope.unit_id) if scope.unit_id else None
    if scope.unit_id and (unit is None or not may_manage(actor, unit.path)):
        return None
    return unit, Wanted(
        paths=(unit.path,) if unit else top_paths(officer_paths(actor)),
        today=place.today(now),
        duty_id=scope.duty_id,
        told_to=actor.person if scope.is_told else 0,
    )
