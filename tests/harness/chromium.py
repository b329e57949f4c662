"""A real Chromium that looks at the sandbox's page, and complains of every complaint there."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Page, async_playwright, expect

CHROMIUM = Path("/usr/bin/chromium")
PATIENCE_MILLISECONDS = 60_000
PHONE = (360, 700)
DESK = (1440, 860)


def need_chromium() -> None:
    """Skip without a browser; in CI that is a failure."""
    if CHROMIUM.exists():
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{CHROMIUM} is missing, so nobody looked at the page")
    pytest.skip(f"NOT LOOKED AT: the chat page, because {CHROMIUM} is missing")


@asynccontextmanager
async def looking_at(
    address: str,
    *,
    size: tuple[int, int] = DESK,
    locale: str = "zh-CN",
    colours: Literal["light", "dark"] = "light",
    besides: str = "",
) -> AsyncIterator[Page]:
    """The page in a browser of its own; nothing may go to its console `besides` what is named."""
    need_chromium()
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    async with async_playwright() as tool:
        browser = await tool.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = await browser.new_page(
            locale=locale, viewport={"width": size[0], "height": size[1]}, color_scheme=colours
        )
        page.set_default_timeout(PATIENCE_MILLISECONDS)
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(error.stack or str(error)))
        page.on("console", lambda line: problems.append(f"{line.text} {line.location}"))
        await page.goto(address)
        yield page
        await browser.close()
        unforeseen = [one for one in problems if not besides or besides not in one]
        assert unforeseen == []
