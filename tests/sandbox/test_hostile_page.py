"""A page of somebody else, open in the same real browser, with everything that it may know."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from playwright.async_api import Page, async_playwright

from sandbox.chats import Person
from sandbox.core import StandIn
from sandbox.faults import Fault
from tests.harness.chromium import CHROMIUM, need_chromium
from tests.sandbox.running import Address, serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ATTACK = """
async ([url, body]) => {
  const read = [];
  const note = (answer) => answer.text().then((text) => text && read.push(text));
  for (const mode of ["cors", "no-cors"]) {
    await fetch(url, { mode }).then(note).catch(() => {});
    await fetch(url, { mode, method: "POST", body }).then(note).catch(() => {});
  }
  navigator.sendBeacon(url, body);
  const loaded = (node) => new Promise((done) => {
    node.onload = node.onerror = done;
    document.body.append(node);
  });
  await loaded(Object.assign(document.createElement("script"), { src: url }));
  await loaded(Object.assign(document.createElement("img"), { src: url }));
  const frame = Object.assign(document.createElement("iframe"), { name: "target" });
  await loaded(frame);
  const form = document.createElement("form");
  Object.assign(form, { action: url, method: "POST", target: "target", enctype: "text/plain" });
  form.append(Object.assign(document.createElement("input"), { name: body, value: "" }));
  const answered = loaded(frame);
  form.submit();
  await answered;
  for (const Stream of [EventSource, WebSocket]) {
    const stream = new Stream(url);
    stream.onmessage = (event) => read.push(event.data);
    await new Promise((done) => { stream.onopen = stream.onerror = done; });
    stream.close();
  }
  return read;
}
"""


@pytest.fixture
def statuses() -> list[int]:
    """How each call on people's side was answered."""
    return []


@pytest.fixture
async def address(stand_in: StandIn, statuses: list[int]) -> AsyncIterator[Address]:
    async with serving(stand_in, statuses=statuses) as running:
        yield running


@pytest.fixture
async def hostile(address: Address) -> AsyncIterator[Page]:
    """Somebody else's page, on another name and another port of this machine."""

    async def show(request: web.Request) -> web.Response:
        return web.Response(text="<!doctype html><body>", content_type="text/html")

    application = web.Application()
    application.router.add_get("/{any:.*}", show)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    need_chromium()
    async with async_playwright() as tool:
        browser = await tool.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = await browser.new_page()
        await page.goto(f"http://localhost:{runner.addresses[0][1]}/")
        yield page
        await browser.close()
    await runner.cleanup()


@pytest.mark.parametrize("verb", ["add_person", "clear_faults", "state", "changes"])
async def test_it_cannot_drive_the_people(
    hostile: Page,
    address: Address,
    stand_in: StandIn,
    lin: Person,
    statuses: list[int],
    verb: str,
) -> None:
    fault = Fault(method="*", kind="429")
    stand_in.faults.add(fault)
    before = stand_in.world.revision
    read = await hostile.evaluate(ATTACK, [f"{address.page}control/{verb}", '{"name": "Mallory"}'])

    assert (read, stand_in.world.revision) == ([], before)
    assert stand_in.faults.waiting() == [(fault, 1)]
    assert set(statuses) == {404}


@pytest.mark.parametrize("method", ["setWebhook?url=http://127.0.0.1:9/", "getUpdates?offset=-1"])
async def test_it_cannot_play_the_bot(
    hostile: Page, address: Address, stand_in: StandIn, lin: Person, method: str
) -> None:
    read = await hostile.evaluate(ATTACK, [f"{address.root}/bot{stand_in.token}/{method}", "{}"])

    assert (read, stand_in.calls.total()) == ([], 0)
    assert len(stand_in.updates.pending()) == 1
