"""Something that happened on a day, from which duties follow."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.bilingual import Bilingual
from domain.unit import Unit

UNDO_FOR = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True)
class Event:
    """It happened in `unit`, and concerns everything below; `code` says what it was."""

    id: int
    code: str
    unit: Unit
    happened_on: date
    recorded_at: datetime
    recorded_by: int
    is_revoked: bool = False


@dataclass(frozen=True, kw_only=True)
class EventChoice:
    """What may have happened, by the name of the first duty that waits for it."""

    duty_id: int
    code: str
    name: Bilingual
    duties: int


@dataclass(frozen=True, kw_only=True)
class EventMenu:
    """What an officer may record for a unit and a day, and what was recorded lately."""

    unit: Unit
    day: date
    today: date
    choices: tuple[EventChoice, ...]
    latest: tuple[tuple[Event, Bilingual], ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecordedEvent:
    """So many owe something because of it. `is_new` is False when it was recorded before."""

    event: Event
    name: Bilingual
    owners: int
    is_new: bool = True
