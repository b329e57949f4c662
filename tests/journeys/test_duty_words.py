"""What administrators write behind /duty: all of it is taken, or asked about."""

import pytest

from domain.cadence import NoCadence, OnDates
from domain.office import Role
from domain.working_day import Shift
from sandbox.chats import Person
from storage import duties
from tests.harness.contact import meet
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World


@pytest.fixture
def admin(world: World) -> Person:
    now = world.clock()
    scene: Organisation = world.change(lambda s: small_school_committee(s, now))
    return world.give_phone(scene.people["何静"], "何静")


async def test_owners_in_the_same_line_are_taken(world: World, admin: Person) -> None:
    await world.say(admin, "/duty 安全自查 每月5日 学校 提前2天提醒")
    shown = world.last(admin).text
    assert "1个组织承担：青石小学" in shown
    assert "不认识" not in shown


async def test_an_office_in_a_kind_of_unit_is_one_word(world: World, admin: Person) -> None:
    await world.say(admin, "/duty 述职 12月20日前 由各支部书记")
    await world.press(admin, "确认")
    [made] = world.change(lambda s: duties.find_all(s))
    assert (made.audience.kinds, made.audience.roles) == (("支部",), (Role.SECRETARY,))


async def test_a_half_understood_line_is_asked_about_and_keeps_its_name(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/duty 周例会 每周五下午3点 除了节假日 最后一周")
    shown = world.last(admin).text
    assert shown.startswith("周例会\n")
    assert "合不到一起" in shown
    assert "由谁完成" not in shown


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("schools", ("学校",)),
        ("all Schools", ("学校",)),
        ("every 学校s", ("学校",)),
        ("each branch", ("支部",)),
        ("branches and schools", ("支部", "学校")),
        ("branch secretaries", ("支部",)),
        ("committees", ("委员会",)),
    ],
)
async def test_english_words_name_the_kinds_of_a_chinese_roster(
    world: World, admin: Person, words: str, kinds: tuple[str, ...]
) -> None:
    await world.say(admin, f"/duty safety check on the 5th of every month, {words}")
    await world.press(admin, "确认")
    [made] = world.change(lambda s: duties.find_all(s))
    assert made.audience.kinds == kinds


async def test_a_kind_that_the_roster_has_not_stays_unknown(world: World, admin: Person) -> None:
    await world.say(admin, "/duty safety check on the 5th of every month, districts")
    assert "“districts”" in world.last(admin).text


@pytest.mark.parametrize(
    "words", ["/duty 家访 随时", "/duty 家访 时间不限", "/duty visits at any time"]
)
async def test_what_may_be_done_at_any_time_is_said_so(
    world: World, admin: Person, words: str
) -> None:
    await world.say(admin, words)
    await world.say(admin, "学校")
    await world.press(admin, "确认")
    assert "不提醒任何人，可在 /todo 里看到" in world.last(admin).text.replace("\u2060", "")
    assert "逾期后" not in world.last(admin).text
    [made] = world.change(lambda s: duties.find_all(s))
    assert isinstance(made.cadence, NoCadence)
    assert made.name.zh in ("家访", "visits")


async def test_a_past_day_is_not_offered_as_an_answer(world: World, admin: Person) -> None:
    await world.say(admin, "/duty 总结 2020年11月1日前")
    shown = world.last(admin)
    assert "已经过了" in shown.text
    assert not shown.buttons
    await world.say(admin, "12月20日前")
    assert "由谁完成" in world.last(admin).text


async def test_too_many_words_are_refused_and_not_swallowed(world: World, admin: Person) -> None:
    await world.say(admin, "/duty " + "学" * 4000)
    assert "太长" in world.last(admin).text


@pytest.mark.parametrize("words", ["/duty new", "/duty 新建"])
async def test_new_is_a_beginning_and_not_a_name(world: World, admin: Person, words: str) -> None:
    await world.say(admin, words)
    assert world.last(admin).text.startswith("这项任务叫什么？")


async def test_try_alone_says_what_to_write(world: World, admin: Person) -> None:
    await world.say(admin, "/duty try")
    assert "/duty try 每月最后一个周五15:00" in world.last(admin).text.replace("\u2060", "")


