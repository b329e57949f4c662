"""The guided first two minutes, walked in a real browser against the real process."""

import os
import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Page, expect

from bot.sandbox_tour_steps import STEPS, Step
from tests.harness.chromium import DESK, PHONE, looking_at
from tests.harness.real_runs import Run, running

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
]


RETURNED = 5
# Those of the handbook, by language, width and step.
PICTURES = {
    ("zh", DESK[0], 2): "sandbox",
    ("en", DESK[0], RETURNED): "sandbox-dark",
    ("zh", PHONE[0], 2): "sandbox-phone",
}


async def address_of(run: Run) -> str:
    found = re.search(r"http://127\.0\.0\.1:\d+/\S+/$", await run.line("http"))
    assert found is not None
    return found.group()


async def walk(page: Page, number: int, step: Step) -> None:
    """Do what the ring points at, as a newcomer would, and go on."""
    for done in range(len(step.deeds)):
        await page.locator(f'[data-at="{number}.{done}"][aria-busy="false"]').wait_for()
        await page.locator(".pointed").click()
    await page.locator(".tour.done").wait_for()


async def take_picture(page: Page, language: str, width: int, step: int) -> None:
    """Only when somebody asks for pictures; they are looked at before they are kept."""
    name = PICTURES.get((language, width, step))
    if name and (folder := os.environ.get("PICTURES_TO")):
        await page.mouse.move(0, 0)
        await expect(page.locator(".toast")).to_have_count(0)
        if step == RETURNED:
            # The author hears of it a moment after the reviewer is answered.
            await expect(page.locator(".pane").last).to_contain_text("with whom")
        await page.screenshot(path=Path(folder) / f"{name}.png")


@pytest.mark.parametrize(
    ("language", "locale", "size", "colours"),
    [
        pytest.param("zh", "zh-CN", DESK, "light", id="in Chinese, by day"),
        pytest.param("en", "en-GB", DESK, "dark", id="in English, by night"),
        pytest.param("zh", "zh-CN", PHONE, "light", id="on a phone"),
    ],
)
async def test_a_newcomer_is_guided_through_six_steps(
    tmp_path: Path,
    language: str,
    locale: str,
    size: tuple[int, int],
    colours: Literal["light", "dark"],
) -> None:
    async with running(tmp_path, "sandbox", sandbox_port=0, language=language) as run:
        address = await address_of(run)
        async with looking_at(address, size=size, locale=locale, colours=colours) as page:
            await page.locator('[data-at="0.0"] .main').click()
            for number, step in enumerate(STEPS, start=1):
                await walk(page, number, step)
                await take_picture(page, language, size[0], number)
                await page.locator(".tour .main").click()
            await expect(page.locator(".tour")).to_have_attribute("data-at", "7.0")
            wide = await page.evaluate("document.documentElement.scrollWidth")
        code, errors = await run.stop()

    assert (wide, code, errors) == (size[0], 0, "")
