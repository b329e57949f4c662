"""One thing to tell one person. A digest gathers the waiting ones."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class NoticeKind(StrEnum):
    """Why somebody is told."""

    OWN = "own"  # An obligation of a unit that the person hears for.
    BELOW = "below"  # A unit below is silent: the ladder has climbed.
    VACANT = "vacant"  # Nobody hears for a unit below.
    NUDGE = "nudge"  # An officer asks for it today; it never comes in a digest.
    LOST = "lost"  # Somebody can no longer be reached.
    CALENDAR = "calendar"  # The holiday list of a year, named by the step, is not published.


@dataclass(frozen=True, kw_only=True)
class Notice:
    """`step` is the rung of the ladder that made it."""

    id: int
    person_id: int
    kind: NoticeKind
    step: str
    obligation_id: int | None
    unit_id: int | None
    due_at: datetime
