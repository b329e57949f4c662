"""The files of reports: what each version has, and which of our copies are still needed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, delete, func, select, update

from domain.report import ReportState
from domain.report_file import RefusedFile, ReportFile
from domain.report_form import FileType
from storage.inserting import insert_new
from storage.report_values import as_file
from storage.tables.columns import is_any
from storage.tables.reports import ReportFileRow, ReportRow


@dataclass(frozen=True, kw_only=True)
class Copy:
    """A copy of ours, by its checksum."""

    mark: str
    size: int
    type: FileType


_AWAITED = (
    col(ReportFileRow.sha256).is_(None),
    col(ReportFileRow.gone_at).is_(None),
    col(ReportFileRow.refused).is_(None),
)


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
    """Add a file to a section; False when it is there already, unless it had been refused."""
    session.execute(
        delete(ReportFileRow).where(
            col(ReportFileRow.report_id) == report_id,
            col(ReportFileRow.section) == section,
            col(ReportFileRow.unique_id) == file.unique_id,
            col(ReportFileRow.refused).is_not(None),
        )
    )
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
    files = find_of(session, [from_id]).get(from_id, ())
    kept = [one for one in files if not (one.is_gone or one.refused)]
    insert_new(session, ReportFileRow, [_as_row(to_id, one.section, one, now) for one in kept])


def remove(session: Session, report_id: int, *, section: str | None = None) -> None:
    """Forget the files of a draft, or of one section of it; the cleaner deletes the copies."""
    query = delete(ReportFileRow).where(col(ReportFileRow.report_id) == report_id)
    if section is not None:
        query = query.where(col(ReportFileRow.section) == section)
    session.execute(query)


def find_awaited(session: Session, *, limit: int) -> list[ReportFile]:
    """What must still be fetched, the least tried first. Uses `report_file_awaited`."""
    rows = session.exec(
        select(ReportFileRow)
        .where(*_AWAITED)
        .order_by(col(ReportFileRow.tries), col(ReportFileRow.id))
        .limit(limit)
    )
    return [as_file(row) for row in rows]


def find_many(session: Session, file_ids: Collection[int]) -> dict[int, tuple[int, ReportFile]]:
    """Files by id, each with the version that it belongs to."""
    rows = session.exec(
        select(ReportFileRow)
        .where(col(ReportFileRow.id).in_(set(file_ids)))
        .execution_options(populate_existing=True)
    )
    return {row.id or 0: (row.report_id, as_file(row)) for row in rows}


def note_try(session: Session, file_id: int) -> int:
    """Telegram was asked, and did not hand it over; returns how often by now."""
    session.execute(
        update(ReportFileRow)
        .where(col(ReportFileRow.id) == file_id)
        .values(tries=ReportFileRow.tries + 1)
    )
    tried = session.exec(select(ReportFileRow.tries).where(col(ReportFileRow.id) == file_id))
    return tried.first() or 0


def note_copy(session: Session, file_id: int, copy: Copy) -> bool:
    """Our copy is there; False when it was no longer awaited."""
    values = {"sha256": copy.mark, "size": copy.size, "type": copy.type.value}
    return _note(session, file_id, values)


def refuse(session: Session, file_id: int, refused: RefusedFile) -> bool:
    """It is not kept, and does not count; False when it was no longer awaited."""
    found = refused.found.value if refused.found else None
    return _note(session, file_id, {"refused": refused.why.value, "type": found})


def _note(session: Session, file_id: int, values: dict[str, Any]) -> bool:
    done = session.execute(
        update(ReportFileRow)
        .where(col(ReportFileRow.id) == file_id, *_AWAITED)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))


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
