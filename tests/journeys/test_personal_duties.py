"""What each person owes: told to that person alone, counted in the unit, and it moves along."""

from datetime import date

import pytest
from sqlmodel import Session, col, select

from domain.audience import Audience
from domain.cadence import Quota
from domain.office import Role
from domain.period import PeriodKind
from sandbox.chats import Person
from storage import duties
from storage.tables.organisation import OfficeRow, PersonRow
from storage.tables.process import HistoryRow
from tests.harness.duties import INSPECT, PLAN, duty, keep, move, rows, states, tag
from tests.harness.scenes import Organisation, add_person, leave, small_school_committee
from tests.harness.two_districts import labels
from tests.harness.world import World, at

TEACHERS = Audience(tags=("思政课教师",))
TWICE_A_YEAR = Quota(per=PeriodKind.YEAR, at_least=2)


@pytest.fixture
async def scene(world: World) -> Organisation:
    """Two teachers in the branch, one of them the secretary."""
    made = world.change(lambda s: small_school_committee(s, world.clock()))
    for name in ("王渡", "陈帆"):
        tag(world, made.people[name], "思政课教师")
    return made


@pytest.fixture
async def wang(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["王渡"], "王渡")


async def test_a_member_is_told_what_he_owes_and_does_it_twice(
    world: World, scene: Organisation, wang: Person
) -> None:
    made = keep(world, duty(TEACHERS, cadence=TWICE_A_YEAR))
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-12-21 09:00"))
    assert "安全自查 · 2026年 · 王渡" in world.last(wang).text
    # Nobody can be reached for the branch, so the school would be told next.
    assert "将告知青石小学书记。" in world.last(wang).text
    assert world.messages(lin) == []
    await world.press(wang, "1 完成")
    todo = await world.say(wang, "/todo")
    assert "已完成1/2" in todo.text
    await world.press(wang, "1 完成")
    wang_key, chen_key = (f"p{scene.people[name]}" for name in ("王渡", "陈帆"))
    assert states(world, made) == {(chen_key, "2026"): "open", (wang_key, "2026"): "done"}


async def test_silence_climbs_to_the_officer_of_the_unit_and_from_him_to_the_level_above(
    world: World, scene: Organisation, wang: Person
) -> None:
    keep(world, duty(TEACHERS))
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    lin = world.give_phone(scene.people["林岚"], "林岚")
    await world.move_to(at("2026-12-07 09:00"))
    # Chen hears of Wang, and nobody but the school of Chen himself.
    assert (
        "来自下级" in world.last(chen).text or "王渡（青石小学第一支部）" in world.last(chen).text
    )
    assert "陈帆（青石小学第一支部）" not in world.last(chen).text
    assert "陈帆（青石小学第一支部）" in world.last(lin).text
    assert "王渡" not in world.last(lin).text


async def test_the_board_counts_people_inside_their_unit(
    world: World, scene: Organisation, wang: Person
) -> None:
    keep(world, duty(TEACHERS))
    he = world.give_phone(scene.people["何静"], "何静")
    await world.tick(minutes=1)
    await world.say(wang, "/todo")
    await world.press(wang, "1 完成")
    assert "安全自查：1/2人" in (await world.say(he, "/status")).text
    assert "安全自查：1/2人" in (await world.say(he, "/status 第一支部")).text
    missing = await world.say(he, "/missing")
    assert "陈帆（青石小学第一支部）" in missing.text
    assert "王渡" not in missing.text


async def test_a_nudge_goes_to_the_person_and_says_who_cannot_be_reached(
    world: World, scene: Organisation, wang: Person
) -> None:
    keep(world, duty(TEACHERS))
    he = world.give_phone(scene.people["何静"], "何静")
    await world.tick(hours=3)
    await world.say(he, "/missing")
    await world.press(he, "📣 催办 2项")
    assert world.last(he).text == "📣 已提醒1人。\n1人联系不上，请看 /reach。"
    assert "安全自查" in world.last(wang).text
    assert "1 完成" in labels(world.last(wang))


async def test_an_office_by_which_he_owes_it_is_told_apart_from_the_unit(
    world: World, scene: Organisation
) -> None:
    audience = Audience(kinds=("支部", "学校"), roles=(Role.SECRETARY,))
    made = keep(world, duty(audience, PLAN, INSPECT))
    await world.tick(minutes=1)
    owners = {key for key, _ in states(world, made)}
    assert owners == {f"p{scene.people[name]}" for name in ("林岚", "陈帆")}
    world.change(lambda s: end_office(s, scene.people["陈帆"], world))
    await world.tick(minutes=1)
    found = {key: state for (key, _), state in states(world, made).items()}
    assert found == {f"p{scene.people['林岚']}": "open", f"p{scene.people['陈帆']}": "excused"}


