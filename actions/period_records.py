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
from domain.record_figure import Entry, Figure, Record, RecordedFigure, Recorder
from domain.report import ReportState
from domain.report_form import write_number
from storage import ledger_records, ledgers, period_records
from storage.ledger_records import FoundReport
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
    talks = period_records.find_talks(
        session, owed.unit.path, owed.first_day, owed.last_day, place=place
    )
    written = _find_written(session, owed, now=now, place=place)
    held = [one for one in sessions if one.state is ActivityState.HELD]
    cancelled = [one for one in sessions if one.state is ActivityState.CANCELLED]
    in_time = [one for one in written if one.entry.days_late == 0]
    late = [one for one in written if one.entry.days_late]
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


def _find_written(
    session: Session, owed: Obligation, *, now: datetime, place: Place
) -> list[FoundReport]:
    """What was due in the period beside this report and has been handed in until now."""
    found = ledger_records.find_reports(
        session, owed.unit, owed.first_day, owed.last_day, limit=MOST_ROWS
    )
    return [
        replace(one, entry=replace(one.entry, submitted_at=place.local(one.entry.submitted_at)))
        for one in found
        if one.entry.submitted_at is not None
        and one.entry.submitted_at <= now
        and one.entry.state in _HANDED_IN
        and not _is_itself(one.entry, owed)
    ]


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
            title=_title(one),
            count=one.turnout.came,
            total=one.turnout.total,
            activity_id=one.id,
        )
        for one in sessions
    ]


def _title(one: ActivityEntry) -> Bilingual:
    """What bears its duty's name bears it in both languages."""
    is_named = one.duty is not None and one.title in (one.duty.zh, one.duty.en)
    return one.duty if one.duty and is_named else Bilingual(zh=one.title, en=one.title)


def _of_reports(written: Iterable[FoundReport]) -> list[Entry]:
    return [
        Entry(
            day=found.entry.submitted_at.date(),
            unit=found.entry.unit,
            title=found.entry.duty,
            other_day=found.entry.last_day,
            by=Recorder(name=found.entry.author, home_path=found.home_path),
        )
        for found in written
        if found.entry.submitted_at is not None
    ]
