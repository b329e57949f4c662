"""A term that nobody renews is told in a wider circle, where the plan says so."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session, update

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import TermEnds
from domain.ladder import TERM_POLICY, Hearer, steps
from domain.working_day import WorkingCalendar
from storage.tables.organisation import PersonRow, UnitRow
from tests.harness.duties import duty, keep
from tests.harness.two_districts import CANARIES, two_districts
from tests.harness.world import World, at

VOTE = Act(kind=ActKind.VOTE, code="vote", name=Bilingual(zh="按期换届", en="Election"))
WIDER = replace(TERM_POLICY, climbs_after=(20, 40))
NO_HOLIDAYS = WorkingCalendar(special_days={}, published_years=frozenset())
# The term ends on Monday 16 November; twenty working days later it is 14 December.
BEGAN, FIRST_WIDER = date(2023, 11, 16), date(2026, 12, 14)


def test_levels_further_up_are_rungs_of_their_own_between_the_weeks() -> None:
    ends = date(2026, 11, 16)
    ladder = steps(WIDER, date(2026, 5, 1), ends, NO_HOLIDAYS)
    told = [next(ladder) for _ in range(14)]
    assert [step.on for step in told] == sorted(step.on for step in told)
    wider = [(step.key, step.level) for step in told if step.hearer is Hearer.SUPERIOR]
    assert wider == [("term-6m", 1), ("climb-2", 2), ("climb-3", 3)]


@pytest.mark.parametrize(
    ("language", "heading"), [("zh", "下级情况\n1. 按期换届"), ("en", "Units below\n1. Election")]
)
async def test_a_month_after_the_end_the_level_after_next_hears_once(
    world: World, language: str, heading: str
) -> None:
    now = world.clock()
    scene = world.change(lambda s: two_districts(s, now))

    def begin(session: Session) -> None:
        row = session.get_one(UnitRow, scene.units["stone"])
        row.term_began_on, row.term_months = BEGAN, 36
        session.execute(update(PersonRow).values(language=language))

    world.change(begin)
    keep(world, duty(Audience(kinds=("学校",)), VOTE, cadence=TermEnds(), policy=WIDER))
    phones = {name: world.give_phone(scene.people[name], name) for name in ("林岚", "何静", "周敏")}
    above: dict[str, list[date]] = {}
    for number in range(50):
        day = date.fromordinal(date(2026, 11, 17).toordinal() + number)
        await world.move_to(at(f"{day} 08:31"))
        if number % 7 == 0:
            await world.restart()
        for name in ("何静", "周敏"):
            last = world.messages(phones[name])[-1:]
            if last and world.place.today(last[0].date) == day and heading in last[0].text:
                above.setdefault(name, []).append(day)
    assert above["周敏"] == [FIRST_WIDER]
    assert len(above["何静"]) >= 6
    assert not any(word in world.last(phones["何静"]).text for word in CANARIES)
