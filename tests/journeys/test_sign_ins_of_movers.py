"""The days of whoever has moved or left stay with the office whose list they are on."""

import pytest
from sqlmodel import Session, select

from storage import sign_in_plans
from storage.tables.sign_ins import SignInRow
from tests.harness.contact import press_forged
from tests.harness.offices import Office, open_office
from tests.harness.scenes import add_office, add_unit, leave
from tests.harness.world import World, at
from tests.journeys.test_sign_in_months import HOURS, move

BEFORE, AFTER, MOVING = "20261104", "20261106", "20261105"
REFUSED = "这个按钮您不能使用。"


async def open_offices(world: World) -> tuple[Office, int]:
    """The committee and a bureau beside it sign in; Lin answers for the bureau."""
    office = await open_office(world)
    await office.switch_on()
    people, now = office.scene.people, world.clock()
    begins = at("2026-11-03 00:00").date()

    def add(session: Session) -> int:
        bureau = add_unit(session, "江畔文化局", "机关")
        add_office(session, people["林岚"], bureau, role="secretary", now=now)
        by = people["林岚"]
        sign_in_plans.begin(session, bureau, HOURS, on=begins, by=by, now=now)
        return bureau

    return office, world.change(add)


def entries(world: World) -> list[tuple[int, str, str]]:
    """Day of the month, slot and state of everything entered."""
    rows = world.look(lambda s: s.exec(select(SignInRow)).all())
    return sorted((row.day.day, row.slot, row.state) for row in rows)


@pytest.mark.parametrize("is_gone", [False, True], ids=["who has moved", "who has left"])
async def test_a_past_day_is_corrected_by_the_officer_on_whose_list_it_is(
    world: World, is_gone: bool
) -> None:
    office, bureau = await open_offices(world)
    ma = office.scene.people["马原"]
    lin = world.give_phone(office.scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-05 11:00"))
    now = world.clock()
    world.change(lambda s: leave(s, ma, now=now) if is_gone else move(s, ma, bureau, now))
    await world.move_to(at("2026-11-06 12:00"))
    shown = await world.say(office.zhou, "/signin")
    for label in ("‹ 前一天", "‹ 前一天", "✏️ 更正", "马原", "上班：准时", "已口头说明"):
        await world.press(office.zhou, label, message=shown)
    assert "马原" in shown.text
    assert entries(world) == [(4, "coming", "in")]
    await world.say(lin, "/signin")
    for data in (f"sign_one:{BEFORE}-{ma}:0", f"sign_ok:{BEFORE}-{ma}-leaving-away-other:0"):
        assert await press_forged(world, lin, f"v1:{data}") == REFUSED
    assert entries(world) == [(4, "coming", "in")]


async def test_the_days_after_belong_to_the_new_office_and_none_to_the_day_of_moving(
    world: World,
) -> None:
    office, bureau = await open_offices(world)
    ma = office.scene.people["马原"]
    lin = world.give_phone(office.scene.people["林岚"], "林岚")
    await world.move_to(at("2026-11-05 11:00"))
    world.change(lambda s: move(s, ma, bureau, world.clock()))
    await world.move_to(at("2026-11-06 12:00"))
    for phone in (office.zhou, lin):
        await world.say(phone, "/signin")
        data = f"v1:sign_ok:{MOVING}-{ma}-coming-in-told:0"
        assert await press_forged(world, phone, data) == REFUSED
    data = f"v1:sign_ok:{AFTER}-{ma}-coming-in-told:0"
    assert await press_forged(world, office.zhou, data) == REFUSED
    assert await press_forged(world, lin, data) != REFUSED
    assert entries(world) == [(6, "coming", "in")]
