"""The control interface drives the people, and opens to nobody else."""

import re
from base64 import b64encode
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from sandbox.chats import Person
from sandbox.clock import MovableClock
from sandbox.core import StandIn
from sandbox.server import create_app
from tests.fakes.clock import A_MONDAY_MORNING
from tests.sandbox.conftest import Asker
from tests.sandbox.running import SECRET

HOME = f"/{SECRET}/control/"
DONE = {"inline_keyboard": [[{"text": "完成", "callback_data": "done"}]]}


async def post(http: httpx.AsyncClient, verb: str, **body: Any) -> Any:
    answer = await http.post(HOME + verb, json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_conversation_through_the_control_interface(
    http: httpx.AsyncClient, ask: Asker
) -> None:
    person = (await post(http, "add_person", name="陈远", language_code="en"))["person"]
    await post(http, "start", person=person, payload="join-7")
    sent = await ask("sendMessage", chat_id=person, text="交报告", reply_markup=DONE)
    message_id = sent["result"]["message_id"]
    pressed = await post(http, "press", person=person, message_id=message_id, button="完成")
    query = {"query_id": pressed["query_id"]}
    before = (await http.get(HOME + "answer", params=query)).json()
    await ask("answerCallbackQuery", callback_query_id=pressed["query_id"], text="好")
    after = (await http.get(HOME + "answer", params=query)).json()
    await post(http, "send_document", person=person, name="a.txt", content=b64encode(b"x").decode())

    messages = (await http.get(HOME + "messages", params={"chat": person})).json()
    assert [one.get("text") for one in messages] == ["/start join-7", "交报告", None]
    assert before == {"answered": False}
    assert after == {"answered": True, "text": "好", "show_alert": False}
    file_id = messages[2]["document"]["file_id"]
    file = await http.get(HOME + f"files/{file_id}")
    assert (file.content, file.headers["content-disposition"]) == (b"x", "attachment")
    journal = (await http.get(HOME + "journal")).json()
    assert [entry["method"] for entry in journal["entries"]] == [
        "sendMessage",
        "answerCallbackQuery",
    ]


@pytest.mark.parametrize(
    ("verb", "body", "error"),
    [
        ("say", {"person": 7, "text": "早"}, "there is no person 7"),
        ("say", {"text": "早"}, "'person'"),
        ("add_fault", {"method": "*", "kind": "fire"}, "unknown kind of fault: fire"),
        ("upgrade_group", {"group": 7, "by": 7}, "there is no chat 7"),
    ],
)
async def test_a_wrong_order_says_what_is_wrong(
    http: httpx.AsyncClient, verb: str, body: dict[str, Any], error: str
) -> None:
    answer = await http.post(HOME + verb, json=body)
    assert (answer.status_code, answer.json()) == (400, {"error": error})


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "rebound.example:8000"},
        {"Host": "127.0.0.1.example"},
        {"Origin": "http://hostile.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["", "control/state"])
async def test_a_foreign_page_is_shut_out(
    http: httpx.AsyncClient, headers: dict[str, str], path: str
) -> None:
    assert (await http.get(f"/{SECRET}/{path}", headers=headers)).status_code == 404


async def test_the_secret_opens_by_path_or_by_header(http: httpx.AsyncClient) -> None:
    assert (await http.get("/a-wrong-secret-word/control/state")).status_code == 404
    assert (await http.get("/control/state")).status_code == 404
    assert (await http.get("/秘密/control/state")).status_code == 404
    header = {"X-Sandbox-Secret": SECRET, "Origin": "http://127.0.0.1:8000"}
    assert (await http.get("/control/state", headers=header)).status_code == 200


async def test_only_this_machine_gets_in(stand_in: StandIn) -> None:
    wire = httpx.ASGITransport(create_app(stand_in, secret=SECRET), client=("192.0.2.7", 4000))
    async with httpx.AsyncClient(transport=wire, base_url="http://127.0.0.1:8000") as client:
        assert (await client.get(HOME + "state")).status_code == 404


async def test_the_page_may_load_nothing_from_elsewhere(http: httpx.AsyncClient) -> None:
    page = await http.get(f"/{SECRET}/")
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert "://" not in page.text
    for name in re.findall(r'(?:src|href)="([\w./-]+)"', page.text):
        assert (await http.get(f"/{SECRET}/{name}")).status_code == 200
    assert (await http.get(f"/{SECRET}/%2e%2e/core.py")).status_code == 404


async def test_time_moves_only_forward() -> None:
    machine = MovableClock(A_MONDAY_MORNING)
    app = create_app(StandIn(now=machine), time_machine=machine, secret=SECRET)
    wire = httpx.ASGITransport(app, client=("127.0.0.1", 40000))
    async with httpx.AsyncClient(transport=wire, base_url="http://127.0.0.1:8000") as client:
        moved = await client.post(HOME + "time", json={"seconds": 3600})
        assert moved.json()["now"] == "2026-03-02T02:00:00+00:00"
        back = await client.post(HOME + "time", json={"to": "2026-03-02T01:00:00+00:00"})
        assert back.json() == {"error": "the clock only moves forward"}
        nothing = await client.post(HOME + "time", json={"next_event": True})
        assert nothing.json() == {"error": "nothing is planned"}


class _QuietHours(MovableClock):
    """Has an event every hour; the bot speaks at the third."""

    stand_in: StandIn

    async def next_event(self) -> datetime:
        return self() + timedelta(hours=1)

    async def move_to(self, instant: datetime) -> None:
        await super().move_to(instant)
        if instant == A_MONDAY_MORNING + timedelta(hours=3):
            self.stand_in.calls["sendMessage"] += 1


async def test_the_next_event_is_one_at_which_somebody_hears_something() -> None:
    machine = _QuietHours(A_MONDAY_MORNING, zone="Asia/Shanghai")
    machine.stand_in = StandIn(now=machine)
    app = create_app(machine.stand_in, time_machine=machine, secret=SECRET)
    wire = httpx.ASGITransport(app, client=("127.0.0.1", 40000))
    async with httpx.AsyncClient(transport=wire, base_url="http://127.0.0.1:8000") as client:
        moved = (await client.post(HOME + "time", json={"next_event": True})).json()
        assert datetime.fromisoformat(moved["now"]) == A_MONDAY_MORNING + timedelta(hours=3)
        assert moved["zone"] == "Asia/Shanghai"


async def test_without_a_time_machine_the_clock_stays(http: httpx.AsyncClient) -> None:
    assert (await http.get(HOME + "time")).json()["movable"] is False
    assert (await http.post(HOME + "time", json={"seconds": 60})).status_code == 409


async def test_a_watcher_hears_of_a_change(
    http: httpx.AsyncClient, stand_in: StandIn, lin: Person
) -> None:
    since = stand_in.world.revision
    stand_in.people.say(lin, "早")
    answer = await http.get(HOME + "changes", params={"since": since})
    assert answer.json() == {"revision": since + 1}
