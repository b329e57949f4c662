"""Service at a second place: one's own by place, everybody else's in sums."""

import pytest

from sandbox.chats import Person
from tests.harness.activities import labels, press_stale
from tests.harness.contact import press_forged
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World, at


async def _people(world: World) -> tuple[Organisation, Person, Person]:
    """A member of the branch, and the secretary of the school above it."""
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    await world.move_to(at("2026-11-23 10:00"))
    wang = world.give_phone(scene.people["王渡"], "王渡")
    return scene, wang, world.give_phone(scene.people["林岚"], "林岚")


async def test_one_line_enters_it_and_the_own_record_lists_it(world: World) -> None:
    _, wang, _ = await _people(world)
    said = await world.say(wang, "/service 阳光社区 2小时")
    assert said.text.splitlines() == [
        "11月23日星期一 · 阳光社区 · 2小时",
        "",
        "十分钟内可以撤销。",
        "您今年：1次 · 2小时。发送 /history 查看明细。",
        "",
        "组织只统计次数和时长，地点仅您本人可见。",
    ]
    assert labels(said) == ["撤销"]
    await world.say(wang, "/service 昨天 河畔社区 90分钟")
    record = (await world.say(wang, "/history")).text
    assert "社区报到服务：2次 · 3.5小时" in record
    assert record.index("11月23日星期一 · 阳光社区 · 2小时") < record.index(
        "11月22日星期日 · 河畔社区"
    )


async def test_the_dialogue_asks_for_what_is_missing(world: World) -> None:
    _, wang, _ = await _people(world)
    assert "您在哪里服务？" in (await world.say(wang, "双报到")).text
    assert "您在阳光社区服务了多久？" in (await world.say(wang, "阳光社区")).text
    assert "10分钟至16小时" in (await world.say(wang, "99小时")).text
    assert "阳光社区 · 2.5小时" in (await world.say(wang, "两个半小时")).text
    assert "您今年：1次" in world.last(wang).text


async def test_the_same_words_twice_are_one_service_and_undo_takes_it_back(world: World) -> None:
    _, wang, lin = await _people(world)
    first = await world.say(wang, "/service 阳光社区 2小时")
    again = await world.say(wang, "/service 阳光社区 3小时")
    assert "此前已登记" in again.text
    assert "您今年：1次 · 2小时" in again.text
    data = first.buttons[0][0].data or ""
    await world.say(lin, "/help")
    assert await press_forged(world, lin, data) == "已不能撤销。"
    await world.press(wang, "撤销", message=first)
    assert "您今年：0次" in first.text
    assert await press_stale(world, wang, first, data) == "已不能撤销。"
    late = await world.say(wang, "/service 阳光社区 2小时")
    await world.tick(minutes=11)
    assert await world.press(wang, "撤销", message=late) == "已不能撤销。"


async def test_officers_see_sums_by_unit_and_never_a_place_or_a_name(world: World) -> None:
    scene, wang, lin = await _people(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    for phone, words in (
        (wang, "阳光社区 2小时"),
        (wang, "11月2日 河畔社区 1小时"),
        (chen, "阳光社区 30分钟"),
        (lin, "阳光社区 1小时"),
    ):
        await world.say(phone, f"/service {words}")
    await world.press(lin, "本组织合计")
    assert world.last(lin).text.splitlines() == [
        "2026年社区报到服务",
        "",
        "合计：3人 · 4次 · 4.5小时",
        "青石小学：1人 · 1次 · 1小时",
        "青石小学第一支部：2人 · 3次 · 3.5小时",
        "",
        "只有合计，不含姓名和地点。",
    ]
    await world.say(wang, "/help")
    assert await press_forged(world, wang, "v1:service_sums:2026:1") == "这个按钮您不能使用。"


async def test_it_reads_in_english(world: World) -> None:
    scene, _, _ = await _people(world)
    he = world.give_phone(scene.people["何静"], "He", language="en")
    said = (await world.say(he, "/service Sunshine Community 1.5 hours yesterday")).text
    assert "22 " in said.splitlines()[0]
    assert "Sunshine Community · 1.5 h" in said.splitlines()[0]
    await world.press(he, "Sums of my units")
    assert "Together: people 1 · times 1 · 1.5 h" in world.last(he).text


@pytest.mark.parametrize("words", ["社" * 4_000, "2小时", "明天 阳光社区 2小时", "<b>x</b> 5分钟"])
async def test_strange_words_enter_nothing(world: World, words: str) -> None:
    _, wang, _ = await _people(world)
    await world.say(wang, f"/service {words}")
    assert "您今年：0次" in world.last(wang).text
