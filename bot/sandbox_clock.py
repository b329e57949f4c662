"""The sandbox's clock: it goes like the system's, and can be moved forward."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol, TypeVar

from sqlmodel import Session

from actions.agenda import find_next_deadline, find_next_event, find_next_stop, is_mail_due
from bot.assembly import Muduo
from storage import memory
from storage.engine import Database

T = TypeVar("T")

AHEAD = "sandbox_seconds_ahead"


class SandboxClock:
    """The system's clock, so many seconds ahead. It remembers its place over a restart."""

    def __init__(self, system: Callable[[], datetime], database: Database) -> None:
        self.system = system
        self._database = database
        with Session(database.reader) as session:
            self._ahead = timedelta(seconds=float(memory.recall(session, AHEAD) or 0))

    def __call__(self) -> datetime:
        """What time it is in the sandbox."""
        return self.system() + self._ahead

    def set(self, instant: datetime) -> None:
        """From now on it is this time, and goes on from there."""
        self._ahead = instant - self.system()

    def keep(self) -> None:
        """Write the clock's place down."""
        with Session(self._database.writer) as session:
            memory.remember(session, AHEAD, str(self._ahead.total_seconds()))
            session.commit()


class MovableClock(Protocol):
    """A clock that can be set, and remembers where it stands."""

    def __call__(self) -> datetime:
        """What time it is."""
        ...

    def set(self, instant: datetime) -> None:
        """From now on it is this time."""
        ...

    def keep(self) -> None:
        """Write the clock's place down."""
        ...


class TimeMachine:
    """Moves the clock over everything that the bot would do on the way, stop by stop."""

    def __init__(self, clock: MovableClock, muduo: Muduo) -> None:
        self._clock = clock
        self._muduo = muduo

    @property
    def zone(self) -> str:
        """The organisation's zone; its days begin and its digests come by it."""
        return str(self._muduo.parts.place.zone)

    def now(self) -> datetime:
        """What time it is in the sandbox."""
        return self._clock()

    async def move_to(self, instant: datetime) -> None:
        """Go there; nothing on the way is left out, and the bot is quiet on arrival."""
        await self.move_towards(instant, until=_never)

    async def move_towards(self, instant: datetime, *, until: Callable[[], bool]) -> None:
        """Go there, but no further than to the first stop at which `until` holds."""
        while (stop := await self._ask(find_next_stop)) and stop < instant:
            await self._pass(stop)
            if until():
                break
        else:
            await self._stand_at(instant)
        await asyncio.to_thread(self._clock.keep)

    async def next_event(self) -> datetime | None:
        """When somebody may hear something next; if nothing is planned, the next morning."""
        return await self._ask(find_next_event) or await self._ask(find_next_stop)

    async def next_deadline(self) -> datetime | None:
        """The morning of the nearest deadline that somebody still has to keep."""
        return await self._ask(find_next_deadline)

    async def _ask(self, action: Callable[..., T]) -> T:
        place = self._muduo.parts.place
        return await self._muduo.runner.read(partial(action, now=self._clock(), place=place))

    async def _pass(self, instant: datetime) -> None:
        """Look there; most looks come to nothing that is to be delivered."""
        self._go_to(instant)
        await self._muduo.tick()
        if await self._ask(is_mail_due):
            await self._stand_at(instant)

    async def _stand_at(self, instant: datetime) -> None:
        self._go_to(instant)
        while await self._muduo.work_off():
            continue

    def _go_to(self, instant: datetime) -> None:
        # The clock goes on while the bot works; what it did on the way it does not do again.
        if instant > self._clock():
            self._clock.set(instant)


def _never() -> bool:
    return False
