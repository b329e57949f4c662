"""What time it is in the stand-in: the system's clock, or one that is moved by hand."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    return datetime.now(UTC)


class MovableClock:
    """Stands still at an instant until it is moved."""

    def __init__(self, start: datetime) -> None:
        self._instant = start.astimezone(UTC)

    def __call__(self) -> datetime:
        return self._instant

    def now(self) -> datetime:
        return self._instant

    async def move_to(self, instant: datetime) -> None:
        self._instant = instant.astimezone(UTC)

    async def next_event(self) -> datetime | None:
        return None
