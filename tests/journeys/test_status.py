"""An officer sees at one glance how his units stand, and nothing of anybody else's."""

import pytest

from domain.act import ActKind
from domain.obligation import ObligationState
from tests.harness.scenes import add_unit
from tests.harness.two_districts import CANARIES, finish, labels, november, press_data
from tests.harness.world import World, at


async def test_the_board_counts_by_duty_and_marks_the_units_below(world: World) -> None:
    scene = await november(world)
    finish(world, scene.units["stone"])
    he = world.give_phone(scene.people["何静"], "何静")
    board = await world.say(he, "/status")
    first, _, rest = board.text.partition("\n")
    assert first == "东岸片区 · 11月2日星期一 07:01"
    assert "教职工政治学习：✅ 1 · ⏳ 2" in rest
    assert labels(board) == [
        *("✅ 青石小学", "⏳ 柳岸小学", "⏳ 石桥小学", "刷新", "查看未完成", "📅 按时段"),
        "🖼 看板图",
    ]
    await world.move_to(at("2026-12-01 07:10"))
    board = await world.say(he, "看板")
    assert "教职工政治学习：⏳ 3 · ⚠️ 2" in board.text
    assert labels(board)[:3] == ["⏳ 青石小学", "⚠️ 柳岸小学", "⚠️ 石桥小学"]


async def test_drilling_down_and_up_edits_one_message(world: World) -> None:
    scene = await november(world)
    zhou = world.give_phone(scene.people["周敏"], "Zhou", language="en")
    board = await world.say(zhou, "/status")
    first, heard = board.text, len(world.messages(zhou))
    await world.press(zhou, "⏳ 东岸片区")
    assert "东岸片区 · Mon 2 Nov 07:01" in world.last(zhou).text
    await world.press(zhou, "⏳ 青石小学")
    assert world.last(zhou).text.endswith(
        "Staff study · November 2026: 28 days left, due Mon 30 Nov"
    )
    await world.press(zhou, "⬆️ 东岸片区")
    await world.press(zhou, "⬆️ 江畔教育局党委")
    await world.press(zhou, "Refresh")
    await world.press(zhou, "Refresh")
    assert world.last(zhou).message_id == board.message_id
    assert world.last(zhou).text == first
    assert len(world.messages(zhou)) == heard


async def test_a_unit_with_many_units_below_is_turned_in_pages(world: World) -> None:
    scene = await november(world)
    east = scene.units["east"]
    world.change(lambda s: [add_unit(s, f"第{n}小学", "学校", parent=east) for n in range(4, 20)])
    he = world.give_phone(scene.people["何静"], "何静")
    board = await world.say(he, "/status")
    assert "1/3" in labels(board)
    await world.press(he, "›")
    await world.press(he, "›")
    last = world.last(he)
    assert last.message_id == board.message_id
    assert labels(last)[:4] == ["第17小学", "第18小学", "第19小学", "‹"]


async def test_a_unit_is_found_by_its_name_among_the_officers_own(world: World) -> None:
    scene = await november(world)
    he = world.give_phone(scene.people["何静"], "何静")
    assert "青石小学 · " in (await world.say(he, "/status 青石小学")).text
    several = await world.say(he, "/status 小学")
    assert sorted(labels(several)) == ["柳岸小学", "石桥小学", "青石小学"]
    await world.press(he, "柳岸小学")
    assert world.last(he).text.startswith("柳岸小学 · ")
    assert world.last(he).message_id == several.message_id


@pytest.mark.parametrize("words", ["雪松小学", "从来没有的小学", "字" * 5000, "%", "\x00"])
async def test_absent_and_forbidden_units_look_the_same(world: World, words: str) -> None:
    scene = await november(world)
    he = world.give_phone(scene.people["何静"], "何静")
    answer = await world.say(he, f"/status {words}")
    if words.strip("\x00"):
        assert answer.text == "您负责的组织里没有这个名称。"
    assert not any(canary in answer.text for canary in CANARIES)


async def test_a_button_of_a_foreign_board_tells_nothing(world: World) -> None:
    scene = await november(world)
    zhou = world.give_phone(scene.people["周敏"], "周敏")
    he = world.give_phone(scene.people["何静"], "何静")
    await world.say(zhou, "/status")
    before = (await world.say(he, "/status")).text
    for data in (
        f"v1:board:{scene.units['west']}:1",
        f"v1:board:{scene.units['snow']}:1",
        f"v1:board:{scene.units['committee']}:1",
        "v1:board:999999:1",
        "v1:board:none:1",
        "v1:board:99999999999999999999999999:1",
    ):
        toast = await press_data(world, he, data)
        assert toast == "这个按钮您不能使用。"
    assert world.last(he).text == before


async def test_members_and_strangers_see_no_board(world: World) -> None:
    scene = await november(world)
    wang = world.give_phone(scene.people["王渡"], "王渡")
    stranger = world.stand_in.people.add_person("路人", "zh-hans")
    stranger.started = True
    for phone in (wang, stranger):
        answer = await world.say(phone, "/status")
        assert labels(answer) == []
        assert "小学" not in answer.text


async def test_a_paused_duty_and_an_excused_unit_are_not_counted(world: World) -> None:
    scene = await november(world, ActKind.ACTIVITY, ActKind.REPORT)
    finish(world, scene.units["stone"], state=ObligationState.EXCUSED)
    he = world.give_phone(scene.people["何静"], "何静")
    board = await world.say(he, "/status")
    assert "教职工政治学习：⏳ 2\n履责报告：⏳ 3" in board.text
