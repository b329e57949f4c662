"""The process from outside: how it starts, whom it refuses, how it ends."""

import asyncio
import re
import socket
from pathlib import Path

import httpx
import pytest

from bot.exits import Exit
from sandbox.clock import system_clock
from sandbox.core import StandIn
from sandbox.openings import open_link
from tests.harness.real_runs import PATIENCE, last_word, running, serving

TOKEN = "4000000001:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"
WRONG_TOKEN = "4000000001:ZZyyXXwwVVuuTTssRRqqPPooNNmmLLkkJJj"

pytestmark = pytest.mark.xdist_group("processes")


@pytest.fixture
def stand_in() -> StandIn:
    return StandIn(now=system_clock, token=TOKEN)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def ask_health(port: int, *, until: int) -> httpx.Response:
    """The health page's answer, once it is the expected one."""
    transport = httpx.AsyncHTTPTransport(retries=8)
    async with httpx.AsyncClient(transport=transport) as client, asyncio.timeout(PATIENCE):
        while True:
            answer = await client.get(f"http://127.0.0.1:{port}/healthz")
            if answer.status_code == until:
                return answer


async def test_the_first_start_prints_a_link_that_makes_an_administrator(
    stand_in: StandIn, tmp_path: Path
) -> None:
    admin = stand_in.people.add_person("何静")
    async with (
        serving(stand_in) as address,
        running(tmp_path, telegram_token=TOKEN, telegram_api_url=address) as bot,
    ):
        link = await bot.line("start=")
        open_link(stand_in, admin, link)
        said = await last_word(stand_in, admin.id, "管理员")
        ended = await bot.stop()

    assert (bool(said), ended) == (True, (Exit.FINE, ""))


async def test_a_second_process_on_the_same_database_is_refused(
    stand_in: StandIn, tmp_path: Path
) -> None:
    async with serving(stand_in) as address:
        settings = {"telegram_token": TOKEN, "telegram_api_url": address}
        async with running(tmp_path, **settings) as first:
            await first.line("t.me")
            async with running(tmp_path, **settings) as second:
                code, words = await second.end()
            first_code, _ = await first.stop()

    assert (code, words.count("\n")) == (Exit.ANOTHER_INSTANCE, 0)
    assert words.startswith("Another Muduo is already running")
    assert first_code == Exit.FINE


async def test_a_wrong_token_ends_the_start_with_one_sentence(
    stand_in: StandIn, tmp_path: Path
) -> None:
    async with (
        serving(stand_in) as address,
        running(tmp_path, "run", telegram_token=WRONG_TOKEN, telegram_api_url=address) as bot,
    ):
        code, words = await bot.end()

    assert (code, words.count("\n")) == (Exit.TOKEN_REFUSED, 0)
    assert "@BotFather" in words
    assert WRONG_TOKEN not in words


async def test_another_bot_does_not_get_the_database(stand_in: StandIn, tmp_path: Path) -> None:
    other = TOKEN.replace("4000000001", "4000000002")
    async with serving(stand_in) as address:
        async with running(tmp_path, telegram_token=TOKEN, telegram_api_url=address) as bot:
            await bot.line("t.me")
            await bot.stop()
        async with running(tmp_path, telegram_token=other, telegram_api_url=address) as bot:
            code, words = await bot.end()

    assert code == Exit.DATABASE
    assert "belongs to the bot 4000000001" in words


async def test_a_start_without_network_waits_unwell_and_becomes_well(
    stand_in: StandIn, tmp_path: Path
) -> None:
    telegram, health = free_port(), free_port()
    address = f"http://127.0.0.1:{telegram}"
    async with running(
        tmp_path, telegram_token=TOKEN, telegram_api_url=address, web_port=health
    ) as bot:
        await bot.logged('"event": "not_met"')
        unwell = await ask_health(health, until=503)
        async with serving(stand_in, port=telegram):
            await bot.logged('"event": "met"')
            well = await ask_health(health, until=200)
            code, _ = await bot.stop()

    assert (unwell.status_code, unwell.json()["complaints"][0]) == (503, "no poll yet")
    assert (well.json()["complaints"], code) == ([], Exit.FINE)


async def test_nothing_secret_is_written_to_the_log(stand_in: StandIn, tmp_path: Path) -> None:
    async with (
        serving(stand_in) as address,
        running(tmp_path, telegram_token=TOKEN, telegram_api_url=address) as bot,
    ):
        await bot.line("t.me")
        bot.process.terminate()
        async with asyncio.timeout(PATIENCE):
            _, log = await bot.process.communicate()

    assert re.search(rb"\d{6,}:[\w-]{35}", log) is None
    assert b'"event": "met"' in log
