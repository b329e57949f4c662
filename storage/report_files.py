"""The files of reports: what each version has, and which of our copies are still needed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, delete, func, select, update

from domain.report import ReportFile, ReportState
from domain.report_form import FileType
from storage.inserting import insert_new
from storage.report_values import as_file
from storage.tables.columns import is_any
from storage.tables.reports import ReportFileRow, ReportRow


@dataclass(frozen=True, kw_only=True)
class Awaited:
    """A file that Telegram has and we do not."""

    id: int
    file_id: str


def find_of(session: Session, report_ids: Collection[int]) -> dict[int, tuple[ReportFile, ...]]:
    """The files of these versions, in the order in which they came."""
    if not report_ids:
        return {}
    rows = session.exec(
        select(ReportFileRow)
        .where(is_any(col(ReportFileRow.report_id), set(report_ids)))
        .order_by(col(ReportFileRow.id))
        .execution_options(populate_existing=True)
    )
    found: dict[int, tuple[ReportFile, ...]] = {}
    for row in rows:
        found[row.report_id] = (*found.get(row.report_id, ()), as_file(row))
    return found


def add(session: Session, report_id: int, section: str, file: ReportFile, *, now: datetime) -> bool:
    """Add a file to a section; False when it is there already."""
    return insert_new(session, ReportFileRow, [_as_row(report_id, section, file, now)]) == 1


def _as_row(report_id: int, section: str, file: ReportFile, now: datetime) -> dict[str, Any]:
    return {
        "report_id": report_id,
        "section": section,
        "kind": file.kind.value,
        "file_id": file.file_id,
        "unique_id": file.unique_id,
        "name": file.name[:255],
        "size": file.size,
        "type": file.type.value if file.type else None,
        "sha256": file.mark or None,
        "added_at": now,
        "tries": 0,
    }


def copy(session: Session, from_id: int, to_id: int, *, now: datetime) -> None:
    """Give the next version the files of the one before; the copies on disk are the same."""
    kept = [one for one in find_of(session, [from_id]).get(from_id, ()) if not one.is_gone]
    insert_new(session, ReportFileRow, [_as_row(to_id, one.section, one, now) for one in kept])


def remove(session: Session, report_id: int, *, section: str | None = None) -> None:
    """Forget the files of a draft, or of one section of it; the cleaner deletes the copies."""
    query = delete(ReportFileRow).where(col(ReportFileRow.report_id) == report_id)
    if section is not None:
        query = query.where(col(ReportFileRow.section) == section)
    session.execute(query)


def find_awaited(session: Session, *, limit: int, most_tries: int) -> list[Awaited]:
    """What must still be fetched, the least tried first. Uses `report_file_awaited`."""
    rows = session.exec(
        select(ReportFileRow.id, ReportFileRow.file_id)
        .where(
            col(ReportFileRow.sha256).is_(None),
            col(ReportFileRow.gone_at).is_(None),
            col(ReportFileRow.tries) < most_tries,
        )
        .order_by(col(ReportFileRow.tries), col(ReportFileRow.id))
        .limit(limit)
    )
    return [Awaited(id=row_id or 0, file_id=file_id) for row_id, file_id in rows]


def note_try(session: Session, file_id: int) -> None:
    """Telegram was asked, and did not hand it over."""
    session.execute(
        update(ReportFileRow)
        .where(col(ReportFileRow.id) == file_id)
        .values(tries=ReportFileRow.tries + 1)
    )


def note_copy(
    session: Session, file_id: int, *, mark: str, size: int, file_type: FileType | None
) -> None:
    """Our copy is there."""
    session.execute(
        update(ReportFileRow)
        .where(col(ReportFileRow.id) == file_id, col(ReportFileRow.sha256).is_(None))
        .values(sha256=mark, size=size, type=file_type.value if file_type else None)
    )


def find_needed(session: Session, marks: Iterable[str]) -> set[str]:
    """Those of our copies that a report still names. Uses `report_file_copy`."""
    asked = list(marks)
    if not asked:
        return set()
    rows = session.exec(
        select(ReportFileRow.sha256).where(col(ReportFileRow.sha256).in_(asked)).distinct()
    )
    return {mark for mark in rows if mark}


def let_go(session: Session, *, decided_before: datetime, now: datetime, limit: int) -> int:
    """Let go of copies of reports that were decided long ago; names and sizes stay."""
    old = (
        select(ReportFileRow.id)
        .join(ReportRow, col(ReportRow.id) == col(ReportFileRow.report_id))
        .where(
            col(ReportRow.state).in_((ReportState.ACCEPTED.value, ReportState.RETURNED.value)),
            col(ReportRow.reviewed_at) < decided_before,
            col(ReportFileRow.gone_at).is_(None),
        )
        .limit(limit)
    )
    done = session.execute(
        update(ReportFileRow)
        .where(col(ReportFileRow.id).in_(old))
        .values(gone_at=now, sha256=None, file_id="")
        .execution_options(synchronize_session=False)
    )
    return int(getattr(done, "rowcount", 0))


def count_of(session: Session, report_ids: Collection[int]) -> dict[int, int]:
    """How many files these versions have."""
    rows = session.exec(
        select(ReportFileRow.report_id, func.count())
        .where(is_any(col(ReportFileRow.report_id), set(report_ids)))
        .group_by(col(ReportFileRow.report_id))
    )
    return dict(rows)
