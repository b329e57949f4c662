"""The wall over HTTP: who gets in, what he is shown, and what no answer ever lacks."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlmodel import update

from domain.code import read_scan
from papers.qr_code import draw
from storage.engine import Database
from storage.tables.organisation import OfficeRow
from tests.harness.activities import School, open_more, open_school
from tests.harness.presence import plan_with, shown
from tests.harness.walls import Screen, a_screen, ask_link, open_web_world
from tests.harness.world import World, at
from web.page_files import FOLDER, HEADERS

PAGES = ["wall/", "wall/1", "wall/words", "wall/1/board", "wall/1/events", "wall/page/none.js"]


@pytest.fixture
async def web(database: Database) -> AsyncIterator[World]:
    async with open_web_world(database, start=at("2026-11-23 09:00")) as world:
        yield world


async def open_wall(world: World, screen: Screen) -> School:
    """A school whose wall stands on a screen, a quarter of an hour before the beginning."""
    school = await open_school(world)
    card = await plan_with(school, "wall")
    await world.move_to(at("2026-11-27 14:45"))
    assert (await screen.open(await ask_link(school, card))).is_success
    return school


async def test_a_link_opens_one_wall_once(web: World) -> None:
    async with a_screen() as screen, a_screen() as thief:
        school = await open_school(web)
        card = await plan_with(school, "wall")
        link = await ask_link(school, card)
        answer = await screen.open(link)
        assert (await thief.open(link)).status_code == 410
        assert (await screen.open(link)).status_code == 410
        assert (await screen.board()).is_success
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Path" not in cookie


async def test_without_the_session_nothing_is_told(web: World) -> None:
    async with a_screen() as screen, a_screen() as stranger:
        await open_wall(web, screen)
        stranger.client.base_url = screen.client.base_url
        assert (await screen.board()).is_success
        for forged in ("", "x", "A" * 22, "A" * 4000):
            stranger.client.cookies.set(f"wall-{screen.wall}", forged)
            for path in (f"{screen.wall}/board", f"{screen.wall}/events", "77/board"):
                answer = await stranger.client.get(path)
                assert (answer.status_code, answer.content) == (410, b"")


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b'{"secret": "AAAAAAAAAAAAAAAAAAAAAA"}', {}, 410),
        (b'{"secret": "short"}', {}, 410),
        (b'{"secret": 7}', {}, 400),
        (b"[]", {}, 400),
        (b"no json", {}, 400),
        (b"\xff\xfe", {}, 400),
        (b"{" * 5000, {}, 400),
        (b'{"secret": "AAAAAAAAAAAAAAAAAAAAAA"}', {"Content-Type": "text/plain"}, 400),
        (b'{"secret": "AAAAAAAAAAAAAAAAAAAAAA"}', {"Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
async def test_what_is_no_link_opens_nothing(
    web: World, body: bytes, headers: dict[str, str], status: int
) -> None:
    async with a_screen() as screen:
        sent = {"Content-Type": "application/json", **headers}
        url = f"{web.muduo.parts.web_address}/wall/open"
        answer = await screen.client.post(url, content=body, headers=sent)
    assert (answer.status_code, answer.content) == (status, b"")
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 20, "-1", "1e3"])
async def test_a_number_that_no_wall_has_is_no_page(web: World, number: str) -> None:
    async with a_screen() as screen:
        answer = await screen.client.get(f"{web.muduo.parts.web_address}/wall/{number}/board")
    assert answer.status_code == 404


@pytest.mark.parametrize("path", [*PAGES, *(f"wall/page/{one.name}" for one in FOLDER.iterdir())])
async def test_every_answer_carries_the_headers(web: World, path: str) -> None:
    async with a_screen() as screen:
        answer = await screen.client.get(f"{web.muduo.parts.web_address}/{path}")
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_the_page_names_nothing_from_elsewhere_and_has_nothing_inline() -> None:
    for path in FOLDER.iterdir():
        written = path.read_text(encoding="utf-8")
        assert "//" not in written.replace("http://www.w3.org/2000/svg", "").replace("// ", "")
        assert path.suffix != ".html" or not {"<style", "style=", "onclick", "<script>"} & {
            part for part in ("<style", "style=", "onclick", "<script>") if part in written
        }


async def test_the_wall_is_told_who_comes_and_every_new_code(web: World) -> None:
    async with a_screen() as screen:
        school = await open_wall(web, screen)
        async with screen.events() as events:
            name, first = await anext(events)
            assert (name, first["counts"]["missing"]) == ("board", 3)
            assert first["code"]["spoken"] == shown(web).spoken
            await web.say(school.wang, f"/start {shown(web).scan}")
            name, second = await anext(events)
            assert second["counts"] == {"present": 1, "late": 0, "excused": 0, "missing": 2}
            assert second["words"]["zh"]["arrivals"] == ["王○ · 14:45"]
            assert second["code"] == first["code"]
            web.clock.advance(seconds=15)
            _, third = await anext(events)
            assert third["code"]["path"] != first["code"]["path"]
            assert third["code"]["spoken"] == first["code"]["spoken"]


async def test_a_quiet_wall_hears_that_the_server_is_there(web: World) -> None:
    async with a_screen() as screen:
        await open_wall(web, screen)
        async with screen.events() as events:
            assert [(await anext(events))[0] for _ in range(2)] == ["board", "beat"]


async def test_no_name_is_sent_where_names_are_off(web: World) -> None:
    async with a_screen() as screen:
        school = await open_school(web)
        card = await plan_with(school, "wall")
        await web.move_to(at("2026-11-27 14:45"))
        await screen.open(await ask_link(school, card))
        await web.say(school.wang, f"/start {shown(web).scan}")
        assert "王○" in (await screen.board()).text
        await open_more(web, school.lin, card)
        await web.press(school.lin, "姓名：显示", message=card)
        assert "王" not in (await screen.board()).text


async def test_two_walls_and_reloading_show_the_same_code(web: World) -> None:
    async with a_screen() as one, a_screen() as other:
        school = await open_school(web)
        card = await plan_with(school, "wall")
        await web.move_to(at("2026-11-27 14:45"))
        for screen in (one, other):
            await screen.open(await ask_link(school, card))
        boards = [(await screen.board()).json() for screen in (one, other, one, other)]
        assert len({board["code"]["path"] for board in boards}) == 1
        scan = read_scan(shown(web).scan)
        assert scan is not None
        assert boards[0]["code"]["until"] == int(scan.began_at.timestamp() + 15) * 1000


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_no_valid_scan_is_refused_while_walls_are_reloaded_or_offline_for_a_minute(
    web: World, language: str
) -> None:
    async with a_screen() as laptop, a_screen() as projector:
        school = await open_school(web, language)
        card = await plan_with(school, "wall", language)
        people = school.scene.people
        chen = web.give_phone(people["陈帆"], "陈帆", language=language)
        await web.move_to(at("2026-11-27 15:09:50"))
        for screen in (laptop, projector):
            await screen.open(await ask_link(school, card, language))
        async with laptop.events() as events:
            last_seen = scan_on(web, (await anext(events))[1])
        # The laptop has lost us; who had scanned by then opens Telegram a minute later.
        web.clock.advance(seconds=60)
        await web.say(school.wang, f"/start {last_seen}")
        reloaded = (await projector.board()).json()
        await web.say(chen, f"/start {scan_on(web, reloaded)}")
        async with laptop.events() as events:
            _, back = await anext(events)
        assert back["code"] == reloaded["code"]
        await web.say(school.lin, f"/start {scan_on(web, back)}")
        assert back["counts"] == {"present": 1, "late": 1, "excused": 0, "missing": 1}
    assert school.states() == {"王渡": "present", "陈帆": "late", "林岚": "late"}


def scan_on(web: World, board: dict[str, Any]) -> str:
    """What a phone reads from the picture on a wall."""
    scan = shown(web).scan
    link = f"https://t.me/{web.muduo.username}?start={scan}"
    assert board["code"]["path"] == draw(link).path
    return scan


async def test_before_the_window_and_without_a_code_there_is_none_to_show(web: World) -> None:
    async with a_screen() as screen:
        school = await open_school(web)
        card = await plan_with(school, "wall")
        await screen.open(await ask_link(school, card))
        early = (await screen.board()).json()
        assert early["code"] is None
        assert early["words"]["zh"]["state"] == "签到将于14:30开放。"
        await web.move_to(at("2026-11-27 14:45"))
        await open_more(web, school.lin, card)
        await web.press(school.lin, "⚪ 按钮", message=card)
        assert (await screen.board()).json()["code"] is None


async def test_a_wall_ends_an_hour_after_the_close(web: World) -> None:
    async with a_screen() as screen:
        await open_wall(web, screen)
        async with screen.events() as events:
            await anext(events)
            web.clock.move_to(at("2026-11-27 16:11"))
            assert (await anext(events))[0] == "over"
        assert (await screen.board()).status_code == 410


async def test_a_wall_ends_with_the_office_of_who_opened_it(web: World) -> None:
    async with a_screen() as screen:
        await open_wall(web, screen)
        assert (await screen.board()).is_success
        ended = update(OfficeRow).values(ended_at=web.clock())
        web.change(lambda session: session.execute(ended))
        assert (await screen.board()).status_code == 410
