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
    REVIEW = "review"  # A report waits for the person's review.


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
    useful_until: datetime
    once_key: str

    def key_for(self, person_id: int) -> str:
        """The key that it would have for somebody else: the fourth part names the person."""
        parts = self.once_key.split(":")
        return ":".join((*parts[:3], str(person_id), *parts[4:]))
