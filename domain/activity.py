"""A session with a time, a place, expected people and a window for check-in."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.activity_details import NO_DETAILS, Details
from domain.bilingual import Bilingual
from domain.circle import EVERYBODY, Circle
from domain.place import Place
from domain.quorum import Share
from domain.unit import Unit

# The sign-in rule of a school's staff study: the list lies open half an hour before the beginning
# and is taken away ten minutes after it; who comes later is noted as late.
OPENS_BEFORE = timedelta(minutes=30)
CLOSES_AFTER = timedelta(minutes=10)

# A press lives this long in Telegram, so what was pressed while the bot was down arrives by then.
PRESSES_LIVE = timedelta(seconds=150)
UNDO_WITHIN = timedelta(minutes=10)
# How long an activity is taken to last where nobody has said it.
USUALLY_LASTS = timedelta(hours=2)
# Who answers for it is asked so long after the end whether it took place.
ASKED_AFTER = timedelta(hours=2)
# From so long before the end on a code says that somebody stayed.
AT_END = timedelta(minutes=10)
TOPIC_LIMIT = 500
TITLE_LIMIT = 64


class ActivityState(StrEnum):
    """Planned until an officer says that it was held or did not take place."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Proof(StrEnum):
    """What a check-in needs. What an officer records needs nothing."""

    BUTTON = "button"  # A press, from anywhere.
    CODE = "code"  # Four digits that are told in the room.
    WALL = "wall"  # A code on a screen in the room, to be scanned or typed.


@dataclass(frozen=True, kw_only=True)
class Activity:
    """`duty_name` is there when it counts for a duty. The window is `opens_at` to `closes_at`.

    `shows_names`: whether its wall names the latest arrivals. `invite_from` is when people are
    invited, where that is still to come. `moved_from` is when it was to begin
    at first, `extended_from` when its window would have closed but for an outage. `topic` and
    `photo_id` are recorded when it was held; `makes_up_id` is the activity whose absence it makes
    up. `circle` says whom of the unit it is for. With `scans_twice` who does not use a code again
    at the end has left early.
    """

    id: int
    unit: Unit
    title: str
    place: str
    starts_at: datetime
    opens_at: datetime
    closes_at: datetime
    state: ActivityState = ActivityState.PLANNED
    version: int = 1
    duty_id: int | None = None
    duty_name: Bilingual | None = None
    obligation_id: int | None = None
    act_code: str | None = None
    settled_at: datetime | None = None
    proof: Proof = Proof.BUTTON
    shows_names: bool = True
    details: Details = NO_DETAILS
    series_id: int | None = None
    invite_from: datetime | None = None
    quorum: Share = Share.NONE
    scans_twice: bool = False
    topic: str = ""
    photo_id: str | None = None
    moved_from: datetime | None = None
    extended_from: datetime | None = None
    makes_up_id: int | None = None
    circle: Circle = EVERYBODY

    @property
    def ends_at(self) -> datetime:
        """When it ends, as far as anybody knows."""
        minutes = self.details.minutes or 0
        return self.starts_at + (timedelta(minutes=minutes) if minutes else USUALLY_LASTS)

    @property
    def takes_second_scan(self) -> bool:
        """Whether a code is to be used again at the end; a button would prove nothing."""
        return self.scans_twice and self.proof is not Proof.BUTTON

    def is_at_end(self, instant: datetime) -> bool:
        """Whether a code of that instant says that somebody stayed until the end."""
        return self.takes_second_scan and instant >= self.ends_at - AT_END

    @property
    def is_planned(self) -> bool:
        """Whether it may still be checked in to, held or cancelled."""
        return self.state is ActivityState.PLANNED

    @property
    def takes_codes(self) -> bool:
        """Whether codes may still be shown and used."""
        return self.is_planned and self.proof is not Proof.BUTTON

    def has_begun(self, now: datetime) -> bool:
        """Whether it may be said to have been held."""
        return now >= self.starts_at

    def may_be_reopened(self, now: datetime) -> bool:
        """Whether a wrong *held* can still be taken back."""
        return (
            self.state is ActivityState.HELD
            and self.settled_at is not None
            and now - self.settled_at <= UNDO_WITHIN
        )

    def on_local_clock(self, place: Place) -> "Activity":
        """The same activity with its times as the people there read them."""
        return replace(
            self,
            starts_at=place.local(self.starts_at),
            opens_at=place.local(self.opens_at),
            closes_at=place.local(self.closes_at),
            invite_from=place.local(self.invite_from) if self.invite_from else None,
            moved_from=place.local(self.moved_from) if self.moved_from else None,
        )


def window(
    starts_at: datetime,
    *,
    opens_before: timedelta = OPENS_BEFORE,
    closes_after: timedelta = CLOSES_AFTER,
) -> tuple[datetime, datetime]:
    """When check-in opens, and the last instant at which it is in time."""
    return starts_at - opens_before, starts_at + closes_after


def effective_close(closes_at: datetime, *, last_alive: datetime, back_at: datetime) -> datetime:
    """When a window really closes, after an outage from `last_alive` to `back_at`.

    Whoever pressed in time while the bot was down must not be late: if the close fell into the
    outage, the window stays open for as long as such a press can still arrive.
    """
    if last_alive < closes_at <= back_at:
        return back_at + PRESSES_LIVE
    return closes_at


def invitation_due(now: datetime, *, waking_at: datetime, opens_at: datetime) -> datetime:
    """An invitation comes at a waking hour, but never after the window has opened."""
    return max(now, min(waking_at, opens_at))


@dataclass(frozen=True, kw_only=True)
class Meant:
    """What an activity counts for: which act, of which obligation of its unit.

    Without an obligation the act counts for each person who was there.
    """

    obligation_id: int | None = None
    act_code: str | None = None
