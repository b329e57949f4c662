"""Choose a ledger, write down that it was asked for, and load what goes into the file."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from actions.ledger_rows import Reader, load_activities, load_attendance, load_written
from actions.running import reads
from actions.term_ledgers import load_rows
from domain.ledger import (
    MOST_ROWS,
    Format,
    Ledger,
    LedgerChoice,
    NothingOfThatName,
    Sheet,
    TooLong,
    UnitsForLedger,
)
from domain.period import Period, PeriodKind, period_of
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.status import top_paths
from domain.unit import Unit
from storage import history, ledger_records, ledgers, units
from storage.ledger_spans import Span

A_PAGE = 8
# A thumb that comes down twice wants one file.
DOUBLE_PRESS = timedelta(seconds=20)
UNIT = "unit"
MADE = "ledger_made"

Choice = LedgerChoice | UnitsForLedger | NothingOfThatName


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A ledger as it is asked for by a button."""

    unit_id: int
    period: Period
    format: Format


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """There is no such unit for the actor."""


@dataclass(frozen=True, kw_only=True)
class JustMade:
    """The same file was asked for a moment ago: it stands above, or is about to."""

    unit: Unit


@dataclass(frozen=True, kw_only=True)
class Begun:
    """It is written down who makes what; the file may be made."""

    unit: Unit


@reads
def choose(
    session: Session, actor: Actor, name: str, period: Period | None, *, now: datetime, place: Place
) -> Choice:
    """By name, looked for among the actor's units; without one, the actor's own."""
    today = place.today(now)
    chosen = period or period_of(PeriodKind.HALF_YEAR, today)
    found = _named(session, actor, name) if name else _own(session, actor)
    if not found:
        return NothingOfThatName()
    if len(found) > 1:
        return UnitsForLedger(units=tuple(found), period=chosen)
    return _choice(session, actor, found[0], chosen, today=today, page=1)


@reads
def look(
    session: Session,
    actor: Actor,
    unit_id: int,
    period: Period,
    *,
    page: int,
    now: datetime,
    place: Place,
) -> LedgerChoice | NotYours:
    """The choice with another unit, another period or another page."""
    unit = _find(session, actor, unit_id)
    if unit is None:
        return NotYours()
    return _choice(session, actor, unit, period, today=place.today(now), page=page)


def begin(
    session: Session, actor: Actor, wanted: Wanted, *, now: datetime
) -> Begun | JustMade | NotYours:
    """Write down that the actor takes these names out; the same twice at once is one file."""
    unit = _find(session, actor, wanted.unit_id)
    if unit is None:
        return NotYours()
    last = history.find_last(session, (UNIT, unit.id), [MADE])
    facts = {"period": wanted.period.key, "format": wanted.format.value}
    is_same = last is not None and last.person_id == actor.person and last.after == facts
    if last is not None and is_same and now - last.at < DOUBLE_PRESS:
        return JustMade(unit=unit)
    history.write_down(session, MADE, (UNIT, unit.id), now=now, by=actor.person, after=facts)
    return Begun(unit=unit)


@reads
def load(
    session: Session, actor: Actor, wanted: Wanted, *, now: datetime, place: Place
) -> Ledger | TooLong | NotYours:
    """Everything that stands in the file. Names outside the actor's subtrees are left out."""
    unit = _find(session, actor, wanted.unit_id)
    if unit is None:
        return NotYours()
    period = wanted.period
    span = span_of(unit, period, place)
    if too_long := _find_too_long(session, unit, period, span, now=now):
        return too_long
    reader = Reader(actor=actor, place=place)
    reports, reminders = load_written(session, reader, unit, period, span)
    return Ledger(
        unit=unit,
        period=period,
        made_at=place.local(now),
        activities=load_activities(session, span, place),
        attendance=load_attendance(session, reader, span, now=now),
        reports=reports,
        terms=load_rows(session, actor, unit, place=place),
        reminders=reminders,
    )


def span_of(unit: Unit, period: Period, place: Place) -> Span:
    """The subtree from the first local midnight of the period until the one after it."""
    after: date = period.last_day + timedelta(days=1)
    return Span(
        path=unit.path,
        since=place.at(period.first_day, time()),
        until=place.at(after, time()),
        above=unit.ancestor_ids,
    )


def _find_too_long(
    session: Session, unit: Unit, period: Period, span: Span, *, now: datetime
) -> TooLong | None:
    first, last = period.first_day, period.last_day
    counts = {
        Sheet.ATTENDANCE: ledgers.count_attendance(session, span, now=now),
        Sheet.REPORTS: ledger_records.count_reports(session, unit, first, last),
        Sheet.REMINDERS: ledger_records.count_reminders(session, span),
    }
    found = ((sheet, rows) for sheet, rows in counts.items() if rows > MOST_ROWS)
    return next((TooLong(sheet=sheet, rows=rows) for sheet, rows in found), None)


def _find(session: Session, actor: Actor, unit_id: int) -> Unit | None:
    unit = units.find(session, unit_id)
    return unit if unit is not None and may_manage(actor, unit.path) else None


def _own(session: Session, actor: Actor) -> list[Unit]:
    tops = top_paths(officer_paths(actor))
    own = {office.unit_id for office in actor.offices if office.unit_path in tops}
    return list(units.find_many(session, list(own)).values())


def _named(session: Session, actor: Actor, name: str) -> list[Unit]:
    found = units.find_named(session, name, within=officer_paths(actor))
    return [unit for unit in found if unit.name == name] or found


def _choice(
    session: Session, actor: Actor, unit: Unit, period: Period, *, today: date, page: int
) -> LedgerChoice:
    below = units.find_children(session, unit.id)
    pages = max(1, -(-len(below) // A_PAGE))
    here = min(max(page, 1), pages)
    above = _find(session, actor, unit.parent_id) if unit.parent_id else None
    return LedgerChoice(
        unit=unit,
        period=period,
        today=today,
        below=tuple(below[(here - 1) * A_PAGE : here * A_PAGE]),
        above=above,
        page=here,
        pages=pages,
    )
