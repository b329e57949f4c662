"""An activity may count for each person who was there, and only for them."""

from sqlmodel import col, delete

from domain.act import ActKind
from domain.audience import Audience
from domain.cadence import Quota
from domain.period import PeriodKind
from storage.tables.activities import ExpectedRow
from tests.harness.activities import hold, open_more, open_school, press_stale
from tests.harness.duties import act, duty, keep, rows, tag
from tests.harness.presence import shown
from tests.harness.scenes import add_person
from tests.harness.world import World, at

PRACTICE = act(ActKind.ACTIVITY, "实践教育活动", "Practice")


async def test_each_teacher_who_was_there_has_done_it_once(world: World) -> None:
    school = await open_school(world)
    for name in ("王渡", "陈帆"):
        tag(world, school.scene.people[name], "思政课教师")
    audience = Audience(tags=("思政课教师",))
    twice = Quota(per=PeriodKind.YEAR, at_least=2)
    made = keep(world, duty(audience, PRACTICE, cadence=twice))
    await world.tick(minutes=1)
    card = await world.say(school.lin, "/activity 11月27日 15:00 实践教育活动 基地")
    await world.press(school.lin, "确认", message=card)
    await world.move_to(at("2026-11-27 14:50"))
    await world.press(school.wang, "✅ 签到")
    await world.move_to(at("2026-11-27 16:00"))
    await hold(world, school.lin, card)
    counts = {row.owner_key: row.counted for row in rows(world, made)}
    wang, chen = (f"p{school.scene.people[name]}" for name in ("王渡", "陈帆"))
    assert counts == {wang: 1, chen: 0}
    await world.press(school.lin, "↩️ 撤销", message=card)
    assert {row.counted for row in rows(world, made)} == {0}


async def test_a_guest_who_was_marked_and_counted_is_not_counted_again_when_he_is_added(
    world: World,
) -> None:
    school = await open_school(world)
    zhao = world.change(
        lambda s: add_person(s, "赵晴", school.scene.units["school"], now=world.clock())
    )
    phone = world.give_phone(zhao, "赵晴")
    tag(world, zhao, "思政课教师")
    audience = Audience(tags=("思政课教师",))
    twice = Quota(per=PeriodKind.YEAR, at_least=2)
    made = keep(world, duty(audience, PRACTICE, cadence=twice))
    await world.tick(minutes=1)
    card = await world.say(school.lin, "/activity 11月27日 15:00 实践教育活动 基地")
    await world.press(school.lin, "确认", message=card)
    await open_more(world, school.lin, card)
    await world.press(school.lin, "⚪ 大屏", message=card)
    world.change(lambda s: s.execute(delete(ExpectedRow).where(col(ExpectedRow.person_id) == zhao)))
    await world.move_to(at("2026-11-27 15:02"))
    await world.say(phone, f"/start {shown(world).scan}")
    question = world.last(school.lin)
    assert "赵晴" in question.text
    await press_stale(world, school.lin, card, "v1:mark_list:1:0")
    await world.press(school.lin, "确认", message=await world.say(school.lin, "赵晴"))
    await world.move_to(at("2026-11-27 16:00"))
    await hold(world, school.lin, card)
    assert [row.counted for row in rows(world, made)] == [1]
    await press_stale(world, school.lin, question, "v1:guest_add:1:0")
    assert [row.counted for row in rows(world, made)] == [1]
