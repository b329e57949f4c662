"""A unit's Telegram group: bound by a link, and told counts alone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.activity import Activity
from domain.check_in import Counts
from domain.status import Tally
from domain.unit import Unit

LINK_LIVES = timedelta(days=1)
NEXT_SHOWN = 3
# In a group something is shown at most so often, however many come, and to how many activities.
EDITED_EVERY = timedelta(seconds=5)
# A card that Telegram would not take is tried again after this long.
AGAIN_AFTER = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True)
class Group:
    """The group of a unit. `language` is that of the officer who bound it."""

    unit: Unit
    chat_id: int
    title: str
    bound_at: datetime
    language: str | None = None

    @property
    def mark(self) -> int:
        """Tells this binding from every other of the unit, on a button."""
        return int(self.bound_at.timestamp()) % 1_000_000_000


@dataclass(frozen=True, kw_only=True)
class OwnUnit:
    """A unit that the actor answers for, and its group where it has one."""

    unit: Unit
    group: Group | None = None


@dataclass(frozen=True, kw_only=True)
class GroupStatus:
    """How the unit of a group and everything below it stand, in numbers."""

    unit: Unit
    tally: Tally
    planned: int


@dataclass(frozen=True, kw_only=True)
class Coming:
    """An activity of the group's unit, on the local clock, and how many stand how."""

    activity: Activity
    counts: Counts


@dataclass(frozen=True, kw_only=True)
class GroupNext:
    """What the unit of a group has planned next."""

    unit: Unit
    coming: tuple[Coming, ...]


@dataclass(frozen=True, kw_only=True)
class DueCard:
    """A message that may have something new to show."""

    id: int
    activity_id: int
    chat_id: int
    shown: str = ""
    message_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class GroupCard:
    """What a group's message about an activity shows now; without `message_id` it is to be sent.

    `seal` is another one for whatever would be shown otherwise than `shown`.
    """

    id: int
    chat_id: int
    coming: Coming
    seal: str
    shown: str = ""
    language: str | None = None
    message_id: int | None = None

    @property
    def is_new(self) -> bool:
        """Whether it is still to be sent."""
        return self.message_id is None


@dataclass(frozen=True, kw_only=True)
class CardEnding:
    """How showing a card ended; without a word of how, it surely was not shown.

    `is_gone`: the bot is not in the group any longer. `is_over`: it may have been shown, or never
    will be.
    """

    card: GroupCard
    message_id: int | None = None
    is_gone: bool = False
    moved_to: int | None = None
    is_over: bool = False


def seal_of(coming: Coming) -> str:
    """What would be shown, in short: version and counts."""
    counts = coming.counts
    numbers = (counts.expected, counts.present, counts.late, counts.excused, counts.absent)
    parts = (coming.activity.version, coming.activity.state.value, *numbers)
    return "-".join(str(part) for part in parts)
