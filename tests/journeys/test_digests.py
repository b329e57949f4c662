"""One message a day about what is due, and quiet once it is done."""

from datetime import date

from sqlmodel import select

from domain.act import ActKind
from storage.tables.duties import ObligationRow
from tests.harness.scenes import add_duty, small_school_committee
from tests.harness.world import World, at


async def test_a_secretary_gets_one_digest_when_a_step_of_the_ladder_falls_due(
    world: World,
) -> None:
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-20 08:00"))
    assert world.messages(lin) == []
    await world.move_to(at("2026-11-20 08:30"))
    [message] = world.messages(lin)
    assert "教职工政治学习" in message.text
    assert "还有10天" in message.text
    await world.move_to(at("2026-11-20 19:00"))
    assert len(world.messages(lin)) == 1


async def test_todo_lists_what_the_unit_owes(world: World) -> None:
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.tick(minutes=1)
    answer = await world.say(lin, "/todo")
    assert "教职工政治学习" in answer.text
    assert (await world.say(lin, "待办")).text == answer.text


async def test_what_was_never_done_is_missed_when_the_next_period_is_over_too(
    world: World,
) -> None:
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    duty = world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-12-31 12:00"))
    assert states(world, duty) == {"2026-11": "open", "2026-12": "open"}
    await world.move_to(at("2027-01-01 12:00"))
    assert states(world, duty) == {"2026-11": "missed", "2026-12": "open", "2027-01": "open"}
    assert "2026年11月" not in world.last(lin).text
    assert "2026年11月" not in (await world.say(lin, "/todo")).text


def states(world: World, duty_id: int) -> dict[str, str]:
    """How each period of a duty stands."""
    query = select(ObligationRow).where(ObligationRow.duty_id == duty_id)
    return {row.period_key: row.state for row in world.look(lambda s: s.exec(query).all())}


async def test_a_digest_that_is_brought_up_to_date_keeps_the_day_on_which_it_was_heard(
    world: World,
) -> None:
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-20 08:30"))
    await world.move_to(at("2027-01-01 12:00"))
    first = world.messages(lin)[0]
    assert first.edited is not None
    assert "11月20日星期五" in first.text
    assert "未完成" in first.text
    assert first.buttons == ()
