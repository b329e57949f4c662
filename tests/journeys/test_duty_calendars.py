"""The dates of a preview are those of the units that owe the duty, not those of the top unit."""

from datetime import date

import pytest
from sqlmodel import Session

from domain.own_day import OwnDays
from domain.school_term import SchoolTerm
from sandbox.chats import Person
from storage import duties, own_days, school_terms
from tests.harness.duties import rows
from tests.harness.scenes import Organisation, add_person
from tests.harness.two_districts import two_districts
from tests.harness.world import World, at
from tests.journeys.configuring import has_button

EXAMS = OwnDays(first_day=date(2026, 11, 4), last_day=date(2026, 11, 8), name="考试")
LATER = OwnDays(first_day=date(2026, 12, 9), last_day=date(2026, 12, 10), name="活动")
AUTUMN = SchoolTerm(name="秋季", first_day=date(2026, 9, 1), last_day=date(2027, 1, 22))
LATE_AUTUMN = SchoolTerm(name="秋季", first_day=date(2026, 9, 7), last_day=date(2027, 2, 5))
SPRING = SchoolTerm(name="春季", first_day=date(2027, 2, 15), last_day=date(2027, 7, 9))
STUDY = "/duty 政治学习 每月5日"


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: two_districts(s, now))


def appoint(world: World, scene: Organisation, *, language: str = "zh-hans") -> Person:
    """An administrator of the whole."""
    now, top = world.clock(), scene.units["committee"]

    def add(session: Session) -> int:
        return add_person(session, "何平", top, roles=["administrator"], now=now)

    return world.give_phone(world.change(add), "何平", language=language)


def rest(world: World, scene: Organisation, *units: str, days: OwnDays = EXAMS) -> None:
    """These units have days off of their own."""
    for unit in units:
        unit_id = scene.units[unit]
        world.change(lambda s, unit_id=unit_id: own_days.replace(s, unit_id, [days]))  # type: ignore[misc]


async def preview(world: World, admin: Person, words: str) -> str:
    """A duty whose dates move to the working day before a day off."""
    await world.say(admin, words)
    await world.say(admin, "学校")
    keep = "🏖 休息日：不动"
    await world.press(admin, keep if has_button(world.last(admin), keep) else "🏖 Day off: keep")
    return world.last(admin).text


async def test_the_dates_of_most_units_are_shown_and_the_others_are_counted(
    world: World, scene: Organisation
) -> None:
    rest(world, scene, "stone")
    shown = await preview(world, appoint(world, scene), STUDY)
    assert "11月5日星期四：截止" in shown
    assert "有1个组织自行安排了日子，它们的日期不同。" in shown


async def test_where_most_units_have_own_days_theirs_are_shown(
    world: World, scene: Organisation
) -> None:
    rest(world, scene, "stone", "willow", "bridge")
    admin = appoint(world, scene, language="en")
    shown = await preview(world, admin, "/duty staff study every month on the 5th")
    assert "Tue 3 Nov: due (moved from Thu 5 Nov" in shown
    assert "1 unit has own days: its dates differ." in shown


async def test_two_other_units_are_counted_as_two(world: World, scene: Organisation) -> None:
    rest(world, scene, "stone")
    rest(world, scene, "bridge", days=LATER)
    admin = appoint(world, scene, language="en")
    shown = await preview(world, admin, "/duty staff study on the 5th and 10th of each month")
    assert "2 units have own days: their dates differ." in shown


async def test_what_all_share_or_what_moves_no_date_is_not_mentioned(
    world: World, scene: Organisation
) -> None:
    rest(world, scene, "committee")
    rest(world, scene, "stone", days=LATER)
    shown = await preview(world, appoint(world, scene), STUDY)
    assert "11月3日星期二：截止（由11月5日星期四调整" in shown
    assert "自行安排" not in shown


def teach(world: World, scene: Organisation, unit: str, *terms: SchoolTerm) -> None:
    """A unit enters its school terms."""
    world.change(lambda s: school_terms.replace(s, scene.units[unit], terms))


@pytest.mark.parametrize(
    ("language", "words", "due", "differing"),
    [
        pytest.param(
            "zh-hans",
            "/duty 家长会 每学期至少1次",
            "2027年1月22日星期五：截止",
            "有1个组织自行安排了日子，它们的日期不同。",
            id="zh",
        ),
        pytest.param(
            "en",
            "/duty parents once a term",
            "Fri 22 Jan 2027: due",
            "1 unit has own days: its dates differ.",
            id="en",
        ),
    ],
)
async def test_a_quota_per_term_follows_the_terms_of_each_school(
    world: World, scene: Organisation, language: str, words: str, due: str, differing: str
) -> None:
    teach(world, scene, "committee", AUTUMN)
    teach(world, scene, "snow", LATE_AUTUMN)
    admin = appoint(world, scene, language=language)
    await world.say(admin, words)
    await world.say(admin, "学校")
    shown = world.last(admin).text
    assert due in shown
    assert differing in shown
    await world.press(admin, "确认" if language == "zh-hans" else "Confirm")
    await world.tick(minutes=1)
    [made] = world.change(lambda s: duties.find_all(s))
    found = {row.unit_id: (row.period_key, row.last_day) for row in rows(world, made.id)}
    assert found[scene.units["stone"]] == ("2026-S1", date(2027, 1, 22))
    assert found[scene.units["snow"]] == ("2026-S1", date(2027, 2, 5))


async def test_in_a_holiday_between_terms_nothing_opens_and_the_next_term_has_its_own(
    world: World, scene: Organisation
) -> None:
    teach(world, scene, "committee", AUTUMN, SPRING)
    admin = appoint(world, scene)
    await world.say(admin, "/duty 家长会 每学期至少1次 学校")
    await world.press(admin, "确认")
    [made] = world.change(lambda s: duties.find_all(s))
    await world.move_to(at("2027-02-01 09:00"))
    assert {row.period_key for row in rows(world, made.id)} == {"2026-S1"}
    await world.move_to(at("2027-02-15 09:00"))
    found = {(row.period_key, row.last_day) for row in rows(world, made.id)}
    assert found == {("2026-S1", date(2027, 1, 22)), ("2026-S2", date(2027, 7, 9))}


async def test_terms_entered_later_do_not_ask_for_the_same_term_twice(
    world: World, scene: Organisation
) -> None:
    admin = appoint(world, scene)
    await world.say(admin, "/duty 家长会 每学期至少1次 学校")
    await world.press(admin, "确认")
    await world.tick(minutes=1)
    teach(world, scene, "committee", AUTUMN, SPRING)
    [made] = world.change(lambda s: duties.find_all(s))
    for day in ("2026-11-03", "2027-01-25", "2027-02-16"):
        await world.move_to(at(f"{day} 09:00"))
    keys = [(row.unit_id, row.period_key) for row in rows(world, made.id)]
    assert sorted(keys) == sorted(set(keys))
    assert {key for _, key in keys} == {"2026-S1", "2026-S2"}
