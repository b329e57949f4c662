"""Our copies of files, for the clock: which to fetch, which nobody needs, which are too old."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from domain.report_form import FileType
from storage import report_files
from storage.report_files import Awaited

AT_ONCE = 20
# One every five minutes, for a week: Telegram may be out of reach for days.
MOST_TRIES = 2_000
LET_GO_AT_ONCE = 500
# A young copy may belong to a report whose transaction is still to come.
YOUNG_FOR = timedelta(days=1)
# What was decided so long ago has been handed up and audited.
KEPT_FOR = timedelta(days=3 * 365)


def find_awaited(session: Session) -> list[Awaited]:
    """Some of the files that Telegram has and we do not."""
    return report_files.find_awaited(session, limit=AT_ONCE, most_tries=MOST_TRIES)


def note_copy(
    session: Session, file_id: int, *, mark: str, size: int, file_type: FileType | None
) -> None:
    """Our copy is there."""
    report_files.note_copy(session, file_id, mark=mark, size=size, file_type=file_type)


def note_try(session: Session, file_id: int) -> None:
    """It did not come this time."""
    report_files.note_try(session, file_id)


def find_needless(session: Session, marks: Sequence[str]) -> list[str]:
    """Those copies that no report names."""
    needed = report_files.find_needed(session, marks)
    return [mark for mark in marks if mark not in needed]


def let_go(session: Session, *, now: datetime) -> int:
    """Let go of the copies of reports that were decided long ago; returns how many."""
    before = now - KEPT_FOR
    return report_files.let_go(session, decided_before=before, now=now, limit=LET_GO_AT_ONCE)
