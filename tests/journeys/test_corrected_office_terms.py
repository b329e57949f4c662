"""A roster corrects when a body's term began: its election is asked for once, by the right end."""

from datetime import date

import pytest
from sqlmodel import Session

from domain.act import ActKind
from domain.audience import Audience
from domain.cadence import TermEnds
from domain.ladder import TERM_POLICY
from storage import duties
from storage.tables.organisation import UnitRow
from tests.harness.duties import act, duty, keep, rows
from tests.harness.ladders import digests
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World, at

VOTE = act(ActKind.VOTE, "换届选举", "Election")


@pytest.fixture
def scene(world: World) -> Organisation:
    return world.change(lambda s: small_school_committee(s, world.clock()))


def begin(world: World, scene: Organisation, day: date) -> None:
    """The branch's term began on that day, as a roster says."""

    def work(session: Session) -> None:
        unit = session.get_one(UnitRow, scene.units["branch"])
        unit.term_began_on, unit.term_months = day, 36
        duties.forget_openings(session)

    world.change(work)


def elections(world: World) -> int:
    """A duty of branches to elect."""
    audience = Audience(kinds=("支部",))
    return keep(world, duty(audience, VOTE, cadence=TermEnds(), policy=TERM_POLICY))


async def test_a_corrected_beginning_moves_the_election_that_is_asked_for(
    world: World, scene: Organisation
) -> None:
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    begin(world, scene, date(2024, 1, 15))
    made = elections(world)
    await world.tick(hours=3)
    assert [(row.period_key, row.state) for row in rows(world, made)] == [
        ("term-2027-01-15", "open")
    ]
    begin(world, scene, date(2024, 2, 26))
    heard = len(digests(world, chen))
    await world.tick(minutes=1)
    [row] = rows(world, made)
    assert (row.period_key, row.last_day, row.state) == (
        "term-2027-02-26",
        date(2027, 2, 26),
        "open",
    )
    await world.move_to(at("2026-11-20 12:00"))
    assert len(digests(world, chen)) == heard
    await world.move_to(at("2026-11-26 12:00"))
    assert len(digests(world, chen)) == heard + 1


async def test_a_term_that_began_after_all_closes_what_was_asked_for_the_one_before(
    world: World, scene: Organisation
) -> None:
    begin(world, scene, date(2023, 12, 15))
    made = elections(world)
    await world.tick(minutes=1)
    begin(world, scene, date(2026, 10, 20))
    await world.tick(minutes=1)
    assert [row.state for row in rows(world, made)] == ["excused"]
    begin(world, scene, date(2023, 12, 15))
    await world.tick(minutes=1)
    assert [(row.period_key, row.state) for row in rows(world, made)] == [
        ("term-2026-12-15", "open")
    ]
