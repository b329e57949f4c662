"""What an administrator sees before a duty is made: short on a phone, and all of it on demand."""

import pytest

from sandbox.chats import Person
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World
from tests.journeys.asking import buttons_of

MOST_LINES = 18


@pytest.fixture
def admin(world: World) -> Person:
    now = world.clock()
    scene: Organisation = world.change(lambda s: small_school_committee(s, now))
    return world.give_phone(scene.people["何静"], "何静")


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("/duty 政治学习 每月最后一个周五15:00 提前3天和1天提醒 学校", "接下来的日期"),
        ("/duty 晨检 每个工作日8点 学校", "接下来的日期"),
        ("/duty 谈话 每季度至少2次 支部书记", "接下来的日期"),
        ("/duty 整改 会议后3个工作日内 学校", "接下来的日期"),
        # What may be done at any time has no dates.
        ("/duty 家访 随时 学校", "时间不限，不算逾期"),
    ],
)
async def test_a_preview_fits_a_phone_and_keeps_what_matters(
    world: World, admin: Person, words: str, when: str
) -> None:
    await world.say(admin, words)
    shown = world.last(admin).text
    assert len(shown.splitlines()) <= MOST_LINES
    assert when in shown
    assert "承担" in shown
    assert "条消息，最多" in shown
    assert "确认" in buttons_of(world.last(admin))


async def test_more_unfolds_the_rest_and_less_folds_it_up(world: World, admin: Person) -> None:
    await world.say(admin, "/duty 政治学习 每月最后一个周五15:00 提前3天和1天提醒 学校")
    short = world.last(admin).text
    assert "截止前3和1天提醒" in short
    assert "提醒的样子" not in short
    await world.press(admin, "更多 ▾")
    whole = world.last(admin).text
    assert "提醒的样子" in whole
    assert "逾期后第1、2和4个工作日催办" in whole
    assert "• 12月4日星期五：告知上级" in whole
    await world.press(admin, "收起 ▴")
    assert world.last(admin).text == short
    await world.press(admin, "更多 ▾")
    await world.press(admin, "确认")
    assert world.last(admin).text.startswith("✅ 已生效")


async def test_the_first_month_says_how_much_more_there_is(world: World, admin: Person) -> None:
    await world.say(admin, "/duty 晨检 每个工作日8点 学校")
    await world.press(admin, "更多 ▾")
    entries = [line for line in world.last(admin).text.splitlines() if line.startswith("• ")]
    assert len(entries) == 8
    assert "\n还有" in world.last(admin).text


async def test_a_quota_reads_well_in_english(world: World, admin: Person) -> None:
    await world.say(admin, "/language en")
    await world.say(admin, "/duty talks at least 2 times a quarter 学校")
    assert "学校: at least 2 times per quarter\n" in world.last(admin).text
    await world.say(admin, "at least once a quarter")
    assert "学校: at least once per quarter\n" in world.last(admin).text
    await world.say(admin, "call it study meeting")
    await world.say(admin, "at least 2 times a month")
    await world.press(admin, "✔️ By a tick")
    assert "学校: at least 2 activities per month\n" in world.last(admin).text
