"""The change log: who, what, when, by which way, and the value before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from storage.tables.process import HistoryRow


def write_down(
    session: Session,
    verb: str,
    subject: tuple[str, int],
    *,
    now: datetime,
    by: int | None,
    way: str = "chat",
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Add one line; `subject` is (kind, id). Lines are never changed."""
    kind, subject_id = subject
    row = HistoryRow(
        at=now,
        person_id=by,
        way=way,
        verb=verb,
        subject_kind=kind,
        subject_id=subject_id,
        before=before,
        after=after,
    )
    session.add(row)


@dataclass(frozen=True, kw_only=True)
class HistoryLine:
    """A line as far as a decision may rest on it."""

    id: int
    verb: str
    at: datetime
    person_id: int | None
    subject_id: int
    before: dict[str, Any] | None
    after: dict[str, Any]


def find(session: Session, line_id: int, *, subject_kind: str) -> HistoryLine | None:
    """A line about a subject of that kind."""
    row = session.get(HistoryRow, line_id)
    return _as_line(row) if row and row.subject_kind == subject_kind else None


def find_last(
    session: Session, subject: tuple[str, int], verbs: Sequence[str]
) -> HistoryLine | None:
    """The newest line about a subject that has one of these verbs."""
    kind, subject_id = subject
    row = session.exec(
        select(HistoryRow)
        .where(
            col(HistoryRow.subject_kind) == kind,
            col(HistoryRow.subject_id) == subject_id,
            col(HistoryRow.verb).in_(verbs),
        )
        .order_by(col(HistoryRow.id).desc())
        .limit(1)
    ).first()
    return _as_line(row) if row else None


def find_since(
    session: Session, subject: tuple[str, int], verb: str, *, since: datetime
) -> list[HistoryLine]:
    """The lines about a subject since then that have this verb, in order."""
    kind, subject_id = subject
    rows = session.exec(
        select(HistoryRow)
        .where(
            col(HistoryRow.subject_kind) == kind,
            col(HistoryRow.subject_id) == subject_id,
            col(HistoryRow.verb) == verb,
            col(HistoryRow.at) > since,
        )
        .order_by(col(HistoryRow.id))
    )
    return [_as_line(row) for row in rows]


def _as_line(row: HistoryRow) -> HistoryLine:
    return HistoryLine(
        id=row.id or 0,
        verb=row.verb,
        at=row.at,
        person_id=row.person_id,
        subject_id=row.subject_id,
        before=row.before,
        after=row.after or {},
    )
