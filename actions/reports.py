"""Write the report that is owed: begin, add words and a file, start again, throw away."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions.report_sheets import lay_out
from actions.running import reads
from domain.act import ActKind
from domain.draft import Draft
from domain.obligation import Obligation, ObligationState, may_act
from domain.office import OFFICER_ROLES
from domain.permission import Actor
from domain.place import Place
from domain.report import Part, Report, ReportFile, ReportState, TooMuch, add_words
from domain.report_sheet import ReportPage, ReportSheet
from storage import drafts, history, obligations, reports

A_PAGE = 8
DRAFT = "report"
SUBJECT = "report"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """How the report stands now. `is_stale`: the pressed button spoke of something older."""

    sheet: ReportSheet
    has_replaced: bool = False
    is_stale: bool = False


@dataclass(frozen=True, kw_only=True)
class RestOfAlbum:
    """Another photo of an album whose first one counts."""

    is_first: bool


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
    """Begin or resume the draft. A returned report comes back with its words and its file.

    The draft belongs to the unit: a second officer goes on where the first one stopped.
    """
    obligation = find_owed(session, actor, obligation_id)
    if obligation is None:
        return NotYours()
    newest = reports.find_newest(session, obligation_id)
    if obligation.state is not ObligationState.OPEN or obligation.is_under_review:
        return Shown(sheet=sheet_of(session, obligation_id, now=now, place=place))
    if newest is None or newest.state is not ReportState.DRAFT:
        reports.begin(session, obligation_id, actor.person, after=newest, now=now)
        newest = reports.find_newest(session, obligation_id)
        if newest is not None:
            write_down(session, "begin_report", newest, actor, now=now)
    drafts.begin(session, actor.person, DRAFT, subject_id=obligation_id, now=now)
    return Shown(sheet=sheet_of(session, obligation_id, now=now, place=place))


def add_part(
    session: Session, actor: Actor, part: Part, *, now: datetime, place: Place
) -> Shown | TooMuch | RestOfAlbum | NotYours:
    """Add a message to the draft that the actor's words belong to."""
    dialogue = drafts.find_open(session, actor.person)
    if dialogue is None or dialogue.kind != DRAFT or dialogue.subject_id is None:
        return NotYours()
    obligation = find_owed(session, actor, dialogue.subject_id)
    if obligation is None:
        drafts.end(session, dialogue.id, state="discarded", now=now)
        return NotYours()
    if part.album and dialogue.facts.get("album") == part.album:
        return _pass_over(session, dialogue, now=now)
    report = reports.find_newest(session, obligation.id)
    if report is None or report.state is not ReportState.DRAFT:
        drafts.end(session, dialogue.id, state="discarded", now=now)
        return Shown(sheet=sheet_of(session, obligation.id, now=now, place=place))
    words = add_words(report.words, part.words)
    if isinstance(words, TooMuch):
        return words
    reports.keep(session, report, words=words, file=part.file or report.file)
    if part.file:
        drafts.keep(session, dialogue, {"album": part.album}, now=now)
    return Shown(
        sheet=sheet_of(session, obligation.id, now=now, place=place),
        has_replaced=_has_replaced(report.file, part.file),
    )


def _pass_over(session: Session, dialogue: Draft, *, now: datetime) -> RestOfAlbum:
    is_first = not dialogue.facts.get("album_told")
    drafts.keep(session, dialogue, {**dialogue.facts, "album_told": True}, now=now)
    return RestOfAlbum(is_first=is_first)


def _has_replaced(before: ReportFile | None, after: ReportFile | None) -> bool:
    return before is not None and after is not None and before.unique_id != after.unique_id


def start_again(
    session: Session, actor: Actor, report_id: int, *, version: int, now: datetime, place: Place
) -> Shown | NotYours:
    """Empty the draft, which stays begun, unless it has changed since it was seen."""
    found = find_written(session, actor, report_id)
    if found is None:
        return NotYours()
    obligation, report = found
    is_fresh = report.state is ReportState.DRAFT and report.version == version
    if is_fresh and reports.keep(session, report, words="", file=None):
        write_down(session, "empty_report", report, actor, now=now)
        drafts.begin(session, actor.person, DRAFT, subject_id=obligation.id, now=now)
    sheet = sheet_of(session, obligation.id, now=now, place=place)
    return Shown(sheet=sheet, is_stale=not is_fresh)


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
    sheet = sheet_of(session, obligation.id, now=now, place=place)
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
    return Shown(sheet=sheet_of(session, obligation.id, now=now, place=place))


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


def sheet_of(session: Session, obligation_id: int, *, now: datetime, place: Place) -> ReportSheet:
    """The obligation with its newest report, as they are in this transaction."""
    owed = obligations.find_many(session, [obligation_id])
    return lay_out(session, list(owed.values()), now=now, place=place)[0]


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
