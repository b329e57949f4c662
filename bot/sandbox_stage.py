"""The stage of the sandbox: the bot on it can be ended, put somewhere else, and begun anew."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.assembly import Muduo, Parts
from bot.exits import Exit
from bot.housekeeping import Housekeeping
from bot.meeting import meet
from bot.process import Process, until_stopped
from bot.sandbox_clock import MovableClock, TimeMachine
from domain.health import Vitals
from schedules.timetable import Job

log = logging.getLogger("muduo.stage")

KEPT_EVERY = timedelta(seconds=10)


@dataclass(frozen=True, kw_only=True)
class _Change:
    """Something to be done while no bot runs, and who waits for the bot after it."""

    work: Callable[[], None]
    done: "asyncio.Future[None]" = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )


class Stage:
    """Runs one bot after the other, on the same chats and the same clock.

    It is the sandbox's time machine too, for whichever bot is on the stage.
    """

    def __init__(self, parts: Callable[[], Parts], clock: MovableClock, *, keep: Job) -> None:
        self._parts = parts
        self._clock = clock
        self._keep = keep
        self._change: _Change | None = None
        self._ready = asyncio.Event()
        self._begin()

    def _begin(self) -> None:
        self.muduo = Muduo(self._parts())
        self.process = Process(self.muduo)
        self._machine = TimeMachine(self._clock, self.muduo)

    async def live(self, *, on_ready: Callable[[], None]) -> Exit:
        """Run until a signal; the exit code. `on_ready` is called once."""
        while True:
            code = await self._play(on_ready)
            change, self._change = self._change, None
            if change is None or self.process.was_told_to_end:
                return code
            on_ready = await self._carry_out(change)
            self._begin()

    async def change(self, work: Callable[[], None]) -> None:
        """End the bot, do the work, begin the bot anew; returns when it is quiet again."""
        if self._change is not None:
            raise ValueError("the sandbox is being changed already")
        self._change = change = _Change(work=work)
        self._ready.clear()
        self.process.stop.set()
        await change.done

    async def _play(self, on_ready: Callable[[], None]) -> Exit:
        process = self.process
        process.end_on_signals()
        process.every(KEPT_EVERY, self._keep, name="chats")
        try:
            if not await until_stopped(process.stop, meet(self.muduo)):
                return process.exit_code
            Housekeeping(process).plan()
            await self.settle()
            self._ready.set()
            on_ready()
            return await process.live()
        finally:
            await process.close()

    async def _carry_out(self, change: _Change) -> Callable[[], None]:
        """What tells the one who waits, when the next bot is ready."""
        try:
            await asyncio.to_thread(change.work)
        except Exception as error:  # Whoever asked is told; the sandbox goes on as it was.
            if not isinstance(error, LookupError | ValueError):
                log.exception("change_failed")
            refusal = error
            return lambda: change.done.set_exception(refusal)
        return lambda: change.done.set_result(None)

    async def present(self) -> Muduo:
        """The bot on the stage; while it is changed, the next one."""
        await self._ready.wait()
        return self.muduo

    async def settle(self) -> None:
        """Let the bot work until it is quiet."""
        while await self.muduo.work_off():
            continue

    async def vitals(self) -> Vitals:
        """How the present bot is."""
        return await self.process.vitals()

    @property
    def zone(self) -> str:
        """The organisation's zone."""
        return self._machine.zone

    def now(self) -> datetime:
        """What time it is in the sandbox."""
        return self._clock()

    async def move_to(self, instant: datetime) -> None:
        """Go there; nothing on the way is left out."""
        await self._machine.move_to(instant)

    async def move_towards(self, instant: datetime, *, until: Callable[[], bool]) -> None:
        """Go there, but no further than to the first stop at which `until` holds."""
        await self._machine.move_towards(instant, until=until)

    async def next_event(self) -> datetime | None:
        """When somebody may hear something next."""
        await self.present()
        return await self._machine.next_event()

    async def next_deadline(self) -> datetime | None:
        """The morning of the nearest deadline."""
        await self.present()
        return await self._machine.next_deadline()
