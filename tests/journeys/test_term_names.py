"""A school term that is added changes no other one, whatever it is called and however short."""

from datetime import date

import pytest

from domain.audience import Audience
from domain.cadence import Quota
from domain.period import PeriodKind
from sandbox.chats import Person
from tests.harness.duties import duty, keep, rows
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World

SCHOOLS = Audience(kinds=("学校",))
EACH_TERM = Quota(per=PeriodKind.SCHOOL_TERM)
AUTUMN = "/calendar 学期 秋季 2026-11-02..2027-01-22"


@pytest.fixture
def scene(world: World) -> Organisation:
    return world.change(lambda s: small_school_committee(s, world.clock()))


@pytest.fixture
def lin(world: World, scene: Organisation) -> Person:
    """The secretary of the school."""
    return world.give_phone(scene.people["林岚"], "林岚")


async def test_next_years_term_of_the_same_name_leaves_this_years_as_it_is(
    world: World, scene: Organisation, lin: Person
) -> None:
    made = keep(world, duty(SCHOOLS, cadence=EACH_TERM))
    await world.say(lin, AUTUMN)
    await world.say(lin, "/calendar 学期 秋季 2027-09-01..2028-01-20")
    await world.tick(minutes=1)
    assert [(row.period_key, row.last_day) for row in rows(world, made)] == [
        ("2026-S1", date(2027, 1, 22))
    ]
    await world.say(lin, "/calendar 学期 清除 秋季")
    await world.tick(minutes=1)
    assert [row.last_day for row in rows(world, made)] == [date(2027, 1, 22)]


async def test_a_short_term_is_asked_for_by_its_own_name_and_suppresses_no_other(
    world: World, scene: Organisation, lin: Person
) -> None:
    made = keep(world, duty(SCHOOLS, cadence=EACH_TERM))
    await world.tick(minutes=1)
    await world.say(lin, "/calendar 学期 研学周 2026-11-02..2026-11-08")
    await world.tick(minutes=1)
    await world.say(lin, "/calendar 学期 秋季 2026-11-09..2027-01-22")
    await world.tick(minutes=1)
    found = {row.period_key: (row.first_day, row.last_day) for row in rows(world, made)}
    assert found == {
        "2026-S-研学周": (date(2026, 11, 2), date(2026, 11, 8)),
        "2026-S1": (date(2026, 11, 9), date(2027, 1, 22)),
    }
    assert "安全自查 · 2026–2027学年研学周 · 青石小学" in (await world.say(lin, "/todo")).text
