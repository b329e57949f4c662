"""Change a calendar by words: a country's days, or what a unit sets for itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from actions import calendar_looks, calendar_statements
from actions.administration import administers_all
from actions.calendar_approvals import CALENDAR, weigh, write_down
from actions.calendar_questions import DRAFT, Question, ask, asks_first, waits_for_a_file
from actions.calendar_seeds import keep_lists
from actions.calendar_statements import Made
from domain.approval import CalendarRequest, WaitingForSecond
from domain.calendar_change import (
    UNDO_WITHIN,
    AlreadySettled,
    AskEverybody,
    CalendarChange,
    CalendarUndone,
    ChangeRefused,
    NoSuchUnit,
    Refusal,
    SameAsBefore,
    TooLate,
    WhichUnit,
    refuse,
)
from domain.calendar_words import Said, SetPublished, Statement
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.public_holiday import CountryLists
from domain.status import top_paths
from domain.unit import Unit
from storage import calendar_layers, drafts, history, units
from storage.history import HistoryLine

UNDONE = "calendar_undone"

Outcome = (
    CalendarChange
    | AskEverybody
    | AlreadySettled
    | SameAsBefore
    | ChangeRefused
    | NoSuchUnit
    | WhichUnit
    | WaitingForSecond
)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is to be changed.

    `unit_id` is the unit of the dialogue, if any; `countries` bring the days of those that are
    chosen. A country's days are asked about first: `words` are kept for Confirm, which brings the
    id of that draft as `confirmed`.
    """

    said: Said
    countries: tuple[CountryLists, ...] = ()
    unit_id: int | None = None
    words: str = ""
    confirmed: int = 0
    shown_in: int | None = None


def change(
    session: Session, actor: Actor, wanted: Wanted, *, now: datetime, place: Place
) -> Outcome:
    """Do what was said, all of it or nothing.

    Without a name, an administrator of the whole speaks of the country's calendar and anybody
    else of his own unit.
    """
    said = wanted.said
    unit = find_unit(session, actor, said.unit, unit_id=wanted.unit_id)
    if isinstance(unit, NoSuchUnit | WhichUnit):
        return unit
    is_whole = unit.parent_id is None and administers_all(session, actor)
    is_national = is_whole and not said.unit
    if wanted.confirmed and not (
        is_national and drafts.end(session, wanted.confirmed, state="confirmed", now=now)
    ):
        return AlreadySettled()
    today = place.today(now)
    made = _make(session, unit, wanted, today=today, is_national=is_national)
    if isinstance(made, ChangeRefused):
        return made
    if made.before == made.after:
        return SameAsBefore()
    if is_national and not wanted.confirmed and asks_first(said.statements):
        question = Question(said=said, words=wanted.words, unit_id=unit.id, today=today)
        return ask(session, actor, made, question=question, now=now)
    _end_dialogue(session, actor, now=now)
    whose = None if is_national else unit
    waiting = _weigh(session, actor, (unit, whose), made, wanted, now=now, place=place)
    return waiting or CalendarChange(
        id=_settle(session, actor, unit, made, now=now),
        today=today,
        country=made.country,
        statements=said.statements,
        unit=whose,
    )


def _weigh(
    session: Session,
    actor: Actor,
    units_meant: tuple[Unit, Unit | None],
    made: Made,
    wanted: Wanted,
    *,
    now: datetime,
    place: Place,
) -> WaitingForSecond | None:
    unit, whose = units_meant
    request = CalendarRequest(
        country=made.country,
        today=place.today(now),
        unit=whose.name if whose else "",
        statements=wanted.said.statements,
    )
    pictures, shown_in = (made.before, made.after), wanted.shown_in
    return weigh(session, actor, unit, request, pictures, shown_in=shown_in, now=now, place=place)


def _make(
    session: Session, unit: Unit, wanted: Wanted, *, today: date, is_national: bool
) -> Made | ChangeRefused:
    statements = wanted.said.statements
    refused = _find_refusal(statements, today, is_of_a_unit=not is_national)
    if refused is not None:
        return refused
    for known in wanted.countries:
        keep_lists(session, known)
    return calendar_statements.make(session, unit, statements, is_national=is_national)


def _settle(session: Session, actor: Actor, unit: Unit, made: Made, *, now: datetime) -> int:
    calendar_looks.begin(session, unit.id)
    pictures = (made.before, made.after)
    return write_down(session, "calendar_set", unit, pictures, by=actor.person, now=now)


def find_unit(
    session: Session, actor: Actor, named: str, *, unit_id: int | None = None
) -> Unit | NoSuchUnit | WhichUnit:
    """The unit that is named, else that of the dialogue, else the only one the actor answers for.

    Whoever administers the whole means the whole.
    """
    if named:
        found = units.find_named(session, named, within=officer_paths(actor))
        exact = [unit for unit in found if unit.name == named]
    elif unit_id:
        found, exact = list(units.find_many(session, [unit_id]).values()), []
    else:
        tops = top_paths(officer_paths(actor))
        own = {office.unit_id for office in actor.offices if office.unit_path in tops}
        found, exact = list(units.find_many(session, list(own)).values()), []
    meant = [unit for unit in exact or found if may_manage(actor, unit.path)]
    if not meant:
        return NoSuchUnit()
    return meant[0] if len(meant) == 1 else WhichUnit(units=tuple(meant))


def undo(
    session: Session, actor: Actor, change_id: int, *, pressed_at: datetime, now: datetime
) -> CalendarUndone | TooLate:
    """Take one's own change back within a minute, unless somebody has changed the same since."""
    line = history.find(session, change_id, subject_kind=CALENDAR)
    if line is None or line.before is None or not line.after:
        return TooLate()
    if line.verb == UNDONE or line.person_id != actor.person:
        return TooLate()
    unit = units.find(session, line.subject_id)
    if unit is None or not may_manage(actor, unit.path) or pressed_at > line.at + UNDO_WITHIN:
        return TooLate()
    units.lock(session, unit.id)
    layers = calendar_layers.layers_of(line.after)
    if calendar_layers.take(session, layers) != line.after:
        return CalendarUndone() if _is_undone(session, unit, line) else TooLate()
    calendar_layers.put_back(session, line.before)
    calendar_looks.begin(session, unit.id)
    pictures = (line.after, line.before)
    write_down(session, UNDONE, unit, pictures, by=actor.person, now=now)
    return CalendarUndone()


def _is_undone(session: Session, unit: Unit, line: HistoryLine) -> bool:
    """Whether this very change was taken back before: pressing twice says the same twice."""
    last = history.find_last(session, (CALENDAR, unit.id), (UNDONE,))
    return last is not None and last.id > line.id and last.before == line.after


def _end_dialogue(session: Session, actor: Actor, *, now: datetime) -> None:
    """What the dialogue waited for has come. A file that waits for Confirm is set aside."""
    open_one = drafts.find_open(session, actor.person)
    if open_one is not None and open_one.kind == DRAFT and not waits_for_a_file(open_one):
        drafts.end(session, open_one.id, state="confirmed", now=now)
    drafts.park(session, actor.person, now=now)


def _find_refusal(
    statements: Sequence[Statement], today: date, *, is_of_a_unit: bool
) -> ChangeRefused | None:
    for statement in statements:
        reason = refuse(statement, today=today, is_of_a_unit=is_of_a_unit)
        if is_of_a_unit and isinstance(statement, SetPublished):
            reason = Refusal.ONLY_THE_WHOLE
        if reason is not None:
            return ChangeRefused(reason=reason, statement=statement)
    return None
