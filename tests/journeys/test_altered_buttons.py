"""An altered client can press any button anywhere; nothing of others moves or shows."""

from sqlmodel import Session

from storage.tables.process import DraftRow
from tests.harness.contact import meet, start
from tests.harness.scenes import small_school_committee
from tests.harness.world import World
from tests.journeys.reporting import a_school_that_owes_a_report, hand_in, phone, press_stale

REFUSED = "这个按钮您不能使用。"


async def test_an_officer_does_not_discard_the_election_that_another_one_is_recording(
    world: World,
) -> None:
    scene = world.change(lambda s: small_school_committee(s, world.clock()))
    chen, lin = phone(world, scene, "陈帆"), phone(world, scene, "林岚")
    await world.say(chen, "/terms")
    await world.press(chen, "1 详情")
    await world.press(chen, "已开")
    [draft] = world.look(lambda s: _states(s))
    await world.say(lin, "/todo")
    assert await press_stale(world, lin, f"v1:election_no:{draft[0]}:1") == REFUSED
    assert world.look(_states) == [draft]


def _states(session: Session) -> list[tuple[int | None, str]]:
    return [(row.id, row.state) for row in session.query(DraftRow)]


async def test_a_stranger_is_not_asked_whether_he_wants_to_discard_a_report(world: World) -> None:
    scene = await a_school_that_owes_a_report(world)
    await hand_in(world, phone(world, scene, "林岚"), "学习六次。")
    stranger = meet(world, "路人")
    said = await start(world, stranger)
    for verb in ("report_drop", "report_again"):
        assert await press_stale(world, stranger, f"v1:{verb}:1:1") == REFUSED
    assert world.last(stranger) is said


async def test_a_button_pressed_in_a_group_shows_nobody_anything(world: World) -> None:
    scene = world.change(lambda s: small_school_committee(s, world.clock()))
    lin = phone(world, scene, "林岚")
    groups = world.stand_in.groups
    group = groups.add_group("青石小学", [lin])
    groups.add_bot_to_group(group, lin)
    world.stand_in.people.say(lin, f"/status@{world.muduo.bot.username}", group)
    await world.muduo.settle()
    [said] = [one for one in world.stand_in.messages(group.id) if one.from_bot]
    before = said.text
    data = f"v1:reach:{scene.units['school']}:1"
    query = world.stand_in.people.press_stale(lin, said.message_id, data, group)
    await world.muduo.settle()
    answer = world.stand_in.callback_answers[query]
    assert answer is not None
    assert "私聊" in answer.text
    assert said.text == before
