"""Terms of bodies: the running one of each unit, and those before."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, delete, or_, select, update

from domain.act import ActKind
from domain.month_arithmetic import add_months
from domain.obligation import Obligation
from domain.term import RecordedTerm, Term
from domain.term_answer import Turnout
from storage import duties, obligations, term_answers
from storage.inserting import insert_new
from storage.tables.duties import ObligationRow, TermRow
from storage.tables.organisation import UnitRow
from storage.units import as_unit


def _as_term(row: UnitRow, lengths: Mapping[str, int]) -> Term:
    months = row.term_months or lengths.get(row.kind)
    return Term(unit=as_unit(row), began_on=row.term_began_on, months=months)


def find_within(
    session: Session,
    paths: Sequence[str],
    *,
    kinds: Collection[str],
    lengths: Mapping[str, int],
    limit: int = 5000,
) -> list[Term]:
    """The terms inside these subtrees: of units of some kinds, and of those that have a term.

    `lengths` are months by kind, for units without a length of their own.
    """
    if not paths:
        return []
    rows = session.exec(
        select(UnitRow)
        .where(
            or_(*(col(UnitRow.path).startswith(path, autoescape=True) for path in paths)),
            or_(col(UnitRow.kind).in_(set(kinds)), col(UnitRow.term_began_on).is_not(None)),
        )
        .order_by(col(UnitRow.path))
        .limit(limit)
    )
    return term_answers.with_answers(session, [_as_term(row, lengths) for row in rows])


def find(
    session: Session, unit_id: int, *, lengths: Mapping[str, int], for_change: bool = False
) -> Term | None:
    """The term of one unit; `for_change` locks the unit where the database has row locks."""
    query = select(UnitRow).where(col(UnitRow.id) == unit_id)
    if for_change:
        query = query.with_for_update()
    row = session.exec(query.execution_options(populate_existing=True)).first()
    found = [_as_term(row, lengths)] if row else []
    return next(iter(term_answers.with_answers(session, found)), None)


def find_many(
    session: Session, unit_ids: Collection[int], *, lengths: Mapping[str, int]
) -> list[Term]:
    """The terms of some units; `lengths` as above."""
    rows = session.exec(select(UnitRow).where(col(UnitRow.id).in_(set(unit_ids))))
    return term_answers.with_answers(session, [_as_term(row, lengths) for row in rows])


def find_recorded(session: Session, unit_id: int) -> list[RecordedTerm]:
    """Every term that was recorded for a unit, the latest first."""
    rows = session.exec(
        select(TermRow)
        .where(col(TermRow.unit_id) == unit_id)
        .order_by(col(TermRow.began_on).desc())
        .limit(20)
        .execution_options(populate_existing=True)
    )
    return [_as_record(row) for row in rows]


def _as_record(row: TermRow) -> RecordedTerm:
    return RecordedTerm(
        id=row.id or 0,
        began_on=row.began_on,
        ends_on=row.ends_on,
        months=row.months,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by,
        due=row.due,
        present=row.present,
    )


def find_running_records(session: Session, unit_ids: Collection[int]) -> dict[int, RecordedTerm]:
    """The newest recorded term of each unit."""
    rows = session.exec(
        select(TermRow)
        .where(col(TermRow.unit_id).in_(set(unit_ids)))
        .order_by(col(TermRow.began_on))
    )
    return {row.unit_id: _as_record(row) for row in rows}


def find_obligations(session: Session, unit_id: int) -> list[Obligation]:
    """Everything that was ever owed about the terms of a unit."""
    about_terms = [duty.id for duty in duties.find_with(session, ActKind.VOTE)]
    return obligations.find_where(
        session,
        col(ObligationRow.unit_id) == unit_id,
        col(ObligationRow.duty_id).in_(about_terms),
    )


def begin_next(
    session: Session,
    before: Term,
    after: Term,
    *,
    turnout: Turnout | None = None,
    by: int,
    now: datetime,
) -> bool:
    """Close the running term with the next one; False when it is not the running one any more."""
    began_on, months = after.began_on, after.months
    if began_on is None or months is None:
        raise ValueError("a term begins on a day and has a length")
    own = session.exec(select(col(UnitRow.term_months)).where(col(UnitRow.id) == before.unit.id))
    own_months = own.one()
    if not _set_term(session, before.unit.id, before.began_on, began_on, months=months):
        return False
    if before.began_on is not None and before.months is not None:
        earlier = (before.began_on, before.months)
        _keep(session, before.unit.id, earlier, now=now)
        _end(session, before.unit.id, before.began_on, ends_on=began_on)
    told = _Told(turnout=turnout, by=by, own_before=(before.began_on, own_months))
    _keep(session, before.unit.id, (began_on, months), told, now=now)
    return True


def take_back(session: Session, unit_id: int, record: RecordedTerm) -> bool:
    """Forget the term that was recorded last: the one before runs on, if there was one."""
    earlier = next(
        (one for one in find_recorded(session, unit_id) if one.began_on < record.began_on), None
    )
    row = session.get_one(TermRow, record.id)
    before, months = row.own_began_before, row.own_months_before
    if not _set_term(session, unit_id, record.began_on, before, months=months):
        return False
    session.execute(delete(TermRow).where(col(TermRow.id) == record.id))
    if earlier:
        ends_on = add_months(earlier.began_on, earlier.months)
        _end(session, unit_id, earlier.began_on, ends_on=ends_on)
    return True


def _set_term(
    session: Session,
    unit_id: int,
    before: date | None,
    began_on: date | None,
    *,
    months: int | None,
) -> bool:
    done = session.execute(
        update(UnitRow)
        .where(col(UnitRow.id) == unit_id, col(UnitRow.term_began_on).is_not_distinct_from(before))
        .values(term_began_on=began_on, term_months=months)
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))


@dataclass(frozen=True, kw_only=True)
class _Told:
    """What is kept beside the days of a term that somebody has recorded."""

    turnout: Turnout | None = None
    by: int | None = None
    own_before: tuple[date | None, int | None] = (None, None)


NOBODY = _Told()


def _keep(
    session: Session,
    unit_id: int,
    dated: tuple[date, int],
    told: _Told = NOBODY,
    *,
    now: datetime,
) -> None:
    began_on, months = dated
    row = {
        "unit_id": unit_id,
        "began_on": began_on,
        "months": months,
        "ends_on": add_months(began_on, months),
        "recorded_at": now,
        "recorded_by": told.by,
        "due": told.turnout.due if told.turnout else None,
        "present": told.turnout.present if told.turnout else None,
        "own_began_before": told.own_before[0],
        "own_months_before": told.own_before[1],
    }
    insert_new(session, TermRow, [row])


def _end(session: Session, unit_id: int, began_on: date, *, ends_on: date) -> None:
    session.execute(
        update(TermRow)
        .where(col(TermRow.unit_id) == unit_id, col(TermRow.began_on) == began_on)
        .values(ends_on=ends_on)
        .execution_options(synchronize_session=False)
    )
