"""Whether enough of those with a vote are there."""

from dataclasses import dataclass
from enum import StrEnum


class Share(StrEnum):
    """How many of those due must be there.

    A branch meeting takes more than half (branch regulations, 2018), an election more than four
    fifths (rules on elections of local bodies, 2020); two thirds are enough where they are asked
    for, as 以上 includes the number itself.
    """

    NONE = "none"
    HALF = "more_than_half"
    TWO_THIRDS = "two_thirds"
    FOUR_FIFTHS = "four_fifths"

    def least(self, due: int) -> int:
        """The fewest that are enough of so many."""
        match self:
            case Share.NONE:
                return 0
            case Share.HALF:
                return due // 2 + 1
            case Share.TWO_THIRDS:
                return -(-due * 2 // 3)
            case Share.FOUR_FIFTHS:
                return due * 4 // 5 + 1


@dataclass(frozen=True, kw_only=True)
class Quorum:
    """What an activity asks for, and how it stands: people with a vote only."""

    share: Share
    due: int
    present: int

    @property
    def least(self) -> int:
        """The fewest that are enough."""
        return self.share.least(self.due)

    @property
    def is_met(self) -> bool:
        """Whether they are enough; nobody at all is never enough."""
        return self.present > 0 and self.present >= self.least
