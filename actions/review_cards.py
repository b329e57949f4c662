"""Load the messages about reports: what a reviewer is asked, and what the reviewer said."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session

from actions.report_sheets import lay_out_given
from domain.delivery import Delivery
from domain.obligation import Obligation, ObligationState
from domain.place import Place
from domain.report import Report, ReportState, may_take_back
from domain.report_sheet import ConfirmationCard, ReportSheet, ReviewCard, VerdictCard
from storage import obligations, reports


def load_reviews(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, ReviewCard]:
    """What each reviewer sees; a report that is decided already is not asked about."""
    cards: dict[int, ReviewCard] = {}
    for one, sheet in _load_sheets(session, claimed, now=now, place=place):
        report = sheet.report
        if report is None:
            continue
        if one.edits is not None or report.state is ReportState.SUBMITTED:
            may_undo = may_take_back(report, one.person_id, now)
            cards[one.id] = ReviewCard(sheet=sheet, report=report, may_undo=may_undo)
    return cards


def load_confirmations(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, ConfirmationCard]:
    """What each head sees; what was taken back or decided meanwhile is not asked about."""
    return {
        one.id: ConfirmationCard(sheet=sheet, report=sheet.report)
        for one, sheet in _load_sheets(session, claimed, now=now, place=place)
        if sheet.report is not None
        and (one.edits is not None or sheet.report.state is ReportState.TO_CONFIRM)
    }


def load_verdicts(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, VerdictCard]:
    """What each writer is told; a verdict that was taken back before it went out is not."""
    found = _load_sheets(session, claimed, now=now, place=place)
    newest = reports.find_newest_of(session, {sheet.obligation.id for _, sheet in found})
    cards: dict[int, VerdictCard] = {}
    for one, sheet in found:
        report = sheet.report
        if report is None or (one.edits is None and report.version != one.facts.get("version")):
            continue
        cards[one.id] = VerdictCard(
            sheet=sheet,
            report=report,
            may_correct=_may_correct(sheet.obligation, report, newest),
        )
    return cards


def _may_correct(obligation: Obligation, report: Report, newest: Mapping[int, Report]) -> bool:
    """Until the next version is handed in, the returned one asks for it."""
    latest = newest.get(obligation.id, report)
    return (
        obligation.state is ObligationState.OPEN
        and report.state is ReportState.RETURNED
        and latest.state in (ReportState.RETURNED, ReportState.DRAFT)
    )


def _load_sheets(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> list[tuple[Delivery, ReportSheet]]:
    found = reports.find_many(session, {one.subject_id or 0 for one in claimed})
    owed = obligations.find_many(session, [one.obligation_id for one in found.values()])
    asked = [one for one in claimed if (one.subject_id or 0) in found]
    given = [
        (owed[report.obligation_id], report)
        for report in (found[one.subject_id or 0] for one in asked)
    ]
    sheets = lay_out_given(session, given, now=now, place=place)
    return list(zip(asked, sheets, strict=True))
