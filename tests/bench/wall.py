"""Five hundred people scan the wall's code: seconds until each is recorded, and until told."""

import asyncio
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import quantiles

from sqlmodel import Session, col, func, select, update

from bot.clock import SystemClock
from domain.code import show
from sandbox.chats import Person
from sandbox.core import StandIn
from storage import codes, schema
from storage.engine import Database, open_database
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.organisation import AccountRow
from storage.tables.process import HistoryRow
from tests.bench.burst import is_ready
from tests.crash.waiting import until
from tests.harness.crowds import add_open_check_in
from tests.harness.processes import BotProcess, zone_at_midday
from tests.harness.serving import served_here

PEOPLE, RATE, TWICE = 500, 30, 2
# They come through the door one after the other, and once more all in the same instant.
ARRIVING = (10.0, 0.0)
LOOK_EVERY, PATIENCE = 0.02, 300.0
AIM_RECORDED, AIM_TOLD = 2.0, 20.0


@dataclass(frozen=True, kw_only=True)
class Scanned:
    """Of each the seconds from the scan; then how much was written, everybody having come twice."""

    recorded: list[float]
    told: list[float]
    presences: int
    lines: int


def prepare(session: Session, phones: list[Person]) -> int:
    """Everybody is expected at an activity that is checked in to by its wall."""
    activity = add_open_check_in(session, [one.id for one in phones], now=SystemClock()())
    session.execute(update(ActivityRow).values(proof="wall"))
    session.commit()
    return activity


async def measure(folder: Path, *, arriving: float) -> Scanned:
    """A fresh bot, whose people arrive within so many seconds."""
    database = open_database(f"sqlite:///{folder}/muduo.db")
    schema.upgrade(database)
    stand_in = StandIn(now=SystemClock(), journal_size=None)
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
            payload = partial(_payload, secret, activity)
            return await scan(stand_in, database, phones, payload=payload, arriving=arriving)
        finally:
            bot.kill()
            database.close()


def _payload(secret: str, activity: int) -> str:
    return show(secret, activity, at=SystemClock()()).scan


async def scan(
    stand_in: StandIn,
    database: Database,
    phones: list[Person],
    *,
    payload: Callable[[], str],
    arriving: float,
) -> Scanned:
    """Everybody twice, as impatient thumbs do."""
    began = time.monotonic()
    said: dict[int, float] = {}
    recorded: dict[int, float] = {}
    told: dict[int, float] = {}
    heard = len(stand_in.journal)
    for phone, due in zip(phones, arrivals(arriving), strict=True):
        while time.monotonic() - began < due:
            heard = await look(stand_in, database, recorded, told, heard)
        said[phone.id] = time.monotonic()
        stand_in.people.say(phone, f"/start {payload()}")
    async with asyncio.timeout(PATIENCE):
        while min(len(recorded), len(told)) < PEOPLE:
            heard = await look(stand_in, database, recorded, told, heard)
    for phone in phones:
        stand_in.people.say(phone, f"/start {payload()}")
    await until(lambda: stand_in.calls["sendMessage"] >= TWICE * PEOPLE, what="all hear again")
    return Scanned(
        recorded=[at - said[phone] for phone, at in recorded.items()],
        told=[at - said[phone] for phone, at in told.items()],
        presences=len(find_came(database)),
        lines=count_history(database),
    )


def arrivals(within: float) -> list[float]:
    """Evenly, in seconds from the beginning."""
    return [within * number / PEOPLE for number in range(PEOPLE)]


async def look(
    stand_in: StandIn,
    database: Database,
    recorded: dict[int, float],
    told: dict[int, float],
    heard: int,
) -> int:
    """Note who has got so far; returns how much of the journal was read."""
    came = await asyncio.to_thread(find_came, database)
    now = time.monotonic()
    for phone in came:
        recorded.setdefault(phone, now)
    for entry in islice(stand_in.journal, heard, None):
        if entry.method == "sendMessage":
            told.setdefault(entry.chat_id, now)
    read = len(stand_in.journal)
    await asyncio.sleep(LOOK_EVERY)
    return read


def find_came(database: Database) -> list[int]:
    """Whose presence is written down, by the ids that Telegram gave them."""
    query = (
        select(AccountRow.telegram_user_id)
        .join(ExpectedRow, col(ExpectedRow.person_id) == col(AccountRow.person_id))
        .where(col(ExpectedRow.state).in_(("present", "late")))
    )
    with Session(database.reader) as session:
        return list(session.exec(query))


def count_history(database: Database) -> int:
    """Lines of history about presences."""
    with Session(database.reader) as session:
        return session.exec(
            select(func.count()).where(col(HistoryRow.verb).in_(("present", "late")))
        ).one()


def main() -> None:
    """Both ways to arrive, at the rate that Telegram allows."""
    print(f"Wall, {PEOPLE} people scan, {RATE} messages a second")
    for arriving in ARRIVING:
        with tempfile.TemporaryDirectory() as folder:
            scanned = asyncio.run(measure(Path(folder), arriving=arriving))
        print(f"  within {arriving:.0f} s" if arriving else "  all in one instant")
        for name, seconds, aim in (
            ("recorded", scanned.recorded, AIM_RECORDED),
            ("told", scanned.told, AIM_TOLD),
        ):
            percentiles = quantiles(seconds, n=100)
            half, most = percentiles[49], percentiles[98]
            print(f"    {name}: median {half:.2f} s, p99 {most:.2f} s (aim {aim:.0f} s)")
        print(
            f"    presences: {scanned.presences}, lines of history: {scanned.lines} "
            f"(aim {PEOPLE} each, everybody twice)"
        )


if __name__ == "__main__":
    main()
