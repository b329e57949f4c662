"""The staff of an office sign in on coming and on leaving."""

import pytest

from tests.harness.activities import labels, press_stale
from tests.harness.contact import press_forged
from tests.harness.offices import HOURS, open_office
from tests.harness.world import World, at

SIGN = {"zh": "🕘 上下班签到", "en": "🕘 Sign in or out"}


async def test_two_presses_on_one_card_make_a_day(world: World) -> None:
    office = await open_office(world)
    await office.switch_on()
    await world.move_to(at("2026-11-03 08:10"))
    card = await world.say(office.ma, "上下班")
    assert card.text.splitlines() == [
        "江畔教育局党委 · 11月3日星期二",
        "",
        "上班（08:30前）：08:10 准时",
        "下班（17:30起）：待签",
        "",
        "只记录时间，不记录地点。",
    ]
    await world.move_to(at("2026-11-03 17:42"))
    said = await world.press(office.ma, SIGN["zh"], message=card)
    assert said == "下班：准时。十分钟内可以撤销。"
    assert "下班（17:30起）：17:42 准时" in card.text
    assert labels(card) == ["撤销"]
    assert len(world.messages(office.ma)) == 1


async def test_it_reads_in_english_and_says_what_is_late_and_early(world: World) -> None:
    office = await open_office(world, "en")
    await office.switch_on("en")
    await world.move_to(at("2026-11-03 08:31"))
    card = await world.say(office.ma, "/signin")
    assert "Coming (until 08:30): 08:31 late" in card.text
    await world.move_to(at("2026-11-03 15:00"))
    assert "Leaving (from 17:30 on): open" in (await world.say(office.ma, "/signin")).text
    said = await world.press(office.ma, SIGN["en"])
    assert said == "Leaving: early leave. Undo works for ten minutes."


async def test_a_double_press_changes_nothing(world: World) -> None:
    office = await open_office(world)
    await office.switch_on()
    await world.move_to(at("2026-11-03 08:10"))
    card = await world.say(office.ma, "/signin")
    await world.tick(minutes=30)
    assert await world.press(office.ma, SIGN["zh"], message=card) == "已经记录，以第一次为准。"
    assert "08:10 准时" in card.text


async def test_a_sign_in_is_taken_back_for_ten_minutes_and_no_longer(world: World) -> None:
    office = await open_office(world)
    await office.switch_on()
    await world.move_to(at("2026-11-03 08:10"))
    card = await world.say(office.ma, "/signin")
    await world.tick(minutes=10)
    assert await world.press(office.ma, "撤销", message=card) == "已撤销。"
    assert "上班（08:30前）：待签" in card.text
    assert await press_stale(world, office.ma, card, "v1:sign_undo:20261103-coming:0") == (
        "已不能撤销，请联系书记。"
    )
    await world.press(office.ma, SIGN["zh"], message=card)
    await world.tick(minutes=11)
    assert await world.press(office.ma, "撤销", message=card) == "已不能撤销，请联系书记。"


async def test_a_press_after_midnight_is_of_the_new_day(world: World) -> None:
    office = await open_office(world)
    await office.switch_on()
    await world.move_to(at("2026-11-03 08:10"))
    card = await world.say(office.ma, "/signin")
    await world.move_to(at("2026-11-04 00:20"))
    assert await world.press(office.ma, SIGN["zh"], message=card) == "今天的签到05:30开始。"
    await world.move_to(at("2026-11-04 08:20"))
    await world.press(office.ma, SIGN["zh"], message=card)
    assert "11月4日星期三" in card.text
    assert "08:20 准时" in card.text


async def test_the_hours_hold_from_tomorrow_and_on_working_days_alone(world: World) -> None:
    office = await open_office(world)
    asked = await world.say(office.zhou, HOURS)
    assert "上班：05:30至08:30，之后为迟到；下班：17:30起，之前为早退。" in asked.text
    assert "本级人员4名，不含下级组织。" in asked.text
    assert "您所在的组织没有上下班签到。" in (await world.say(office.ma, "/signin")).text
    await world.press(office.zhou, "确认", message=asked)
    assert "自11月3日星期二起签到" in (await world.say(office.ma, "/signin")).text
    await world.move_to(at("2026-11-07 09:00"))
    assert (await world.say(office.ma, "/signin")).text == "今天不是工作日，无需签到。"


async def test_other_hours_hold_from_the_day_after_and_ending_it_lets_today_count(
    world: World,
) -> None:
    office = await open_office(world)
    await office.switch_on()
    await world.move_to(at("2026-11-03 08:10"))
    await world.say(office.zhou, "/signin 江畔教育局党委 9:00-18:00")
    await world.press(office.zhou, "确认")
    assert "上班（08:30前）" in (await world.say(office.ma, "/signin")).text
    await world.move_to(at("2026-11-04 08:50"))
    assert "08:50 准时" in (await world.say(office.ma, "/signin")).text
    await world.say(office.zhou, "/signin")
    await world.press(office.zhou, "时间设置")
    await world.press(office.zhou, "停用签到")
    await world.press(office.zhou, "是，停用")
    await world.move_to(at("2026-11-04 18:05"))
    assert "18:05 准时" in (await world.say(office.ma, "/signin")).text
    await world.move_to(at("2026-11-05 08:10"))
    assert "没有上下班签到" in (await world.say(office.ma, "/signin")).text


async def test_staff_of_the_units_below_do_not_sign_in(world: World) -> None:
    office = await open_office(world)
    await office.switch_on()
    await world.move_to(at("2026-11-03 08:10"))
    wang = world.give_phone(office.scene.people["王渡"], "王渡")
    assert "没有上下班签到" in (await world.say(wang, "/signin")).text


@pytest.mark.parametrize(
    "words", ["8", "17:30 08:30", "08:30 08:45", "25:00 26:00", "😀" * 4_000, "08:30 17:30 18:00"]
)
async def test_words_that_are_no_hours_set_nothing(world: World, words: str) -> None:
    office = await open_office(world)
    said = await world.say(office.zhou, f"/signin {words}")
    assert "至少相隔一小时" in said.text
    assert labels(said) == []


async def test_members_and_officers_of_other_units_set_nothing(world: World) -> None:
    office = await open_office(world)
    lin = world.give_phone(office.scene.people["林岚"], "林岚")
    for phone in (office.ma, lin):
        said = await world.say(phone, "/signin 江畔教育局党委 08:30 17:30")
        assert "没有找到您可以设置的这个组织" in said.text
        unit = office.scene.units["committee"]
        for data in (f"v1:sign_set:{unit}-510-1050:0", f"v1:sign_off_yes:{unit}:0"):
            assert await press_forged(world, phone, data) == "这个按钮您不能使用。"
    stranger = world.stand_in.people.add_person("路人", "zh-hans")
    stranger.started = stranger.seen = True
    assert "个人链接" in (await world.say(stranger, "/signin")).text


@pytest.mark.parametrize("subject", ["x", "20261399-coming", "20261103-noon", "0", "1-2-3-4-5-6"])
async def test_altered_buttons_do_nothing(world: World, subject: str) -> None:
    office = await open_office(world)
    await office.switch_on()
    await world.move_to(at("2026-11-03 08:10"))
    await world.say(office.ma, "/signin")
    await world.move_to(at("2026-11-03 12:00"))
    said = await press_forged(world, office.ma, f"v1:sign_undo:{subject}:0")
    assert said == "已不能撤销，请联系书记。"
