"""Many activities are over, or cut off, at one hour: their cards cost as little as one."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest
from sqlmodel import Session, col, select, update

from actions import day_off_questions, held_questions, outages
from domain.card import Card
from domain.check_in import CutOffCard
from domain.delivery import Delivery, Kind
from storage.tables.activities import ActivityRow
from tests.harness.activities import open_school
from tests.harness.questions import counted
from tests.harness.series import begin_fridays
from tests.harness.world import World, at

BEFORE = datetime(2026, 11, 27, 7, 0, tzinfo=UTC)


def letters(kind: Kind, activity_ids: list[int], person_id: int) -> list[Delivery]:
    return [
        Delivery(
            id=number,
            person_id=person_id,
            kind=kind,
            subject_id=activity_id,
            attempts=0,
            made_at=BEFORE,
            facts={},
        )
        for number, activity_id in enumerate(activity_ids, start=1)
    ]


@pytest.mark.parametrize(
    ("kind", "load"),
    [(Kind.HELD_QUESTION, held_questions.load_cards), (Kind.CUT_OFF, outages.load_cards)],
)
async def test_cards_of_many_activities_cost_as_many_questions_as_one(
    world: World, kind: Kind, load: Callable[..., Mapping[int, Card]]
) -> None:
    school = await open_school(world)
    for day in range(23, 28):
        card = await world.say(school.lin, f"/activity 11月{day}日 15:00 学习{day} 会议室")
        await world.press(school.lin, "确认", message=card)
    await world.move_to(at("2026-11-27 16:00"))
    world.change(lambda s: s.execute(update(ActivityRow).values(extended_from=BEFORE)))
    ids = world.look(lambda s: list(s.exec(select(ActivityRow.id).order_by(col(ActivityRow.id)))))
    assert len(ids) == 5

    def ask(session: Session, some: list[int]) -> tuple[list[Card], int]:
        asked = letters(kind, some, school.scene.people["林岚"])
        with counted(session) as statements:
            found = load(session, asked, now=world.clock(), place=world.place)
        return list(found.values()), len(statements)

    one, few = world.look(lambda s: ask(s, [found or 0 for found in ids[:1]]))
    all_of_them, many = world.look(lambda s: ask(s, [found or 0 for found in ids]))
    assert few == many
    assert all_of_them[0] == one[0]
    assert len(all_of_them) == 5
    for shown in all_of_them:
        if isinstance(shown, CutOffCard):
            assert (shown.count, shown.missing) == (3, ("林岚", "陈帆", "王渡"))


async def test_questions_about_many_days_off_cost_as_many_questions_as_one(world: World) -> None:
    school = await begin_fridays(world)
    asked = update(ActivityRow).values(day_off="asked", by_hand=True)
    world.change(lambda s: s.execute(asked))

    def ask(session: Session, some: list[int]) -> tuple[int, int]:
        letters_ = letters(Kind.DAY_OFF, some, school.scene.people["林岚"])
        with counted(session) as statements:
            found = day_off_questions.load_cards(
                session, letters_, now=world.clock(), place=world.place
            )
        return len(found), len(statements)

    one = world.look(lambda s: ask(s, [1]))
    assert world.look(lambda s: ask(s, [1, 2, 3, 4, 5])) == (5, one[1])
