"""The first draft that the record writes: offered ten days before, refreshed, looked into."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session

from actions import period_records
from actions.quieting import refresh_cards
from actions.report_sheets import lay_out_given
from actions.reports import SUBJECT, NotYours, Shown, find_written, sheet_of, write_down
from actions.running import reads
from domain.act import ActKind
from domain.delivery import Delivery, Kind, NewDelivery
from domain.duty import Duty
from domain.obligation import Obligation, ObligationState, may_act
from domain.permission import Actor
from domain.place import Place
from domain.record_figure import RecordedFigure
from domain.report import ReportState, filled
from domain.report_form import ReportForm
from domain.report_sheet import EntriesPage, FirstDraftCard, ReportSheet
from storage import deliveries, duties, memory, obligations, people, reports, waiting_reports

KEY = "first_drafts"
OBLIGATION = "obligation"
AHEAD = timedelta(days=10)
AT_ONCE = 200
DONE = "done"
A_PAGE = 10


def offer_daily(session: Session, *, now: datetime, place: Place) -> int:
    """Once a day offer drafts whose last day is ten days off or nearer; returns how many it saw.

    Some at a time: the memory says behind which obligation of today the next look begins.
    """
    today = place.today(now)
    day, _, after = (memory.recall(session, KEY) or "").partition(":")
    if not place.is_waking(now) or (day == str(today) and after == DONE):
        return 0
    kinds = [duty.id for duty in duties.find_with(session, ActKind.REPORT) if _has_figures(duty)]
    behind = int(after) if day == str(today) else 0
    ids = waiting_reports.find_ending(
        session, kinds, first=today, last=today + AHEAD, after=behind, limit=AT_ONCE
    )
    is_last = len(ids) < AT_ONCE
    memory.remember(session, KEY, f"{today}:{DONE if is_last else ids[-1]}")
    owed = [one for one in obligations.find_many(session, ids).values() if _is_wanted(one)]
    hearers = people.find_hearers(session, list({one.unit.id for one in owed}))
    offered = [
        _offer(one, officer.person_id, place.next_digest(now, officer.digest_at), now=now)
        for one in owed
        if _form_of(one).figures and one.person_id is None
        for officer in hearers.get(one.unit.id, ())
    ]
    deliveries.queue(session, offered, now=now)
    return len(ids)


def _has_figures(duty: Duty) -> bool:
    return any(act.report.form.figures for act in duty.acts)


def _offer(one: Obligation, person_id: int, due_at: datetime, *, now: datetime) -> NewDelivery:
    return NewDelivery(
        once_key=f"first-draft:{one.id}:{person_id}",
        person_id=person_id,
        kind=Kind.FIRST_DRAFT,
        due_at=due_at,
        useful_until=now + AHEAD,
        subject_id=one.id,
        subjects=((OBLIGATION, one.id),),
    )


def _form_of(obligation: Obligation) -> ReportForm:
    act = obligation.find_act(ActKind.REPORT)
    if act is None:
        raise ValueError(f"obligation {obligation.id} asks for no report")
    return act.report.form


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, FirstDraftCard]:
    """The figures as they are when the message goes out; once a draft is begun it leads there."""
    owed = obligations.find_many(session, [one.subject_id or 0 for one in claimed])
    sheets = lay_out_given(session, [(one, None) for one in owed.values()], now=now, place=place)
    by_id = {sheet.obligation.id: sheet for sheet in sheets}
    cards = {}
    for one in claimed:
        sheet = by_id.get(one.subject_id or 0)
        if sheet is None or (one.edits is None and not _is_wanted(sheet.obligation)):
            continue
        # Each is a few counts over one unit, and there are as many as secretaries who owe one.
        record = period_records.load(session, sheet.obligation, now=now, place=place)
        cards[one.id] = _card(sheet, tuple(record.values()))
    return cards


def _is_wanted(obligation: Obligation) -> bool:
    return obligation.state is ObligationState.OPEN and obligation.report is None


def _card(sheet: ReportSheet, figures: tuple[RecordedFigure, ...]) -> FirstDraftCard:
    form = _form_of(sheet.obligation)
    by_figure = {one.figure: one for one in figures}
    said = tuple(
        (section, by_figure[section.figure]) for section in form.sections if section.figure
    )
    return FirstDraftCard(sheet=sheet, figures=said, is_open=_is_wanted(sheet.obligation))


@reads
def find_entries(
    session: Session,
    actor: Actor,
    report_id: int,
    *,
    number: int,
    page: int,
    now: datetime,
    place: Place,
) -> EntriesPage | NotYours:
    """What the figure of that section, which counts from 1, is made of."""
    report = reports.find(session, report_id)
    owed = obligations.find(session, report.obligation_id) if report else None
    if report is None or owed is None or not may_act(actor, owed):
        return NotYours()
    sections = report.form.sections
    section = sections[number - 1] if 1 <= number <= len(sections) else None
    if section is None or section.figure is None:
        return NotYours()
    figure = period_records.load(session, owed, now=now, place=place).get(section.figure)
    if figure is None:
        return NotYours()
    pages = max(1, -(-len(figure.entries) // A_PAGE))
    here = min(max(page, 1), pages)
    return EntriesPage(
        sheet=sheet_of(session, owed.id, actor, now=now, place=place),
        section=section,
        number=number,
        figure=figure,
        entries=figure.entries[(here - 1) * A_PAGE : here * A_PAGE],
        page=here,
        pages=pages,
    )


def refresh(
    session: Session, actor: Actor, report_id: int, *, version: int, now: datetime, place: Place
) -> Shown | NotYours:
    """Take the figures from the record again; what was changed by hand stays as it is."""
    found = find_written(session, actor, report_id)
    if found is None:
        return NotYours()
    obligation, report = found
    is_fresh = report.state is ReportState.DRAFT and report.version == version
    if is_fresh:
        record = period_records.load(session, obligation, now=now, place=place)
        if reports.keep(session, report, filled(report.form, report.answers, record)):
            write_down(session, "refresh_figures", report, actor, now=now)
            refresh_cards(session, (SUBJECT, report.id), version=report.version + 1, now=now)
    sheet = sheet_of(session, obligation.id, actor, now=now, place=place)
    return Shown(sheet=replace(sheet, section=""), is_stale=not is_fresh)
