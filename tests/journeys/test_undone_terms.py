"""What is taken back about a term leaves everything as it was before."""

from datetime import date

import pytest
from sqlmodel import Session

from sandbox.chats import Message
from storage import terms
from storage.tables.organisation import UnitRow
from tests.harness.scenes import Organisation, keep_duty, small_school_committee
from tests.harness.world import World, at
from tests.journeys.asking import buttons_of
from tests.journeys.reporting import phone, press_stale
from tests.journeys.test_term_answers import DUTY, open_sheet


@pytest.fixture
async def scene(world: World) -> Organisation:
    """A branch whose term ends on 20 May 2027."""
    now = world.clock()
    made = world.change(lambda s: small_school_committee(s, now))
    world.change(lambda s: keep_duty(s, DUTY))
    await world.move_to(at("2027-02-18 20:00"))
    return made


def datas_of(message: Message) -> list[str]:
    """What the buttons under a message send."""
    return [button.data or "" for row in message.buttons for button in row]


def own_term(world: World, unit_id: int) -> tuple[date | None, int | None]:
    """What stands at the unit itself: began on, months."""

    def read(session: Session) -> tuple[date | None, int | None]:
        row = session.get_one(UnitRow, unit_id)
        return row.term_began_on, row.term_months

    return world.look(read)


@pytest.mark.parametrize(
    ("began_on", "months"),
    [
        pytest.param(None, None, id="nothing was known"),
        pytest.param(None, 36, id="only the length was known"),
        pytest.param(date(2024, 5, 20), None, id="the plan says how long"),
        pytest.param(date(2024, 5, 20), 60, id="the unit has its own length"),
    ],
)
async def test_an_election_taken_back_leaves_no_guessed_length(
    world: World, scene: Organisation, began_on: date | None, months: int | None
) -> None:
    branch = scene.units["branch"]

    def set_term(session: Session) -> None:
        row = session.get_one(UnitRow, branch)
        row.term_began_on, row.term_months = began_on, months

    world.change(set_term)
    chen = phone(world, scene, "陈帆")
    await open_sheet(world, chen)
    await world.press(chen, "已开")
    await world.say(chen, "2月16日，应到20人，实到17人")
    if "确认" not in buttons_of(world.last(chen)):
        await world.say(chen, "4")
    await world.press(chen, "确认")
    assert own_term(world, branch)[0] == date(2027, 2, 16)
    await world.restart()
    assert await world.press(chen, "撤销") == "已撤销，原任期继续。"
    assert own_term(world, branch) == (began_on, months)


async def test_an_extension_stands_once_the_next_term_has_begun(
    world: World, scene: Organisation
) -> None:
    lin, chen = phone(world, scene, "林岚"), phone(world, scene, "陈帆")
    await open_sheet(world, lin)
    await world.press(lin, "延期至…")
    await world.say(lin, "延期至2027年12月31日，区教育党委2月3日批准")
    await world.press(lin, "确认")
    extended = world.last(lin)
    undo = next(one for one in datas_of(extended) if "term_undo" in one)
    await open_sheet(world, chen)
    await world.press(chen, "已开")
    await world.say(chen, "2月16日，应到20人，实到17人")
    await world.press(chen, "确认")
    assert "内容已有变化" in await press_stale(world, lin, undo)
    found = world.look(lambda s: terms.find(s, scene.units["branch"], lengths={}))
    assert found is not None
    assert (found.began_on, found.extension) == (date(2027, 2, 16), None)
    # The election taken back, the extension holds as before, and can be taken back itself.
    assert await world.press(chen, "撤销") == "已撤销，原任期继续。"
    assert "延期至2027年12月31日" in world.last(chen).text
    assert await press_stale(world, lin, undo) == "已撤销，恢复原状。"
    await open_sheet(world, chen)
    assert "2027年5月20日星期四届满" in world.last(chen).text
