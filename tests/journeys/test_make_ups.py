"""A make-up session turns absent into made up, and back when it was not held after all."""

import pytest
from sqlmodel import col, select

from domain.audience import Audience
from domain.cadence import Quota
from domain.period import PeriodKind
from storage import check_ins
from storage.tables.activities import ExpectedRow
from storage.tables.organisation import PersonRow
from tests.harness.activities import hold, hold_from, labels, open_school, press_stale
from tests.harness.duties import duty, keep, rows, tag
from tests.harness.world import World, at
from tests.journeys.test_person_check_in import PRACTICE


def standing(world: World, activity: int) -> dict[str, str]:
    """How everybody stands at one activity, by name."""
    query = (
        select(PersonRow.name, ExpectedRow.state)
        .join(ExpectedRow, col(ExpectedRow.person_id) == col(PersonRow.id))
        .where(col(ExpectedRow.activity_id) == activity)
    )
    return world.look(lambda session: dict(session.exec(query).all()))


@pytest.mark.parametrize(
    ("language", "again", "words", "invited", "confirm", "made_up"),
    [
        ("zh", "📚 补学", "12月1日15:00", "缺席或请假的2人", "确认", "补学"),
        ("en", "📚 Make-up session", "Dec 1 15:00", "2 people who were", "Confirm", "made up"),
    ],
)
async def test_who_was_absent_makes_it_up(
    world: World, language: str, again: str, words: str, invited: str, confirm: str, made_up: str
) -> None:
    school = await open_school(world, language)
    people = school.scene.people
    tag(world, people["王渡"], "思政课教师")
    yearly = Quota(per=PeriodKind.YEAR)
    made = keep(world, duty(Audience(tags=("思政课教师",)), PRACTICE, cadence=yearly))
    await world.tick(minutes=1)
    card = await school.plan(language)
    await press_stale(world, school.lin, card, f"v1:count_for:1-{made}-yes:1")
    await world.move_to(at("2026-11-27 15:00"))
    await press_stale(world, school.lin, card, f"v1:mark:1-{people['林岚']}-here:1")
    await press_stale(world, school.lin, card, f"v1:fix_ok:1-{people['陈帆']}-excused-told:1")
    await hold_from(world, school.lin, card)
    await world.press(school.lin, again, message=card)
    preview = await world.say(school.lin, words)
    assert invited in preview.text
    await world.press(school.lin, confirm, message=preview)
    assert standing(world, 2) == {"陈帆": "expected", "王渡": "expected"}
    await world.move_to(at("2026-12-01 14:50"))
    for name in ("王渡", "陈帆"):
        await press_stale(world, school.lin, preview, f"v1:mark:2-{people[name]}-here:1")
    await press_stale(world, school.lin, preview, "v1:activity:2:1")
    await world.move_to(at("2026-12-01 16:00"))
    await hold(world, school.lin, preview, language)
    assert standing(world, 1) == {"林岚": "present", "陈帆": "made_up", "王渡": "made_up"}
    assert [row.counted for row in rows(world, made)] == [1]
    assert made_up in (await world.say(school.wang, "/history")).text
    await press_stale(world, school.lin, preview, "v1:unhold:2:2")
    assert standing(world, 1) == {"林岚": "present", "陈帆": "excused", "王渡": "absent"}
    assert [row.counted for row in rows(world, made)] == [0]


async def test_nothing_is_made_up_before_it_was_held_or_when_all_were_there(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    toast = await press_stale(world, school.lin, card, "v1:make_up:1:1")
    assert "没有人缺席" in toast
    await world.move_to(at("2026-11-27 15:00"))
    for name in ("林岚", "陈帆", "王渡"):
        await press_stale(world, school.lin, card, f"v1:mark:1-{school.scene.people[name]}-here:1")
    await hold_from(world, school.lin, card)
    await press_stale(world, school.lin, card, "v1:activity:1:2")
    assert "📚 补学" not in labels(card)


async def test_a_confirm_pressed_twice_makes_one_session(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 16:00"))
    await hold(world, school.lin, card)
    await world.press(school.lin, "📚 补学", message=card)
    preview = await world.say(school.lin, "明天9:00")
    data = next(b.data or "" for row in preview.buttons for b in row if b.text == "确认")
    for _ in range(3):
        await press_stale(world, school.lin, preview, data)
    assert standing(world, 2)
    assert standing(world, 3) == {}


async def test_a_correction_of_a_make_up_session_follows_to_what_was_missed(world: World) -> None:
    school = await open_school(world)
    card = await school.plan()
    await world.move_to(at("2026-11-27 16:00"))
    await hold(world, school.lin, card)
    await world.press(school.lin, "📚 补学", message=card)
    preview = await world.say(school.lin, "明天9:00")
    await world.press(school.lin, "确认", message=preview)
    await world.move_to(at("2026-11-28 12:00"))
    await hold(world, school.lin, preview)
    wang = school.scene.people["王渡"]
    for said, stands in (("present", "made_up"), ("late", "made_up"), ("absent", "absent")):
        known = world.look(lambda s: check_ins.find(s, 2, wang))
        assert known is not None
        data = f"v1:fix_ok:2-{wang}-{said}-mistake:{known.version}"
        await press_stale(world, school.lin, preview, data)
        assert standing(world, 2)["王渡"] == said
        assert standing(world, 1)["王渡"] == stands
    assert standing(world, 1)["陈帆"] == "absent"
