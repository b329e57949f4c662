"""Everything a duty can be is said in the dialogue: exempt months, several acts, single people."""

import pytest

from domain.act import Needs
from domain.duty import Duty
from domain.report_form import FREE
from sandbox.chats import Person
from storage import duties
from tests.harness.duties import rows
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World, at
from tests.journeys.reporting import a_school_with_a_kind_of_report

CHINESE, ENGLISH = "zh-hans", "en"


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


def admin(world: World, scene: Organisation, language: str) -> Person:
    return world.give_phone(scene.people["何静"], "何静", language=language)


async def say(world: World, phone: Person, *said: str) -> str:
    """One message after the other; what the last answer shows."""
    for words in said:
        await world.say(phone, words)
    return world.last(phone).text.replace("\u2060", "")


async def confirm(world: World, phone: Person) -> Duty:
    labels = [one.text for row in world.last(phone).buttons for one in row]
    await world.press(phone, "确认" if "确认" in labels else "Confirm")
    return world.look(duties.find_all)[-1]


@pytest.mark.parametrize(
    ("language", "said", "shown"),
    [
        (CHINESE, ["/duty 家访 每月至少1次，1月、2月除外", "学校"], "1月和2月"),
        (CHINESE, ["/duty 家访 每月至少1次 学校", "1、2月除外"], "1月和2月"),
        (
            ENGLISH,
            ["/duty visits once a month except January and February", "学校"],
            "January and February",
        ),
        (
            ENGLISH,
            ["/duty visits once a month", "学校", "not in Jan and Feb"],
            "January and February",
        ),
    ],
)
async def test_exempt_months_are_said_and_nothing_opens_in_them(
    world: World, scene: Organisation, language: str, said: list[str], shown: str
) -> None:
    phone = admin(world, scene, language)
    assert shown in await say(world, phone, *said)
    made = await confirm(world, phone)
    assert made.exempt_months == (1, 2)
    for day in ("2026-11-03", "2026-12-15", "2027-01-15", "2027-02-15", "2027-03-02"):
        await world.move_to(at(f"{day} 09:00"))
    assert {row.period_key for row in rows(world, made.id)} == {"2026-11", "2026-12", "2027-03"}


@pytest.mark.parametrize(
    ("language", "said", "needs", "names", "shown"),
    [
        (
            CHINESE,
            ["/duty 主体责任 每半年1次 学校", "全部：部署、检查、听取汇报"],
            Needs.ALL,
            ["部署", "检查", "听取汇报"],
            "部署、检查和听取汇报",
        ),
        (
            CHINESE,
            ["/duty 学习 每季度至少1次 学校 任选一项：集中学习、学习报告"],
            Needs.ANY,
            ["集中学习", "学习报告"],
            "集中学习 / 学习报告",
        ),
        (
            ENGLISH,
            ["/duty safety twice a quarter", "学校", "all of: plan work, inspect"],
            Needs.ALL,
            ["plan work", "inspect"],
            "all of: plan work and inspect",
        ),
        (
            ENGLISH,
            ["/duty safety twice a quarter any of: a drill, a written report", "学校"],
            Needs.ANY,
            ["a drill", "a written report"],
            "any of: a drill / a written report",
        ),
    ],
)
async def test_several_acts_are_said_by_name(
    world: World,
    scene: Organisation,
    language: str,
    said: list[str],
    needs: Needs,
    names: list[str],
    shown: str,
) -> None:
    phone = admin(world, scene, language)
    assert shown in await say(world, phone, *said)
    made = await confirm(world, phone)
    assert (made.needs, [act.name.zh for act in made.acts]) == (needs, names)


@pytest.mark.parametrize(
    ("language", "said", "count", "shown"),
    [
        (CHINESE, ["/duty 述职 12月20日前", "林岚、陈帆"], "由2人承担", "林岚"),
        (CHINESE, ["/duty 述职 12月20日前", "书记，除林岚外"], "由2人承担", "不含：林岚"),
        (CHINESE, ["/duty 述职 12月20日前 书记", "除林岚、周敏外"], "由1人承担", "不含"),
        (ENGLISH, ["/duty review by 20 December", "林岚 and 陈帆"], "Owed by 2 people", "林岚"),
        (
            ENGLISH,
            ["/duty review by 20 December", "secretaries except 林岚"],
            "Owed by 2 people",
            "Not by: 林岚",
        ),
    ],
)
async def test_single_people_and_exceptions_are_said_by_name(
    world: World, scene: Organisation, language: str, said: list[str], count: str, shown: str
) -> None:
    phone = admin(world, scene, language)
    preview = await say(world, phone, *said)
    assert count in preview
    assert shown in preview
    made = await confirm(world, phone)
    await world.move_to(at("2026-11-25 09:00"))
    owing = {row.person_id for row in rows(world, made.id)}
    assert (scene.people["林岚"] in owing) == (shown == "林岚")


async def test_a_change_keeps_what_was_not_said_anew(world: World, scene: Organisation) -> None:
    phone = admin(world, scene, CHINESE)
    await say(world, phone, "/duty 检查 每月至少1次 学校 7、8月除外 全部：部署、检查")
    first = await confirm(world, phone)
    await world.press(phone, "✏️ 修改")
    await say(world, phone, "全部：部署、检查、总结会议")
    changed = await confirm_change(world, phone)
    assert changed.exempt_months == (7, 8)
    assert [act.code for act in changed.acts][:2] == [act.code for act in first.acts]
    assert len(changed.acts) == 3
    await world.press(phone, "✏️ 修改")
    await say(world, phone, "全年都要")
    assert (await confirm_change(world, phone)).exempt_months == ()


async def confirm_change(world: World, phone: Person) -> Duty:
    labels = [one.text for row in world.last(phone).buttons for one in row]
    await world.press(phone, next(one for one in labels if one.startswith("确认")))
    return world.look(duties.find_all)[-1]


async def test_a_duty_whose_acts_are_named_anew_keeps_its_kind_of_report_and_the_heads_word(
    world: World,
) -> None:
    scene = await a_school_with_a_kind_of_report(world, by_head=True)
    phone = admin(world, scene, CHINESE)
    await world.say(phone, "/duty")
    await world.press(phone, "1")
    await world.press(phone, "✏️ 修改")
    shown = await say(world, phone, "任选一项：履责报告、座谈会议")
    assert "小报告" in shown
    assert "经本组织负责人确认后才计入" in shown
    await world.press(phone, "确认：从下一期起")
    [made] = world.look(duties.find_all)
    assert [act.report.form.code for act in made.acts] == ["small", FREE]
    assert [act.report.by_head for act in made.acts] == [True, False]
