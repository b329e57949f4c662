"""The change log: who, what, when, by which way, and the value before."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

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
