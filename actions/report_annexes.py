"""A report as a document, with what its figures count as its reader may see it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from actions import period_records
from actions.report_sheets import lay_out_given
from actions.reports import NotYours
from actions.review_queue import find_readable
from actions.running import reads
from domain.obligation import Obligation
from domain.permission import Actor, may_manage
from domain.place import Place
from domain.record_figure import Entry, RecordedFigure, Recorder
from domain.report import Report
from domain.report_document import Annex, ReportPaper
from domain.report_form import Section
from storage import period_records as records

# On paper a few pages for a figure; the ledger has room for all.
MOST_ENTRIES = 100


@reads
def find_paper(
    session: Session, actor: Actor, report_id: int, *, now: datetime, place: Place
) -> ReportPaper | NotYours:
    """The report for a document, for those who wrote it and those who review it."""
    found = find_readable(session, actor, report_id)
    if found is None or found[1].form.is_free:
        return NotYours()
    obligation, report = found
    [sheet] = lay_out_given(session, [found], now=now, place=place)
    annexes: tuple[Annex, ...] = ()
    # A unit may have moved away from the one that reviews what it handed in before.
    if may_manage(actor, obligation.unit.path):
        annexes = _find_annexes(session, actor, obligation, report, now=now, place=place)
    return ReportPaper(sheet=sheet, annexes=annexes)


def _find_annexes(
    session: Session,
    actor: Actor,
    obligation: Obligation,
    report: Report,
    *,
    now: datetime,
    place: Place,
) -> tuple[Annex, ...]:
    """The record until the report was given, so that what came later does not disagree with it."""
    until = report.given_at or now
    record = period_records.load(session, obligation, now=until, place=place)
    asked = [
        (section, figure)
        for section in report.form.sections
        if section.figure and (figure := record.get(section.figure))
    ]
    annexes = [
        _annex(number, section, figure) for number, (section, figure) in enumerate(asked, start=1)
    ]
    listed = {entry.activity_id for one in annexes for entry in one.figure.entries}
    settlers = records.find_settlers(session, [one for one in listed if one], place=place)
    return tuple(_as_seen(one, actor, settlers) for one in annexes)


def _annex(number: int, section: Section, figure: RecordedFigure) -> Annex:
    entries = figure.entries
    return Annex(
        number=number,
        section=section,
        figure=replace(figure, entries=entries[:MOST_ENTRIES]),
        total=len(entries),
        came=sum(one.count or 0 for one in entries),
        expected=sum(one.total or 0 for one in entries),
    )


def _as_seen(annex: Annex, actor: Actor, settlers: Mapping[int, Recorder]) -> Annex:
    """With the names of those below the reader: whose home lies elsewhere is not named."""

    def name(entry: Entry) -> Entry:
        by = entry.by or settlers.get(entry.activity_id or 0)
        return replace(entry, by=by if by and may_manage(actor, by.home_path) else None)

    figure = annex.figure
    return replace(annex, figure=replace(figure, entries=tuple(map(name, figure.entries))))
