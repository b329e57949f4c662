"""A plan of several years runs out like a term: its superior hears first, then both."""

import pytest

from domain.audience import Audience
from domain.duty_entry import DutyEntry
from papers.preset_files import find_preset
from tests.harness.duties import duty, keep, rows
from tests.harness.scenes import small_school_committee
from tests.harness.world import World, at
from tests.journeys.reporting import phone


def the_plan() -> DutyEntry:
    """As the ready plan has it."""
    preset = find_preset("education-full")
    assert preset is not None
    return next(one for one in preset.duties if one.code == "brand-plan")


@pytest.mark.parametrize(
    ("language", "began"),
    [("zh", "1 三年行动计划启动"), ("en", "1 the three-year p…")],
)
async def test_of_a_three_year_plan_the_superior_hears_half_a_year_ahead_and_then_both(
    world: World, language: str, began: str
) -> None:
    scene = world.change(lambda s: small_school_committee(s, world.clock()))
    entry = the_plan()
    made = keep(world, duty(Audience(kinds=("学校",)), cadence=entry.cadence, policy=entry.policy))
    zhou = phone(world, scene, "周敏", language)
    lin = phone(world, scene, "林岚", language)
    await world.move_to(at("2026-11-10 09:00"))
    await world.say(zhou, "/event 青石小学 11月9日")
    await world.press(zhou, began)
    await world.tick(minutes=1)
    [owed] = rows(world, made)
    assert str(owed.last_day) == "2029-11-09"
    heard = len(world.messages(lin)), len(world.messages(zhou))
    await world.move_to(at("2029-05-09 10:00"))
    assert (len(world.messages(lin)), len(world.messages(zhou))) == (heard[0], heard[1] + 1)
    await world.move_to(at("2029-08-09 10:00"))
    assert (len(world.messages(lin)), len(world.messages(zhou))) == (heard[0] + 1, heard[1] + 2)
