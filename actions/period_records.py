"""What the record says about a unit and everything below it in one period, figure by figure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from sqlmodel import Session

from domain.activity import ActivityState
from domain.bilingual import Bilingual
from domain.ledger import MOST_ROWS, ActivityEntry, ReportEntry
from domain.obligation import Obligation
from domain.place import Place
from domain.record_figure import Entry, Figure, Record, RecordedFigure
from domain.report import ReportState
from domain.report_form import write_number
from storage import ledger_records, ledgers, period_records
from storage.ledger_spans import Span

# A draft and what was thrown away were never handed in.
_HANDED_IN = (ReportState.SUBMITTED, ReportState.ACCEPTED)


def load(session: Session, owed: Obligation, *, now: datetime, place: Place) -> Record:
    """Every figure for the period of an obligation, as far as that period has gone.

    Nothing for what a person owes for himself: a unit's record is its officers' to see.
    """
    if owed.person_id is not None:
        return {}
    span = Span(
        path=owed.unit.path,
        since=place.at(owed.first_day, time()),
        until=min(place.at(owed.last_day + timedelta(days=1), time()), now),
    )
    sessions = ledgers.find_activities(session, span, limit=MOST_ROWS)
    moved = period_records.find_moved(session, span, place=place)
    talks = period_records.find_talks(session, owed.unit.path, owed.first_day, owed.last_day)
    written = _find_written(session, owed, place)
    held = [one for one in sessions if one.state is ActivityState.HELD]
    cancelled = [one for one in sessions if one.state is ActivityState.CANCELLED]
    in_time = [one for one in written if one.days_late == 0]
    late = [one for one in written if one.days_late]
    figures = (
        _counted(Figure.SESSIONS_HELD, _of_sessions(held, place)),
        _counted(Figure.SESSIONS_MOVED, moved),
        _counted(Figure.SESSIONS_CANCELLED, _of_sessions(cancelled, place)),
        _attendance(held, place),
        _summed(Figure.TALKS_HELD, talks),
        _counted(Figure.REPORTS_IN_TIME, _of_reports(in_time)),
        _counted(Figure.REPORTS_LATE, _of_reports(late)),
    )
    return {one.figure: one for one in figures}


def _find_written(session: Session, owed: Obligation, place: Place) -> list[ReportEntry]:
    """What was due in the period beside this report and has been handed in."""
    found = ledger_records.find_reports(
        session, owed.unit, owed.first_day, owed.last_day, limit=MOST_ROWS
    )
    entries = [
        replace(one.entry, submitted_at=place.local(one.entry.submitted_at))
        for one in found
        if one.entry.submitted_at is not None and one.entry.state in _HANDED_IN
    ]
    return [one for one in entries if not _is_itself(one, owed)]


def _is_itself(one: ReportEntry, owed: Obligation) -> bool:
    mine = (owed.unit.name, owed.name, owed.period_key, owed.person)
    return (one.unit, one.duty, one.period_key, one.person) == mine


def _counted(figure: Figure, entries: Sequence[Entry]) -> RecordedFigure:
    return RecordedFigure(figure=figure, value=str(len(entries)), entries=tuple(entries))


def _summed(figure: Figure, entries: Sequence[Entry]) -> RecordedFigure:
    total = sum(one.count or 0 for one in entries)
    return RecordedFigure(figure=figure, value=str(total), entries=tuple(entries))


def _attendance(held: Sequence[ActivityEntry], place: Place) -> RecordedFigure:
    """Those who came of those expected, over all sessions that were held; one decimal."""
    total = sum(one.turnout.total for one in held)
    came = sum(one.turnout.came for one in held)
    share = Decimal(came * 100) / Decimal(total) if total else None
    rounded = share.quantize(Decimal("0.1"), ROUND_HALF_UP) if share is not None else None
    return RecordedFigure(
        figure=Figure.ATTENDANCE,
        value=None if rounded is None else write_number(rounded),
        entries=tuple(_of_sessions(held, place)),
    )


def _of_sessions(sessions: Iterable[ActivityEntry], place: Place) -> list[Entry]:
    return [
        Entry(
            day=place.today(one.starts_at),
            unit=one.unit,
            title=Bilingual(zh=one.title, en=one.title),
            count=one.turnout.came,
            total=one.turnout.total,
        )
        for one in sessions
    ]


def _of_reports(written: Iterable[ReportEntry]) -> list[Entry]:
    return [
        Entry(day=one.submitted_at.date(), unit=one.unit, title=one.duty)
        for one in written
        if one.submitted_at is not None
    ]
