"""Five hundred people check in at once: seconds to the last answer, against stock PTB."""

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from sqlmodel import Session

from bot.clock import SystemClock
from sandbox.chats import Person
from sandbox.core import StandIn
from storage import schema
from storage.engine import open_database
from tests.bench.measuring import show_ratio
from tests.crash.waiting import until
from tests.harness.crowds import add_open_check_in
from tests.harness.processes import BotProcess, zone_at_midday
from tests.harness.serving import served_here

PEOPLE, ROUNDS = 500, 3
LATENCIES = (0.0, 0.2)
# The first poll is answered at once; with the second one the bot waits for presses.
READY_POLLS = 2

Program = Callable[[StandIn, str, list[Person]], AbstractContextManager[str]]


@contextmanager
def muduo(stand_in: StandIn, address: str, phones: list[Person]) -> Iterator[str]:
    """The shipped bot with its database; yields the button to press."""
    now = SystemClock()()
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{folder}/muduo.db")
        schema.upgrade(database)
        with Session(database.writer) as session:
            activity = add_open_check_in(session, [one.id for one in phones], now=now)
            session.commit()
        database.close()
        bot = BotProcess(
            api_url=address,
            token=stand_in.token,
            folder=Path(folder),
            zone=zone_at_midday(now),
            rate=0,
        )
        bot.start()
        try:
            yield f"v1:checkin:{activity}:0"
        finally:
            bot.kill()


@contextmanager
def stock_ptb(stand_in: StandIn, address: str, _phones: list[Person]) -> Iterator[str]:
    """The reference program."""
    command = [sys.executable, "-m", "tests.bench.bare_checker", address, stand_in.token]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield "v1:checkin:1:0"
        finally:
            process.kill()


async def measure(program: Program, latency: float) -> float:
    """Seconds from the first press to the last answer and the last edit."""
    stand_in = StandIn(now=SystemClock(), journal_size=10)
    phones = [stand_in.people.add_person(f"人员{number}") for number in range(PEOPLE)]
    for phone in phones:
        phone.started = phone.seen = True
        await stand_in.call(stand_in.token, "sendMessage", {"chat_id": phone.id, "text": "…"}, {})
    stand_in.latency = latency
    # Whoever is slow is measured to the end, instead of losing the presses that grew too old.
    stand_in.callback_timeout = 600
    async with served_here(stand_in) as address:
        with program(stand_in, address, phones) as button:
            await until(partial(is_ready, stand_in), what="it polls")
            began = time.monotonic()
            for phone in phones:
                [message] = stand_in.messages(phone.id)
                stand_in.people.press_stale(phone, message.message_id, button)
            await until(partial(is_over, stand_in), what="all are answered")
            return time.monotonic() - began


def is_ready(stand_in: StandIn) -> bool:
    """Whether the bot waits for presses."""
    return stand_in.calls["getUpdates"] >= READY_POLLS


def is_over(stand_in: StandIn) -> bool:
    """Whether everybody has an answer and sees it in the message."""
    calls = stand_in.calls
    return min(calls["answerCallbackQuery"], calls["editMessageText"]) >= PEOPLE


def main() -> None:
    """Both in turn, in the same run, on stand-ins of the same kind."""
    print(f"Burst, {PEOPLE} people check in at once, against stock PTB without a database")
    for latency in LATENCIES:
        theirs, ours = [], []
        for _ in range(ROUNDS):
            theirs.append(asyncio.run(measure(stock_ptb, latency)))
            ours.append(asyncio.run(measure(muduo, latency)))
        print(f"  at {latency * 1000:.0f} ms: last answer after {max(ours):.1f} s at most")
        show_ratio(
            f"presses a second at {latency * 1000:.0f} ms",
            [PEOPLE / one for one in ours],
            [PEOPLE / one for one in theirs],
        )


if __name__ == "__main__":
    main()
