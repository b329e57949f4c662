"""/why explains the last reminder, also after the thing is done."""

from domain.act import ActKind
from tests.harness.two_districts import finish, november
from tests.harness.world import World, at


async def test_a_reminder_names_duty_office_step_and_what_comes_next(world: World) -> None:
    scene = await november(world)
    lin = world.give_phone(scene.people["林岚"], "林岚")
    world.give_phone(scene.people["何静"], "何静")
    await world.move_to(at("2026-11-27 08:30"))
    answer = await world.say(lin, "/why")
    assert answer.text == (
        "11月27日星期五 08:30的消息\n\n"
        "1. 教职工政治学习 · 2026年11月 · 青石小学\n"
        "依据：来源\n"
        "发给您，是因为您是青石小学的书记。\n"
        "时机：截止前1天（遇休息日提前）。\n"
        "接下来：如仍未完成，11月30日星期一再次提醒该组织。\n\n"
        "完成后即不再提醒。每日消息的时间可在 /settings 修改。如果这与您无关，请联系管理员。"
    )
    assert (await world.say(lin, "为什么")).text == answer.text


async def test_the_button_explains_its_own_message_even_when_it_is_done(world: World) -> None:
    scene = await november(world)
    lin = world.give_phone(scene.people["林岚"], "Lin", language="en")
    world.give_phone(scene.people["何静"], "何静")
    await world.move_to(at("2026-12-08 08:30"))
    digest = world.last(lin)
    await world.move_to(at("2026-12-21 08:30"))
    finish(world, scene.units["stone"])
    query = world.stand_in.people.press_stale(lin, digest.message_id, "v1:why:0:0")
    await world.muduo.settle()
    assert world.stand_in.callback_answers[query] is not None
    answer = world.last(lin)
    assert answer.text.startswith("The message of ")
    assert "It came to you as Secretary of 青石小学." in answer.text
    assert "Next: nothing, it is settled." in answer.text


async def test_the_level_above_learns_that_the_ladder_has_climbed(world: World) -> None:
    scene = await november(world, ActKind.REPORT)
    he = world.give_phone(scene.people["何静"], "何静")
    await world.move_to(at("2026-12-07 08:30"))
    answer = await world.say(he, "/why")
    assert "发给您，是因为您是东岸片区的书记。" in answer.text
    assert "时机：该组织逾期未完成，因此告知上级。" in answer.text
    assert "期间每周告知一次" in answer.text


async def test_a_nudge_says_who_asked(world: World) -> None:
    scene = await november(world)
    await world.move_to(at("2026-11-04 10:00"))
    he, chen = (world.give_phone(scene.people[n], n) for n in ("何静", "陈帆"))
    await world.say(he, "/missing")
    await world.press(he, "📣 催办 3项")
    await world.press(chen, "为什么提醒我")
    assert "时机：何静催办。" in world.last(chen).text


async def test_nobody_learns_of_messages_that_others_got(world: World) -> None:
    scene = await november(world)
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-27 08:30"))
    assert world.messages(lin)
    wang = world.give_phone(scene.people["王渡"], "王渡")
    assert (await world.say(wang, "/why")).text == "我还没有提醒过您任何事项。"
    stranger = world.stand_in.people.add_person("路人", "zh-hans")
    stranger.started = True
    assert "学习" not in (await world.say(stranger, "/why")).text
