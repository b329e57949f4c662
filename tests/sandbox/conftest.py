"""A stand-in, one person who has met the bot, and a real bot on the in-process wire."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from sandbox.chats import Person
from sandbox.core import StandIn
from tests.fakes.clock import FakeClock
from tests.fakes.stand_in_request import StandInRequest


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def stand_in(clock: FakeClock) -> StandIn:
    return StandIn(now=clock)


@pytest.fixture
def lin(stand_in: StandIn) -> Person:
    person = stand_in.people.add_person("林小满")
    stand_in.people.start(person)
    return person


@pytest.fixture
async def bot(stand_in: StandIn) -> AsyncIterator[Bot]:
    wire = StandInRequest(stand_in)
    async with Bot(stand_in.token, request=wire, get_updates_request=wire) as real_bot:
        yield real_bot
