"""An activity may count for each person who was there, and only for them."""

from domain.act import ActKind
from domain.audience import Audience
from domain.cadence import Quota
from domain.period import PeriodKind
from tests.harness.activities import hold, open_school
from tests.harness.duties import act, duty, keep, rows, tag
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
