"""Several people side by side, and the things that only a keyboard or a group asks for."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, expect
from telegram import Bot, BotCommand, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from sandbox.chats import Chat, Person
from sandbox.core import StandIn
from tests.harness.chromium import looking_at
from tests.sandbox.running import serving

CODE = Path(__file__).parents[1] / "data/personal-link-qr.png"
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def zhou(stand_in: StandIn) -> Person:
    person = stand_in.people.add_person("周敏 · 书记")
    stand_in.people.start(person)
    return person


@pytest.fixture
def group(stand_in: StandIn, lin: Person, zhou: Person) -> Chat:
    made = stand_in.groups.add_group("第一支部", [lin, zhou])
    stand_in.groups.add_bot_to_group(made, lin)
    return made


@pytest.fixture
async def page(stand_in: StandIn, group: Chat) -> AsyncIterator[Page]:
    async with serving(stand_in) as address, looking_at(address.page) as page:
        await expect(page.locator(".pane")).to_have_count(2)
        yield page


def pane(page: Page, chat: int) -> str:
    return f'.pane[data-chat="{chat}"]'


async def test_cause_and_effect_are_seen_at_once(
    page: Page, bot: Bot, lin: Person, zhou: Person
) -> None:
    await bot.send_message(lin.id, "青石小学：已签到 1 人")
    await bot.send_message(zhou.id, "下级情况")

    await expect(page.locator(f"{pane(page, lin.id)} .theirs")).to_contain_text("已签到 1 人")
    await expect(page.locator(f"{pane(page, zhou.id)} .theirs")).to_contain_text("下级情况")
    await expect(page.locator(".unread")).to_have_count(0)


async def test_what_nobody_looks_at_is_marked_unread(page: Page, bot: Bot, group: Chat) -> None:
    await bot.send_message(group.id, "本周学习")
    entry = page.locator(f'[data-entry="{group.id}"]')
    await expect(entry.locator(".unread")).to_have_text("1")
    await entry.locator(".chat").click()
    await expect(page.locator(f"{pane(page, group.id)} .theirs")).to_contain_text("本周学习")
    await expect(entry.locator(".unread")).to_have_count(0)


async def test_a_group_speaks_with_the_voice_that_is_chosen(
    page: Page, stand_in: StandIn, group: Chat, zhou: Person
) -> None:
    await page.locator(f'[data-entry="{group.id}"] .chat').click()
    shown = page.locator(pane(page, group.id))
    await shown.get_by_label("以谁的身份发言").select_option(str(zhou.id))
    await shown.get_by_placeholder("消息或 / 命令").fill("大家好")
    await page.keyboard.press("Enter")

    await expect(shown.locator(".mine .words")).to_have_text("大家好")
    (said,) = [one for one in stand_in.messages(group.id) if one.text]
    assert said.sender_id == zhou.id


async def test_a_slash_opens_the_menu_and_arrows_choose(
    page: Page, bot: Bot, stand_in: StandIn, lin: Person
) -> None:
    await bot.set_my_commands([BotCommand("todo", "我的待办"), BotCommand("help", "帮助")])
    box = page.locator(f"{pane(page, lin.id)} textarea")
    await box.press_sequentially("/")
    await expect(page.get_by_role("option")).to_have_count(2)
    await box.press("ArrowDown")
    await expect(page.get_by_role("option", selected=True)).to_contain_text("/todo")
    await box.press("Enter")

    await expect(page.locator(f"{pane(page, lin.id)} .mine").last).to_contain_text("/todo")


async def test_a_reply_that_was_asked_for_is_a_reply(
    page: Page, bot: Bot, stand_in: StandIn, lin: Person
) -> None:
    asked = await bot.send_message(
        lin.id, "请说明原因", reply_markup=ForceReply(input_field_placeholder="例如：出差")
    )
    shown = page.locator(pane(page, lin.id))
    await expect(shown.locator(".replying")).to_contain_text("请说明原因")
    await shown.get_by_placeholder("例如：出差").fill("出差")
    await page.keyboard.press("Enter")

    await expect(shown.locator(".mine .quote")).to_contain_text("请说明原因")
    assert stand_in.messages(lin.id)[-1].reply_to == asked.message_id


async def test_a_closed_pane_is_found_in_the_list(page: Page, lin: Person) -> None:
    await page.locator(pane(page, lin.id)).get_by_role("button", name="关闭").click()
    await expect(page.locator(".pane")).to_have_count(1)
    await page.locator(f'[data-entry="{lin.id}"] .chat').click()
    await expect(page.locator(".pane.focused")).to_have_attribute("data-chat", str(lin.id))


async def test_a_code_in_a_picture_opens_when_it_is_pressed(
    page: Page, bot: Bot, stand_in: StandIn, lin: Person
) -> None:
    await bot.send_photo(lin.id, CODE.read_bytes(), caption="王渡的个人链接")
    shown = page.locator(pane(page, lin.id))
    await shown.get_by_role("button", name="打开图片").click()
    await page.get_by_role("button", name="打开", exact=True).click()

    await expect(shown.locator(".mine").last).to_contain_text("/start Ab3-_xYz0123456789QrSt")


async def test_a_link_takes_the_bot_into_a_group_that_is_chosen(
    page: Page, bot: Bot, stand_in: StandIn, lin: Person, group: Chat
) -> None:
    link = f"https://t.me/{bot.username}?startgroup=join-7"
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("绑定", url=link)]])
    await bot.send_message(lin.id, "绑定群", reply_markup=keyboard)
    await page.locator(pane(page, lin.id)).get_by_role("button", name="绑定").click()
    await page.get_by_role("combobox", name="把机器人加到哪个群？").select_option("第一支部")
    await page.get_by_role("button", name="打开", exact=True).click()

    said = page.locator(f"{pane(page, group.id)} .mine .words")
    await expect(said).to_have_text(f"/start@{bot.username} join-7")


async def test_who_blocks_the_bot_is_seen_to_and_comes_back(
    page: Page, stand_in: StandIn, lin: Person
) -> None:
    shown = page.locator(pane(page, lin.id))
    await shown.get_by_role("button", name="更多").click()
    await page.get_by_role("menuitem", name="屏蔽机器人").click()
    await expect(shown.locator(".pane-title")).to_contain_text("已屏蔽机器人")
    await shown.get_by_role("button", name="解除屏蔽并开始").click()
    await expect(shown.locator(".mine").last).to_contain_text("/start")

    assert not lin.blocked


async def test_a_fault_is_set_and_taken_back(page: Page, stand_in: StandIn) -> None:
    await page.get_by_role("button", name="让 Telegram 出错").click()
    await page.get_by_role("button", name="太频繁").click()
    await expect(page.get_by_text("还有 3 次故障会发生")).to_be_visible()
    await page.get_by_role("button", name="停止故障").click()
    await expect(page.get_by_text("现在一切正常")).to_be_visible()

    assert stand_in.faults.waiting() == []


async def test_everything_that_can_be_pressed_has_a_name(page: Page) -> None:
    nameless = await page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, textarea")]
            .filter((one) => !one.hasAttribute("aria-hidden"))
            .filter((one) => one.checkVisibility())
            .filter((one) => !(one.getAttribute("aria-label") || one.textContent.trim()))
            .map((one) => one.outerHTML)"""
    )
    assert nameless == []
