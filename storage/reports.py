"""Reports: the versions that were written, and what waits for whom."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session, col, func, or_, select, update

from domain.report import Answers, Report, ReportState
from domain.report_form import ReportForm, form_to_data
from storage import report_files
from storage.inserting import claim_new
from storage.report_values import answers_to_data, as_report
from storage.tables.organisation import PersonRow, UnitRow
from storage.tables.reports import ReportRow

# Built once: an alias is dear to make.
_AUTHOR, _HEAD, _REVIEWER = aliased(PersonRow), aliased(PersonRow), aliased(PersonRow)


def _find_where(
    session: Session, *conditions: ColumnElement[bool], limit: int = 1000
) -> list[Report]:
    """Reports with their files and the names of who had them, the longest waiting first."""
    query = (
        select(ReportRow, _AUTHOR.name, _HEAD.name, _REVIEWER.name)
        .join(_AUTHOR, col(_AUTHOR.id) == col(ReportRow.author_id))
        .join(_HEAD, col(_HEAD.id) == col(ReportRow.confirmed_by), isouter=True)
        .join(_REVIEWER, col(_REVIEWER.id) == col(ReportRow.reviewed_by), isouter=True)
        .where(*conditions)
        .order_by(col(ReportRow.submitted_at), col(ReportRow.number), col(ReportRow.id))
        .limit(limit)
        # After a lost race the row is read again and must not come from the session.
        .execution_options(populate_existing=True)
    )
    rows = session.exec(query).all()
    files = report_files.find_of(session, [row.id or 0 for row, *_ in rows])
    return [as_report(*found, files=files.get(found[0].id or 0, ())) for found in rows]


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
    session: Session,
    obligation_id: int,
    author_id: int,
    *,
    form: ReportForm,
    after: Report | None,
    answers: Answers,
    now: datetime,
) -> bool:
    """Begin the next version with the files of the one before; False when somebody was first."""
    last = session.exec(
        select(func.max(ReportRow.number)).where(col(ReportRow.obligation_id) == obligation_id)
    ).one()
    row = {
        "obligation_id": obligation_id,
        "number": (last or 0) + 1,
        "state": ReportState.DRAFT.value,
        "version": 1,
        "form": None if form.is_free else form_to_data(form),
        "answers": answers_to_data(answers),
        "author_id": author_id,
        "begun_at": now,
        "comment": "",
    }
    made = claim_new(session, ReportRow, [row])
    if made and after is not None:
        report_files.copy(session, after.id, made[0], now=now)
    return bool(made)


def keep(session: Session, report: Report, answers: Answers) -> bool:
    """Keep what a draft says by now; False when it is not as it was read."""
    return _change(session, report, {"answers": answers_to_data(answers)})


def give_to_head(session: Session, report: Report, *, author_id: int, now: datetime) -> bool:
    """Move a draft to the head of its unit; False when it is not as it was read."""
    values = {"state": ReportState.TO_CONFIRM.value, "author_id": author_id, "signed_at": now}
    return _change(session, report, values)


def take_from_head(session: Session, report: Report) -> bool:
    """Make it a draft again, to be gone on with; False when it is not as it was read."""
    return _change(session, report, {"state": ReportState.DRAFT.value, "signed_at": None})


def hand_in(
    session: Session,
    report: Report,
    *,
    author_id: int,
    reviewer_unit_id: int,
    head_id: int | None = None,
    now: datetime,
) -> bool:
    """Move a report to its reviewer; False when it is not as it was read."""
    return _change(
        session,
        report,
        {
            "state": ReportState.SUBMITTED.value,
            "author_id": author_id,
            "confirmed_by": head_id,
            "confirmed_at": now if head_id else None,
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
    if not _change(session, report, {"state": ReportState.DISCARDED.value, "answers": {}}):
        return False
    report_files.remove(session, report.id)
    return True


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
