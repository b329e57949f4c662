"""The year that the page plays, on a phone's screen, with a bot that writes at every move."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from playwright.async_api import Page, expect
from telegram import Bot

from sandbox.answers import Json
from sandbox.chats import Person
from sandbox.clock import MovableClock
from sandbox.core import StandIn
from sandbox.extension import Extension
from tests.fakes.clock import A_MONDAY_MORNING
from tests.fakes.stand_in_request import StandInRequest
from tests.harness.chromium import PHONE, looking_at
from tests.sandbox.running import serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LONG = "待办提醒\n" + "还有十天截止。" * 40 + "\n完"


class Reminding(MovableClock):
    """Whenever it is moved, the bot writes to somebody; it moves while it is free to."""

    def __init__(self, bot: Bot, chat: int) -> None:
        super().__init__(A_MONDAY_MORNING)
        self.bot = bot
        self.chat = chat
        self.free = asyncio.Event()
        self.back_to: list[str] = []

    async def move_to(self, instant: datetime) -> None:
        await self.free.wait()
        await super().move_to(instant)
        await self.bot.send_message(self.chat, LONG)

    async def keep_moment(self, body: Json) -> Json:
        return {"name": "before"}

    async def go_back(self, body: Json) -> Json:
        self.back_to.append(body["name"])
        return {}

    async def use_own(self, body: Json) -> Json:
        return {}


@pytest.fixture
async def machine(stand_in: StandIn, lin: Person) -> AsyncIterator[Reminding]:
    wire = StandInRequest(stand_in)
    async with Bot(stand_in.token, request=wire, get_updates_request=wire) as bot:
        machine = Reminding(bot, lin.id)
        stand_in.world.now = machine
        yield machine


@pytest.fixture
async def page(stand_in: StandIn, machine: Reminding) -> AsyncIterator[Page]:
    verbs = {
        "keep_moment": machine.keep_moment,
        "go_back": machine.go_back,
        "use_own": machine.use_own,
    }
    async with (
        serving(stand_in, machine, extension=Extension(verbs=verbs)) as address,
        looking_at(address.page, size=PHONE) as page,
    ):
        await page.get_by_role("button", name="用您自己的名册和方案").click()
        await page.get_by_role("button", name="看看这一年").click()
        yield page


async def test_a_day_of_the_year_is_read_in_full(page: Page, machine: Reminding) -> None:
    machine.free.set()
    await page.locator(".heard").first.click()
    said = page.locator(".said-on p")
    await expect(said).to_have_text(LONG)
    await said.evaluate("node => node.scrollIntoView({block: 'start'})")
    await expect(said).to_be_in_viewport()
    assert await page.locator(".heard").count() == 24
    await page.get_by_role("button", name="关闭").last.click()
    await expect(page.get_by_role("button", name="看看这一年")).to_be_visible()
    assert machine.back_to == ["before"]


async def test_a_year_that_is_stopped_is_undone(page: Page, machine: Reminding) -> None:
    await page.get_by_role("button", name="停止").click()
    machine.free.set()
    await expect(page.get_by_role("button", name="看看这一年")).to_be_visible()
    await expect(page.locator("dialog.calendar")).to_have_count(0)
    assert machine.back_to == ["before"]
