"""Signs of life of every part of the process, and the thread that ends it when one is missing."""

import logging
import os
import threading
from collections.abc import Callable

from bot.clock import monotonic
from bot.exits import Exit
from bot.logs import fact

log = logging.getLogger("muduo.pulse")

# A part may be silent for so many seconds longer than it announced.
PATIENCE = 60.0
LOOK_EVERY = 5.0
# A process that was stopped and goes on finds every part silent, but only for a moment.
SILENT_LOOKS = 3


class Pulse:
    """When each part last showed life, by the clock that never goes back."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._noted: dict[str, float] = {}
        self._silent_until: dict[str, float] = {}

    def note(self, event: str) -> None:
        """Something went well just now."""
        self._noted[event] = self._clock()

    def beat(self, part: str, *, quiet_for: float = 0.0) -> None:
        """A part is alive, and will be heard of again within so many seconds."""
        self._silent_until[part] = self._clock() + quiet_for

    def age(self, event: str) -> float | None:
        """Seconds since something last went well; None if it never did."""
        at = self._noted.get(event)
        return None if at is None else self._clock() - at

    def find_silent(self) -> list[str]:
        """Parts that are silent for longer than they announced."""
        now = self._clock()
        silent_until = dict(self._silent_until)
        return sorted(part for part, until in silent_until.items() if now > until + PATIENCE)


class Watchdog:
    """Ends the process when a part stays silent, even if the event loop itself hangs.

    The supervisor starts it again; nothing is lost, because everything is in the database.
    """

    def __init__(self, pulse: Pulse, *, end: Callable[[int], object] = os._exit) -> None:
        self._pulse = pulse
        self._end = end
        self._is_over = threading.Event()
        self._silent_looks = 0

    def start(self) -> None:
        """Look from now on, in a thread of its own."""
        threading.Thread(target=self._run, name="watchdog", daemon=True).start()

    def stop(self) -> None:
        """Look no more: the process is ending by itself."""
        self._is_over.set()

    def look(self) -> bool:
        """Look once; True when the process has to end."""
        silent = self._pulse.find_silent()
        self._silent_looks = self._silent_looks + 1 if silent else 0
        if self._silent_looks < SILENT_LOOKS:
            return False
        fact(log, "stuck", level=logging.CRITICAL, silent=silent)
        return True

    def _run(self) -> None:
        while not self._is_over.wait(LOOK_EVERY):
            if self.look():
                self._end(Exit.STUCK)