def end_office(session: Session, person_id: int, world: World) -> None:
    """The office is over; the next import says so."""
    query = select(OfficeRow).where(col(OfficeRow.person_id) == person_id)
    session.exec(query).one().ended_at = world.clock()
    duties.forget_openings(session)


async def test_what_he_owes_moves_with_him_in_the_middle_of_the_period(
    world: World, scene: Organisation, wang: Person
) -> None:
    made = keep(world, duty(TEACHERS))
    world.give_phone(scene.people["林岚"], "林岚")
    world.give_phone(scene.people["陈帆"], "陈帆")
    await world.move_to(at("2026-11-20 09:00"))
    assert "将告知青石小学第一支部书记。" in world.last(wang).text
    move(world, scene.people["王渡"], scene.units["school"])
    await world.tick(minutes=1)
    found = {row.owner_key: (row.unit_id, row.state) for row in rows(world, made)}
    assert found[f"p{scene.people['王渡']}"] == (scene.units["school"], "open")
    assert len(found) == 2
    assert "将告知青石小学书记。" in world.last(wang).text
    assert written(world) == ["moved"]
    await world.move_to(at("2026-12-01 09:00"))
    december = {row.unit_id for row in rows(world, made) if row.period_key == "2026-12"}
    assert december == {scene.units["branch"], scene.units["school"]}


async def test_who_leaves_owes_nothing_and_who_comes_back_owes_it_again(
    world: World, scene: Organisation, wang: Person
) -> None:
    made = keep(world, duty(TEACHERS))
    await world.move_to(at("2026-11-20 09:00"))
    world.change(lambda s: go(s, scene.people["王渡"], world))
    await world.tick(minutes=1)
    key = (f"p{scene.people['王渡']}", "2026-11")
    assert states(world, made)[key] == "excused"
    await world.move_to(at("2026-11-27 09:00"))
    assert len(world.messages(wang)) == 1
    world.change(lambda s: come_back(s, scene.people["王渡"]))
    await world.tick(minutes=1)
    assert states(world, made)[key] == "open"
    assert written(world) == ["closed", "owed_again"]
    assert "还有3天" in world.last(wang).text
    await world.move_to(at("2026-11-30 09:00"))
    assert "今天截止" in world.last(wang).text


def go(session: Session, person_id: int, world: World) -> None:
    leave(session, person_id, now=world.clock())
    duties.forget_openings(session)


def come_back(session: Session, person_id: int) -> None:
    session.get_one(PersonRow, person_id).left_at = None
    duties.forget_openings(session)


def written(world: World) -> list[str]:
    """What the clock wrote about obligations."""
    query = select(HistoryRow.verb).where(
        col(HistoryRow.way) == "clock", col(HistoryRow.subject_kind) == "obligation"
    )
    return world.look(lambda s: list(s.exec(query.order_by(col(HistoryRow.id)))))


async def test_who_joins_later_owes_nothing_of_what_was_over(
    world: World, scene: Organisation
) -> None:
    made = keep(world, duty(TEACHERS, since=date(2026, 9, 1)))
    await world.move_to(at("2027-01-15 09:00"))
    late = world.change(lambda s: add_person(s, "新来", scene.units["branch"], now=world.clock()))
    tag(world, late, "思政课教师")
    world.change(duties.forget_openings)
    await world.tick(minutes=1)
    assert [period for key, period in states(world, made) if key == f"p{late}"] == ["2027-01"]


async def test_exceptions_owe_nothing(world: World, scene: Organisation) -> None:
    audience = Audience(
        tags=("思政课教师",), people=(scene.people["林岚"],), except_people=(scene.people["王渡"],)
    )
    made = keep(world, duty(audience))
    await world.tick(minutes=1)
    owners = {key for key, _ in states(world, made)}
    assert owners == {f"p{scene.people[name]}" for name in ("陈帆", "林岚")}


async def test_a_question_why_is_answered_with_the_person_himself(
    world: World, wang: Person
) -> None:
    keep(world, duty(TEACHERS))
    await world.move_to(at("2026-11-20 09:00"))
    answer = await world.say(wang, "/why")
    assert "由您本人承担" in answer.text
    assert "提醒您" in answer.text
