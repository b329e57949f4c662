"""What was sent on which day: the figures behind the timeline and the calendar."""

import httpx

from sandbox.chats import Person
from sandbox.core import StandIn
from tests.fakes.clock import FakeClock
from tests.sandbox.conftest import Asker
from tests.sandbox.running import SECRET

# A quarter to midnight in Shanghai is still the same day in London.
LATE = {"hours": 14, "minutes": 45}


async def view(http: httpx.AsyncClient, name: str, **query: str) -> object:
    answer = await http.get(f"/{SECRET}/control/{name}", params={"zone": "Asia/Shanghai", **query})
    return answer.raise_for_status().json()


async def test_days_are_those_of_the_organisation(
    http: httpx.AsyncClient, ask: Asker, clock: FakeClock, lin: Person
) -> None:
    await ask("sendMessage", chat_id=lin.id, text="早")
    clock.advance(**LATE)
    await ask("sendMessage", chat_id=lin.id, text="晚")
    clock.advance(minutes=30)
    sent = await ask("sendMessage", chat_id=lin.id, text="夜")
    await ask("deleteMessage", chat_id=lin.id, message_id=sent["result"]["message_id"])
    await ask("sendMessage", chat_id=lin.id, text="又一天")

    assert await view(http, "days") == [
        {"day": "2026-03-02", "sent": 2, "chats": 1},
        {"day": "2026-03-03", "sent": 1, "chats": 1},
    ]


async def test_a_day_tells_its_messages_in_order(
    http: httpx.AsyncClient, ask: Asker, stand_in: StandIn, clock: FakeClock, lin: Person
) -> None:
    zhou = stand_in.people.add_person("周敏")
    stand_in.people.start(zhou)
    await ask("sendMessage", chat_id=zhou.id, text="一")
    clock.advance(hours=1)
    await ask("sendMessage", chat_id=lin.id, text="二")
    shown = await view(http, "sent", day="2026-03-02")

    assert isinstance(shown, list)
    assert [(one["title"], one["words"]) for one in shown] == [("周敏", "一"), ("林小满", "二")]


async def test_a_year_shows_what_came_not_what_became_of_it(
    http: httpx.AsyncClient, ask: Asker, lin: Person
) -> None:
    sent = await ask("sendMessage", chat_id=lin.id, text="还有3天")
    message_id = sent["result"]["message_id"]
    await ask("editMessageText", chat_id=lin.id, message_id=message_id, text="已完成")
    await ask("editMessageText", chat_id=lin.id, message_id=message_id, text="完成")

    assert await view(http, "heard", since="2026-03-01") == [
        {"chat": lin.id, "title": "林小满", "days": {"2026-03-02": ["还有3天"]}}
    ]
    assert await view(http, "heard", since="2026-03-03") == [
        {"chat": lin.id, "title": "林小满", "days": {}}
    ]
