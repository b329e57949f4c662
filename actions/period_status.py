"""Look at what was due in a period: by duty, compared unit by unit. Nothing is written."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from actions.running import reads
from actions.status import counted_duties
from domain.bilingual import Bilingual
from domain.period import Period
from domain.period_status import (
    ComparedUnit,
    Filter,
    FilterChoice,
    PeriodBoard,
    PeriodScope,
    RecordPage,
    compare,
    sum_above,
)
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.status import CountedDuty, NoSuchUnit, Tally, UnitsToChoose, by_duty, by_unit, top_paths
from domain.unit import Unit
from storage import duties, period_counts, units

A_PAGE = 8
# More than anybody pages through; /ledger hands out everything.
MOST_RECORDS = 200


@reads
def find_named(
    session: Session, actor: Actor, name: str, period: Period, *, now: datetime, place: Place
) -> PeriodBoard | UnitsToChoose | NoSuchUnit:
    """By name, looked for among the actor's units; without one, the actor's own."""
    if name:
        found = units.find_named(session, name, within=officer_paths(actor))
        found = [unit for unit in found if unit.name == name] or found
    else:
        tops = top_paths(officer_paths(actor))
        own = {office.unit_id for office in actor.offices if office.unit_path in tops}
        found = list(units.find_many(session, list(own)).values())
    if len(found) > 1:
        return UnitsToChoose(units=tuple(found), period=period)
    if not found:
        return NoSuchUnit()
    scope = PeriodScope(unit_id=found[0].id, period=period)
    return _board(session, actor, found[0], scope, page=1, now=now, place=place)


@reads
def find_board(
    session: Session,
    actor: Actor,
    scope: PeriodScope | None,
    *,
    page: int,
    now: datetime,
    place: Place,
) -> PeriodBoard | NoSuchUnit:
    """A page of a unit's period, as it is narrowed."""
    unit = find_unit(session, actor, scope)
    if unit is None or scope is None:
        return NoSuchUnit()
    return _board(session, actor, unit, scope, page=page, now=now, place=place)


@reads
def find_filters(
    session: Session, actor: Actor, scope: PeriodScope | None, by: Filter, *, page: int
) -> FilterChoice | NoSuchUnit:
    """The duties, or the kinds of units, to choose from."""
    unit = find_unit(session, actor, scope)
    if unit is None or scope is None:
        return NoSuchUnit()
    options = [(one, duty.name) for one, duty in _known(session).items()]
    if by is Filter.KIND:
        kinds = period_counts.find_kinds(session, unit)
        options = [(one, Bilingual(zh=kind, en=kind)) for one, kind in kinds]
    pages = max(1, -(-len(options) // A_PAGE))
    here = min(max(page, 1), pages)
    shown = tuple(options[(here - 1) * A_PAGE : here * A_PAGE])
    return FilterChoice(scope=scope, by=by, options=shown, page=here, pages=pages)


@reads
def find_records(
    session: Session,
    actor: Actor,
    scope: PeriodScope | None,
    *,
    page: int,
    now: datetime,
    place: Place,
) -> RecordPage | NoSuchUnit:
    """What counts in a unit itself, one by one."""
    unit = find_unit(session, actor, scope)
    if unit is None or scope is None:
        return NoSuchUnit()
    found = period_counts.find_records(
        session, unit.id, scope.period, duty_id=scope.duty_id, limit=MOST_RECORDS
    )
    pages = max(1, -(-len(found) // A_PAGE))
    here = min(max(page, 1), pages)
    shown = tuple(found[(here - 1) * A_PAGE : here * A_PAGE])
    return RecordPage(
        scope=scope, unit=unit, today=place.today(now), items=shown, page=here, pages=pages
    )


def find_unit(session: Session, actor: Actor, scope: PeriodScope | None) -> Unit | None:
    """The unit of a scope, if it is the actor's or below."""
    unit = units.find(session, scope.unit_id) if scope else None
    return unit if unit is not None and may_manage(actor, unit.path) else None


def _known(session: Session) -> dict[int, CountedDuty]:
    running = [duty for duty in duties.find_all(session) if not duty.is_paused]
    return counted_duties([duty for duty in running if not duty.is_any_time])


def _board(
    session: Session,
    actor: Actor,
    unit: Unit,
    scope: PeriodScope,
    *,
    page: int,
    now: datetime,
    place: Place,
) -> PeriodBoard:
    today = place.today(now)
    known = _known(session)
    if scope.duty_id:
        known = {one: duty for one, duty in known.items() if one == scope.duty_id}
    counts = period_counts.count_by_duty(session, unit, scope.period, today=today)
    lines = by_duty(counts, known)
    kind = _kind_of(session, unit, scope)
    if kind:
        ranked = _by_kind(session, unit, scope.period, kind, known, today=today)
    else:
        below = units.find_children(session, unit.id)
        ranked = compare(below, {one.unit.id: one.tally for one in by_unit(counts, below, known)})
    pages = max(1, -(-len(ranked) // A_PAGE))
    here = min(max(page, 1), pages)
    above = units.find(session, unit.parent_id) if unit.parent_id else None
    return PeriodBoard(
        scope=scope if kind else replace(scope, kind_id=0),
        unit=unit,
        today=today,
        whole=sum((line.tally for line in lines), Tally()),
        duties=lines,
        compared=tuple(ranked[(here - 1) * A_PAGE : here * A_PAGE]),
        duty=known[scope.duty_id].name if scope.duty_id in known else None,
        kind=kind,
        above=above if above and may_manage(actor, above.path) else None,
        has_kinds=bool(ranked),
        page=here,
        pages=pages,
    )


def _kind_of(session: Session, unit: Unit, scope: PeriodScope) -> str:
    named = units.find(session, scope.kind_id) if scope.kind_id else None
    return named.kind if named and named.path.startswith(unit.path) else ""


def _by_kind(
    session: Session,
    unit: Unit,
    period: Period,
    kind: str,
    known: Mapping[int, CountedDuty],
    *,
    today: date,
) -> list[ComparedUnit]:
    """Each unit of the kind with everything below it."""
    chosen = period_counts.find_of_kind(session, unit, kind)
    found = period_counts.count_by_path(session, unit, period, list(known), today=today)
    return compare(chosen, sum_above(found, chosen))
