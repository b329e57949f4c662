"""Record what happened on a day: duties that wait for it are owed from then on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from actions.quieting import OBLIGATION, quiet_obligation
from actions.running import reads
from domain.bilingual import Bilingual
from domain.cadence import AfterEvent
from domain.duty import Duty
from domain.event import UNDO_FOR, Event, EventChoice, EventMenu, RecordedEvent
from domain.obligation import ObligationState
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.status import NoSuchUnit, UnitsToChoose, top_paths
from domain.unit import Unit, is_within
from domain.window import event_key
from storage import duties, events, history, obligation_changes, obligations, owners, units

MOST_LATEST = 5


@dataclass(frozen=True, kw_only=True)
class NotYet:
    """Nothing is recorded before it has happened."""

    menu: EventMenu


@dataclass(frozen=True, kw_only=True)
class DayToCome:
    """The day that was typed has not come yet."""

    day: date
    today: date


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """It does not exist, or it is somebody else's: both look the same."""


@dataclass(frozen=True, kw_only=True)
class TakenBack:
    """What followed from it is owed no longer."""

    event: Event
    name: Bilingual


@dataclass(frozen=True, kw_only=True)
class TooLate:
    """Ten minutes are over, or somebody else recorded it."""


@dataclass(frozen=True, kw_only=True)
class Happening:
    """What a button says: a duty's event, in a unit, on a day."""

    duty_id: int
    unit_id: int
    day: date


@reads
def find_menu(
    session: Session, actor: Actor, name: str, *, day: date, now: datetime, place: Place
) -> EventMenu | UnitsToChoose | NoSuchUnit | DayToCome:
    """What may be recorded for a unit of that name, or for the actor's own."""
    if day > place.today(now):
        return DayToCome(day=day, today=place.today(now))
    paths = officer_paths(actor)
    if name:
        named = units.find_named(session, name, within=paths)
        found = [unit for unit in named if unit.name == name] or named
    else:
        own = [one.unit_id for one in actor.offices if one.unit_path in top_paths(paths)]
        found = list(units.find_many(session, own).values())
    if not found:
        return NoSuchUnit()
    if len(found) > 1:
        return UnitsToChoose(units=tuple(found))
    return _menu(session, found[0], day, now=now, place=place)


@reads
def find_menu_of(
    session: Session, actor: Actor, unit_id: int, *, day: date, now: datetime, place: Place
) -> EventMenu | NoSuchUnit:
    """The same for a unit that was chosen, or for another day."""
    unit = units.find(session, unit_id)
    if unit is None or not may_manage(actor, unit.path):
        return NoSuchUnit()
    return _menu(session, unit, day, now=now, place=place)


def record(
    session: Session, actor: Actor, what: Happening, *, now: datetime, place: Place
) -> RecordedEvent | NotYet | NotYours:
    """Write it down; recording the same thing twice changes nothing."""
    unit = units.find(session, what.unit_id)
    duty = duties.find(session, what.duty_id)
    if unit is None or not may_manage(actor, unit.path) or duty is None:
        return NotYours()
    if duty.is_paused or not isinstance(duty.cadence, AfterEvent):
        return NotYours()
    if what.day > place.today(now):
        return NotYet(menu=_menu(session, unit, what.day, now=now, place=place))
    code = duty.cadence.event
    made = events.record(
        session, code, unit_id=unit.id, happened_on=what.day, by=actor.person, now=now
    )
    event = events.find_on(session, code, unit_id=unit.id, day=what.day)
    if event is None:
        return NotYours()
    if made is not None:
        duties.forget_openings(session)
        after = {"event": code, "on": what.day.isoformat()}
        subject = ("event", event.id)
        history.write_down(session, "happened", subject, now=now, by=actor.person, after=after)
    waiting = _waiting(session)[code]
    return RecordedEvent(
        event=event,
        name=_name(waiting[0]),
        owners=_count(session, waiting, unit, place.today(now)),
        is_new=made is not None,
    )


def take_back(
    session: Session, actor: Actor, event_id: int, *, pressed_at: datetime, now: datetime
) -> TakenBack | TooLate | NotYours:
    """It did not happen: what followed is excused, and nobody hears of it again."""
    event = events.find(session, event_id)
    if event is None or not may_manage(actor, event.unit.path):
        return NotYours()
    if event.is_revoked:
        return TakenBack(event=event, name=_name_of(session, event))
    is_own = event.recorded_by == actor.person
    if not is_own or pressed_at > event.recorded_at + UNDO_FOR:
        return TooLate()
    events.revoke(session, event_id, now=now)
    state = ObligationState.EXCUSED
    for owed in obligations.find_open_named(session, event_key(event)):
        counted = owed.counted
        obligation_changes.settle(session, owed, state, counted=counted, by=actor.person, now=now)
        quiet_obligation(session, owed.id, version=owed.version + 1, now=now)
        history.write_down(session, "closed", (OBLIGATION, owed.id), now=now, by=actor.person)
    history.write_down(session, "revoked", ("event", event_id), now=now, by=actor.person)
    return TakenBack(event=event, name=_name_of(session, event))


def _name_of(session: Session, event: Event) -> Bilingual:
    waiting = _waiting(session).get(event.code)
    return _name(waiting[0]) if waiting else Bilingual(zh=event.code, en=event.code)


def _menu(session: Session, unit: Unit, day: date, *, now: datetime, place: Place) -> EventMenu:
    waiting = _waiting(session)
    latest = events.find_latest(session, within=[unit.path], limit=MOST_LATEST)
    return EventMenu(
        unit=unit,
        day=day,
        today=place.today(now),
        choices=tuple(
            EventChoice(duty_id=found[0].id, code=code, name=_name(found[0]), duties=len(found))
            for code, found in waiting.items()
        ),
        latest=tuple((one, _name(waiting[one.code][0])) for one in latest if one.code in waiting),
    )


def _waiting(session: Session) -> dict[str, list[Duty]]:
    """The running duties that follow each event."""
    found: dict[str, list[Duty]] = {}
    for duty in duties.find_all(session):
        if isinstance(duty.cadence, AfterEvent) and not duty.is_paused:
            found.setdefault(duty.cadence.event, []).append(duty)
    return found


def _name(duty: Duty) -> Bilingual:
    """What happened, in words; without any, the duty that follows names it."""
    if isinstance(duty.cadence, AfterEvent) and duty.cadence.name.zh:
        return duty.cadence.name
    return duty.name


def _count(session: Session, waiting: Sequence[Duty], unit: Unit, today: date) -> int:
    """How many obligations follow in a unit and below."""
    owing = [one for duty in waiting for one in owners.find(session, duty.audience, today=today)]
    known = units.find_many(session, [one.unit_id for one in owing])
    return sum(is_within(known[one.unit_id].path, unit.path) for one in owing)
