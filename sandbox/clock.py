"""What time it is in the stand-in: the system's clock, or one that is moved by hand."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    return datetime.now(UTC)


class TimeMachine(Protocol):
    """The clock of the bot in the sandbox, as its page moves it."""

    @property
    def zone(self) -> str:
        """The organisation's time zone, in which the page shows all times."""
        ...

    def now(self) -> datetime: ...

    async def move_to(self, instant: datetime) -> None:
        """Set the clock and let the bot work until it is quiet."""

    async def move_towards(self, instant: datetime, *, until: Callable[[], bool]) -> None:
        """Like `move_to`, but stay at the first stop on the way at which `until` holds."""

    async def next_event(self) -> datetime | None: ...

    async def next_deadline(self) -> datetime | None: ...


class MovableClock:
    """Stands still at an instant until it is moved."""

    def __init__(self, start: datetime, *, zone: str = "UTC") -> None:
        self._instant = start.astimezone(UTC)
        self.zone = zone

    def __call__(self) -> datetime:
        return self._instant

    def now(self) -> datetime:
        return self._instant

    async def move_to(self, instant: datetime) -> None:
        self._instant = instant.astimezone(UTC)

    async def move_towards(self, instant: datetime, *, until: Callable[[], bool]) -> None:
        await self.move_to(instant)

    async def next_event(self) -> datetime | None:
        return None

    async def next_deadline(self) -> datetime | None:
        return None
