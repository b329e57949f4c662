"""What is written down when an activity was held: who was there, what it was about, a photo."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from domain.activity import Activity
from domain.check_in import ActivityStatus, Counts
from domain.guest import Guest
from domain.quorum import Quorum


@dataclass(frozen=True, kw_only=True)
class Record:
    """What the dialogue has gathered. `topic` is None until it was said.

    `is_confirmed`: attendance was shown, and found right. `seen` is the version of the activity
    that the last summary showed.
    """

    is_confirmed: bool = False
    topic: str | None = None
    photo_id: str | None = None
    seen: int | None = None

    def to_facts(self) -> dict[str, Any]:
        """As a dialogue keeps it."""
        return asdict(self)

    @property
    def is_ready(self) -> bool:
        """Whether everything was seen and said that Done needs."""
        return self.is_confirmed and self.topic is not None


def record_from_facts(facts: dict[str, Any]) -> Record:
    """What a dialogue has kept."""
    return Record(
        is_confirmed=facts.get("is_confirmed", False),
        topic=facts.get("topic"),
        photo_id=facts.get("photo_id"),
        seen=facts.get("seen"),
    )


@dataclass(frozen=True, kw_only=True)
class HeldQuestionCard:
    """Was it held? Asked once, some time after the end. The counts are in private.

    `has_ended`: it is not the reader's any more.
    """

    activity: Activity
    counts: Counts
    quorum: Quorum | None = None
    has_ended: bool = False


@dataclass(frozen=True, kw_only=True)
class AttendanceCheck:
    """The first step: who will be absent, and who came without being on the list."""

    status: ActivityStatus
    missing: tuple[str, ...] = ()
    guests: tuple[Guest, ...] = ()
    leaves: int = 0


@dataclass(frozen=True, kw_only=True)
class TopicAsked:
    """The second step; `is_too_long`: what was written does not fit."""

    activity: Activity
    is_too_long: bool = False


@dataclass(frozen=True, kw_only=True)
class HeldSummary:
    """The last step: everything that will be written down."""

    draft_id: int
    version: int
    status: ActivityStatus
    topic: str
    has_photo: bool = False
    takes_photo: bool = False


@dataclass(frozen=True, kw_only=True)
class MakeUpPreview:
    """A make-up session as it was understood; times are local."""

    draft_id: int
    version: int
    activity: Activity
    at: datetime
    expected: int


@dataclass(frozen=True, kw_only=True)
class MovePreview:
    """The other moment as it was understood; times are local. `is_past`: it was held then."""

    draft_id: int
    version: int
    activity: Activity
    to: datetime
    is_past: bool
