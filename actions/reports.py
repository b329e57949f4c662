"""The report that is owed: what there is to write, begin it, turn its sections, throw away."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from actions import period_records
from actions.report_sheets import for_author, lay_out
from actions.running import reads
from domain.act import ActKind
from domain.obligation import Obligation, ObligationState, may_act
from domain.office import OFFICER_ROLES
from domain.permission import Actor
from domain.place import Place
from domain.report import Report, ReportState, filled
from domain.report_form import FREE_FORM
from domain.report_sheet import ReportPage, ReportSheet
from storage import drafts, history, obligations, reports

A_PAGE = 8
DRAFT = "report"
SUBJECT = "report"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """How the report stands now. `is_stale`: the pressed button spoke of something older."""

    sheet: ReportSheet
    is_stale: bool = False


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """It does not exist, or it is somebody else's: both look the same."""


@reads
def find_page(
    session: Session, actor: Actor, *, page: int, now: datetime, place: Place
) -> ReportPage:
    """What the actor's units owe in writing, the earliest end first."""
    unit_ids = [office.unit_id for office in actor.offices if office.role in OFFICER_ROLES]
    today = place.today(now)
    current = obligations.find_current_of(session, unit_ids, person_id=actor.person, today=today)
    owed = [one for one in current if one.has(ActKind.REPORT)]
    pages = max(1, -(-len(owed) // A_PAGE))
    here = min(max(page, 1), pages)
    shown = owed[(here - 1) * A_PAGE : here * A_PAGE]
    return ReportPage(
        sheets=tuple(lay_out(session, shown, now=now, place=place)),
        page=here,
        pages=pages,
        total=len(owed),
    )


def begin(
    session: Session, actor: Actor, obligation_id: int, *, now: datetime, place: Place
) -> Shown | NotYours:
    """Begin or resume the draft. A returned report comes back with its words and its files.

    The draft belongs to the unit: a second officer goes on where the first one stopped.
    """
    obligation = find_owed(session, actor, obligation_id)
    if obligation is None:
        return NotYours()
    newest = reports.find_newest(session, obligation_id)
    is_closed = obligation.state is not ObligationState.OPEN or obligation.is_under_review
    if is_closed or (newest is not None and newest.state is ReportState.TO_CONFIRM):
        return Shown(sheet=sheet_of(session, obligation_id, actor, now=now, place=place))
    if newest is None or newest.state is not ReportState.DRAFT:
        newest = _begin_version(session, actor, obligation, newest, now=now, place=place)
    section = choose_section(newest)
    facts = {"section": section}
    drafts.begin(session, actor.person, DRAFT, subject_id=obligation_id, facts=facts, now=now)
    sheet = sheet_of(session, obligation_id, actor, section=section, now=now, place=place)
    return Shown(sheet=sheet)


def _begin_version(
    session: Session,
    actor: Actor,
    obligation: Obligation,
    before: Report | None,
    *,
    now: datetime,
    place: Place,
) -> Report | None:
    act = obligation.find_act(ActKind.REPORT)
    form = act.report.form if act else FREE_FORM
    answers = before.answers if before else {}
    if before is None and form.figures:
        answers = filled(form, {}, period_records.load(session, obligation, now=now, place=place))
    reports.begin(
        session,
        obligation.id,
        actor.person,
        form=form,
        after=before,
        answers=answers,
        now=now,
    )
    made = reports.find_newest(session, obligation.id)
    if made is not None:
        write_down(session, "begin_report", made, actor, now=now)
    return made


def choose_section(report: Report | None) -> str:
    """The first section that waits for an answer; none when all that must be there is there."""
    if report is None:
        return ""
    if report.form.is_free:
        return report.form.sections[0].code
    if not report.answers and not report.files:
        return report.form.sections[0].code
    # What the record has filled in is seen first, in the whole.
    is_untouched = report.version == 1 and report.number == 1
    waiting = () if is_untouched else report.find_missing()
    return waiting[0].code if waiting else ""


def go_to(
    session: Session, actor: Actor, report_id: int, *, number: int, now: datetime, place: Place
) -> Shown | NotYours:
    """Ask for the section of that number, which counts from 1; 0 shows the whole."""
    found = find_written(session, actor, report_id)
    if found is None:
        return NotYours()
    obligation, report = found
    is_draft = report.state is ReportState.DRAFT
    sections = report.form.sections
    section = sections[number - 1].code if 1 <= number <= len(sections) else ""
    if is_draft:
        facts = {"section": section}
        drafts.begin(session, actor.person, DRAFT, subject_id=obligation.id, facts=facts, now=now)
    sheet = sheet_of(session, obligation.id, actor, section=section, now=now, place=place)
    return Shown(sheet=sheet, is_stale=not is_draft)


def discard(
    session: Session, actor: Actor, report_id: int, *, version: int, now: datetime, place: Place
) -> Shown | NotYours:
    """Throw the draft away, unless it has changed since it was seen."""
    found = find_written(session, actor, report_id)
    if found is None:
        return NotYours()
    obligation, report = found
    is_fresh = report.state is ReportState.DRAFT and report.version == version
    if is_fresh and reports.discard(session, report):
        write_down(session, "discard_report", report, actor, now=now)
        end_dialogue(session, actor, obligation.id, state="discarded", now=now)
    sheet = sheet_of(session, obligation.id, actor, now=now, place=place)
    return Shown(sheet=sheet, is_stale=not is_fresh)


@reads
def look(
    session: Session, actor: Actor, report_id: int, *, now: datetime, place: Place
) -> Shown | NotYours:
    """How the report stands."""
    report = reports.find(session, report_id)
    obligation = obligations.find(session, report.obligation_id) if report else None
    if obligation is None or not may_act(actor, obligation):
        return NotYours()
    section = choose_section(report) if report and report.form.is_free else ""
    sheet = sheet_of(session, obligation.id, actor, section=section, now=now, place=place)
    return Shown(sheet=sheet)


def find_owed(session: Session, actor: Actor, obligation_id: int) -> Obligation | None:
    """A report that is owed by a unit of the actor's, with its row locked."""
    found = obligations.find(session, obligation_id, for_change=True)
    if found is None or not found.has(ActKind.REPORT):
        return None
    return found if may_act(actor, found) else None


def find_written(
    session: Session, actor: Actor, report_id: int
) -> tuple[Obligation, Report] | None:
    """A version that a unit of the actor's has written, read after its obligation was locked."""
    report = reports.find(session, report_id)
    obligation = find_owed(session, actor, report.obligation_id) if report else None
    report = reports.find(session, report_id)
    return (obligation, report) if obligation and report else None


def sheet_of(
    session: Session,
    obligation_id: int,
    actor: Actor,
    *,
    section: str = "",
    now: datetime,
    place: Place,
) -> ReportSheet:
    """The obligation with its newest report, as they are in this transaction."""
    owed = obligations.find_many(session, [obligation_id])
    [sheet] = lay_out(session, list(owed.values()), now=now, place=place)
    return for_author(session, actor, replace(sheet, section=section))


def end_dialogue(
    session: Session, actor: Actor, obligation_id: int, *, state: str, now: datetime
) -> None:
    """The actor's next words no longer belong to this report."""
    drafts.end_all(
        session, actor.person, kind=DRAFT, subject_id=obligation_id, state=state, now=now
    )


def write_down(session: Session, verb: str, before: Report, actor: Actor, *, now: datetime) -> None:
    """A line of history: which version was in which state before."""
    facts = {"number": before.number, "state": before.state.value, "version": before.version}
    history.write_down(session, verb, (SUBJECT, before.id), now=now, by=actor.person, before=facts)
