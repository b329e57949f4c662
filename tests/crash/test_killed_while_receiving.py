"""Killed again and again while presses come in: none is lost, none counts twice."""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from bot.clock import SystemClock
from sandbox.chats import Person
from sandbox.core import StandIn
from storage import schema
from storage.engine import Database, open_database
from storage.tables.activities import ExpectedRow
from storage.tables.messages import InboxRow
from storage.tables.process import HistoryRow
from tests.crash.waiting import until
from tests.harness.crowds import add_open_check_in
from tests.harness.processes import BotProcess, zone_at_midday
from tests.harness.serving import served_here

SCALE = int(os.environ.get("MUDUO_TEST_SCALE", "1"))
PEOPLE = 3_000 * SCALE
KILLS = 20 * SCALE
SEED = int(os.environ.get("MUDUO_TEST_SEED", "20261122"))
AT_A_TIME = 25


@dataclass(kw_only=True)
class Crowd:
    """People who press the button of one activity, each once."""

    stand_in: StandIn
    phones: list[Person]
    button: str
    waiting: Iterator[Person] = field(init=False)

    def __post_init__(self) -> None:
        self.waiting = iter(self.phones)

    async def press(self, count: int) -> None:
        """So many more press, a few at a time, while the bot fetches."""
        for number, person in enumerate(islice(self.waiting, count)):
            self._press(person)
            if number % AT_A_TIME == 0:
                await asyncio.sleep(0)

    def press_again(self) -> None:
        """Whoever saw no answer presses once more, as people do."""
        for unanswered in self.stand_in.unanswered_presses():
            person = self.stand_in.world.persons[unanswered.person_id]
            self._press(person)

    def _press(self, person: Person) -> None:
        card = self.stand_in.messages(person.id)[0]
        self.stand_in.people.press_stale(person, card.message_id, self.button)

    def is_answered(self) -> bool:
        """Whether everybody has pressed and has seen an answer."""
        presses = self.stand_in.world.journal.presses
        answers = self.stand_in.callback_answers
        heard = {one.person_id for key, one in presses.items() if answers[key] is not None}
        return len(heard) == len(self.phones)


@pytest.mark.crash
async def test_kills_while_receiving_lose_no_press_and_count_none_twice(tmp_path: Path) -> None:
    dice = random.Random(SEED)
    now = SystemClock()()
    stand_in = StandIn(now=lambda: now, journal_size=None)
    phones = [stand_in.people.add_person(f"人员{number}") for number in range(PEOPLE)]
    for phone in phones:
        phone.started = phone.seen = True
        await stand_in.call(stand_in.token, "sendMessage", {"chat_id": phone.id, "text": "…"}, {})
    activity = set_the_scene(tmp_path, [phone.id for phone in phones], now)
    crowd = Crowd(stand_in=stand_in, phones=phones, button=f"v1:checkin:{activity}:0")

    async with served_here(stand_in) as address:
        bot = BotProcess(
            api_url=address, token=stand_in.token, folder=tmp_path, zone=zone_at_midday(now)
        )
        for kill in range(KILLS):
            before, share = count_steps(stand_in), PEOPLE // KILLS
            goal = before + dice.randrange(1, share)
            bot.start()
            await crowd.press(share // 2)
            if kill == KILLS // 2:
                stand_in.raw_update({"callback_query": {"id": "1", "from": phones[0].to_json()}})
            await until(partial(has_moved, stand_in, before + 1), what="it fetches")
            await crowd.press(share - share // 2)
            await until(partial(has_moved, stand_in, goal), what="a moment to be killed at")
            bot.kill()
        bot.start()
        await crowd.press(PEOPLE)
        await until(partial(nothing_waits, tmp_path), what="all presses are settled", step=0.2)
        unheard = len(stand_in.unanswered_presses())
        crowd.press_again()
        await until(crowd.is_answered, what="everybody has an answer")
        assert await asyncio.to_thread(bot.stop) == 0

    print(f"{PEOPLE} presses, {KILLS} kills: {unheard} pressed again, seed {SEED}")
    check_the_books(tmp_path, activity)


def set_the_scene(folder: Path, telegram_user_ids: list[int], now: datetime) -> int:
    """An open check-in that everybody is expected at; returns the activity's id."""
    with opened(folder) as database, Session(database.writer) as session:
        schema.upgrade(database)
        activity = add_open_check_in(session, telegram_user_ids, now=now)
        session.commit()
        return activity


@contextmanager
def opened(folder: Path) -> Iterator[Database]:
    """The database of the killed bot."""
    database = open_database(f"sqlite:///{folder / 'muduo.db'}")
    try:
        yield database
    finally:
        database.close()


def count_steps(stand_in: StandIn) -> int:
    """How often it has fetched and answered, over all its lives."""
    return stand_in.calls["getUpdates"] + stand_in.calls["answerCallbackQuery"]


def has_moved(stand_in: StandIn, goal: int) -> bool:
    """Whether it has come so far."""
    return count_steps(stand_in) >= goal


def nothing_waits(folder: Path) -> bool:
    """Whether every press and the unreadable update have come to an end."""
    with opened(folder) as database, Session(database.reader) as session:
        states = Counter(session.exec(select(InboxRow.state)).all())
    return states.total() == PEOPLE + 1 and not states["new"]


def check_the_books(folder: Path, activity: int) -> None:
    """Everybody is there once, in the list and in the history; the odd one lies aside."""
    with opened(folder) as database:
        assert schema.check(database) == []
        with Session(database.reader) as session:
            states = session.exec(
                select(ExpectedRow.state).where(col(ExpectedRow.activity_id) == activity)
            ).all()
            lines = session.exec(
                select(HistoryRow.person_id).where(col(HistoryRow.subject_kind) == "check_in")
            ).all()
            dead = session.exec(select(InboxRow).where(col(InboxRow.state) == "dead")).all()
    assert Counter(states) == {"present": PEOPLE}, f"seed {SEED}"
    assert len(lines) == len(set(lines)) == PEOPLE, f"seed {SEED}"
    [unreadable] = dead
    assert unreadable.reference
    assert unreadable.attempts == 2
