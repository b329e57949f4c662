"""The wall in a real browser: what a room reads on it, and what it says when the server is gone."""

import os
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Page, expect

from papers.qr_code import draw
from storage.engine import Database
from tests.harness.activities import School, open_school
from tests.harness.chromium import DESK, PHONE, looking_at
from tests.harness.databases import fresh_database
from tests.harness.presence import plan_with, shown
from tests.harness.scenes import add_person
from tests.harness.walls import ask_link, open_web_world, pages_served
from tests.harness.world import World, at, open_world
from web.server import listen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PROJECTOR = (1920, 1080)
MONDAY = at("2026-11-23 09:00")
COLLEAGUES = ("欧阳晓", "孙禾", "钱谷", "李桐", "赵一鸣", "周末")


async def open_meeting(world: World, language: str = "zh") -> tuple[School, str]:
    """Some have come to the study, one of them late; the link of a wall."""
    school = await open_school(world, language)
    now, branch = world.clock(), school.scene.units["branch"]
    people = {
        name: world.change(partial(add_person, name=name, unit=branch, now=now))
        for name in COLLEAGUES
    }
    card = await plan_with(school, "wall", language)
    await world.move_to(at("2026-11-27 14:52"))
    for name in COLLEAGUES[:4]:
        phone = world.give_phone(people[name], name)
        await world.say(phone, f"/start {shown(world).scan}")
        await world.tick(seconds=40)
    await world.move_to(at("2026-11-27 15:10:30"))
    await world.say(school.wang, f"/start {shown(world).scan}")
    return school, await ask_link(school, card, language)


async def take_picture(page: Page, name: str) -> None:
    """Only when somebody asks for pictures; they are looked at before they are kept."""
    if folder := os.environ.get("PICTURES_TO"):
        await page.mouse.move(0, 0)
        await page.screenshot(path=Path(folder) / f"{name}.png")


def squares(world: World) -> str:
    """What a phone must find on the screen now."""
    link = f"https://t.me/{world.muduo.username}?start={shown(world).scan}"
    return draw(link).path


@pytest.mark.parametrize(
    ("language", "size", "colours", "name"),
    [
        pytest.param("zh", PROJECTOR, "light", "wall", id="in Chinese, on a projector"),
        pytest.param("en", DESK, "dark", "wall-dark", id="in English, by night"),
        pytest.param("zh", PHONE, "light", "wall-phone", id="on a phone"),
    ],
)
async def test_a_room_sees_the_code_and_who_comes(
    tmp_path: Path,
    language: str,
    size: tuple[int, int],
    colours: Literal["light", "dark"],
    name: str,
) -> None:
    with fresh_database("sqlite", tmp_path) as database:
        async with open_web_world(database, start=MONDAY) as world:
            school, link = await open_meeting(world, language)
            async with looking_at(link, size=size, colours=colours) as page:
                await expect(page.locator("#digits")).to_have_text(shown(world).spoken)
                await expect(page.locator("#squares")).to_have_attribute("d", squares(world))
                await expect(page.locator("#present")).to_have_text("4")
                await expect(page.locator("#latest")).to_contain_text("欧阳○")
                await expect(page.locator("body")).not_to_contain_text("欧阳晓")
                chen = world.give_phone(school.scene.people["陈帆"], "陈帆")
                await world.say(chen, shown(world).spoken)
                await expect(page.locator("#present")).to_have_text("5")
                await expect(page.locator("#latest li").first).to_contain_text("○")
                await take_picture(page, name)
                wide = await page.evaluate("document.documentElement.scrollWidth")
                assert "#" not in page.url
                await world.tick(seconds=15)
                await expect(page.locator("#squares")).to_have_attribute("d", squares(world))
    assert wide == size[0]


async def test_a_used_link_says_so_and_the_opened_page_may_be_reloaded(database: Database) -> None:
    async with open_web_world(database, start=MONDAY) as world:
        _, link = await open_meeting(world)
        async with looking_at(link) as page:
            await expect(page.locator("#digits")).to_have_text(shown(world).spoken)
            await page.reload()
            await expect(page.locator("#digits")).to_have_text(shown(world).spoken)
        async with looking_at(link, besides="410") as page:
            await expect(page.locator("#notice")).to_contain_text("已用过")
            await expect(page.locator("main")).to_be_hidden()


async def test_it_is_read_aloud_and_worked_with_the_keyboard(database: Database) -> None:
    async with open_web_world(database, start=MONDAY) as world:
        _, link = await open_meeting(world)
        async with looking_at(link) as page:
            await expect(page.get_by_role("img", name="签到二维码")).to_be_visible()
            await expect(page.locator("#spoken")).to_have_text("应到9人，已到5人。")
            await page.keyboard.press("Tab")
            await page.keyboard.press("Enter")
            await expect(page.locator("#spoken")).to_have_text("5 of 9 have come.")
            await expect(page.locator("html")).to_have_attribute("lang", "en")
            await page.reload()
            await expect(page.get_by_role("heading", level=1)).to_have_text("Staff study")


async def test_without_the_server_it_says_so_shows_no_code_and_comes_back(
    database: Database,
) -> None:
    listener = listen("127.0.0.1", 0)
    port = listener.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    async with open_world(database, start=MONDAY, web_address=address) as world:
        _, link = await open_meeting(world)
        async with AsyncExitStack() as stack:
            async with pages_served(world, listener):
                page = await stack.enter_async_context(looking_at(link, besides="ERR_"))
                await expect(page.locator("#digits")).to_have_text(shown(world).spoken)
            await expect(page.locator("#notice")).to_contain_text("已断开")
            await expect(page.locator("#squares")).to_have_attribute("d", "")
            await expect(page.locator("#digits")).to_have_text("····")
            async with pages_served(world, listen("127.0.0.1", port)):
                await expect(page.locator("#squares")).to_have_attribute("d", squares(world))
                await expect(page.locator("#notice")).to_have_text("")
                await stack.aclose()
