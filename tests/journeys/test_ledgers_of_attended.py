"""What a higher unit held stands in a branch's ledger as far as the branch's people attended."""

from datetime import date, time
from typing import Any

from sqlmodel import Session

from tests.harness.ledgers import Came, add_activity, document, read_book
from tests.harness.scenes import Organisation
from tests.harness.world import World, at
from tests.journeys.ledgering import phone, set_scene

NOON = at("2026-10-15 12:00")


def hold_above(session: Session, scene: Organisation) -> None:
    """Lectures of the district and the committee, and one of the sister school with a guest."""
    people, units = scene.people, scene.units

    def came(**states: str) -> list[Came]:
        return [Came(person=people[name], state=state) for name, state in states.items()]

    lecture = came(林岚="present", 王渡="absent", 陈帆="present")
    add_activity(session, units["east"], "片区党课", NOON, by=people["何静"], came=lecture)
    add_activity(
        session, units["committee"], "书记例会", NOON, by=people["周敏"],
        came=came(陈帆="present", 白露="late"),
    )  # fmt: skip
    guests = came(王渡="present")
    add_activity(session, units["willow"], "柳岸观摩", NOON, by=people["陈帆"], came=guests)


async def book_of(world: World, scene: Organisation, name: str, unit: str) -> dict[str, Any]:
    """The workbook of October that somebody asks for."""
    officer = phone(world, scene, name)
    brought = await world.say(officer, f"/ledger {unit} 2026年10月")
    return read_book(document(brought)[1])


async def test_attended_above_counts_at_home_with_ones_own_people_alone(world: World) -> None:
    scene = await set_scene(world)
    world.change(lambda s: hold_above(s, scene))
    book = await book_of(world, scene, "林岚", "青石小学")
    lecture = next(row for row in book["活动"] if row[5] == "片区党课")
    assert lecture[1:6] == (date(2026, 10, 15), time(12), "无", "东岸片区", "片区党课")
    assert lecture[10:] == (2, 1, 0, 0, 0, 1, 0.5, "无")
    attended = [row[2:7] for row in book["考勤"] if row[3] == "片区党课"]
    assert attended == [
        ("东岸片区", "片区党课", "林岚", "青石小学", "签到"),
        ("东岸片区", "片区党课", "王渡", "青石小学", "缺席"),
    ]
    everything = str(book)
    assert not [word for word in ("陈帆", "书记例会", "柳岸观摩", "柳岸小学") if word in everything]


async def test_the_unit_that_held_it_has_everybody_once(world: World) -> None:
    scene = await set_scene(world)
    world.change(lambda s: hold_above(s, scene))
    book = await book_of(world, scene, "何静", "东岸片区")
    titles = [row[5] for row in book["活动"]]
    assert (titles.count("片区党课"), titles.count("书记例会")) == (1, 1)
    attended = [row[4] for row in book["考勤"] if row[3] == "片区党课"]
    assert attended == ["林岚", "王渡", "陈帆"]
    # Of the committee's meeting the district sees its own secretary and nobody of the other one.
    assert [row[4] for row in book["考勤"] if row[3] == "书记例会"] == ["陈帆"]
    assert "白露" not in str(book)


async def test_a_sister_unit_keeps_what_it_held_to_itself(world: World) -> None:
    scene = await set_scene(world)
    world.change(lambda s: hold_above(s, scene))
    book = await book_of(world, scene, "陈帆", "柳岸小学")
    titles = [row[5] for row in book["活动"][1:]]
    assert titles == ["片区党课", "书记例会", "柳岸观摩"]
    assert "林岚" not in str(book)
