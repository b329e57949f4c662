"""The scene in which reports are written, and the ways that every story about them begins."""

from datetime import date

from domain.duty import DutyKind
from sandbox.chats import Person
from tests.harness.scenes import Organisation, add_duty, add_person, small_school_committee
from tests.harness.world import World, at


async def a_school_that_owes_a_report(world: World) -> Organisation:
    """A monthly report that the school owes to the committee, open since 1 November."""
    now = world.clock()
    made = world.change(lambda s: small_school_committee(s, now))
    world.change(
        lambda s: add_duty(
            s,
            DutyKind.REPORT,
            owner_kinds=["学校"],
            reviewer_kinds=["委员会"],
            begins_on=date(2026, 11, 1),
        )
    )
    await world.move_to(at("2026-11-02 09:00"))
    return made


def phone(world: World, scene: Organisation, name: str, language: str = "zh-hans") -> Person:
    """A linked phone of somebody in the scene."""
    return world.give_phone(scene.people[name], name, language=language)


def another_officer(world: World, scene: Organisation, name: str, unit: str, role: str) -> Person:
    """One more officer, with a linked phone."""
    now = world.clock()
    person_id = world.change(
        lambda s: add_person(s, name, scene.units[unit], roles=[role], now=now)
    )
    return world.give_phone(person_id, name)


async def write(world: World, author: Person, words: str) -> None:
    """Begin the report and send its words."""
    await world.say(author, "报告")
    await world.press(author, "v1:hand:1:1" if False else "1 ")
    await world.say(author, words)


async def hand_in(world: World, author: Person, words: str) -> None:
    """Write the report and hand it in."""
    await write(world, author, words)
    await world.press(author, "提交")
