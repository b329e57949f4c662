"""Whoever is named in full may stand in, near or far; a name of two is asked about."""

import pytest
from sqlmodel import Session, select

from storage.tables.ladders import AwayRow
from storage.tables.organisation import PersonRow
from tests.harness.two_districts import labels, november, press_data
from tests.harness.world import World, at


def deputies(world: World) -> list[tuple[int, str]]:
    rows = world.look(lambda s: s.exec(select(AwayRow)).all())
    return [(row.deputy_id, row.state) for row in rows]


@pytest.mark.parametrize(
    "words", ["12月10日-24日 白露", "12月10日-24日 @白露", "白露 12月10日-24日"]
)
async def test_somebody_of_another_district_stands_in(world: World, words: str) -> None:
    scene = await november(world)
    he, bai = (world.give_phone(scene.people[n], n) for n in ("何静", "白露"))
    await world.move_to(at("2026-11-20 10:00"))
    shown = await world.say(he, f"/away {words}")
    assert "白露（其他组织）" in shown.text
    assert "雪松小学" not in shown.text
    await world.press(he, "确认")
    await world.press(bai, "确认")
    assert deputies(world) == [(scene.people["白露"], "confirmed")]


async def test_two_of_one_name_are_asked_about(world: World) -> None:
    scene = await november(world)

    def namesake(session: Session) -> int:
        row = PersonRow(code="P-2", name="林岚", unit_id=scene.units["snow"])
        session.add(row)
        session.flush()
        return row.id or 0

    other = world.change(namesake)
    he, _, far = (
        world.give_phone(person, name)
        for person, name in (
            (scene.people["何静"], "何静"),
            (scene.people["林岚"], "林岚"),
            (other, "林岚二"),
        )
    )
    await world.move_to(at("2026-11-20 10:00"))
    asked = await world.say(he, "/away 12月10日-24日 林岚")
    chosen = [label for label in labels(asked) if label.startswith("林岚")]
    assert len(chosen) == 2
    await world.press(he, next(label for label in chosen if "其他组织" in label))
    await world.press(he, "确认")
    await world.press(far, "确认")
    assert deputies(world) == [(other, "confirmed")]


async def test_several_elsewhere_are_told_apart_by_nothing_but_their_code(world: World) -> None:
    scene = await november(world)

    def namesakes(session: Session) -> list[int]:
        rows = [
            PersonRow(code=code, name="莫问", unit_id=scene.units["snow"]) for code in ("Q1", "Q2")
        ]
        session.add_all(rows)
        session.flush()
        return [row.id or 0 for row in rows]

    ids = world.change(namesakes)
    he = world.give_phone(scene.people["何静"], "何静")
    for number, one in enumerate(ids):
        world.give_phone(one, f"莫问{number}")
    await world.move_to(at("2026-11-20 10:00"))
    asked = await world.say(he, "/away 12月10日-24日 莫问")
    assert "多位同名" in asked.text
    assert not any(label.startswith("莫问") for label in labels(asked))
    assert "莫问（其他组织）" in (await world.say(he, "Q2")).text


async def test_a_number_that_we_gave_finds_nobody_elsewhere(world: World) -> None:
    scene = await november(world)
    he, _ = (world.give_phone(scene.people[n], n) for n in ("何静", "白露"))
    await world.move_to(at("2026-11-20 10:00"))
    asked = await world.say(he, f"/away 12月10日-24日 #{scene.people['白露']}")
    assert "白露" not in asked.text


async def test_a_forged_button_names_nobody_far_away(world: World) -> None:
    scene = await november(world)
    he, _ = (world.give_phone(scene.people[n], n) for n in ("何静", "白露"))
    await world.move_to(at("2026-11-20 10:00"))
    await world.say(he, "/away 12月10日-24日")
    await press_data(world, he, f"v1:away_deputy:1-{scene.people['白露']}:0")
    assert not any("白露" in one.text for one in world.messages(he))
