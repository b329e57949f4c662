"""What stands in somebody's calendar: his activities, and the last days of what he owes."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from domain.activity import Activity
from domain.bilingual import Bilingual

LOOKS_BACK = timedelta(days=60)
LOOKS_AHEAD = timedelta(days=400)
MOST_EVENTS = 500
# 128 random bits as base64url.
_SECRET = re.compile(r"[A-Za-z0-9_-]{22}", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class CalendarEvent:
    """An activity with its instants, and when it was changed last; `is_observer`: he looks on."""

    activity: Activity
    changed_at: datetime
    is_observer: bool = False


@dataclass(frozen=True, kw_only=True)
class CalendarDeadline:
    """Something that is owed until the end of a day."""

    obligation_id: int
    version: int
    name: Bilingual
    unit: str
    last_day: date


@dataclass(frozen=True, kw_only=True)
class CalendarFeed:
    """All that one person's calendar shows; `language` is the reader's."""

    events: tuple[CalendarEvent, ...] = ()
    deadlines: tuple[CalendarDeadline, ...] = ()
    language: str | None = None

    @property
    def fingerprint(self) -> str:
        """Another one for whatever would be shown otherwise."""
        shown = repr((self.events, self.deadlines, self.language))
        return sha256(shown.encode()).hexdigest()[:32]


@dataclass(frozen=True, kw_only=True)
class CalendarAddress:
    """Somebody's secret address; only its hash is kept."""

    person_id: int
    made_at: datetime
    fingerprint: str = ""
    changed_at: datetime | None = None


def is_secret(written: str) -> bool:
    """Whether it looks like the secret of an address."""
    return _SECRET.fullmatch(written) is not None
