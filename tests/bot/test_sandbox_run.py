"""The sandbox as a newcomer meets it: one command, one address, a clock that can be moved."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.demo_organisation import phones
from bot.exits import Exit
from sandbox.core import SANDBOX_TOKEN
from tests.harness.real_runs import PATIENCE, Run, running

pytestmark = pytest.mark.xdist_group("processes")

ADMIN = 5_000_000_005


class Page:
    """The sandbox's page, as its buttons use it."""

    def __init__(self, line: str) -> None:
        found = re.search(r"http://127\.0\.0\.1:\d+/\S+/$", line)
        assert found, f"no address in {line!r}"
        self._client = httpx.AsyncClient(base_url=found.group() + "control/", timeout=PATIENCE)

    async def show(self, what: str) -> Any:
        return (await self._client.get(what)).raise_for_status().json()

    async def act(self, verb: str, **body: object) -> Any:
        return (await self._client.post(verb, json=body)).raise_for_status().json()

    async def refusal(self, verb: str, **body: object) -> str:
        """What the sandbox says to something that it does not do."""
        answer = await self._client.post(verb, json=body)
        assert answer.status_code == 400, answer.text
        return str(answer.json()["error"])

    async def play_the_bot(self, token: str) -> Any:
        """What the bot's side of the sandbox answers to somebody with this token."""
        return (await self._client.get(self._client.base_url.join(f"/bot{token}/getMe"))).json()

    async def load(self, what: str) -> bytes:
        return (await self._client.get(what)).raise_for_status().content

    async def answer_to(self, person: int, text: str) -> str:
        """Say something and wait for what the bot says next."""
        said = await self.act("say", person=person, text=text)
        revision = 0
        while True:
            for message in await self.show(f"messages?chat={person}"):
                if message["from"]["is_bot"] and message["message_id"] > said["message_id"]:
                    return str(message["text"])
            changes = await self.show(f"changes?since={revision}")
            revision = changes["revision"]


async def open_page(run: Run) -> Page:
    return Page(await run.line("http"))


async def test_a_newcomer_opens_one_address_and_is_answered(tmp_path: Path) -> None:
    async with running(tmp_path, sandbox_port=0) as run:
        page = await open_page(run)
        state = await page.show("state")
        answer = await page.answer_to(ADMIN, "/help")
        code, errors = await run.stop()

    assert [person["started"] for person in state["people"]] == [True] * len(phones())
    assert "/todo" in answer
    assert (code, errors) == (Exit.FINE, "")


async def test_nobody_knows_the_token_of_its_bot(tmp_path: Path) -> None:
    async with running(tmp_path, sandbox_port=0) as run:
        page = await open_page(run)
        guessed = await page.play_the_bot(SANDBOX_TOKEN)

    assert guessed == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_a_sandbox_is_found_again_as_it_was_left(tmp_path: Path) -> None:
    async with running(tmp_path, "sandbox", sandbox_port=0) as run:
        page = await open_page(run)
        answer = await page.answer_to(ADMIN, "/help")
        left_at = (await page.act("time", seconds=40 * 86_400))["now"]
        await run.stop()
    async with running(tmp_path, "sandbox", sandbox_port=0) as run:
        page = await open_page(run)
        shown = await page.show(f"messages?chat={ADMIN}")
        found_at = (await page.show("time"))["now"]
        again = await page.answer_to(ADMIN, "/help")

    assert answer in [message["text"] for message in shown]
    assert (again, found_at > left_at) == (answer, True)


async def test_a_fresh_sandbox_has_forgotten_everything(tmp_path: Path) -> None:
    async with running(tmp_path, "sandbox", sandbox_port=0) as run:
        page = await open_page(run)
        await page.answer_to(ADMIN, "/help")
        await run.stop()
    async with running(tmp_path, "sandbox", "--fresh", sandbox_port=0) as run:
        page = await open_page(run)
        shown = await page.show(f"messages?chat={ADMIN}")

    assert shown == []


async def test_a_moment_is_gone_back_to_as_if_nothing_had_happened_since(tmp_path: Path) -> None:
    async with running(tmp_path, "sandbox", sandbox_port=0) as run:
        page = await open_page(run)
        moment = await page.act("keep_moment", label="早")
        answer = await page.answer_to(ADMIN, "/help")
        await page.act("time", seconds=20 * 86_400)
        told = await page.show("days?zone=Asia/Shanghai")
        back = await page.act("go_back", name=moment["name"])
        shown = await page.show(f"messages?chat={ADMIN}")
        again = await page.answer_to(ADMIN, "/help")
        await page.act("time", seconds=20 * 86_400)
        told_again = await page.show("days?zone=Asia/Shanghai")
        code, errors = await run.stop()

    assert (back["now"][:16], shown) == (moment["at"][:16], [])
    assert (again, told_again) == (answer, told)
    assert (code, errors) == (Exit.FINE, "")
