"""A forum on the page: topics are made and written into, and a group goes for good."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from sandbox.chats import Chat, Person
from sandbox.core import StandIn
from tests.harness.chromium import looking_at
from tests.sandbox.running import serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def forum(stand_in: StandIn, lin: Person) -> Chat:
    made = stand_in.groups.add_group("学区", [lin], supergroup=True)
    stand_in.groups.add_bot_to_group(made, lin, administrator=True)
    stand_in.groups.add_topic(made, lin, "公告")
    stand_in.updates.clear()
    return made


@pytest.fixture
async def page(stand_in: StandIn, forum: Chat) -> AsyncIterator[Page]:
    async with serving(stand_in) as address, looking_at(address.page) as page:
        await page.locator(f'[data-entry="{forum.id}"] .chat').click()
        await expect(page.locator(f'.pane[data-chat="{forum.id}"]')).to_be_visible()
        yield page


async def test_words_go_into_the_topic_that_is_chosen(
    page: Page, stand_in: StandIn, forum: Chat
) -> None:
    pane = page.locator(f'.pane[data-chat="{forum.id}"]')
    await pane.get_by_role("button", name="更多").click()
    await pane.get_by_role("menuitem", name="新话题").click()
    await page.get_by_role("textbox", name="新话题").fill("学习")
    await page.get_by_role("button", name="添加").click()

    await pane.get_by_label("话题").select_option("学习")
    await pane.get_by_role("textbox").fill("大家早")
    await pane.get_by_role("button", name="发送", exact=True).click()
    await expect(pane.locator(".mine .topic")).to_have_text("# 学习")

    (thread,) = [key for key, topic in forum.topics.items() if topic.name == "学习"]
    assert [one.thread_id for one in stand_in.messages(forum.id) if one.text] == [thread]


async def test_a_group_that_is_deleted_takes_no_more_words(page: Page, forum: Chat) -> None:
    pane = page.locator(f'.pane[data-chat="{forum.id}"]')
    await pane.get_by_role("button", name="更多").click()
    await pane.get_by_role("menuitem", name="解散群").click()
    await page.get_by_role("button", name="是", exact=True).click()

    await expect(pane.locator(".pane-title span")).to_have_text("群已解散")
    await expect(pane.locator(".composer")).to_be_hidden()
    assert forum.deleted
