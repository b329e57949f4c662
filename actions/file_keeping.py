"""Our copies of files, for the clock: which to fetch, which nobody needs, which are too old."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from actions.quieting import refresh_cards, refresh_subject
from actions.reports import SUBJECT
from domain.delivery import Kind, NewDelivery
from domain.place import Place
from domain.report import Report
from domain.report_file import FileRefusal, RefusedFile, ReportFile
from storage import deliveries, history, obligations, report_files, reports
from storage.report_files import Copy

AT_ONCE = 20
# One every five minutes, for a week: Telegram may be out of reach for days.
MOST_TRIES = 2_000
LET_GO_AT_ONCE = 500
# A young copy may belong to a report whose transaction is still to come.
YOUNG_FOR = timedelta(days=1)
# What was decided so long ago has been handed up and audited.
KEPT_FOR = timedelta(days=3 * 365)
TOLD_FOR = timedelta(days=30)


def find_awaited(session: Session) -> list[ReportFile]:
    """Some of the files that Telegram has and we do not."""
    return report_files.find_awaited(session, limit=AT_ONCE)


def take_copy(session: Session, file_id: int, copy: Copy, *, now: datetime, place: Place) -> None:
    """Our copy is there, of a type that its section takes; else it is refused."""
    found = _find_locked(session, file_id)
    if found is None:
        return
    report, file = found
    section = report.form.find(file.section)
    if section and section.file_types and copy.type not in section.file_types:
        other = RefusedFile(why=FileRefusal.OTHER_TYPE, found=copy.type)
        refuse(session, file_id, other, now=now, place=place)
    elif report_files.note_copy(session, file_id, copy):
        # The report says what it said: no button that speaks of it, and no reason, becomes stale.
        change = f"file:{file_id}"
        refresh_subject(session, (SUBJECT, report.id), change=change, now=now)


def refuse(
    session: Session, file_id: int, refused: RefusedFile, *, now: datetime, place: Place
) -> None:
    """It does not count. The report shows that it is missing, and its author is told once."""
    found = _find_locked(session, file_id)
    if found is None or not report_files.refuse(session, file_id, refused):
        return
    report, _ = found
    _show_as_missing(session, report, now=now)
    facts = {"report": report.id, "why": refused.why.value}
    history.write_down(
        session, "refuse_file", (SUBJECT, report.id), now=now, by=None, way="clock", after=facts
    )
    newest = reports.find_newest(session, report.obligation_id)
    if newest is not None and newest.id == report.id:
        _tell(session, report, file_id, now=now, place=place)


def _find_locked(session: Session, file_id: int) -> tuple[Report, ReportFile] | None:
    """The file with its version, read after what is owed was locked: its author may be at work."""
    found = _find(session, file_id)
    if found is None:
        return None
    obligations.find(session, found[0].obligation_id, for_change=True)
    return _find(session, file_id)


def _find(session: Session, file_id: int) -> tuple[Report, ReportFile] | None:
    report_id, file = report_files.find_many(session, [file_id]).get(file_id, (0, None))
    report = reports.find(session, report_id)
    return (report, file) if report and file else None


def _show_as_missing(session: Session, report: Report, *, now: datetime) -> None:
    """A button that spoke of the report before shows it first, as it is now."""
    reports.keep(session, report, report.answers)
    refresh_cards(session, (SUBJECT, report.id), version=report.version + 1, now=now)


def _tell(session: Session, report: Report, file_id: int, *, now: datetime, place: Place) -> None:
    due_at = place.next_waking(now)
    told = NewDelivery(
        once_key=f"{Kind.FILE_REFUSED}:{file_id}",
        person_id=report.author_id,
        kind=Kind.FILE_REFUSED,
        due_at=due_at,
        useful_until=due_at + TOLD_FOR,
        subject_id=file_id,
    )
    deliveries.queue(session, [told], now=now)


def note_try(session: Session, file_id: int, *, now: datetime, place: Place) -> None:
    """It did not come this time; after a week of asking it is given up."""
    if report_files.note_try(session, file_id) >= MOST_TRIES:
        never = RefusedFile(why=FileRefusal.NEVER_CAME)
        refuse(session, file_id, never, now=now, place=place)


def find_needless(session: Session, marks: Sequence[str]) -> list[str]:
    """Those copies that no report names."""
    needed = report_files.find_needed(session, marks)
    return [mark for mark in marks if mark not in needed]


def let_go(session: Session, *, now: datetime) -> int:
    """Let go of the copies of reports that were decided long ago; returns how many."""
    before = now - KEPT_FOR
    return report_files.let_go(session, decided_before=before, now=now, limit=LET_GO_AT_ONCE)
