"""Answer the sections of a report: words, a number, files, whole albums; empty one of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from actions.quieting import refresh_cards
from actions.reports import (
    DRAFT,
    SUBJECT,
    NotYours,
    Shown,
    find_owed,
    find_written,
    sheet_of,
    write_down,
)
from actions.running import reads
from domain.delivery import Kind, NewDelivery
from domain.draft import Draft
from domain.permission import Actor
from domain.place import Place
from domain.report import Answers, Part, Report, ReportState, TooMuch, add_words, answered
from domain.report_file import ReportFile
from domain.report_form import NotANumber, Section, Takes, read_number
from domain.report_sheet import NotTaken, Refusal
from storage import deliveries, drafts, report_files, reports

USEFUL_FOR = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class InAlbum:
    """One of several that came together: one message answers them all."""


@dataclass(frozen=True, kw_only=True)
class _Draft:
    """The draft that the actor's words belong to, and the section that they answer."""

    dialogue: Draft
    report: Report
    section: Section | None


Outcome = Shown | TooMuch | NotTaken | InAlbum | NotYours


@reads
def has_room(session: Session, actor: Actor, file: ReportFile) -> bool:
    """Whether this file would be taken now: what is refused anyway is not fetched and kept."""
    dialogue = drafts.find_open(session, actor.person)
    if dialogue is None or dialogue.kind != DRAFT or dialogue.subject_id is None:
        return False
    report = reports.find_newest(session, dialogue.subject_id)
    section = report.form.find(str(dialogue.facts.get("section", ""))) if report else None
    if report is None or section is None or not section.takes_files:
        return False
    return _refuse_file(report, section, file) is None


def add_part(session: Session, actor: Actor, part: Part, *, now: datetime, place: Place) -> Outcome:
    """Add a message to the section that is being asked for."""
    draft = _find_draft(session, actor, now=now, place=place)
    if not isinstance(draft, _Draft):
        return draft
    report, section = draft.report, draft.section
    if section is None:
        return NotTaken(section=report.form.sections[0], why=Refusal.NO_SECTION)
    answers = _answers(report, section, part)
    if part.file and not isinstance(answers, TooMuch):
        refusal = _refuse_file(report, section, part.file)
        answers = refusal or answers
    if isinstance(answers, Refusal):
        return _not_taken(session, draft, section, answers, part, now=now)
    if isinstance(answers, TooMuch):
        return answers
    if part.file:
        report_files.add(session, report.id, section.code, part.file, now=now)
    reports.keep(session, report, answers)
    refresh_cards(session, (SUBJECT, report.id), version=report.version + 1, now=now)
    if part.album:
        _answer_album(session, actor, draft, part.album, now=now)
        return InAlbum()
    return _show_next(session, actor, draft, now=now, place=place)


def _find_draft(
    session: Session, actor: Actor, *, now: datetime, place: Place
) -> _Draft | Shown | NotYours:
    dialogue = drafts.find_open(session, actor.person)
    if dialogue is None or dialogue.kind != DRAFT or dialogue.subject_id is None:
        return NotYours()
    obligation = find_owed(session, actor, dialogue.subject_id)
    if obligation is None:
        drafts.end(session, dialogue.id, state="discarded", now=now)
        return NotYours()
    report = reports.find_newest(session, obligation.id)
    if report is None or report.state is not ReportState.DRAFT:
        drafts.end(session, dialogue.id, state="discarded", now=now)
        return Shown(sheet=sheet_of(session, obligation.id, actor, now=now, place=place))
    section = report.form.find(str(dialogue.facts.get("section", "")))
    return _Draft(dialogue=dialogue, report=report, section=section)


