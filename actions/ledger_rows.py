"""The rows of a ledger as its reader may see them, on the local clock."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from domain.ledger import (
    MOST_ROWS,
    ActivityEntry,
    AttendanceEntry,
    ReminderEntry,
    ReportEntry,
)
from domain.period import Period
from domain.permission import Actor, may_manage
from domain.place import Place
from domain.unit import Unit
from storage import ledger_records, ledgers
from storage.ledger_spans import Span
from storage.ledgers import FoundAttendance


@dataclass(frozen=True, kw_only=True)
class Reader:
    """For whom the file is made, and whose clock it shows."""

    actor: Actor
    place: Place

    def may_see(self, path: str) -> bool:
        """Whether a home lies where the reader answers."""
        return bool(path) and may_manage(self.actor, path)

    def local(self, instant: datetime | None) -> datetime | None:
        """On the local clock."""
        return None if instant is None else self.place.local(instant)


def load_activities(session: Session, span: Span, place: Place) -> tuple[ActivityEntry, ...]:
    """Every activity of the subtree in the span."""
    found = ledgers.find_activities(session, span, limit=MOST_ROWS)
    return tuple(locally(one, place) for one in found)


def locally(entry: ActivityEntry, place: Place) -> ActivityEntry:
    """The same activity on the local clock."""
    moved_from = place.local(entry.moved_from) if entry.moved_from else None
    return replace(entry, starts_at=place.local(entry.starts_at), moved_from=moved_from)


def load_attendance(
    session: Session, reader: Reader, span: Span, *, now: datetime
) -> tuple[AttendanceEntry, ...]:
    """Who was expected and came, without reasons: those are for the officer in charge alone."""
    found = ledgers.find_attendance(session, span, now=now, limit=MOST_ROWS)
    return tuple(replace(attendance_of(one, reader), reason=None) for one in found)


def attendance_of(found: FoundAttendance, reader: Reader) -> AttendanceEntry:
    """One person on the list; where he is at home now may be nobody's business."""
    one = found.entry
    return replace(
        one,
        starts_at=reader.place.local(one.starts_at),
        recorded_at=reader.local(one.recorded_at),
        home=one.home if reader.may_see(found.home_path) else "",
    )


def load_written(
    session: Session, reader: Reader, unit: Unit, period: Period, span: Span
) -> tuple[tuple[ReportEntry, ...], tuple[ReminderEntry, ...]]:
    """Reports that were due in the period, and reminders of it."""
    first, last = period.first_day, period.last_day
    reports = tuple(
        replace(
            found.entry,
            submitted_at=reader.local(found.entry.submitted_at),
            reviewed_at=reader.local(found.entry.reviewed_at),
            author=found.entry.author if reader.may_see(found.home_path) else "",
        )
        for found in ledger_records.find_reports(session, unit, first, last, limit=MOST_ROWS)
    )
    reminders = tuple(
        replace(
            found.entry,
            at=reader.place.local(found.entry.at),
            person=found.entry.person if reader.may_see(found.home_path) else "",
        )
        for found in ledger_records.find_reminders(session, span, limit=MOST_ROWS)
    )
    return reports, reminders
