"""Reports and their files as values."""

from typing import Any

from domain.report import Answer, Answers, Report, ReportState
from domain.report_file import FileKind, FileRefusal, ReportFile
from domain.report_form import FREE_FORM, FileType, form_from_data
from storage.tables.reports import ReportFileRow, ReportRow


def as_report(
    row: ReportRow,
    author: str,
    confirmer: str | None,
    reviewer: str | None,
    *,
    files: tuple[ReportFile, ...],
) -> Report:
    """A row with the names that stand for its people."""
    return Report(
        id=row.id or 0,
        obligation_id=row.obligation_id,
        number=row.number,
        state=ReportState(row.state),
        version=row.version,
        form=form_from_data(row.form) if row.form else FREE_FORM,
        answers=answers_from_data(row.answers),
        files=files,
        author_id=row.author_id,
        author=author,
        signed_at=row.signed_at,
        confirmer_id=row.confirmed_by,
        confirmer=confirmer or "",
        confirmed_at=row.confirmed_at,
        reviewer_unit_id=row.reviewer_unit_id,
        submitted_at=row.submitted_at,
        reviewed_by=row.reviewed_by,
        reviewer=reviewer or "",
        reviewed_at=row.reviewed_at,
        comment=row.comment,
    )


def as_file(row: ReportFileRow) -> ReportFile:
    """One file of a report."""
    return ReportFile(
        id=row.id or 0,
        section=row.section,
        kind=FileKind(row.kind),
        file_id=row.file_id,
        unique_id=row.unique_id,
        name=row.name,
        size=row.size,
        type=FileType(row.type) if row.type else None,
        mark=row.sha256 or "",
        is_gone=row.gone_at is not None,
        refused=FileRefusal(row.refused) if row.refused else None,
    )


def answers_to_data(answers: Answers) -> dict[str, Any]:
    """Plain JSON; what is empty is left out."""
    return {
        code: {"text": one.text, **({"record": one.record} if one.record else {})}
        for code, one in answers.items()
        if one.text or one.record
    }


def answers_from_data(found: dict[str, Any]) -> Answers:
    """The answers again."""
    return {
        code: Answer(text=one["text"], record=one.get("record", "")) for code, one in found.items()
    }