async def test_an_outsider_learns_nothing_from_try(world: World, admin: Person) -> None:
    stranger = meet(world, "路人")
    told = (await world.say(stranger, "/duty")).text
    assert (await world.say(stranger, "/duty try")).text == told
    assert (await world.say(stranger, "/duty try 每周五")).text == told


async def test_a_second_duty_of_the_same_name_is_pointed_out(world: World, admin: Person) -> None:
    for _ in range(2):
        await world.say(admin, "/duty 安全自查 每月5日 学校")
        shown = world.last(admin).text
        await world.press(admin, "确认")
    assert "已有同名任务" in shown


async def test_the_sample_shows_a_day_of_the_duty_and_the_exceptions_their_names(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/duty 政治学习 每月最后一个周五15:00 学校、支部，除青石小学第一支部外")
    await world.press(admin, "更多 ▾")
    shown = world.last(admin).text
    assert "1. 政治学习 · 2026年11月27日星期五" in shown
    assert "不含：青石小学第一支部" in shown


async def test_any_time_may_stand_before_the_owners(world: World, admin: Person) -> None:
    await world.say(admin, "/duty 谈心 随时 支部书记")
    await world.press(admin, "确认")
    [made] = world.change(lambda s: duties.find_all(s))
    assert (made.name.zh, made.audience.kinds) == ("谈心", ("支部",))


async def test_what_follows_an_event_names_it_in_the_readers_words(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/duty 纪要 会议后3个工作日内 学校")
    assert "meeting" not in world.last(admin).text
    assert "“会议”之后3个工作日内" in world.last(admin).text
    await world.say(admin, "/duty try 会后3个工作日内")
    assert "会议后3个工作日" in world.last(admin).text


async def test_a_name_can_be_said_anew(world: World, admin: Person) -> None:
    await world.say(admin, "/duty 政制学习 每月5日 学校")
    await world.say(admin, "改名 政治学习")
    await world.press(admin, "确认")
    [made] = world.change(lambda s: duties.find_all(s))
    assert made.name.zh == "政治学习"


async def test_a_day_is_named_once_in_the_first_month(world: World, admin: Person) -> None:
    await world.say(admin, "/duty 晨检 每个工作日8点 学校")
    await world.press(admin, "更多 ▾")
    entries = [line for line in world.last(admin).text.splitlines() if line.startswith("• ")]
    assert entries
    assert len(entries) == len(set(entries))


async def test_a_ladder_for_terms_says_only_what_it_does(world: World, admin: Person) -> None:
    await world.say(admin, "/duty 换届提醒 任期届满前6个月和3个月 支部")
    assert "提前个月" not in world.last(admin).text
    assert "提前6和3个月提醒双方" in world.last(admin).text


async def test_the_preview_of_a_change_shows_the_dates_that_come_of_it(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/duty 谈话 每月至少1次 学校")
    await world.press(admin, "确认")
    await world.press(admin, "✏️ 修改")
    await world.say(admin, "每季度至少1次")
    shown = world.last(admin).text
    await world.press(admin, "确认：从下一期起")
    made = world.last(admin).text
    assert "新规则开始：" in shown
    assert _dates(shown) == _dates(made)


def _dates(shown: str) -> list[str]:
    return [line for line in shown.splitlines() if line.startswith(("⏰", "🔔"))]


async def test_what_comes_every_week_is_not_announced_ten_days_before(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/duty 周例会 每周五15:00 学校")
    assert "截止前1天提醒" in world.last(admin).text
    await world.press(admin, "确认")
    [made] = world.change(lambda s: duties.find_all(s))
    assert made.policy.days_before == (1, 0)


@pytest.mark.parametrize(
    ("words", "shown", "shift"),
    [
        ("报表 每月1日，遇周末顺延", "遇法定假日不变", Shift.WEEKEND_AFTER),
        ("报表 每月1日，遇节假日顺延", "遇休息日顺延到后一个工作日", Shift.AFTER),
    ],
)
async def test_a_weekend_and_a_day_off_are_not_the_same(
    world: World, admin: Person, words: str, shown: str, shift: Shift
) -> None:
    await world.say(admin, f"/duty {words} 学校")
    assert shown in world.last(admin).text.replace("\u2060", "")
    await world.press(admin, "确认")
    [made] = world.change(lambda s: duties.find_all(s))
    assert isinstance(made.cadence, OnDates)
    assert made.cadence.shift is shift
