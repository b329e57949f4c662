"""Dropping a dialogue, and thinking again."""

from storage import drafts
from tests.harness.contact import press_forged
from tests.harness.scenes import small_school_committee
from tests.harness.world import World


async def test_cancel_drops_what_is_under_way_and_takes_it_back_for_a_minute(
    world: World,
) -> None:
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    person = scene.people["林岚"]
    lin = world.give_phone(person, "林岚")
    draft = world.change(lambda s: drafts.begin(s, person, "report", now=now, facts={"a": 1}))
    assert "已搁置：报告" in (await world.say(lin, "/cancel")).text
    assert world.look(lambda s: drafts.find_open(s, person)) is None
    assert "没有正在进行的内容" in (await world.say(lin, "取消")).text
    await world.tick(seconds=50)
    await world.press(lin, "撤销")
    assert "已恢复" in world.messages(lin)[0].text
    assert world.look(lambda s: drafts.find_open(s, person)) == draft


async def test_after_a_minute_it_is_gone(world: World) -> None:
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    person = scene.people["林岚"]
    lin = world.give_phone(person, "林岚")
    world.change(lambda s: drafts.begin(s, person, "report", now=now))
    await world.say(lin, "/cancel")
    await world.tick(seconds=61)
    assert "不能恢复" in await world.press(lin, "撤销")
    assert world.look(lambda s: drafts.find_open(s, person)) is None


async def test_nobody_takes_up_the_dialogue_of_another(world: World) -> None:
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    person = scene.people["林岚"]
    lin = world.give_phone(person, "林岚")
    draft = world.change(lambda s: drafts.begin(s, person, "report", now=now))
    await world.say(lin, "/cancel")
    wang = world.give_phone(scene.people["王渡"], "王渡")
    await world.say(wang, "/help")
    assert "不能恢复" in await press_forged(world, wang, f"v1:takeup:{draft.id}:0")
    assert world.look(lambda s: drafts.find_open(s, person)) is None
