"""The sandbox is driven from its own page alone, and from this machine alone."""

from itertools import product
from pathlib import Path

import httpx
import pytest

from sandbox.core import StandIn
from sandbox.server import create_app, listen
from tests.sandbox.running import SECRET

DOORS = [("GET", ""), ("GET", "control/state"), ("POST", "control/say"), ("POST", "control/time")]
STRANGERS = {
    "another page": {"origin": "http://evil.example"},
    "another port of this machine": {"origin": "http://127.0.0.1:9999"},
    "a sandboxed frame": {"origin": "null"},
    "a link on another page": {"sec-fetch-site": "cross-site"},
    "a page on a neighbouring name": {"sec-fetch-site": "same-site"},
    "a name that was made to point here": {"host": "rebound.example:8000"},
    "a name that begins like ours": {"host": "127.0.0.1.evil.example:8000"},
}


@pytest.mark.parametrize(("door", "stranger"), product(DOORS, STRANGERS), ids=lambda one: str(one))
async def test_a_hostile_page_that_knows_the_address_is_shut_out(
    http: httpx.AsyncClient, door: tuple[str, str], stranger: str
) -> None:
    method, path = door
    answer = await http.request(method, f"/{SECRET}/{path}", json={}, headers=STRANGERS[stranger])
    assert (answer.status_code, answer.text) == (404, "Not found\n")


@pytest.mark.parametrize("method", ["getMe", "setWebhook", "getUpdates", "sendMessage"])
@pytest.mark.parametrize("stranger", STRANGERS)
async def test_a_hostile_page_cannot_play_the_bot(
    http: httpx.AsyncClient, stand_in: StandIn, method: str, stranger: str
) -> None:
    """A form of plain text needs no preflight, and may well guess the token of a test."""
    headers = {"content-type": "text/plain", **STRANGERS[stranger]}
    answer = await http.post(f"/bot{stand_in.token}/{method}?url=http://x", headers=headers)
    assert (answer.status_code, stand_in.calls.total()) == (404, 0)


@pytest.mark.parametrize("path", ["%2e%2e/core.py", "..%2fcore.py", "js/%2e%2e/%2e%2e/core.py"])
async def test_no_way_leads_out_of_the_page(http: httpx.AsyncClient, path: str) -> None:
    assert (await http.get(f"/{SECRET}/{path}")).status_code == 404
    assert (await http.get(f"/{SECRET}/control/files/{path}")).status_code == 404


@pytest.mark.parametrize("door", DOORS)
async def test_who_does_not_know_the_secret_finds_nothing(
    http: httpx.AsyncClient, door: tuple[str, str]
) -> None:
    method, path = door
    answer = await http.request(method, f"/{SECRET[:-1]}x/{path}", json={})
    assert (answer.status_code, answer.text) == (404, "Not found\n")


async def test_a_form_of_another_page_cannot_post(http: httpx.AsyncClient) -> None:
    """A form sends no preflight, so it reaches us; its Origin gives it away."""
    form = {"content-type": "text/plain", "origin": "http://evil.example"}
    answer = await http.post(f"/{SECRET}/control/clear_faults", content="{}", headers=form)
    assert answer.status_code == 404


async def test_the_page_cannot_be_framed_or_read_by_others(http: httpx.AsyncClient) -> None:
    headers = (await http.get(f"/{SECRET}/")).headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


async def test_another_machine_is_shut_out(stand_in: StandIn) -> None:
    wire = httpx.ASGITransport(create_app(stand_in, secret=SECRET), client=("192.168.1.7", 5000))
    async with httpx.AsyncClient(transport=wire, base_url="http://127.0.0.1:8000") as client:
        assert (await client.get(f"/{SECRET}/")).status_code == 404


def test_it_listens_on_loopback_alone() -> None:
    with listen() as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


def test_the_page_asks_no_other_host_for_anything() -> None:
    page = Path(__file__).parents[2] / "sandbox/page"
    for path in (*page.rglob("*.js"), *page.rglob("*.css"), *page.rglob("*.html")):
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        for known in ("https://t.me/", "http://t.me/"):
            text = text.replace(known, "")
        assert "://" not in text.replace("tg://", ""), path.name
        assert [word for word in ("innerHTML", "eval(") if word in text] == [], path.name
