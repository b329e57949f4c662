"""The running bot: its loops, its timetable, its health, and how it ends."""

import asyncio
import gc
import logging
import signal
import socket
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from functools import partial
from typing import Any

import uvicorn

from actions.vitals import find_backlog
from bot.assembly import TICK_SECONDS, Muduo
from bot.clock import monotonic
from bot.exits import Exit
from bot.logs import fact
from bot.pulse import LOOK_EVERY, Watchdog
from domain.health import Vitals
from schedules.timetable import Job, Timetable
from web.server import serve

log = logging.getLogger("muduo.process")

LONGEST_REST = 30.0
FINISH_WITHIN = 10.0


class Process:
    """Keeps one bot running until it is told to stop, or a part of it ends by itself."""

    def __init__(self, muduo: Muduo, *, doubt: Callable[[], str | None] = lambda: None) -> None:
        self.muduo = muduo
        self.stop = asyncio.Event()
        self.exit_code = Exit.FINE
        self.was_told_to_end = False
        self._doubt = doubt
        self._timetable = Timetable()
        self._watchdog = Watchdog(muduo.pulse)
        self._loops: list[asyncio.Task[None]] = []
        self._servers: list[asyncio.Task[None]] = []
        self._timetable.every(timedelta(seconds=TICK_SECONDS), muduo.tick, name="tick")

    def every(self, interval: timedelta, job: Job, *, name: str) -> None:
        """Run one more job at an interval, from the start on."""
        self._timetable.every(interval, job, name=name)

    def serve(self, server: uvicorn.Server, listener: socket.socket) -> None:
        """Answer on one more port; pages are there before Telegram is."""
        self._servers.append(asyncio.create_task(serve(server, listener)))

    def end_on_signals(self) -> None:
        """SIGTERM and the first Ctrl-C end in good order; a second Ctrl-C ends at once."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._ask_to_stop, number)

    def give_up(self, code: Exit) -> None:
        """End in good order, with this exit code."""
        self.exit_code = code
        self.stop.set()

    async def live(self) -> Exit:
        """Run everything until the stop; the exit code says how it ended."""
        muduo = self.muduo
        spare_the_collector()
        self._start("poller", muduo.poller.run)
        self._start("dispatcher", muduo.dispatcher.run)
        self._start("courier", muduo.courier.run)
        self._start("watch", self._watch)
        self._timetable.start()
        self._watchdog.start()
        await self.stop.wait()
        return self.exit_code

    async def close(self) -> None:
        """Claim nothing more, finish what is under way, let go of everything."""
        self._watchdog.stop()
        self._timetable.stop()
        for task in self._loops:
            task.cancel()
        try:
            await asyncio.wait_for(self.muduo.close(), FINISH_WITHIN + 2)
        finally:
            for task in self._servers:
                task.cancel()
            await asyncio.gather(*self._loops, *self._servers, return_exceptions=True)

    async def vitals(self) -> Vitals:
        """What a supervisor may know."""
        muduo = self.muduo
        now, place = muduo.parts.now(), muduo.parts.place
        backlog = await muduo.runner.read(partial(find_backlog, now=now, place=place))
        return Vitals(
            ages={name: muduo.pulse.age(name) for name in ("poll", "tick", "commit", "send")},
            oldest_inbox=backlog.inbox,
            oldest_outbox=backlog.outbox,
            clock_held=self._doubt(),
            poll_trouble=muduo.poller.trouble,
            in_flight_limit=muduo.gate.in_flight.limit,
            pauses=len(muduo.gate.pauses),
            bot_id=muduo.bot_id,
            silent=tuple(muduo.pulse.find_silent()),
        )

    def _start(self, name: str, run: Callable[[], Awaitable[None]]) -> None:
        task = asyncio.create_task(keep_going(name, run), name=name)
        task.add_done_callback(self._note_end)
        self._loops.append(task)

    def _note_end(self, task: "asyncio.Task[None]") -> None:
        if not self.stop.is_set():
            fact(log, "loop_ended", level=logging.CRITICAL, loop=task.get_name())
            self.give_up(Exit.STUCK)

    async def _watch(self) -> None:
        """Doubt the clock now and then, and plan anew when the doubt begins or ends."""
        before = None
        while True:
            self.muduo.pulse.beat("event loop", quiet_for=LOOK_EVERY)
            held = self._doubt()
            if held != before:
                fact(log, "clock_doubted" if held else "clock_trusted", reason=held)
                self._timetable.realign(self.muduo.parts.now())
            before = held
            await asyncio.sleep(LOOK_EVERY)

    def _ask_to_stop(self, number: signal.Signals) -> None:
        fact(log, "stopping", signal=number.name)
        self.was_told_to_end = True
        asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)
        self.stop.set()


def spare_the_collector() -> None:
    """What is loaded by now stays until the end: the garbage collector need not look at it again.

    There are half a million such objects, and looking takes a twentieth of all work.
    """
    gc.collect()
    gc.freeze()


async def keep_going(name: str, run: Callable[[], Awaitable[None]]) -> None:
    """Run a loop; whatever breaks it is logged, and it begins anew after a while."""
    rest = 1.0
    while True:
        begun = monotonic()
        try:
            await run()
        except Exception:  # A full disk must not end what can go on afterwards.
            log.exception("loop_broke", extra={"facts": {"loop": name}})
        else:
            return
        rest = 1.0 if monotonic() - begun > LONGEST_REST else min(rest * 2, LONGEST_REST)
        await asyncio.sleep(rest)


async def until_stopped(stop: asyncio.Event, work: Coroutine[Any, Any, bool]) -> bool:
    """Work until it is done or a stop comes first; False when it was stopped."""
    working, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        return working.done() and working.result()
    finally:
        working.cancel()
        stopping.cancel()
