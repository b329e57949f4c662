"""Language, hour of the daily message, and what a stranger can choose."""

from datetime import date

import pytest

from domain.act import ActKind
from tests.harness.contact import meet, press_forged
from tests.harness.scenes import Organisation, add_duty, small_school_committee
from tests.harness.world import World, at


def set_scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


async def test_settings_say_what_holds_and_change_it_in_place(world: World) -> None:
    scene = set_scene(world)
    wang = world.give_phone(scene.people["王渡"], "王渡")
    shown = await world.say(wang, "设置")
    assert "每日消息：08:30" in shown.text
    assert "21:00 至 07:30" in shown.text
    assert await world.press(wang, "19:00") == "已保存。"
    assert "每日消息：19:00" in world.last(wang).text
    assert await world.press(wang, "English") == "Saved."
    assert "Daily message: 19:00" in world.last(wang).text
    assert len(world.messages(wang)) == 1
    assert "Nothing is under way" in (await world.say(wang, "/cancel")).text


@pytest.mark.parametrize("words", ["25:00", "19:30", "晚上七点", "学" * 5000])
async def test_an_hour_that_is_not_on_offer_is_answered_with_those_that_are(
    world: World, words: str
) -> None:
    scene = set_scene(world)
    wang = world.give_phone(scene.people["王渡"], "王渡")
    shown = await world.say(wang, f"/settings {words}"[:4096])
    assert shown.text.startswith("无法设置")
    assert "07:30、08:30、12:30和19:00" in shown.text
    assert "每日消息：08:30" in shown.text
    await world.press(wang, "19:00")
    assert "每日消息：19:00" in world.last(wang).text


@pytest.mark.parametrize("words", ["19:00", " 19：00 ", "１９:00"])
async def test_an_hour_behind_the_command_is_kept(world: World, words: str) -> None:
    scene = set_scene(world)
    wang = world.give_phone(scene.people["王渡"], "王渡")
    shown = await world.say(wang, f"/settings {words}")
    assert "每日消息：19:00" in shown.text


async def test_what_waits_for_the_digest_comes_at_the_new_hour(world: World) -> None:
    scene = set_scene(world)
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-20 08:00"))
    await world.say(lin, "/settings")
    await world.press(lin, "12:30")
    await world.move_to(at("2026-11-20 12:29"))
    assert len(world.messages(lin)) == 1
    await world.move_to(at("2026-11-20 12:30"))
    assert "教职工政治学习" in world.last(lin).text


async def test_nobody_is_written_to_outside_the_hours_that_he_chose(world: World) -> None:
    scene = set_scene(world)
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.say(lin, "/settings")
    await world.press(lin, "☀️ 12:00-21:00")
    assert "21:00 至 12:00" in world.last(lin).text
    await world.move_to(at("2026-11-20 11:59"))
    assert len(world.messages(lin)) == 1
    await world.move_to(at("2026-11-20 12:00"))
    assert "教职工政治学习" in world.last(lin).text


async def test_who_wants_the_last_days_only_hears_of_nothing_before(world: World) -> None:
    scene = set_scene(world)
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.say(lin, "/settings")
    await world.press(lin, "只在最后几天提醒")
    assert "只在最后几天" in world.last(lin).text
    await world.move_to(at("2026-11-20 12:00"))
    await world.move_to(at("2026-11-26 12:00"))
    assert len(world.messages(lin)) == 1
    await world.move_to(at("2026-11-27 12:00"))
    assert "教职工政治学习" in world.last(lin).text
    await world.say(lin, "/settings")
    await world.press(lin, "全部提醒")
    assert "截止前的提醒：全部。" in world.last(lin).text


@pytest.mark.parametrize(
    "data", ["v1:waking:1:0", "v1:reminding:x:0", "v1:hour:600:2", "v1:hour:x:2", "v1:speak:fr:0"]
)
async def test_what_no_button_offers_is_not_taken(world: World, data: str) -> None:
    scene = set_scene(world)
    wang = world.give_phone(scene.people["王渡"], "王渡")
    before = await world.say(wang, "/settings")
    assert "已经过时" in await press_forged(world, wang, data)
    assert (await world.say(wang, "/settings")).text == before.text


async def test_a_language_is_kept_for_those_who_are_linked(world: World) -> None:
    scene = set_scene(world)
    wang = world.give_phone(scene.people["王渡"], "王渡")
    await world.say(wang, "/language")
    await world.press(wang, "English")
    assert world.last(wang).text == "I speak English with you from now on."
    assert "Nothing is open for you" in (await world.say(wang, "/todo")).text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("/language en", "I speak English with you from now on."),
        ("/语言 ＥＮＧＬＩＳＨ", "I speak English with you from now on."),
        ("/语言 中文", "从现在起我用中文和您交流。"),
        ("/language français", "请选择"),
        ("/language " + "x" * 4000, "请选择"),
    ],
)
async def test_a_language_behind_the_command_is_kept(world: World, words: str, said: str) -> None:
    scene = set_scene(world)
    wang = world.give_phone(scene.people["王渡"], "王渡")
    shown = await world.say(wang, words)
    assert said in shown.text


async def test_for_strangers_the_language_is_that_of_their_telegram(world: World) -> None:
    set_scene(world)
    stranger = meet(world, "路人")
    await world.say(stranger, "/language")
    await world.press(stranger, "English")
    assert "I follow the language of your Telegram" in world.last(stranger).text
    assert "还不认识您" in (await world.say(stranger, "/todo")).text
    assert "还不认识您" in (await world.say(stranger, "/settings")).text


@pytest.mark.parametrize(
    ("language", "command", "button", "said", "back"),
    [
        ("zh-hans", "/设置", "截止后只提醒一次", "截止后的提醒：只提醒第一次", "截止后全部提醒"),
        (
            "en",
            "/settings",
            "Once after the end",
            "Reminders after the end: the first one only",
            "All after the end",
        ),
    ],
)
async def test_who_wants_to_be_reminded_once_after_the_end_is(
    world: World, language: str, command: str, button: str, said: str, back: str
) -> None:
    scene = set_scene(world)
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    lin = world.give_phone(scene.people["林岚"], "林岚", language=language)
    zhou = world.give_phone(scene.people["周敏"], "周敏")
    await world.say(lin, command)
    await world.press(lin, button)
    assert said in world.last(lin).text
    await world.move_to(at("2026-11-30 12:00"))
    before = len(world.messages(lin))
    for day in ("01", "02", "03", "04"):
        await world.restart()
        await world.move_to(at(f"2026-12-{day} 12:00"))
        assert len(world.messages(lin)) == before + 1
    await world.move_to(at("2026-12-07 12:00"))
    assert "青石小学" in world.last(zhou).text
    await world.say(lin, command)
    await world.press(lin, back)
    assert said not in world.last(lin).text
