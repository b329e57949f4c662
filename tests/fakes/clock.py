"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

A_MONDAY_MORNING = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class FakeClock:
    def __init__(self, start: datetime = A_MONDAY_MORNING) -> None:
        self._instant = start.astimezone(UTC)

    def __call__(self) -> datetime:
        return self._instant

    def move_to(self, instant: datetime) -> None:
        self._instant = instant.astimezone(UTC)

    def advance(self, **duration: float) -> None:
        """Move on by a duration in the words of timedelta: `advance(hours=1)`."""
        self._instant += timedelta(**duration)
