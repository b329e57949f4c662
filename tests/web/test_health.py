"""The health page: 200 or 503, ages and counts, and nothing about anybody."""

import httpx
import pytest

from domain.health import Vitals
from web.health import create_app

AGES = {"poll": 1.04, "tick": 2.0, "commit": 2.0, "send": None}


async def ask(vitals: Vitals, method: str = "GET") -> httpx.Response:
    async def look() -> Vitals:
        return vitals

    transport = httpx.ASGITransport(app=create_app(look))
    async with httpx.AsyncClient(transport=transport, base_url="http://muduo") as client:
        return await client.request(method, "/healthz")


async def test_a_well_bot_answers_200_with_ages() -> None:
    answer = await ask(Vitals(ages=AGES, bot_id=4_000_000_001, in_flight_limit=4))

    assert answer.status_code == 200
    assert answer.json() == {
        "ok": True,
        "complaints": [],
        "ages": {"poll": 1.0, "tick": 2.0, "commit": 2.0, "send": None},
        "oldest_inbox": 0.0,
        "oldest_outbox": 0.0,
        "clock_held": None,
        "poll_trouble": None,
        "in_flight_limit": 4,
        "pauses": 0,
        "bot_id": 4_000_000_001,
        "silent": [],
    }


async def test_an_unwell_bot_answers_503_and_says_why() -> None:
    answer = await ask(Vitals(ages=AGES | {"poll": 100.0}))

    assert (answer.status_code, answer.json()["complaints"]) == (503, ["last poll 100 s ago"])


async def test_no_cache_keeps_an_old_answer() -> None:
    answer = await ask(Vitals(ages=AGES))

    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
async def test_the_page_only_answers_questions(method: str) -> None:
    assert (await ask(Vitals(ages=AGES), method)).status_code == 405
