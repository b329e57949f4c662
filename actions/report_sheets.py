"""Lay reports before their readers: what is owed, the newest version, and who reviews it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from domain.obligation import Obligation
from domain.place import Place
from domain.report import Report
from domain.report_sheet import ReportSheet
from storage import reports, units


def lay_out(
    session: Session, owed: Sequence[Obligation], *, now: datetime, place: Place
) -> list[ReportSheet]:
    """A sheet for each obligation, with its newest report."""
    newest = reports.find_newest_of(session, [one.id for one in owed])
    given = [(one, newest.get(one.id)) for one in owed]
    return lay_out_given(session, given, now=now, place=place)


def lay_out_given(
    session: Session,
    given: Sequence[tuple[Obligation, Report | None]],
    *,
    now: datetime,
    place: Place,
) -> list[ReportSheet]:
    """A sheet for each obligation with a certain version of its report."""
    asked = {report.reviewer_unit_id or 0 for _, report in given if report}
    named = units.find_many(session, list(asked)) if asked else {}
    return [
        ReportSheet(
            today=place.today(now),
            obligation=obligation,
            report=on_local_clock(report, place) if report else None,
            reviewing=named.get(report.reviewer_unit_id or 0) if report else None,
        )
        for obligation, report in given
    ]


def on_local_clock(report: Report, place: Place) -> Report:
    """The same report with its instants as the clock on the wall shows them."""
    return replace(
        report,
        submitted_at=place.local(report.submitted_at) if report.submitted_at else None,
        reviewed_at=place.local(report.reviewed_at) if report.reviewed_at else None,
    )
