"""Ten thousand rows of attendance as one workbook, while reminders go out and somebody presses."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.clock import SystemClock
from sandbox.chats import Person
from sandbox.core import StandIn
from storage import schema
from storage.engine import open_database
from storage.inserting import insert_new
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.organisation import OfficeRow
from tests.bench.burst import READY_POLLS
from tests.crash.waiting import until
from tests.harness.crowds import add_crowd, add_waiting_notices
from tests.harness.processes import BotProcess, zone_at_midday
from tests.harness.scenes import add_unit
from tests.harness.serving import served_here

PEOPLE, ACTIVITIES = 200, 50
PORTION = 1_000
# How often somebody presses: what Telegram allows in a second is shared with the reminders.
PRESSED_EVERY = 0.2
QUIET_PRESSES = 50
# Enough for the whole measurement at what Telegram allows.
REMINDED, RATE = 3_000, 30


def build(session: Session, phones: list[Person], reminded: list[Person], now: datetime) -> int:
    """A school whose first person is its secretary, and fifty studies of everybody.

    Beside it as many secretaries as there are reminders to send at once.
    """
    today = now.astimezone(ZoneInfo(zone_at_midday(now))).date()
    add_waiting_notices(session, [one.id for one in reminded], today=today, now=now)
    school = add_unit(session, "青石小学", "学校")
    people = add_crowd(session, school, [one.id for one in phones], now=now)
    office = {"person_id": people[0], "unit_id": school, "role": "secretary", "began_at": now}
    insert_new(session, OfficeRow, [office])
    expected = []
    for number in range(ACTIVITIES):
        start = now - timedelta(hours=number + 1)
        row = ActivityRow(
            unit_id=school,
            title="教职工政治学习",
            place="会议室",
            starts_at=start,
            opens_at=start,
            closes_at=start,
            opening_told_at=start,
            state="held",
            made_by=people[0],
            made_at=start,
            settled_at=start,
        )
        session.add(row)
        session.flush()
        came = {"state": "present", "recorded_at": start, "way": "self"}
        expected += [{"activity_id": row.id, "person_id": one, **came} for one in people]
    for at in range(0, len(expected), PORTION):
        insert_new(session, ExpectedRow, expected[at : at + PORTION])
    session.commit()
    return school


@contextmanager
def running(
    stand_in: StandIn, address: str, phones: list[Person], reminded: list[Person]
) -> Iterator[str]:
    """The shipped bot; yields the button that asks for the year."""
    now = SystemClock()()
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{folder}/muduo.db")
        schema.upgrade(database)
        with Session(database.writer) as session:
            school = build(session, phones, reminded, now)
        database.close()
        bot = BotProcess(
            api_url=address,
            token=stand_in.token,
            folder=Path(folder),
            zone=zone_at_midday(now),
            rate=RATE,
        )
        bot.start()
        try:
            yield f"v1:ledger_xlsx:{school}-{now:%Y}:0"
        finally:
            bot.kill()


async def press(stand_in: StandIn, phone: Person, data: str) -> float:
    """Milliseconds until the press is answered; returns when the next one is due."""
    message = stand_in.messages(phone.id)[0]
    began = time.perf_counter()
    query = stand_in.people.press_stale(phone, message.message_id, data)
    await until(lambda: stand_in.callback_answers[query] is not None, what="answer", step=0.001)
    took = time.perf_counter() - began
    await asyncio.sleep(max(0.0, PRESSED_EVERY - took))
    return took * 1_000


def files_of(stand_in: StandIn, phone: Person) -> list[bytes]:
    """The files that have come."""
    return [one.document.content for one in stand_in.messages(phone.id) if one.document]


def written(stand_in: StandIn) -> int:
    """What counts for Telegram's limit: messages sent and messages edited."""
    return stand_in.calls["sendMessage"] + stand_in.calls["editMessageText"]


async def export(
    stand_in: StandIn, secretary: Person, members: Iterator[Person], button: str
) -> tuple[list[float], float]:
    """Ask for the file; milliseconds of the presses meanwhile, seconds until it is there."""
    busy = []
    message = stand_in.messages(secretary.id)[0]
    began = time.perf_counter()
    stand_in.people.press_stale(secretary, message.message_id, button)
    while not files_of(stand_in, secretary):
        busy.append(await press(stand_in, next(members), "v1:todo:0:1"))
    return busy, time.perf_counter() - began


async def measure() -> None:
    """Presses while reminders go out, then presses while the file is made besides."""
    stand_in = StandIn(now=SystemClock(), journal_size=10)
    everybody = [stand_in.people.add_person(f"人员{n}") for n in range(PEOPLE + REMINDED)]
    phones, reminded = everybody[:PEOPLE], everybody[PEOPLE:]
    for phone in everybody:
        phone.started = phone.seen = True
    for phone in phones:
        await stand_in.call(stand_in.token, "sendMessage", {"chat_id": phone.id, "text": "…"}, {})
    # Each chat is written to once a second at most, so each press is somebody else's.
    secretary, members = phones[0], cycle(phones[1:])
    async with served_here(stand_in) as address:
        with running(stand_in, address, phones, reminded) as button:
            await until(partial(_is_sending, stand_in), what="it sends")
            begun, before = time.perf_counter(), written(stand_in)
            quiet = [
                await press(stand_in, next(members), "v1:todo:0:1") for _ in range(QUIET_PRESSES)
            ]
            busy, seconds = await export(stand_in, secretary, members, button)
            rate = (written(stand_in) - before) / (time.perf_counter() - begun)
    print(f"  {rate:.0f} messages a second went out all the while, edits included")
    size = len(files_of(stand_in, secretary)[0]) / 1024
    print(f"  {PEOPLE * ACTIVITIES} rows in {seconds:.1f} s, {size:.0f} KiB")
    for name, presses in (("before it", quiet), ("meanwhile", busy)):
        middle = sorted(presses)[len(presses) // 2]
        print(f"  {len(presses)} presses {name}: {middle:.0f} ms, at most {max(presses):.0f} ms")


def _is_sending(stand_in: StandIn) -> bool:
    return stand_in.calls["getUpdates"] >= READY_POLLS and stand_in.calls["sendMessage"] > RATE


def main() -> None:
    """Once: the figures are for the reader, nothing is compared."""
    print("Ledger, a year of a school, made beside the bot")
    asyncio.run(measure())


if __name__ == "__main__":
    main()
