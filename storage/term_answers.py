"""What was answered about terms: elections set, extensions, letters, offices left."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session, col, select, update

from domain.term import Extension, Term
from domain.term_answer import AnswerKind, KeptAnswer
from storage.tables.terms import TermAnswerRow

LETTER = "letter"


def with_answers(session: Session, found: Sequence[Term]) -> list[Term]:
    """The terms with their extension and the day that is set for the election."""
    standing: dict[tuple[int, str, str], TermAnswerRow] = {}
    unit_ids = [term.unit.id for term in found]
    for row in _standing(session, unit_ids, (AnswerKind.PLANNED, AnswerKind.EXTENDED)):
        standing[row.unit_id, row.term_key, row.kind] = row
    return [_with(term, standing) for term in found]


def _with(term: Term, standing: dict[tuple[int, str, str], TermAnswerRow]) -> Term:
    planned = standing.get((term.unit.id, term.key, AnswerKind.PLANNED.value))
    extended = standing.get((term.unit.id, term.key, AnswerKind.EXTENDED.value))
    return replace(
        term,
        election_on=planned.day if planned else None,
        extension=_extension(extended) if extended else None,
    )


def _extension(row: TermAnswerRow) -> Extension:
    return Extension(until=row.day, approved_by=row.approved_by, approved_on=row.approved_on)


def _standing(
    session: Session, unit_ids: Collection[int], kinds: Collection[str]
) -> list[TermAnswerRow]:
    """In the order in which they were given, so that the last of a kind is the one that holds."""
    if not unit_ids:
        return []
    rows = session.exec(
        select(TermAnswerRow)
        .where(
            col(TermAnswerRow.unit_id).in_(unit_ids),
            col(TermAnswerRow.kind).in_([str(kind) for kind in kinds]),
            col(TermAnswerRow.revoked_at).is_(None),
        )
        .order_by(col(TermAnswerRow.id))
        .execution_options(populate_existing=True)
    )
    return list(rows)


def find_extended(session: Session, unit_ids: Collection[int]) -> dict[tuple[int, str], date]:
    """Until when terms are extended, by unit and term."""
    rows = _standing(session, unit_ids, (AnswerKind.EXTENDED,))
    return {(row.unit_id, row.term_key): row.day for row in rows}


def find_letters(session: Session, unit_ids: Collection[int]) -> dict[tuple[int, str], date]:
    """When the letter of reminder was last made, by unit and term."""
    rows = _standing(session, unit_ids, (LETTER,))
    return {(row.unit_id, row.term_key): row.day for row in rows}


def keep(
    session: Session,
    term: Term,
    kind: str,
    day: date,
    *,
    extension: Extension | None = None,
    office_id: int | None = None,
    by: int,
    now: datetime,
) -> int:
    """Write an answer down; returns its id."""
    row = TermAnswerRow(
        unit_id=term.unit.id,
        term_key=term.key,
        kind=str(kind),
        day=day,
        approved_by=extension.approved_by if extension else "",
        approved_on=extension.approved_on if extension else None,
        office_id=office_id,
        recorded_at=now,
        recorded_by=by,
    )
    session.add(row)
    session.flush()
    return row.id or 0


def find_last(session: Session, unit_id: int, *, by: int, since: datetime) -> KeptAnswer | None:
    """The newest answer about a unit, if this person gave it after `since`."""
    row = session.exec(
        select(TermAnswerRow)
        .where(
            col(TermAnswerRow.unit_id) == unit_id,
            col(TermAnswerRow.kind) != LETTER,
            col(TermAnswerRow.revoked_at).is_(None),
        )
        .order_by(col(TermAnswerRow.id).desc())
        .limit(1)
        .execution_options(populate_existing=True)
    ).first()
    if row is None or row.recorded_by != by or row.recorded_at < since:
        return None
    return _as_kept(row)


def find(session: Session, answer_id: int) -> KeptAnswer | None:
    """An answer, taken back or not."""
    row = session.get(TermAnswerRow, answer_id)
    return _as_kept(row) if row and row.kind != LETTER else None


def _as_kept(row: TermAnswerRow) -> KeptAnswer:
    return KeptAnswer(
        id=row.id or 0,
        kind=AnswerKind(row.kind),
        term_key=row.term_key,
        unit_id=row.unit_id,
        day=row.day,
        approved_by=row.approved_by,
        approved_on=row.approved_on,
        office_id=row.office_id,
        given_at=row.recorded_at,
    )


def revoke(session: Session, answer_id: int, *, now: datetime) -> bool:
    """Take an answer back; False when it is taken back already."""
    done = session.execute(
        update(TermAnswerRow)
        .where(col(TermAnswerRow.id) == answer_id, col(TermAnswerRow.revoked_at).is_(None))
        .values(revoked_at=now)
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))
