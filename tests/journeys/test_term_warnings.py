"""The warnings before the end of a term come on days on which people work."""

from datetime import date
from functools import partial

from domain.act import ActKind
from tests.harness.scenes import add_duty, add_unit, small_school_committee
from tests.harness.world import World, at


async def test_a_term_warning_that_falls_on_a_sunday_comes_on_the_friday_before(
    world: World,
) -> None:
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    school = scene.units["school"]
    # Three years end on 16 May 2027; six months before that is Monday 16 November 2026, and for
    # the other branch Sunday 15 November.
    for name, day in (("青石小学第二支部", 16), ("青石小学第三支部", 15)):
        term = (date(2024, 5, day), 36)
        world.change(partial(add_unit, name=name, kind="支部", parent=school, term=term))
    world.change(
        lambda s: add_duty(s, ActKind.VOTE, owner_kinds=["支部"], begins_on=date(2026, 11, 1))
    )
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-13 08:30"))
    assert "青石小学第三支部" in world.last(lin).text
    assert "青石小学第二支部" not in world.last(lin).text
    heard = len(world.messages(lin))
    await world.move_to(at("2026-11-15 20:00"))
    assert len(world.messages(lin)) == heard
    await world.move_to(at("2026-11-16 08:30"))
    assert "青石小学第二支部" in world.last(lin).text
