"""The only corner that reads the system clock, and the guard that doubts it when it jumps."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

BACKWARDS_LIMIT = 60.0  # seconds
FORWARDS_LIMIT = 600.0
STEADY_FOR = 600.0


class SystemClock:
    """What time it is."""

    def __call__(self) -> datetime:
        """This instant, aware, in UTC."""
        return datetime.now(UTC)


def monotonic() -> float:
    """Seconds that never go back; only their differences mean anything."""
    return time.monotonic()


# The command line imports this before anything heavy: so begins the process.
BEGUN = monotonic()


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The wall clock and the seconds since boot, suspended time included, read together."""

    wall: datetime
    since_boot: float

    @property
    def offset(self) -> float:
        """Wall minus boot: it changes only when somebody sets the wall clock."""
        return self.wall.timestamp() - self.since_boot


@dataclass(frozen=True, kw_only=True)
class Trusted:
    """The clock goes as it went."""

    offset: float


@dataclass(frozen=True, kw_only=True)
class Held:
    """The clock jumped: nothing may be sent by it for now."""

    reason: str
    since: Reading
    trusted_offset: float


def judge(state: Trusted | Held, reading: Reading) -> Trusted | Held:
    """What to think of the clock after this reading."""
    match state:
        case Trusted(offset=offset):
            if _jump(offset, reading) is None:
                return Trusted(offset=reading.offset)
            return _held(offset, reading)
        case Held(since=since, trusted_offset=trusted):
            if _jump(trusted, reading) is None:
                return Trusted(offset=reading.offset)
            if _jump(since.offset, reading) is not None:
                return _held(trusted, reading)
            if reading.since_boot - since.since_boot >= STEADY_FOR:
                return Trusted(offset=reading.offset)
            return state


def read_clocks() -> Reading:
    """Both clocks, now."""
    return Reading(wall=datetime.now(UTC), since_boot=_seconds_since_boot())


class ClockGuard:
    """Holds after a jump, until the clock is set back, steady for ten minutes, or acknowledged."""

    def __init__(self, read: Callable[[], Reading] = read_clocks) -> None:
        self._read = read
        self._state: Trusted | Held = Trusted(offset=read().offset)

    def check(self) -> str | None:
        """Read both clocks; the reason to hold, or None while the clock may be trusted."""
        self._state = judge(self._state, self._read())
        return self.held

    def acknowledge(self) -> None:
        """Somebody says that the clock is right as it is."""
        self._state = Trusted(offset=self._read().offset)

    @property
    def held(self) -> str | None:
        """Why the last check said to hold, if it did."""
        return self._state.reason if isinstance(self._state, Held) else None


def _jump(offset: float, reading: Reading) -> float | None:
    moved = reading.offset - offset
    return moved if moved < -BACKWARDS_LIMIT or moved > FORWARDS_LIMIT else None


def _held(trusted_offset: float, reading: Reading) -> Held:
    moved = reading.offset - trusted_offset
    way = "forward" if moved > 0 else "back"
    reason = f"The clock jumped {way} by {abs(moved):.0f} s."
    return Held(reason=reason, since=reading, trusted_offset=trusted_offset)


def _seconds_since_boot() -> float:
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
