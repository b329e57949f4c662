"""How often somebody may ask within an hour."""

from collections import OrderedDict
from datetime import datetime, timedelta

WITHIN = timedelta(hours=1)
MOST_REMEMBERED = 10_000


class Pace:
    """Counts by whole hours from the first question of each; forgets who asked longest ago."""

    def __init__(self, *, most: int) -> None:
        self._most = most
        self._asked: OrderedDict[int, tuple[datetime, int]] = OrderedDict()

    def may(self, who: int, *, at: datetime) -> bool:
        """Whether one more is allowed; it counts."""
        since, count = self._asked.pop(who, (at, 0))
        if at - since >= WITHIN or at < since:
            since, count = at, 0
        self._asked[who] = (since, min(count + 1, self._most + 1))
        if len(self._asked) > MOST_REMEMBERED:
            self._asked.popitem(last=False)
        return count < self._most
