"""An officer corrects who was there, with a reason; the history keeps both."""

import pytest
from sqlmodel import select

from domain.audience import Audience
from domain.cadence import Quota
from domain.period import PeriodKind
from storage.tables.activities import ExpectedRow
from storage.tables.process import HistoryRow
from tests.harness.activities import School, hold, hold_from, labels, open_school, press_stale
from tests.harness.duties import duty, keep, rows, tag
from tests.harness.world import World, at
from tests.journeys.test_person_check_in import PRACTICE


def history(world: World) -> list[tuple[str, str, str]]:
    """Every correction: before, after, why."""
    found = world.look(lambda s: s.exec(select(HistoryRow)).all())
    return [
        (row.before["state"], row.after["state"], row.after["why"])
        for row in found
        if row.verb == "corrected" and row.before and row.after
    ]


async def held(school: School, language: str = "zh") -> None:
    """The study was held, and nobody was there."""
    card = await school.plan(language)
    await school.world.move_to(at("2026-11-27 16:00"))
    await hold(school.world, school.lin, card, language)


@pytest.mark.parametrize(
    ("language", "fix", "who", "was", "why", "own"),
    [
        ("zh", "✏️ 更正", "❌ 王渡", "签到", "忘记签到", "已签到"),
        ("en", "✏️ Correct", "❌ 王渡", "present", "Forgot to check in", "Checked in"),
    ],
)
async def test_who_forgot_to_check_in_is_present_after_all(
    world: World, language: str, fix: str, who: str, was: str, why: str, own: str
) -> None:
    school = await open_school(world, language)
    await held(school, language)
    for label in (fix, who, was, why):
        await world.press(school.lin, label)
    assert school.states()["王渡"] == "present"
    assert history(world) == [("absent", "present", "forgot")]
    assert own in world.last(school.wang).text


async def test_a_correction_follows_to_what_the_person_owes_and_back(world: World) -> None:
    school = await open_school(world)
    tag(world, school.scene.people["王渡"], "思政课教师")
    audience = Audience(tags=("思政课教师",))
    made = keep(world, duty(audience, PRACTICE, cadence=Quota(per=PeriodKind.YEAR)))
    await world.tick(minutes=1)
    card = await world.say(school.lin, "/activity 11月27日 15:00 实践教育活动 基地")
    await world.press(school.lin, "确认", message=card)
    await world.move_to(at("2026-11-27 16:00"))
    await hold(world, school.lin, card)
    wang = school.scene.people["王渡"]
    assert [row.counted for row in rows(world, made)] == [0]
    version = entry(world, wang).version
    await press_stale(world, school.lin, card, f"v1:fix_ok:1-{wang}-made_up-other:{version}")
    assert [row.counted for row in rows(world, made)] == [1]
    # A button of before does nothing.
    toast = await press_stale(
        world, school.lin, card, f"v1:fix_ok:1-{wang}-absent-mistake:{version}"
    )
    assert "变动" in toast
    assert [row.counted for row in rows(world, made)] == [1]
    await press_stale(world, school.lin, card, f"v1:fix_ok:1-{wang}-absent-mistake:{version + 1}")
    assert [row.counted for row in rows(world, made)] == [0]


def entry(world: World, person_id: int) -> ExpectedRow:
    """How one person stands."""
    query = select(ExpectedRow).where(ExpectedRow.person_id == person_id)
    return world.look(lambda s: s.exec(query).one())


@pytest.mark.parametrize(("language", "left"), [("zh", "早退"), ("en", "left early")])
async def test_who_leaves_early_was_there_and_the_record_says_so(
    world: World, language: str, left: str
) -> None:
    school = await open_school(world, language)
    card = await school.plan(language)
    wang = school.scene.people["王渡"]
    await world.move_to(at("2026-11-27 15:05"))
    await press_stale(world, school.wang, world.last(school.wang), "v1:checkin:1:0")
    await world.move_to(at("2026-11-27 15:40"))
    await press_stale(world, school.lin, card, f"v1:fix_to:1-{wang}-left:2")
    await press_stale(world, school.lin, card, f"v1:fix_ok:1-{wang}-left-other:2")
    found = entry(world, wang)
    assert (found.state, found.left_by) == ("present", school.scene.people["林岚"])
    assert found.left_at == at("2026-11-27 15:40")
    await hold_from(world, school.lin, card)
    assert left in (await world.say(school.wang, "/history")).text


async def test_nobody_can_be_made_present_before_the_window_but_be_on_leave(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    chen = school.scene.people["陈帆"]
    await press_stale(world, school.lin, card, f"v1:fix_one:1-{chen}:1")
    assert labels(card) == ["请假", "‹ 返回"]
    await press_stale(world, school.lin, card, f"v1:fix_ok:1-{chen}-present-forgot:1")
    assert school.states()["陈帆"] == "expected"
    await press_stale(world, school.lin, card, f"v1:fix_ok:1-{chen}-excused-told:1")
    assert school.states()["陈帆"] == "excused"


@pytest.mark.parametrize(
    "written",
    ["1-999-present-forgot", "99-1-present-forgot", "1-1-king-forgot", "1-1-late", "x-y-z-w"],
)
async def test_altered_corrections_change_nothing(world: World, written: str) -> None:
    school = await open_school(world)
    await held(school)
    before = school.states()
    card = world.last_with_button(school.lin, "✏️ 更正")
    await press_stale(world, school.lin, card, f"v1:fix_ok:{written}:1")
    await press_stale(world, school.lin, card, f"v1:fix_to:{written}:1")
    assert school.states() == before


async def test_only_who_answers_for_the_unit_corrects(world: World) -> None:
    school = await open_school(world)
    await held(school)
    card = world.last_with_button(school.lin, "✏️ 更正")
    chen = world.give_phone(school.scene.people["陈帆"], "陈帆")
    wang = school.scene.people["王渡"]
    other = await world.say(chen, "/activity")
    await press_stale(world, chen, other, f"v1:fix_ok:1-{wang}-present-forgot:2")
    await press_stale(world, school.wang, world.last(school.wang), f"v1:fix_one:1-{wang}:1")
    assert school.states()["王渡"] == "absent"
    assert card.text
