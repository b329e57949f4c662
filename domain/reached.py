"""Whom a change reaches, so that several changes are counted together."""

from dataclasses import dataclass
from datetime import timedelta

# What one administrator changes within so long counts as one change: it cannot be split.
COUNTED_TOGETHER = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True)
class Reached:
    """Whom a change reaches: keys of units and people, and `others` who have none yet."""

    keys: frozenset[str] = frozenset()
    others: int = 0

    @property
    def total(self) -> int:
        """How many."""
        return len(self.keys) + self.others

    def with_more(self, more: "Reached") -> "Reached":
        """Both; whoever is reached twice counts once."""
        return Reached(keys=self.keys | more.keys, others=self.others + more.others)


NOBODY_REACHED = Reached()
