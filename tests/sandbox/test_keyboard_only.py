"""The chat page without a mouse: nothing that is drawn anew takes the focus away."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Locator, Page, expect

from sandbox.chats import Person
from sandbox.core import StandIn
from tests.harness.chromium import looking_at
from tests.sandbox.running import echoing, serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
async def page(stand_in: StandIn, lin: Person) -> AsyncIterator[Page]:
    async with (
        serving(stand_in) as address,
        echoing(stand_in),
        looking_at(address.page) as page,
    ):
        await expect(page.locator(".pane")).to_have_count(1)
        yield page


def key(page: Page, words: str) -> Locator:
    return page.locator(".key", has_text=words).last


async def test_a_message_is_written_and_its_button_pressed(page: Page) -> None:
    await page.keyboard.press("Tab")
    await expect(page.locator(".skip")).to_be_focused()
    await page.keyboard.press("Enter")
    await page.locator(".pane textarea").focus()
    await page.keyboard.type("早")
    await page.keyboard.press("Enter")
    await expect(page.locator(".theirs").last).to_contain_text("你说：早")
    await key(page, "完成").focus()
    await page.keyboard.press("Enter")

    await expect(page.locator(".theirs").last).to_contain_text("done")
    await expect(page.locator(".theirs").last.locator("button:focus")).to_have_count(1)


async def test_a_tool_keeps_the_focus_and_gives_it_back(page: Page) -> None:
    opener = page.get_by_role("button", name="让 Telegram 出错")
    await opener.focus()
    await page.keyboard.press("Enter")
    busy = page.get_by_role("button", name="太频繁")
    await busy.focus()
    for times in (3, 6):
        await page.keyboard.press("Enter")
        await expect(page.get_by_text(f"还有 {times} 次故障会发生")).to_be_visible()
        await expect(busy).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(opener).to_be_focused()


async def test_arrows_walk_in_the_menu_of_a_chat(page: Page, lin: Person) -> None:
    more = page.locator(".pane").get_by_role("button", name="更多")
    await more.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem", name="屏蔽机器人")).to_be_focused()
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_role("menuitem", name="注销账号")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog", name="注销后不能恢复。确定吗？")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert not lin.deleted


async def test_the_page_is_divided_for_who_hears_it(page: Page) -> None:
    await expect(page.get_by_role("banner")).to_have_count(1)
    await expect(page.get_by_role("main")).to_have_count(1)
    await expect(page.get_by_role("navigation", name="聊天")).to_have_count(1)
    await expect(page.get_by_role("log", name="消息 · 林")).to_have_count(1)
    await expect(page.get_by_role("heading", level=1)).to_contain_text("沙盒")
    await expect(page.get_by_role("textbox", name="消息或 / 命令")).to_have_count(1)


async def test_a_file_that_misses_its_place_does_not_replace_the_page(page: Page) -> None:
    stopped = await page.evaluate(
        """() => ["dragover", "drop"].map((kind) => {
            const event = new DragEvent(kind, { bubbles: true, cancelable: true });
            document.querySelector("nav").dispatchEvent(event);
            return event.defaultPrevented;
        })"""
    )
    assert stopped == [True, True]
