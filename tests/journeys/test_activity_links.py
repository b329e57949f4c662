"""One activity counts for what its unit owes and for what people owe themselves."""

import pytest

from domain.audience import Audience
from domain.cadence import Quota
from domain.office import Role
from domain.period import PeriodKind
from tests.harness.activities import hold, open_more, open_school, press_stale
from tests.harness.duties import duty, keep, rows, tag
from tests.harness.scenes import add_office
from tests.harness.world import World, at
from tests.journeys.test_person_check_in import PRACTICE

LEADERS = {
    "office": Audience(roles=(Role.COMMITTEE_MEMBER,)),
    "tag": Audience(tags=("领导班子",)),
}


@pytest.mark.parametrize("named_by", ["office", "tag"])
@pytest.mark.parametrize(
    ("language", "button", "as_well"),
    [("zh", "🔗 还计入…", "还计入"), ("en", "🔗 Counts for…", "Counts as well for")],
)
async def test_a_leader_at_home_as_an_ordinary_member_is_counted_with_the_meeting_of_his_branch(
    world: World, language: str, button: str, as_well: str, named_by: str
) -> None:
    school = await open_school(world, language)
    people, units = school.scene.people, school.scene.units
    # He leads the committee and is at home in the branch.
    world.change(
        lambda s: add_office(
            s, people["王渡"], units["committee"], role="committee_member", now=world.clock()
        )
    )
    tag(world, people["王渡"], "领导班子")
    yearly = Quota(per=PeriodKind.YEAR)
    made = keep(world, duty(LEADERS[named_by], PRACTICE, cadence=yearly))
    await world.tick(minutes=1)
    card = await school.plan(language)
    await open_more(world, school.lin, card)
    await world.press(school.lin, button, message=card)
    await world.press(school.lin, f"v1:count_for:1-{made}-yes:1", message=card)
    assert "☑ " in str(card.buttons)
    for verb in ("activity_more", "activity"):
        await world.press(school.lin, f"v1:{verb}:1:1", message=card)
    assert as_well in card.text
    await world.move_to(at("2026-11-27 14:50"))
    await press_stale(world, school.wang, world.last(school.wang), "v1:checkin:1:0")
    await world.move_to(at("2026-11-27 16:00"))
    await hold(world, school.lin, card, language)
    assert school.obligation() == ("done", 1)
    [own] = rows(world, made)
    assert (own.state, own.counted) == ("done", 1)
    # Named by what he is, he is counted in his own branch; named by his office, where he holds it.
    assert own.unit_id == units["branch" if named_by == "tag" else "committee"]
    await press_stale(world, school.lin, card, "v1:unhold:1:2")
    assert school.obligation() == ("open", 0)
    assert [(row.state, row.counted) for row in rows(world, made)] == [("open", 0)]
