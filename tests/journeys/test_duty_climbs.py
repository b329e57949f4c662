"""When the level above is told is said of a duty, shown, and then holds."""

import pytest

from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World, at
from tests.journeys.making_duties import CHINESE, ENGLISH, administrator, only_duty


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


@pytest.mark.parametrize(
    ("language", "said", "shown", "confirm"),
    [
        (
            CHINESE,
            ["/duty 报表 每月5日前 逾期两个工作日报上级", "学校"],
            "第2个工作日报告上级",
            "确认",
        ),
        (
            ENGLISH,
            ["/duty returns by the 5th of each month, escalate after 2 working days", "学校"],
            "on working day 2 the level above is told",
            "Confirm",
        ),
    ],
)
async def test_the_day_that_was_said_is_the_day_on_which_the_level_above_hears(
    world: World, scene: Organisation, language: str, said: list[str], shown: str, confirm: str
) -> None:
    he = administrator(world, scene, language)
    zhou = world.give_phone(scene.people["周敏"], "周敏")
    world.give_phone(scene.people["林岚"], "林岚")
    for words in said:
        await world.say(he, words)
    assert shown in world.last(he).text
    await world.press(he, confirm)
    assert only_duty(world).policy.climbs_after == (2,)
    await world.move_to(at("2026-11-06 20:00"))
    assert "青石小学" not in "".join(one.text for one in world.messages(zhou))
    await world.move_to(at("2026-11-09 12:00"))
    assert "青石小学" in world.last(zhou).text


@pytest.mark.parametrize(
    ("language", "said", "answer"),
    [
        (CHINESE, "/duty 报表 每月5日前 逾期100天上报", "最多告知5级上级"),
        (ENGLISH, "/duty returns by the 5th of each month, escalate after 100 days", "At most 5"),
        (CHINESE, "/duty 谈心 随时 逾期5天上报", "到期后不按天催办"),
    ],
)
async def test_what_cannot_be_is_told_and_nothing_is_lost(
    world: World, scene: Organisation, language: str, said: str, answer: str
) -> None:
    he = administrator(world, scene, language)
    shown = await world.say(he, said)
    assert answer in shown.text


@pytest.mark.parametrize(
    ("language", "said", "shown"),
    [(CHINESE, "不报上级", "不报告上级"), (ENGLISH, "never escalate", "nobody above is told")],
)
async def test_who_says_that_nobody_above_is_told_sees_it(
    world: World, scene: Organisation, language: str, said: str, shown: str
) -> None:
    he = administrator(world, scene, language)
    await world.say(he, "/duty 报表 每月5日前")
    await world.say(he, "学校")
    assert shown in (await world.say(he, said)).text
