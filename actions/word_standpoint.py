"""From where words about when are read: now, here, with the working days that are known."""

from datetime import date, datetime

from sqlmodel import Session

from actions.concerned_units import find_concerned
from actions.running import reads
from domain.permission import Actor
from domain.place import Place
from domain.schedule_words import typed
from domain.schedule_words.leaning import Lean
from domain.schedule_words.line import find_schedule
from domain.schedule_words.standpoint import Standpoint
from domain.schedule_words.typed import Typed, TypedDays
from domain.schedule_words.word_settings import WordSettings
from domain.unit import Unit
from storage import calendar_days


def find(session: Session, *, unit: Unit | None = None, now: datetime, place: Place) -> Standpoint:
    """The standpoint of whoever writes now, by the days of a unit; without one of the whole."""
    calendar = calendar_days.calendar_for(session, unit) if unit else calendar_days.load(session)
    return Standpoint(
        now=place.local(now).replace(tzinfo=None),
        zone=place.zone,
        calendar=calendar,
        words=WordSettings(),
    )


def find_for(session: Session, actor: Actor, *, now: datetime, place: Place) -> Standpoint:
    """The same, by the days of the unit that the actor's words are about."""
    return find(session, unit=find_concerned(session, actor), now=now, place=place)


@reads
def read_moment(
    session: Session, actor: Actor, words: str, *, day: date | None, now: datetime, place: Place
) -> Typed:
    """The moment that the words begin with; an hour alone is one of `day`."""
    return typed.read_moment(words, find_for(session, actor, now=now, place=place), day=day)


@reads
def read_line(session: Session, actor: Actor, words: str, *, now: datetime, place: Place) -> Typed:
    """What comes again, where a name stands before it; the name and the rest follow it."""
    found = find_schedule(words, find_for(session, actor, now=now, place=place))
    named = [part for part in (found.name, found.rest) if part]
    return Typed(reading=found.reading, rest=", ".join(named))


@reads
def read_day(
    session: Session, actor: Actor, words: str, *, lean: Lean, now: datetime, place: Place
) -> date | None:
    """The day that the words name."""
    return typed.read_day(words, find_for(session, actor, now=now, place=place), lean=lean)


@reads
def read_days(
    session: Session, actor: Actor, words: str, *, now: datetime, place: Place
) -> TypedDays:
    """The days that the words name, with a name before or behind them."""
    return typed.find_days(words, find_for(session, actor, now=now, place=place))


@reads
def find_day(
    session: Session, actor: Actor, words: str, *, now: datetime, place: Place
) -> tuple[str, date | None]:
    """The day that stands first or last, and the other words: something that has happened."""
    here = find_for(session, actor, now=now, place=place)
    return typed.split_day(words, here, lean=Lean.BACK)
