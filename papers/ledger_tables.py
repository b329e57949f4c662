"""The sheets of a ledger as tables in the reader's language."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Literal, assert_never

from domain.activity import ActivityState
from domain.ledger import (
    ActivityEntry,
    AttendanceEntry,
    Ledger,
    ReminderEntry,
    ReportEntry,
    Sheet,
)
from papers.cells import filled, one_line
from papers.table import Book, Cell, Column, Look, Table
from papers.term_tables import term_table
from texts import ledger_words as words
from texts.languages import Language
from texts.ledger_headings import headings
from texts.ledger_outcomes import arrival_word, notice_word
from texts.quorums import quorum_word

# Terms have their columns in papers/term_tables.py.
CountedSheet = Literal[Sheet.ACTIVITIES, Sheet.ATTENDANCE, Sheet.REPORTS, Sheet.REMINDERS]
_WIDTHS: dict[CountedSheet, tuple[int, ...]] = {
    Sheet.ACTIVITIES: (5, 11, 7, 12, 16, 20, 16, 11, 20, 8, 7, 7, 7, 7, 7, 7, 8, 14),
    Sheet.ATTENDANCE: (6, 12, 22, 26, 12, 22, 11, 11, 12),
    Sheet.REPORTS: (6, 24, 12, 24, 18, 12, 12, 12, 12, 9, 12, 9, 7),
    Sheet.REMINDERS: (6, 12, 8, 24, 26, 18, 20, 14, 12),
}
_T, _N, _D, _C, _P = Look.TEXT, Look.NUMBER, Look.DAY, Look.CLOCK, Look.PERCENT
_LOOKS: dict[CountedSheet, tuple[Look, ...]] = {
    Sheet.ACTIVITIES: (_N, _D, _C, *[_T] * 7, *[_N] * 6, _P, _T),
    Sheet.ATTENDANCE: (_N, _D, _T, _T, _T, _T, _T, _C, _T),
    Sheet.REPORTS: (_N, _T, _T, _T, _T, _D, _T, _T, _D, _N, _D, _N, _T),
    Sheet.REMINDERS: (_N, _D, _C, _T, _T, _T, _T, _T, _T),
}


def ledger_book(lang: Language, ledger: Ledger) -> Book:
    """All sheets, those without rows too: that nothing happened is an answer."""
    title = " · ".join((ledger.unit.name, lang.period_name(ledger.period.key)))
    return Book(
        title=one_line(title),
        made_at=ledger.made_at,
        tables=tuple(_table(lang, ledger, sheet) for sheet in Sheet),
    )


def _table(lang: Language, ledger: Ledger, sheet: Sheet) -> Table:
    title = words.sheet_name(lang, sheet)
    if sheet is Sheet.TERMS:
        return term_table(lang, ledger.terms, ledger.made_at.date(), title=title)
    columns = tuple(
        Column(heading=heading, width=width, look=look)
        for heading, width, look in zip(
            headings(lang, sheet), _WIDTHS[sheet], _LOOKS[sheet], strict=True
        )
    )
    found = enumerate(_rows(lang, ledger, sheet), start=1)
    rows = tuple((number, *filled(lang, row)) for number, row in found)
    return Table(title=title, columns=columns, rows=rows)


def _rows(lang: Language, ledger: Ledger, sheet: CountedSheet) -> Iterable[tuple[Cell, ...]]:
    match sheet:
        case Sheet.ACTIVITIES:
            return (_activity(lang, one) for one in ledger.activities)
        case Sheet.ATTENDANCE:
            return (_attendance(lang, one) for one in ledger.attendance)
        case Sheet.REPORTS:
            return (_report(lang, one) for one in ledger.reports)
        case Sheet.REMINDERS:
            return (_reminder(lang, one) for one in ledger.reminders)
        case _:
            assert_never(sheet)


def _activity(lang: Language, entry: ActivityEntry) -> tuple[Cell, ...]:
    turnout = entry.turnout
    is_called_off = entry.state is ActivityState.CANCELLED
    counts: tuple[Cell, ...] = (
        turnout.total,
        turnout.came,
        turnout.late,
        turnout.left_early,
        turnout.excused,
    )
    held = entry.state is ActivityState.HELD
    return (
        entry.starts_at.date(),
        _clock(entry.starts_at),
        lang.moment(entry.moved_from, with_year=True) if entry.moved_from else None,
        entry.unit,
        words.titled(lang, entry.title, entry.duty),
        words.named(lang, entry.duty) if entry.duty else None,
        entry.place,
        entry.topic or None,
        words.activity_state(lang, entry.state),
        *((None,) * len(counts) if is_called_off else counts),
        # Nobody is absent before an officer has said that it was held.
        turnout.absent if held else None,
        turnout.rate if held else None,
        quorum_word(lang, entry.quorum) if entry.quorum and not is_called_off else None,
    )


def _attendance(lang: Language, entry: AttendanceEntry) -> tuple[Cell, ...]:
    return (
        entry.starts_at.date(),
        entry.unit,
        words.titled(lang, entry.title, entry.duty),
        entry.person,
        entry.home,
        words.check_in_state(lang, entry.state),
        _clock(entry.came_at),
        words.way_word(lang, entry.came_by) if entry.came_by else None,
    )


def _report(lang: Language, entry: ReportEntry) -> tuple[Cell, ...]:
    return (
        entry.unit,
        entry.person or entry.unit,
        words.named(lang, entry.duty),
        words.period_word(lang, entry.period_key),
        entry.last_day,
        words.report_state(lang, entry),
        entry.author,
        _day(entry.submitted_at),
        entry.days_late,
        _day(entry.reviewed_at),
        entry.versions or None,
        words.yes_or_no(lang, is_so=entry.has_file) if entry.versions else None,
    )


def _reminder(lang: Language, entry: ReminderEntry) -> tuple[Cell, ...]:
    return (
        entry.at.date(),
        _clock(entry.at),
        entry.unit,
        words.named(lang, entry.duty),
        words.period_word(lang, entry.period_key),
        notice_word(lang, entry.kind),
        entry.person or words.somebody_above(lang),
        arrival_word(lang, entry.arrival),
    )


def _clock(at: datetime | None) -> time | None:
    return None if at is None else time(at.hour, at.minute)


def _day(at: datetime | None) -> date | None:
    return None if at is None else at.date()
