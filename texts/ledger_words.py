"""What stands in the cells of a ledger: a word for every state."""

import re
from datetime import date
from typing import assert_never

from domain.activity import ActivityState
from domain.bilingual import Bilingual
from domain.check_in import CheckInState, Way
from domain.ledger import ReportEntry, Sheet
from domain.obligation import ObligationState
from domain.report import ReportState
from texts.cleaning import clean
from texts.languages import Language

_EVENT = re.compile(r"event-(\d{4})-(\d\d)-(\d\d).*", re.ASCII)
_NAMED = re.compile(r"\d{4}(-(\d\d|Q\d|H\d|S\d|S-.+|W\d\d|\d\d-\d\d))?", re.ASCII | re.DOTALL)


def sheet_name(lang: Language, sheet: Sheet) -> str:
    """What stands on its tab."""
    match sheet:
        case Sheet.ACTIVITIES:
            return lang.label("Activities")
        case Sheet.ATTENDANCE:
            return lang.label("Attendance")
        case Sheet.REPORTS:
            return lang.label("Reports")
        case Sheet.TERMS:
            return lang.label("Terms of office")
        case Sheet.REMINDERS:
            return lang.label("Reminders sent")
        case _:
            assert_never(sheet)


def nothing(lang: Language) -> str:
    """In a cell to which nothing belongs: forms are handed up without holes."""
    return lang.label("none")


def somebody_above(lang: Language) -> str:
    """An officer of the level above, whose name is not the reader's to hand round."""
    return lang.label("level above")


def yes_or_no(lang: Language, *, is_so: bool) -> str:
    """Whether there is one."""
    return lang.label("yes") if is_so else lang.label("no")


def named(lang: Language, name: Bilingual) -> str:
    """A duty's name, as plain text."""
    return " ".join(clean(lang.choose(zh=name.zh, en=name.en)).split())


def titled(lang: Language, title: str, duty: Bilingual | None) -> str:
    """An activity's title; a duty's name in the reader's language."""
    if duty is not None and title in (duty.zh, duty.en):
        return named(lang, duty)
    return " ".join(clean(title).split())


def period_word(lang: Language, key: str) -> str:
    """A period, the day of an event, or nothing for a term and for any time."""
    event = _EVENT.fullmatch(key)
    if event is not None:
        return lang.label("since {day}", day=lang.day(_date(event), with_year=True))
    return lang.period_name(key) if _NAMED.fullmatch(key) else ""


def _date(found: "re.Match[str]") -> date:
    year, month, day = (int(part) for part in found.groups())
    return date(year, month, day)


def activity_state(lang: Language, state: ActivityState) -> str:
    """Whether it took place."""
    match state:
        case ActivityState.PLANNED:
            return lang.label("planned")
        case ActivityState.HELD:
            return lang.label("held")
        case ActivityState.CANCELLED:
            return lang.label("called off")
        case _:
            assert_never(state)


def check_in_state(lang: Language, state: CheckInState) -> str:
    """How a person stands at an activity: a word, never a sign."""
    match state:
        case CheckInState.EXPECTED:
            return lang.label("not checked in")
        case CheckInState.PRESENT:
            return lang.label("present")
        case CheckInState.LATE:
            return lang.label("late")
        case CheckInState.EXCUSED:
            return lang.label("on leave")
        case CheckInState.ABSENT:
            return lang.label("absent")
        case CheckInState.MADE_UP:
            return lang.label("made up")
        case _:
            assert_never(state)


def way_word(lang: Language, way: Way) -> str:
    """By which way it was recorded."""
    match way:
        case Way.SELF:
            return lang.label("self")
        case Way.CODE:
            return lang.label("code")
        case Way.WALL:
            return lang.label("code on the wall")
        case Way.OFFICER:
            return lang.label("by an officer")
        case _:
            assert_never(way)


def report_state(lang: Language, entry: ReportEntry) -> str:
    """How far a report came; one that is not owed any more says so."""
    match entry.state:
        case ReportState.SUBMITTED:
            return lang.label("handed in")
        case ReportState.RETURNED:
            return lang.label("returned")
        case ReportState.ACCEPTED:
            return lang.label("accepted")
        case _:
            return _without_report(lang, entry.obligation)


def _without_report(lang: Language, state: ObligationState) -> str:
    match state:
        case ObligationState.EXCUSED:
            return lang.label("waived")
        case ObligationState.DONE:
            return lang.label("done in another way")
        case ObligationState.OPEN | ObligationState.MISSED:
            return lang.label("not handed in")
        case _:
            assert_never(state)
