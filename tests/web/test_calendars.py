"""A calendar to subscribe to: who reads it, what stands in it, and how often it is given."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from icalendar import Calendar

from sandbox.chats import Person
from storage.engine import Database
from tests.harness.activities import School, open_school
from tests.harness.scenes import leave
from tests.harness.walls import open_web_world
from tests.harness.world import World, at
from web.pace import Pace
from web.page_files import HEADERS

MORE = {"zh": "🔗 我的日历", "en": "🔗 My calendar"}
MAKE = {"zh": "🔗 建立地址", "en": "🔗 Make an address"}
RENEW = {"zh": "🔄 新地址", "en": "🔄 New address"}
FILE = {"zh": "📅 日历", "en": "📅 Calendar"}


@pytest.fixture
async def web(database: Database) -> AsyncIterator[World]:
    async with open_web_world(database, start=at("2026-11-23 09:00")) as world:
        yield world


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(timeout=60) as reader:
        yield reader


def address_in(world: World, phone: Person) -> str:
    """The address that the last message tells."""
    [url] = [line for line in world.last(phone).text.splitlines() if line.startswith("http")]
    return url


async def subscribe(school: School, language: str = "zh") -> str:
    """Wang makes an address from the file of an activity."""
    world = school.world
    await world.press(school.wang, FILE[language])
    await world.press(school.wang, MORE[language])
    await world.press(school.wang, MAKE[language])
    return address_in(world, school.wang)


def titles(answer: httpx.Response) -> list[str]:
    """What stands in the calendar."""
    assert answer.status_code == 200
    return sorted(str(one["SUMMARY"]) for one in events(answer))


def events(answer: httpx.Response) -> list[Any]:
    """Its events; the library's types leave open of what kind a value is."""
    calendar: Any = Calendar.from_ical(answer.content)
    return list(calendar.walk("VEVENT"))


@pytest.mark.parametrize(
    ("language", "shown"), [("zh", ["教职工政治学习"]), ("en", ["Staff study"])]
)
async def test_an_address_shows_ones_own_activities(
    web: World, client: httpx.AsyncClient, language: str, shown: list[str]
) -> None:
    school = await open_school(web, language)
    await school.plan(language)
    answer = await client.get(await subscribe(school, language))
    assert titles(answer) == shown
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    for name, value in HEADERS.items():
        assert name == "Cache-Control" or answer.headers[name] == value


async def test_the_officer_sees_what_the_unit_owes_and_the_member_does_not(
    web: World, client: httpx.AsyncClient
) -> None:
    school = await open_school(web)
    await school.plan()
    mine = titles(await client.get(await subscribe(school)))
    await web.press(school.lin, FILE["zh"])
    await web.press(school.lin, MORE["zh"])
    await web.press(school.lin, MAKE["zh"])
    theirs = titles(await client.get(address_in(web, school.lin)))
    assert mine == ["教职工政治学习"]
    assert theirs == ["截止：教职工政治学习", "教职工政治学习"]


async def test_a_calendar_that_is_the_same_is_not_sent_again(
    web: World, client: httpx.AsyncClient
) -> None:
    school = await open_school(web)
    card = await school.plan()
    url = await subscribe(school)
    first = await client.get(url)
    tag, since = first.headers["etag"], first.headers["last-modified"]
    web.clock.advance(hours=2)
    for known in ({"If-None-Match": tag}, {"If-Modified-Since": since}):
        again = await client.get(url, headers=known)
        assert (again.status_code, again.content) == (304, b"")
    await web.press(school.lin, "🚫 取消", message=card)
    await web.press(school.lin, "是", message=card)
    for known in ({"If-None-Match": tag}, {"If-Modified-Since": since}):
        assert (await client.get(url, headers=known)).status_code == 200
    [event] = events(await client.get(url))
    assert event["STATUS"] == "CANCELLED"


async def test_a_new_address_ends_the_old_one_and_none_ends_both(
    web: World, client: httpx.AsyncClient
) -> None:
    school = await open_school(web)
    await school.plan()
    old = await subscribe(school)
    await web.press(school.wang, RENEW["zh"])
    new = address_in(web, school.wang)
    assert (await client.get(old)).status_code == 404
    assert (await client.get(new)).status_code == 200
    await web.press(school.wang, "🗑 停用地址")
    assert (await client.get(new)).status_code == 404


async def test_who_has_left_and_what_is_no_address_look_the_same(
    web: World, client: httpx.AsyncClient
) -> None:
    school = await open_school(web)
    await school.plan()
    url = await subscribe(school)
    now = web.clock()
    web.change(lambda s: leave(s, school.scene.people["王渡"], now=now))
    base = url.rsplit("/", 1)[0]
    for path in (url, f"{base}/{'A' * 22}.ics", f"{base}/x.ics", f"{base}/{'A' * 4000}.ics"):
        answer = await client.get(path)
        assert (answer.status_code, answer.content) == (404, b"")


async def test_who_asks_without_end_is_told_to_wait(web: World, client: httpx.AsyncClient) -> None:
    school = await open_school(web)
    await school.plan()
    url = await subscribe(school)
    answers = [(await client.get(url)).status_code for _ in range(31)]
    assert answers == [200] * 30 + [429]
    web.clock.advance(hours=1)
    assert (await client.get(url)).status_code == 200


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_file_of_an_activity_needs_no_address(world: World, language: str) -> None:
    school = await open_school(world, language)
    await school.plan(language)
    await world.press(school.wang, FILE[language])
    sent = world.last(school.wang)
    assert sent.document is not None
    toast = await world.press(school.wang, MORE[language])
    assert "MUDUO_PUBLIC_URL" in toast


def test_the_pace_forgets_by_the_hour_and_never_grows_without_end() -> None:
    begun = datetime.fromisoformat("2026-11-23T09:00:00+08:00")
    pace = Pace(most=2)
    assert [pace.may(1, at=begun) for _ in range(3)] == [True, True, False]
    assert pace.may(2, at=begun)
    assert pace.may(1, at=begun + timedelta(hours=1))
    for who in range(20_000):
        pace.may(who, at=begun)
    assert len(pace._asked) <= 10_000  # What it must not do cannot be seen outside.


async def test_strangers_keep_nobody_from_his_own_calendar(
    web: World, client: httpx.AsyncClient
) -> None:
    school = await open_school(web)
    await school.plan()
    url = await subscribe(school)
    wrong = url.rsplit("/", 1)[0] + "/x.ics"
    answers = {(await client.get(wrong)).status_code for _ in range(700)}
    assert answers == {404, 429}
    assert (await client.get(url)).status_code == 200
