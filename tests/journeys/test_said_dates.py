"""Working days of a month, stretches of days and the beginning of a term are said in words."""

from datetime import date

import pytest

from domain.duty import Duty
from domain.school_term import SchoolTerm
from sandbox.chats import Person
from storage import duties, school_terms
from tests.harness.duties import rows
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World, at

SPRING = SchoolTerm(name="春季", first_day=date(2027, 2, 22), last_day=date(2027, 7, 9))


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


def admin(world: World, scene: Organisation, language: str) -> Person:
    return world.give_phone(scene.people["何静"], "何静", language=language)


async def make(world: World, phone: Person, *said: str) -> tuple[str, Duty]:
    """Say it word for word, owned by the schools; the preview and the duty."""
    for words in (*said, "学校"):
        await world.say(phone, words)
    shown = world.last(phone).text
    is_chinese = "请核对" in shown
    await world.press(phone, "确认" if is_chinese else "Confirm")
    [made] = world.look(duties.find_all)
    return shown, made


@pytest.mark.parametrize(
    ("language", "words", "rule", "due", "key"),
    [
        (
            "zh-hans",
            "/duty 报表 每月第3个工作日前",
            "每月第三个工作日",
            "12月3日星期四：截止",
            "2026-12-01",
        ),
        (
            "en",
            "/duty figures by the third working day of each month",
            "every month on the third working day",
            "Thu 3 Dec: due",
            "2026-12-01",
        ),
        (
            "zh-hans",
            "/duty 报表 每月倒数第2个工作日",
            "每月倒数第二个工作日",
            "11月27日星期五：截止",
            "2026-11-30",
        ),
    ],
)
async def test_a_working_day_of_each_month(
    world: World, scene: Organisation, language: str, words: str, rule: str, due: str, key: str
) -> None:
    phone = admin(world, scene, language)
    shown, made = await make(world, phone, words)
    assert rule in shown
    assert due in shown
    assert "🏖" not in shown
    await world.move_to(at("2026-12-02 09:00"))
    assert key in {row.period_key for row in rows(world, made.id)}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", "/duty 报表 每月20日至25日"),
        ("en", "/duty figures from the 20th to the 25th of each month"),
    ],
)
async def test_a_stretch_of_days_opens_with_its_first_and_is_due_on_its_last(
    world: World, scene: Organisation, language: str, words: str
) -> None:
    _, made = await make(world, admin(world, scene, language), words)
    await world.move_to(at("2026-11-19 09:00"))
    assert rows(world, made.id) == []
    await world.move_to(at("2026-11-20 09:00"))
    [row] = rows(world, made.id)
    assert (row.first_day, row.last_day) == (date(2026, 11, 20), date(2026, 11, 25))


@pytest.mark.parametrize(
    ("language", "words", "due"),
    [
        ("zh-hans", "/duty 计划 开学后10个工作日内", "2027年3月8日星期一：截止"),
        ("en", "/duty plan within 10 working days after school starts", "Mon 8 Mar 2027: due"),
    ],
)
async def test_what_follows_the_beginning_of_a_term_opens_with_the_schools_own_term(
    world: World, scene: Organisation, language: str, words: str, due: str
) -> None:
    world.change(lambda s: school_terms.replace(s, scene.units["school"], [SPRING]))
    shown, made = await make(world, admin(world, scene, language), words)
    assert due in shown
    await world.move_to(at("2027-02-21 09:00"))
    assert rows(world, made.id) == []
    await world.move_to(at("2027-02-22 09:00"))
    await world.move_to(at("2027-02-23 09:00"))
    [row] = rows(world, made.id)
    assert (row.period_key, row.last_day) == ("2026-S2", date(2027, 3, 8))


async def test_every_term_is_asked_about_and_a_school_without_terms_waits_for_the_event(
    world: World, scene: Organisation
) -> None:
    phone = admin(world, scene, "zh-hans")
    await world.say(phone, "/duty 计划 每学期开学后10个工作日内")
    await world.press(phone, "1")
    await world.say(phone, "学校")
    await world.press(phone, "确认")
    [made] = world.look(duties.find_all)
    await world.move_to(at("2027-02-23 09:00"))
    assert rows(world, made.id) == []


async def test_a_stretch_into_the_next_month_is_not_taken_for_an_end_of_the_rule(
    world: World, scene: Organisation
) -> None:
    phone = admin(world, scene, "zh-hans")
    await world.say(phone, "/duty try 每月25日至次月5日")
    assert "至次月5日" in world.last(phone).text.replace("\u2060", "")
    shown, _ = await make(world, phone, "/duty 报表 每月25日至次月5日")
    assert "2027年1月5日星期二：截止" in shown


async def test_the_hours_of_a_meeting_are_kept(world: World, scene: Organisation) -> None:
    phone = admin(world, scene, "zh-hans")
    shown, _ = await make(world, phone, "/duty 例会 每周五15:00-17:00")
    assert "每周星期五 15:00" in shown
    assert "2小时" in shown


@pytest.mark.parametrize(
    ("language", "words", "said", "day"),
    [
        (
            "zh-hans",
            "/duty 中秋慰问 每年农历八月十五",
            "接下来是2027年9月15日星期三、2028年10月3日星期二和2029年9月22日星期六。",
            "2027年9月15日星期三",
        ),
        (
            "en",
            "/duty visits every year on the Mid-Autumn Festival",
            "The next ones are Wed 15 Sept 2027, Tue 3 Oct 2028 and Sat 22 Sept 2029.",
            "Wed 15 Sept 2027",
        ),
    ],
)
async def test_a_festival_that_moves_is_made_for_the_date_that_the_bot_names(
    world: World, scene: Organisation, language: str, words: str, said: str, day: str
) -> None:
    phone = admin(world, scene, language)
    asked = (await world.say(phone, words)).text.replace("\u2060", "")
    assert said in asked
    assert day in asked.split(said)[1]
    await make(world, phone, day)
    await world.move_to(at("2027-09-10 09:00"))
    [made] = world.look(duties.find_all)
    assert [row.last_day for row in rows(world, made.id)] == [date(2027, 9, 15)]
