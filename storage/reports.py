"""Reports: the versions that were written, and what waits for whom."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session, col, func, or_, select, update

from domain.report import FileKind, Report, ReportFile, ReportState
from storage.inserting import insert_new
from storage.tables.organisation import PersonRow, UnitRow
from storage.tables.reports import ReportRow


def _as_file(row: ReportRow) -> ReportFile | None:
    if row.file_id is None or row.file_kind is None:
        return None
    return ReportFile(
        kind=FileKind(row.file_kind),
        file_id=row.file_id,
        unique_id=row.file_unique_id or "",
        name=row.file_name or "",
        size=row.file_size or 0,
    )


def _as_report(row: ReportRow, author: str, reviewer: str | None) -> Report:
    return Report(
        id=row.id or 0,
        obligation_id=row.obligation_id,
        number=row.number,
        state=ReportState(row.state),
        version=row.version,
        words=row.words,
        file=_as_file(row),
        author_id=row.author_id,
        author=author,
        reviewer_unit_id=row.reviewer_unit_id,
        submitted_at=row.submitted_at,
        reviewed_by=row.reviewed_by,
        reviewer=reviewer or "",
        reviewed_at=row.reviewed_at,
        comment=row.comment,
    )


def _file_columns(file: ReportFile | None) -> dict[str, Any]:
    return {
        "file_kind": file.kind.value if file else None,
        "file_id": file.file_id if file else None,
        "file_unique_id": file.unique_id if file else None,
        "file_name": file.name[:255] if file else None,
        "file_size": file.size if file else None,
    }


def _find_where(
    session: Session, *conditions: ColumnElement[bool], limit: int = 1000
) -> list[Report]:
    """Reports with the names of author and reviewer, the longest waiting first."""
    author, reviewer = aliased(PersonRow), aliased(PersonRow)
    query = (
        select(ReportRow, author.name, reviewer.name)
        .join(author, col(author.id) == col(ReportRow.author_id))
        .join(reviewer, col(reviewer.id) == col(ReportRow.reviewed_by), isouter=True)
        .where(*conditions)
        .order_by(col(ReportRow.submitted_at), col(ReportRow.number), col(ReportRow.id))
        .limit(limit)
        # After a lost race the row is read again and must not come from the session.
        .execution_options(populate_existing=True)
    )
    return [_as_report(*found) for found in session.exec(query)]


def find(session: Session, report_id: int) -> Report | None:
    """One version of a report."""
    return next(iter(_find_where(session, col(ReportRow.id) == report_id)), None)


def find_many(session: Session, report_ids: Collection[int]) -> dict[int, Report]:
    """Versions by id."""
    if not report_ids:
        return {}
    found = _find_where(session, col(ReportRow.id).in_(set(report_ids)))
    return {one.id: one for one in found}


def find_newest_of(session: Session, obligation_ids: Collection[int]) -> dict[int, Report]:
    """The newest version for each obligation that has one; thrown away ones do not count."""
    if not obligation_ids:
        return {}
    found = _find_where(
        session,
        col(ReportRow.obligation_id).in_(set(obligation_ids)),
        col(ReportRow.state) != ReportState.DISCARDED.value,
    )
    return {one.obligation_id: one for one in sorted(found, key=lambda one: one.number)}


def find_newest(session: Session, obligation_id: int) -> Report | None:
    """The newest version for one obligation."""
    return find_newest_of(session, [obligation_id]).get(obligation_id)


def find_older(session: Session, report: Report) -> list[Report]:
    """The versions before this one."""
    return _find_where(
        session,
        col(ReportRow.obligation_id) == report.obligation_id,
        col(ReportRow.number) < report.number,
    )


def find_waiting(session: Session, unit_ids: Collection[int]) -> list[Report]:
    """What waits for these reviewing units, the longest waiting first. Uses `report_waiting`."""
    if not unit_ids:
        return []
    return _find_where(
        session,
        col(ReportRow.state) == ReportState.SUBMITTED.value,
        col(ReportRow.reviewer_unit_id).in_(set(unit_ids)),
    )


def find_units_waited_for(session: Session, paths: Sequence[str]) -> list[int]:
    """The reviewing units inside these subtrees for which something waits."""
    if not paths:
        return []
    within = or_(*(col(UnitRow.path).startswith(path, autoescape=True) for path in paths))
    rows = session.exec(
        select(ReportRow.reviewer_unit_id)
        .join(UnitRow, col(UnitRow.id) == col(ReportRow.reviewer_unit_id))
        .where(col(ReportRow.state) == ReportState.SUBMITTED.value, within)
        .distinct()
    )
    return [unit_id for unit_id in rows if unit_id is not None]


def begin(
    session: Session, obligation_id: int, author_id: int, *, after: Report | None, now: datetime
) -> bool:
    """Begin the next version with what the one before said; False when somebody was first."""
    last = session.exec(
        select(func.max(ReportRow.number)).where(col(ReportRow.obligation_id) == obligation_id)
    ).one()
    row = {
        "obligation_id": obligation_id,
        "number": (last or 0) + 1,
        "state": ReportState.DRAFT.value,
        "version": 1,
        "words": after.words if after else "",
        "author_id": author_id,
        "begun_at": now,
        "comment": "",
        **_file_columns(after.file if after else None),
    }
    return insert_new(session, ReportRow, [row]) == 1


def keep(session: Session, report: Report, *, words: str, file: ReportFile | None) -> bool:
    """Keep what a draft says by now; False when it is not as it was read."""
    return _change(session, report, {"words": words, **_file_columns(file)})


def hand_in(
    session: Session, report: Report, *, author_id: int, reviewer_unit_id: int, now: datetime
) -> bool:
    """Move a draft to its reviewer; False when it is not as it was read."""
    return _change(
        session,
        report,
        {
            "state": ReportState.SUBMITTED.value,
            "author_id": author_id,
            "reviewer_unit_id": reviewer_unit_id,
            "submitted_at": now,
        },
    )


def decide(
    session: Session,
    report: Report,
    state: ReportState,
    *,
    by: int | None,
    at: datetime | None,
    comment: str = "",
) -> bool:
    """Write down what the reviewer said; False when it is not as it was read."""
    return _change(
        session,
        report,
        {"state": state.value, "reviewed_by": by, "reviewed_at": at, "comment": comment},
    )


def discard(session: Session, report: Report) -> bool:
    """Forget what a draft says; its number stays used, so that no old button fits a new draft."""
    values = {"state": ReportState.DISCARDED.value, "words": "", **_file_columns(None)}
    return _change(session, report, values)


def _change(session: Session, report: Report, values: Mapping[str, Any]) -> bool:
    done = session.execute(
        update(ReportRow)
        .where(
            col(ReportRow.id) == report.id,
            col(ReportRow.version) == report.version,
            col(ReportRow.state) == report.state.value,
        )
        .values(version=report.version + 1, **values)
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))
