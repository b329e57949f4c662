"""The chat page in a real browser, with a bot that echoes, on a phone's screen."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from sandbox.chats import Person
from sandbox.clock import MovableClock
from sandbox.core import StandIn
from tests.fakes.clock import A_MONDAY_MORNING
from tests.harness.chromium import PHONE, looking_at
from tests.sandbox.running import echoing, serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def machine() -> MovableClock:
    return MovableClock(A_MONDAY_MORNING)


@pytest.fixture
def stand_in(machine: MovableClock) -> StandIn:
    return StandIn(now=machine)


@pytest.fixture
def lin(stand_in: StandIn) -> Person:
    lin = stand_in.people.add_person("<i>林</i> · 书记")
    stand_in.people.start(lin)
    return lin


@pytest.fixture
async def page(stand_in: StandIn, machine: MovableClock) -> AsyncIterator[Page]:
    async with (
        serving(stand_in, machine) as address,
        echoing(stand_in),
        looking_at(address.page, size=PHONE) as page,
    ):
        yield page


async def open_chat(page: Page, person: Person) -> None:
    await page.locator(f'[data-entry="{person.id}"] .chat').click()


async def test_a_new_phone_starts_presses_and_is_answered(page: Page, stand_in: StandIn) -> None:
    await page.get_by_role("button", name="新手机").click()
    await page.get_by_placeholder("机主姓名").fill("林小满")
    await page.get_by_role("button", name="添加").click()
    await page.get_by_role("button", name="开始", exact=True).click()
    await page.locator(".key", has_text="完成").click()

    await expect(page.locator(".toast")).to_have_text("记下了 ✅")
    await expect(page.locator(".theirs .words strong")).to_have_text("done")
    await expect(page.locator(".theirs .stamp")).to_contain_text("已编辑")
    assert stand_in.unanswered_presses() == []


async def test_words_are_shown_as_words(lin: Person, page: Page, stand_in: StandIn) -> None:
    hostile = "<img src=x onerror=alert(1)> &amp; <b>粗</b>"
    await open_chat(page, lin)
    await page.get_by_placeholder("消息或 / 命令").fill(hostile)
    await page.keyboard.press("Enter")

    await expect(page.locator(".mine .words").last).to_have_text(hostile)
    await expect(page.locator(".theirs .words").last).to_have_text(f"你说：{hostile}")
    await expect(page.locator(".messages img")).to_have_count(0)


async def test_a_button_with_a_link_of_the_bot_opens_in_the_chat(lin: Person, page: Page) -> None:
    await open_chat(page, lin)
    await page.get_by_role("button", name="打开").click()
    await expect(page.locator(".mine .words").last).to_have_text("/start link")


async def test_a_personal_link_opens_on_another_phone(
    lin: Person, page: Page, stand_in: StandIn
) -> None:
    await open_chat(page, lin)
    await page.get_by_placeholder("消息或 / 命令").fill("https://t.me/MuduoSandboxBot?start=abc")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="https://t.me").last.click()
    await page.get_by_role("combobox", name="在谁的手机上打开这个链接？").select_option("new")
    await page.get_by_placeholder("机主姓名").fill("王渡")
    await page.get_by_role("button", name="打开", exact=True).last.click()

    await expect(page.locator(".focused h2")).to_have_text("王渡")
    await expect(page.locator(".focused .mine .words")).to_have_text("/start abc")


async def test_an_alert_waits_for_its_reader(lin: Person, page: Page) -> None:
    await open_chat(page, lin)
    await page.get_by_role("button", name="请假").click()
    await expect(page.get_by_role("dialog")).to_contain_text("记下了 ✅")
    await page.get_by_role("button", name="好", exact=True).click()
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_files_go_both_ways(lin: Person, page: Page) -> None:
    await open_chat(page, lin)
    roster = {"name": "名册.txt", "mimeType": "text/plain", "buffer": "一班".encode()}
    await page.locator(".focused input[type=file]").set_input_files(roster)  # type: ignore[arg-type]  # A plain dict is what it takes.
    async with page.expect_download() as download:
        await page.get_by_text("名册.txt").click()
    path = await (await download.value).path()
    assert path.read_text(encoding="utf-8") == "一班"


async def test_the_clock_moves_and_the_page_speaks_english(
    page: Page, machine: MovableClock
) -> None:
    await page.get_by_role("button", name="Switch to English").click()
    await page.get_by_role("button", name="+1 day").click()
    await expect(page.locator("#now")).to_contain_text("3 Mar 2026")
    assert machine.now().isoformat() == "2026-03-03T01:00:00+00:00"
    wide = await page.evaluate("document.documentElement.scrollWidth")
    assert wide == 360
