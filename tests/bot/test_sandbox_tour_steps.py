"""The steps of the tour by bare calls: scenes are set, and what is asked for can be done."""

from pathlib import Path
from typing import Any

import pytest

from bot.sandbox_tour_steps import STEPS
from tests.bot.test_sandbox_run import Page, open_page
from tests.harness.real_runs import running

pytestmark = pytest.mark.xdist_group("processes")


async def do(page: Page, deed: dict[str, Any]) -> None:
    """As a newcomer would, and wait until the bot has said what it says."""
    if "clock" in deed:
        await page.act("time", next_event=True)
    elif "say" in deed:
        await page.answer_to(deed["person"], deed["say"])
    else:
        message_id, label = await find_button(page, deed["person"], deed["press"])
        pressed = await page.act(
            "press", person=deed["person"], message_id=message_id, button=label
        )
        await answered(page, pressed["query_id"])


async def find_button(page: Page, person: int, label: str) -> tuple[int, str]:
    """The newest one whose label holds the words; waits until there is one."""
    revision = 0
    while True:
        for message in reversed(await page.show(f"messages?chat={person}")):
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if label in button["text"]:
                        return message["message_id"], button["text"]
        revision = (await page.show(f"changes?since={revision}"))["revision"]


async def answered(page: Page, query_id: str) -> None:
    revision = 0
    while not (await page.show(f"answer?query_id={query_id}"))["answered"]:
        revision = (await page.show(f"changes?since={revision}"))["revision"]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_step_can_be_done(tmp_path: Path, language: str) -> None:
    async with running(tmp_path, "sandbox", sandbox_port=0, language=language) as run:
        page = await open_page(run)
        for number, step in enumerate(await page.show("tour")):
            await page.act("prepare_step", step=number)
            for deed in step["deeds"]:
                await do(page, deed)
        administrator = step["deeds"][-1]["person"]
        said = [one["text"] for one in await page.show(f"messages?chat={administrator}")]
        code, errors = await run.stop()

    assert (number + 1, code, errors) == (len(STEPS), 0, "")
    assert ("安全自查" if language == "zh" else "Safety check") in said[-1]
