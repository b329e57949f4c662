"""Lay reports before their readers: what is owed, the newest version, and who reviews it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from domain.act import ActKind
from domain.hearing import Officer
from domain.obligation import Obligation
from domain.office import Role
from domain.permission import Actor
from domain.place import Place
from domain.report import Report, ReportState
from domain.report_sheet import ReportSheet
from storage import people, reports, units


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


def for_author(session: Session, actor: Actor, sheet: ReportSheet) -> ReportSheet:
    """The sheet with what only those who write need: who confirms, what was said before."""
    report = sheet.report
    if report is None:
        return sheet
    heads = find_heads(session, sheet.obligation) if needs_head(sheet.obligation) else ()
    older = reports.find_older(session, report) if report.number > 1 else []
    said = [one for one in older if one.state is ReportState.RETURNED]
    return replace(
        sheet,
        heads=tuple(one.name for one in heads),
        may_confirm=any(one.person_id == actor.person for one in heads),
        returned=said[-1] if said and report.state is ReportState.DRAFT else None,
    )


def needs_head(obligation: Obligation) -> bool:
    """Whether the report counts only when the head of the unit has confirmed it."""
    act = obligation.find_act(ActKind.REPORT)
    return act is not None and act.report.by_head


def find_heads(session: Session, obligation: Obligation) -> tuple[Officer, ...]:
    """Who confirms: the heads of the unit, or who stands in for one."""
    return tuple(people.find_officers(session, [obligation.unit.id], roles=[Role.HEAD]))


def on_local_clock(report: Report, place: Place) -> Report:
    """The same report with its instants as the clock on the wall shows them."""
    return replace(
        report,
        signed_at=_local(report.signed_at, place),
        confirmed_at=_local(report.confirmed_at, place),
        submitted_at=_local(report.submitted_at, place),
        reviewed_at=_local(report.reviewed_at, place),
    )


def _local(instant: datetime | None, place: Place) -> datetime | None:
    return place.local(instant) if instant else None