def _answers(report: Report, section: Section, part: Part) -> Answers | TooMuch | Refusal:
    """The answers with the words of the message; a file's caption is its name where none belong."""
    match section.takes:
        case Takes.FILES:
            return report.answers if part.file else Refusal.WANTS_FILES
        case Takes.NUMBER:
            if part.file:
                return Refusal.WANTS_NUMBER
            number = read_number(section, part.words)
            if isinstance(number, NotANumber):
                return Refusal(number.value)
            return answered(report, section, number)
        case Takes.WORDS:
            return Refusal.WANTS_WORDS if part.file else add_words(report, section, part.words)
        case Takes.ANYTHING:
            return add_words(report, section, part.words)


def _refuse_file(report: Report, section: Section, file: ReportFile) -> Refusal | None:
    if not section.takes_files:
        return None
    there = [one for one in report.files_of(section) if one.refused is None]
    if any(one.unique_id == file.unique_id for one in there):
        return None
    if section.file_types and file.type is not None and file.type not in section.file_types:
        return Refusal.OTHER_TYPE
    return Refusal.TOO_MANY_FILES if len(there) >= section.most_files else None


def _not_taken(
    session: Session, draft: _Draft, section: Section, why: Refusal, part: Part, *, now: datetime
) -> NotTaken:
    """Of an album it is said once."""
    facts = draft.dialogue.facts
    told = f"{part.album}:{why.value}"
    if part.album and facts.get("told") != told:
        drafts.keep(session, draft.dialogue, {**facts, "told": told}, now=now)
        return NotTaken(section=section, why=why)
    return NotTaken(section=section, why=why, is_told=part.album is not None)


def _answer_album(
    session: Session, actor: Actor, draft: _Draft, album: str, *, now: datetime
) -> None:
    """One message for all of it; while more arrive, that message is brought up to date."""
    report = draft.report
    answer = NewDelivery(
        once_key=f"album:{report.id}:{album}",
        person_id=actor.person,
        kind=Kind.ALBUM,
        due_at=now,
        useful_until=now + USEFUL_FOR,
        subject_id=report.id,
        subjects=((SUBJECT, report.id),),
        facts={"section": draft.section.code if draft.section else ""},
    )
    deliveries.queue(session, [answer], now=now)


def _show_next(
    session: Session, actor: Actor, draft: _Draft, *, now: datetime, place: Place
) -> Shown:
    """A number is answered at once, and the next section is asked for; the others take more."""
    report, section = draft.report, draft.section
    code = section.code if section else ""
    if section is not None and section.takes is Takes.NUMBER:
        code = _after(report, section)
        facts = {**draft.dialogue.facts, "section": code}
        drafts.keep(session, draft.dialogue, facts, now=now)
    owed = report.obligation_id
    return Shown(sheet=sheet_of(session, owed, actor, section=code, now=now, place=place))


def _after(report: Report, section: Section) -> str:
    codes = [one.code for one in report.form.sections]
    at = codes.index(section.code) + 1
    return codes[at] if at < len(codes) else ""


def empty(
    session: Session,
    actor: Actor,
    report_id: int,
    *,
    number: int,
    version: int,
    now: datetime,
    place: Place,
) -> Shown | NotYours:
    """Empty one section, which counts from 1, unless the draft has changed since it was seen."""
    found = find_written(session, actor, report_id)
    if found is None:
        return NotYours()
    obligation, report = found
    sections = report.form.sections
    section = sections[number - 1] if 1 <= number <= len(sections) else None
    is_fresh = report.state is ReportState.DRAFT and report.version == version
    answers = answered(report, section, "") if section else {}
    if is_fresh and section is not None and reports.keep(session, report, answers):
        report_files.remove(session, report.id, section=section.code)
        write_down(session, "empty_report", report, actor, now=now)
        facts = {"section": section.code}
        drafts.begin(session, actor.person, DRAFT, subject_id=obligation.id, facts=facts, now=now)
        refresh_cards(session, (SUBJECT, report.id), version=report.version + 1, now=now)
    code = section.code if section else ""
    sheet = sheet_of(session, obligation.id, actor, section=code, now=now, place=place)
    return Shown(sheet=sheet, is_stale=not is_fresh)
