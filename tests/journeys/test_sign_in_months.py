"""The month of an office: whoever came, left or moved, and offices that lie elsewhere."""

from datetime import datetime
from typing import Any

import pytest
from sqlmodel import Session, col, select, update

from domain.sign_in import Hours, time_of
from storage import homes, sign_in_plans
from storage.tables.organisation import FormerHomeRow, PersonRow
from tests.harness.activities import labels
from tests.harness.ledgers import document, read_book
from tests.harness.offices import Office, open_office
from tests.harness.roster_files import roster_file, send_file
from tests.harness.scenes import add_office, add_person, add_unit, leave
from tests.harness.world import World, at

HOURS = Hours(until=time_of(510), since=time_of(1050))


def move(session: Session, person: int, unit: int, now: datetime) -> None:
    """Somebody belongs to another unit, as an import writes it."""
    change: dict[str, Any] = {"id": person, "unit_id": unit, "home_since": now}
    homes.note(session, [change], now=now)
    session.execute(update(PersonRow).where(col(PersonRow.id) == person).values(**change))


async def sums(
    world: World, office: Office, label: str = "📄 11月"
) -> dict[str, tuple[object, ...]]:
    """Working days and what was missing in the morning, by name."""
    await world.say(office.zhou, "/signin")
    await world.press(office.zhou, "📄 11月")
    sheets = read_book(document(world.last(office.zhou))[1])
    table = next(iter(sheets.values()))
    return {str(row[1]): (row[2], row[5]) for row in table[3:]}


async def test_whoever_left_came_or_moved_is_there_for_his_own_days(world: World) -> None:
    office = await open_office(world)
    await office.switch_on()
    people, units = office.scene.people, office.scene.units
    await world.move_to(at("2026-11-05 11:00"))
    now = world.clock()
    world.change(lambda s: leave(s, people["宋言"], now=now))
    world.change(lambda s: move(s, people["马原"], units["school"], now))
    new = world.change(lambda s: add_person(s, "白露", units["committee"], now=now))
    world.change(lambda s: setattr(s.get_one(PersonRow, new), "home_since", now))
    await world.move_to(at("2026-11-10 19:00"))
    # Asked for on the 3rd and 4th, 5th and 6th, 9th and 10th.
    assert await sums(world, office) == {
        "何静": (6, 5),
        "周敏": (6, 5),
        "马原": (2, 2),
        "宋言": (2, 2),
        "白露": (3, 2),
    }


async def test_what_was_entered_on_the_day_of_going_stays_in_sight(world: World) -> None:
    office = await open_office(world)
    await office.switch_on()
    await world.move_to(at("2026-11-05 08:20"))
    await world.say(office.ma, "/signin")
    await world.press(office.ma, "v1:sign:0:0")
    await world.move_to(at("2026-11-05 11:00"))
    world.change(lambda s: leave(s, office.scene.people["马原"], now=world.clock()))
    await world.move_to(at("2026-11-06 19:00"))
    assert (await sums(world, office))["马原"] == (3, 2)
    shown = await world.say(office.zhou, "/signin")
    assert "马原" not in shown.text


async def test_who_went_and_came_back_is_not_missing_in_between(world: World) -> None:
    office = await open_office(world)
    await office.switch_on()
    song, committee = office.scene.people["宋言"], office.scene.units["committee"]
    await world.move_to(at("2026-11-04 12:00"))
    world.change(lambda s: leave(s, song, now=world.clock()))
    await world.move_to(at("2026-11-06 12:00"))
    world.change(lambda s: move(s, song, committee, world.clock()))
    world.change(lambda s: setattr(s.get_one(PersonRow, song), "left_at", None))
    await world.move_to(at("2026-11-10 19:00"))
    assert (await sums(world, office))["宋言"] == (3, 2)


async def test_an_import_notes_who_moves(world: World) -> None:
    office = await open_office(world)
    he = world.give_phone(office.scene.people["何静"], "何静")
    units = [
        (f"U-{name}", name, kind, above, None, None)
        for name, kind, above in (
            ("江畔教育局党委", "委员会", None),
            ("青石小学", "学校", "U-江畔教育局党委"),
        )
    ]
    moved = [("P-马原", "马原", "青石小学", None, None, None, None)]
    preview = await send_file(world, he, roster_file(units, moved))
    for label in ("确认", "是"):
        await world.press(he, label, message=preview)
    stays = world.look(lambda s: s.exec(select(FormerHomeRow)).all())
    ma = office.scene.people["马原"]
    assert [one.unit_id for one in stays if one.person_id == ma] == [
        office.scene.units["committee"]
    ]
    row = world.look(lambda s: s.get_one(PersonRow, ma))
    assert row.home_since == world.clock()


@pytest.mark.parametrize(("language", "button"), [("zh", "🕘 上下班签到"), ("en", "🕘 Sign in")])
async def test_an_officer_signs_in_at_his_own_office_though_he_answers_for_another(
    world: World, language: str, button: str
) -> None:
    office = await open_office(world, language)
    await office.switch_on(language)
    school, ma, now = office.scene.units["school"], office.scene.people["马原"], world.clock()
    world.change(lambda s: add_office(s, ma, school, role="secretary", now=now))
    begins = at("2026-11-03 00:00").date()
    world.change(lambda s: sign_in_plans.begin(s, school, HOURS, on=begins, by=ma, now=now))
    await world.move_to(at("2026-11-03 08:20"))
    shown = await world.say(office.ma, "/signin")
    assert "青石小学" in shown.text
    assert labels(shown)[0].startswith("🕘")
    await world.press(office.ma, "v1:sign:0:0", message=shown)
    assert "08:20" in shown.text


async def test_more_than_ten_offices_come_in_pages(world: World) -> None:
    office = await open_office(world)
    committee, now = office.scene.units["committee"], world.clock()
    begins = at("2026-11-03 00:00").date()

    def add(session: Session) -> None:
        for number in range(23):
            unit = add_unit(session, f"第{number:02}小学", "学校", parent=committee)
            by = office.scene.people["周敏"]
            sign_in_plans.begin(session, unit, HOURS, on=begins, by=by, now=now)

    world.change(add)
    await world.move_to(at("2026-11-03 09:00"))
    shown = await world.say(office.zhou, "/signin")
    assert "1/3" in labels(shown)
    listed = shown.text.splitlines()[1:]
    for _ in range(2):
        await world.press(office.zhou, "›", message=shown)
        listed += shown.text.splitlines()[1:]
    assert len(listed) == len(set(listed)) == 23
    number, _, unit = listed[-1].partition(". ")
    await world.press(office.zhou, number, message=shown)
    assert unit in shown.text
