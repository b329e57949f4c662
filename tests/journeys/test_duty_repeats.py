"""How often somebody is reminded after the end is said of a duty, shown, and then holds."""

import pytest

from sandbox.chats import Person
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World, at
from tests.journeys.making_duties import CHINESE, ENGLISH, administrator, only_duty


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


async def say(world: World, phone: Person, *said: str) -> str:
    for words in said:
        await world.say(phone, words)
    return world.last(phone).text.replace("\u2060", "")


@pytest.mark.parametrize(
    ("language", "said", "shown", "days", "make"),
    [
        (
            CHINESE,
            ["/duty 报表 每月5日前 提前3天提醒，之后每隔1、2、4天", "学校"],
            "逾期后第1、3和7个工作日催办",
            ["11月6日星期五：已逾期", "11月10日星期二：已逾期", "11月16日星期一：已逾期"],
            ["更多 ▾", "确认"],
        ),
        (
            ENGLISH,
            ["/duty returns by the 5th of each month", "学校", "then remind every 1, 2 and 4 days"],
            "overdue, on working days 1, 3 and 7 after it",
            ["6 Nov: overdue", "10 Nov: overdue", "16 Nov: overdue"],
            ["More ▾", "Confirm"],
        ),
    ],
)
async def test_repeats_are_said_in_words_and_stand_in_the_first_month(
    world: World,
    scene: Organisation,
    language: str,
    said: list[str],
    shown: str,
    days: list[str],
    make: list[str],
) -> None:
    phone = administrator(world, scene, language)
    assert shown in await say(world, phone, *said)
    await world.press(phone, make[0])
    full = world.last(phone).text.replace("\u2060", "")
    assert [day for day in days if day not in full] == []
    await world.press(phone, make[1])
    assert only_duty(world).policy.working_days_after == (1, 3, 7)


async def test_a_button_goes_through_the_usual_repeats(world: World, scene: Organisation) -> None:
    phone = administrator(world, scene, CHINESE)
    await say(world, phone, "/duty 报表 每月5日前", "学校")
    for label in ("🔁 逾期催办3次", "🔁 逾期催办3次", "🔁 逾期催办5次"):
        await world.press(phone, label)
    shown = world.last(phone).text
    assert "逾期后第" not in shown
    await world.press(phone, "🔁 逾期催办0次")
    await world.press(phone, "确认")
    assert only_duty(world).policy.working_days_after == (1, 2, 4)


async def test_repeats_said_first_wait_for_the_dates(world: World, scene: Organisation) -> None:
    phone = administrator(world, scene, CHINESE)
    await say(world, phone, "/duty 周报", "逾期后第1、3天提醒", "每周五", "学校")
    await world.press(phone, "确认")
    made = only_duty(world)
    assert (made.policy.days_before, made.policy.working_days_after) == ((1, 0), (1, 3))


async def test_a_change_of_the_repeats_leaves_the_rest_of_the_ladder(
    world: World, scene: Organisation
) -> None:
    phone = administrator(world, scene, CHINESE)
    await say(world, phone, "/duty 报表 每月5日前 学校 提前3天提醒")
    await world.press(phone, "确认")
    await world.press(phone, "✏️ 修改")
    await say(world, phone, "逾期后不再提醒")
    await world.press(phone, "确认：从下一期起")
    made = only_duty(world)
    assert (made.policy.days_before, made.policy.working_days_after) == ((3,), ())


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("逾期后每天催办，最多30次", "最多催办10次"),
        ("逾期后第1、99天提醒", "不晚于第60个工作日"),
    ],
)
async def test_nobody_is_reminded_without_an_end(
    world: World, scene: Organisation, said: str, why: str
) -> None:
    phone = administrator(world, scene, CHINESE)
    assert why in await say(world, phone, "/duty 报表 每月5日前 学校", said)
    await world.press(phone, "确认")
    assert only_duty(world).policy.working_days_after == (1, 2, 4)


async def test_what_is_never_overdue_has_no_repeats(world: World, scene: Organisation) -> None:
    phone = administrator(world, scene, CHINESE)
    shown = await say(world, phone, "/duty 家访 随时 学校", "逾期后第1天提醒")
    assert "永不逾期" in shown


async def test_what_was_shown_is_what_comes(world: World, scene: Organisation) -> None:
    phone = administrator(world, scene, CHINESE)
    await say(world, phone, "/duty 报表 每月5日前 学校 逾期后第1、3天提醒")
    await world.press(phone, "确认")
    secretary = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-12-06 12:00"))
    told = []
    for day in range(7, 20):
        seen = len(world.messages(secretary))
        await world.move_to(at(f"2026-12-{day:02d} 12:00"))
        if len(world.messages(secretary)) > seen:
            told.append(day)
    assert told == [7, 9]
