"""Five hundred people scan the wall's code at once: seconds until recorded, and until told."""

import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlmodel import Session, col, func, select, update

from bot.clock import SystemClock
from domain.code import show
from sandbox.chats import Person
from sandbox.core import StandIn
from storage import codes, schema
from storage.engine import Database, open_database
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.process import HistoryRow
from tests.bench.burst import is_ready
from tests.crash.waiting import until
from tests.harness.crowds import add_open_check_in
from tests.harness.processes import BotProcess, zone_at_midday
from tests.harness.serving import served_here

PEOPLE, RATE, TWICE = 500, 30, 2
LOOK_EVERY = 0.02
AIM_RECORDED, AIM_TOLD = 2.0, 20.0


def prepare(session: Session, phones: list[Person]) -> int:
    """Everybody is expected at an activity that is checked in to by its wall."""
    activity = add_open_check_in(session, [one.id for one in phones], now=SystemClock()())
    session.execute(update(ActivityRow).values(proof="wall"))
    session.commit()
    return activity


async def seconds_until(count: Callable[[], int], began: float) -> float:
    """When 99 of 100 have got so far."""
    await until(lambda: count() >= PEOPLE * 0.99, what="99 of 100", step=LOOK_EVERY)
    return time.monotonic() - began


async def measure(folder: Path) -> tuple[float, float, int, int]:
    """The 99th percentiles in seconds, and how many presences and lines of history there are."""
    database = open_database(f"sqlite:///{folder}/muduo.db")
    schema.upgrade(database)
    stand_in = StandIn(now=SystemClock(), journal_size=10)
    phones = [stand_in.people.add_person(f"人员{number}") for number in range(PEOPLE)]
    for phone in phones:
        phone.started = phone.seen = True
    with Session(database.writer) as session:
        activity = prepare(session, phones)
        secret = codes.find_secret(session, activity) or ""
    async with served_here(stand_in) as address:
        bot = BotProcess(
            api_url=address,
            token=stand_in.token,
            folder=folder,
            zone=zone_at_midday(SystemClock()()),
            rate=RATE,
        )
        bot.start()
        try:
            await until(lambda: is_ready(stand_in), what="it polls")
            # They have been members for long: each has the menu of commands.
            await until(lambda: stand_in.calls["setMyCommands"] >= PEOPLE, what="menus")
            return await scan(stand_in, database, phones, secret=secret, activity=activity)
        finally:
            bot.kill()
            database.close()


async def scan(
    stand_in: StandIn, database: Database, phones: list[Person], *, secret: str, activity: int
) -> tuple[float, float, int, int]:
    """Everybody twice, as impatient thumbs do."""
    began = time.monotonic()
    payload = show(secret, activity, at=SystemClock()()).scan
    for phone in phones:
        stand_in.people.say(phone, f"/start {payload}")
    recorded, told = await asyncio.gather(
        seconds_until(lambda: count_came(database), began),
        seconds_until(lambda: stand_in.calls["sendMessage"], began),
    )
    for phone in phones:
        stand_in.people.say(phone, f"/start {payload}")
    await until(lambda: stand_in.calls["sendMessage"] >= TWICE * PEOPLE, what="all hear again")
    return recorded, told, count_came(database), count_history(database)


def count_came(database: Database) -> int:
    """Presences."""
    with Session(database.reader) as session:
        return session.exec(
            select(func.count()).where(col(ExpectedRow.state).in_(("present", "late")))
        ).one()


def count_history(database: Database) -> int:
    """Lines of history about presences."""
    with Session(database.reader) as session:
        return session.exec(
            select(func.count()).where(col(HistoryRow.verb).in_(("present", "late")))
        ).one()


def main() -> None:
    """One burst at the rate that Telegram allows."""
    print(f"Wall, {PEOPLE} people scan at once, {RATE} messages a second")
    with tempfile.TemporaryDirectory() as folder:
        recorded, told, rows, lines = asyncio.run(measure(Path(folder)))
    print(f"  recorded, 99 of 100: {recorded:.1f} s (aim {AIM_RECORDED:.0f} s)")
    print(f"  told, 99 of 100: {told:.1f} s (aim {AIM_TOLD:.0f} s)")
    print(f"  presences: {rows}, lines of history: {lines} (aim {PEOPLE} each, everybody twice)")


if __name__ == "__main__":
    main()
