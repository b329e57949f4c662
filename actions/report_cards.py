"""Load the messages that answer a whole album: the draft as it stands by now."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from actions.report_sheets import lay_out_given
from domain.delivery import Delivery
from domain.place import Place
from domain.report import ReportState
from domain.report_form import FREE_FORM
from domain.report_sheet import DraftCard, FileRefusedCard
from storage import obligations, report_files, reports


def load_drafts(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, DraftCard]:
    """The draft; what was thrown away before its message went out is not shown."""
    found = reports.find_many(session, {one.subject_id or 0 for one in claimed})
    asked = [one for one in claimed if (one.subject_id or 0) in found]
    owed = obligations.find_many(session, [one.obligation_id for one in found.values()])
    written = [found[one.subject_id or 0] for one in asked]
    given = [(owed[report.obligation_id], report) for report in written]
    sheets = lay_out_given(session, given, now=now, place=place)
    return {
        one.id: DraftCard(sheet=replace(sheet, section=str(one.facts.get("section", ""))))
        for one, sheet in zip(asked, sheets, strict=True)
        if one.edits is not None or (sheet.report and sheet.report.state is ReportState.DRAFT)
    }


def load_refused_files(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, FileRefusedCard]:
    """What is missing; of a file that was taken out or sent anew meanwhile nothing is said."""
    files = report_files.find_many(session, {one.subject_id or 0 for one in claimed})
    found = reports.find_many(session, {report_id for report_id, _ in files.values()})
    owed = obligations.find_many(session, [one.obligation_id for one in found.values()])
    cards: dict[int, FileRefusedCard] = {}
    for one in claimed:
        report_id, file = files.get(one.subject_id or 0, (0, None))
        if file is None or file.refused is None:
            continue
        report = found[report_id]
        if report.author_id != one.person_id:
            continue
        section = report.form.find(file.section) or FREE_FORM.sections[0]
        cards[one.id] = FileRefusedCard(
            obligation=owed[report.obligation_id], section=section, file=file, state=report.state
        )
    return cards
