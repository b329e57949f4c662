"""The chat page in a real browser, with a bot that echoes."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from sandbox.clock import MovableClock
from sandbox.core import StandIn
from tests.fakes.clock import A_MONDAY_MORNING
from tests.sandbox.running import echoing, serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture
def machine() -> MovableClock:
    return MovableClock(A_MONDAY_MORNING)


@pytest.fixture
def stand_in(machine: MovableClock) -> StandIn:
    return StandIn(now=machine)


@pytest.fixture
def chromium() -> Path:
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{CHROMIUM} is missing, so nobody looked at the page")
        pytest.skip(f"NOT LOOKED AT: the chat page, because {CHROMIUM} is missing")
    return CHROMIUM


@pytest.fixture
async def page(stand_in: StandIn, machine: MovableClock, chromium: Path) -> AsyncIterator[Page]:
    async with serving(stand_in, machine) as address, echoing(stand_in), async_playwright() as tool:
        browser = await tool.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = await browser.new_page(locale="zh-CN", viewport={"width": 360, "height": 700})
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda line: problems.append(line.text))
        await page.goto(address.page)
        yield page
        await browser.close()
        assert problems == []


async def test_a_person_starts_presses_and_is_answered(page: Page, stand_in: StandIn) -> None:
    await page.get_by_placeholder("新成员姓名").fill("林小满")
    await page.get_by_title("添加", exact=True).click()
    await page.get_by_role("button", name="开始", exact=True).click()
    await page.get_by_role("button", name="完成").click()

    await expect(page.locator("#toast")).to_have_text("记下了 ✅")
    await expect(page.locator(".theirs .words strong")).to_have_text("done")
    assert stand_in.unanswered_presses() == []


async def test_words_are_shown_as_words(page: Page, stand_in: StandIn) -> None:
    hostile = "<img src=x onerror=alert(1)> &amp; <b>粗</b>"
    lin = stand_in.people.add_person("<i>林</i>")
    stand_in.people.start(lin)
    await page.get_by_text("<i>林</i>").click()
    await page.get_by_placeholder("输入消息或命令").fill(hostile)
    await page.keyboard.press("Enter")

    await expect(page.locator(".mine .words").last).to_have_text(hostile)
    await expect(page.locator(".theirs .words").last).to_have_text(f"你说：{hostile}")
    await expect(page.locator("#messages img")).to_have_count(0)


async def test_a_link_of_the_bot_opens_in_the_chat(page: Page, stand_in: StandIn) -> None:
    lin = stand_in.people.add_person("林小满")
    stand_in.people.start(lin)
    await page.get_by_text("林小满").click()
    await page.get_by_role("button", name="打开 ↗").click()
    await expect(page.locator(".mine .words").last).to_have_text("/start link")


async def test_an_alert_waits_for_its_reader(page: Page, stand_in: StandIn) -> None:
    lin = stand_in.people.add_person("林小满")
    stand_in.people.start(lin)
    await page.get_by_text("林小满").click()
    await page.get_by_role("button", name="请假").click()
    await expect(page.locator("#alert-text")).to_have_text("记下了 ✅")
    await page.get_by_role("button", name="好", exact=True).click()
    await expect(page.locator("#alert")).to_be_hidden()


async def test_files_go_both_ways(page: Page, stand_in: StandIn) -> None:
    lin = stand_in.people.add_person("林小满")
    stand_in.people.start(lin)
    await page.get_by_text("林小满").click()
    roster = {"name": "名册.txt", "mimeType": "text/plain", "buffer": "一班".encode()}
    await page.locator("#file").set_input_files(roster)  # type: ignore[arg-type]  # A plain dict is what it takes.
    async with page.expect_download() as download:
        await page.get_by_text("名册.txt").click()
    path = await (await download.value).path()
    assert path.read_text(encoding="utf-8") == "一班"


async def test_the_clock_moves_and_the_page_speaks_english(
    page: Page, machine: MovableClock
) -> None:
    await page.get_by_role("button", name="English").click()
    await page.get_by_role("button", name="+1 day").click()
    await expect(page.locator("#now")).to_contain_text("Tue")
    assert machine.now().isoformat() == "2026-03-03T01:00:00+00:00"
    wide = await page.evaluate("document.documentElement.scrollWidth")
    assert wide == 360
