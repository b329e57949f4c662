"""The way of one message to one chat, and how it can end."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any


class Kind(StrEnum):
    """What a delivery carries; each kind has its card and its words."""

    DIGEST = "digest"
    INVITATION = "invitation"
    CHECK_IN_OPEN = "check_in_open"
    NUDGE = "nudge"
    REVIEW = "review"
    VERDICT = "verdict"
    LINKED = "linked"
    APPROVAL = "approval"
    APPROVAL_ENDED = "approval_ended"
    RULING = "ruling"
    PROBLEM = "problem"
    AWAY = "away"
    CHECKED_IN = "checked_in"
    LIVE_COUNT = "live_count"
    HANDOVER = "handover"
    GUEST = "guest"
    GUEST_ANSWER = "guest_answer"
    ACTIVITY_CHANGED = "activity_changed"
    BOARD = "board"
    HELD_QUESTION = "held_question"
    MOVED = "moved"
    LEAVE = "leave"
    LEAVE_ANSWER = "leave_answer"
    CUT_OFF = "cut_off"
    ALBUM = "album"
    FIRST_DRAFT = "first_draft"
    CONFIRMATION = "confirmation"
    FILE_REFUSED = "file_refused"
    TAKEN_OFF = "taken_off"
    DAY_OFF = "day_off"


class Lane(IntEnum):
    """Messages before edits of older ones."""

    MESSAGE = 0
    EDIT = 1


@dataclass(frozen=True, kw_only=True)
class NewDelivery:
    """A message about to be queued. `subjects` name what the card speaks of, for later edits."""

    once_key: str
    person_id: int
    kind: Kind
    due_at: datetime
    useful_until: datetime
    subject_id: int | None = None
    subjects: tuple[tuple[str, int], ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """A queued message. `edits_message` is (chat, message) for an edit.

    `made_at` is when the message was queued; for an edit, when the message was sent.
    """

    id: int
    person_id: int
    kind: Kind
    subject_id: int | None
    attempts: int
    made_at: datetime
    facts: dict[str, Any]
    revision: int = 0
    edits: int | None = None
    edits_message: tuple[int, int] | None = None

    @property
    def card_id(self) -> int:
        """The delivery whose card this is: its own, or the one that it brings up to date."""
        return self.edits or self.id


@dataclass(frozen=True, kw_only=True)
class Sent:
    """Telegram has it."""

    chat_id: int
    message_id: int


@dataclass(frozen=True, kw_only=True)
class NotSent:
    """Surely not sent: try again at that instant; it costs no attempt."""

    retry_at: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class Ambiguous:
    """Perhaps sent."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class Unreachable:
    """The person cannot be written to: blocked, never_started, deactivated or kicked."""

    because: str
    chat_id: int


@dataclass(frozen=True, kw_only=True)
class Refused:
    """Telegram will never take it."""

    reason: str


Ending = Sent | NotSent | Ambiguous | Unreachable | Refused
