"""Killed again and again while it sends: nobody is forgotten, hardly anybody is told twice."""

import os
import random
from collections import Counter
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import Session, col, func, select

from bot.clock import SystemClock
from sandbox.core import StandIn
from storage import schema
from storage.engine import open_database
from storage.tables.messages import DeliveryRow
from tests.crash.waiting import wait_until
from tests.harness.crowds import add_waiting_notices
from tests.harness.processes import BotProcess, served, zone_at_midday

SCALE = int(os.environ.get("MUDUO_TEST_SCALE", "1"))
PEOPLE = 2_000 * SCALE
KILLS = 20 * SCALE
# At this pace few are under way at once, as on the real Telegram.
RATE = 120
SEED = int(os.environ.get("MUDUO_TEST_SEED", "20261122"))


@pytest.mark.crash
def test_kills_while_sending_lose_nothing_and_double_at_most_what_is_in_flight(
    tmp_path: Path,
) -> None:
    dice = random.Random(SEED)
    now = SystemClock()()
    stand_in = StandIn(now=lambda: now, journal_size=None)
    ids = add_phones(stand_in)
    add_what_is_due(tmp_path, ids, now)
    with served(stand_in) as address:
        bot = BotProcess(
            api_url=address,
            token=stand_in.token,
            folder=tmp_path,
            zone=zone_at_midday(now),
            rate=RATE,
        )
        in_doubt = 0
        for kill in range(KILLS):
            sent = stand_in.calls["sendMessage"]
            share = (PEOPLE - sent) // (KILLS - kill)
            goal = min(PEOPLE, sent + dice.randrange(1, share + 2))
            bot.start()
            wait_until(partial(has_sent, stand_in, goal), what=f"{goal} sent")
            in_doubt += bot.in_flight_limit()
            bot.kill()
        bot.start()
        wait_until(lambda: count_left(tmp_path) == 0, what="the outbox is empty")
        assert bot.stop() == 0

    copies = Counter(entry.chat_id for entry in stand_in.journal if entry.method == "sendMessage")
    assert set(copies) >= set(ids), f"lost, seed {SEED}"
    assert max(copies.values()) <= 2, f"seed {SEED}"
    doubled = sum(count - 1 for count in copies.values())
    print(
        f"{PEOPLE} messages, {KILLS} kills: {doubled} sent twice, {in_doubt} in doubt, seed {SEED}"
    )
    assert doubled <= in_doubt, f"seed {SEED}"
    assert schema.check(open_database(f"sqlite:///{tmp_path / 'muduo.db'}")) == []


def add_phones(stand_in: StandIn) -> list[int]:
    """People who have pressed Start."""
    phones = [stand_in.people.add_person(f"人员{number}") for number in range(PEOPLE)]
    for phone in phones:
        phone.started = phone.seen = True
    return [phone.id for phone in phones]


def add_what_is_due(folder: Path, ids: list[int], now: datetime) -> None:
    """A digest for each of them, due now."""
    database = open_database(f"sqlite:///{folder / 'muduo.db'}")
    schema.upgrade(database)
    with Session(database.writer) as session:
        add_waiting_notices(session, ids, today=now.date(), now=now)
        session.commit()
    database.close()


def has_sent(stand_in: StandIn, goal: int) -> bool:
    """Whether Telegram has accepted so many messages."""
    return stand_in.calls["sendMessage"] >= goal


def count_left(folder: Path) -> int:
    """How many messages have not come to an end."""
    database = open_database(f"sqlite:///{folder / 'muduo.db'}")
    with Session(database.reader) as session:
        ended = ("sent", "cancelled", "expired", "dead", "uncertain")
        query = select(func.count()).where(col(DeliveryRow.state).not_in(ended))
        left = session.exec(query).one()
        made = session.exec(select(func.count()).select_from(DeliveryRow)).one()
    database.close()
    return left if made >= PEOPLE else PEOPLE - made
