"""Marking by list where very many people are called the same: asked page by page, never guessed."""

import pytest
from sqlmodel import Session, col, select

from sandbox.chats import Message
from storage.tables.activities import ExpectedRow
from storage.tables.organisation import PersonRow
from tests.harness.activities import School, labels, open_school, press_stale
from tests.harness.scenes import add_person
from tests.harness.world import World, at

MANY = 120


def present(world: World) -> list[str]:
    """The codes of those who are here."""
    query = (
        select(PersonRow.code)
        .join(ExpectedRow, col(ExpectedRow.person_id) == col(PersonRow.id))
        .where(col(ExpectedRow.state) == "present")
        .order_by(col(PersonRow.id))
    )
    return list(world.look(lambda session: session.exec(query).all()))


async def open_list(world: World, language: str = "zh") -> School:
    """A branch in which 120 people have one name; its officer marks by list."""
    school = await open_school(world, language)
    card = await school.plan(language)

    def add_namesakes(session: Session) -> None:
        branch, now = school.scene.units["branch"], world.clock()
        for number in range(MANY):
            person = add_person(session, f"N{number:03}", branch, now=now)
            session.get_one(PersonRow, person).name = "王伟"

    world.change(add_namesakes)
    await world.move_to(at("2026-11-27 15:20"))
    await press_stale(world, school.lin, card, "v1:mark_list:1:0")
    return school


async def turn_to_last(world: World, school: School, shown: Message) -> None:
    """Turn the pages to the last one."""
    while "›" in labels(shown):
        await world.press(school.lin, "›", message=shown)


@pytest.mark.parametrize(
    ("language", "asked", "nobody", "confirm"),
    [
        ("zh", "“王伟”指的是谁？", "都不是", "确认"),
        ("en", "Who is meant by “王伟”?", "None of them", "Confirm"),
    ],
)
async def test_a_hundred_and_twenty_namesakes_are_asked_about_in_pages(
    world: World, language: str, asked: str, nobody: str, confirm: str
) -> None:
    school = await open_list(world, language)
    shown = await world.say(school.lin, "王渡\n王伟\n王伟")
    assert asked in shown.text
    assert len(labels(shown)) == 8 + 2 + 1
    assert "1/15" in labels(shown)
    assert "3. 王伟 · 青石小学第一支部 · P-N002" in shown.text
    await world.press(school.lin, "›", message=shown)
    await world.press(school.lin, labels(shown)[2], message=shown)
    assert "1/15" in labels(shown)
    await turn_to_last(world, school, shown)
    assert "P-N119" in shown.text
    assert nobody in labels(shown)
    await world.press(school.lin, labels(shown)[6], message=shown)
    await world.press(school.lin, confirm, message=shown)
    assert present(world) == ["P-王渡", "P-N010", "P-N119"]


@pytest.mark.parametrize("page", [0, 16, 999999999])
async def test_a_page_that_there_is_not_is_the_nearest_one(world: World, page: int) -> None:
    school = await open_list(world)
    shown = await world.say(school.lin, "王伟")
    [draft] = {b.data.split(":")[2].split("-")[0] for r in shown.buttons for b in r if b.data}
    await press_stale(world, school.lin, shown, f"v1:list_page:{draft}:{page}")
    assert ("15/15" if page else "1/15") in labels(shown)
    assert present(world) == []


async def test_the_unit_or_the_id_behind_the_name_needs_no_question(world: World) -> None:
    school = await open_list(world)
    shown = await world.say(school.lin, "王伟 P-N077")
    await world.press(school.lin, "确认", message=shown)
    assert present(world) == ["P-N077"]
