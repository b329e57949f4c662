"""Load the messages that answer a whole album: the draft as it stands by now."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from actions.report_sheets import lay_out_given
from domain.delivery import Delivery
from domain.place import Place
from domain.report import ReportState
from domain.report_sheet import DraftCard
from storage import obligations, reports


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
