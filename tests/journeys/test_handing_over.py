"""A daily message goes to whoever holds the office at that hour."""

from sqlmodel import Session, select

from storage.tables.organisation import OfficeRow
from tests.harness.ladders import digests
from tests.harness.two_districts import november
from tests.harness.world import World, at


async def test_an_officer_who_leaves_before_the_digest_hour_is_not_told_but_the_next_one_is(
    world: World,
) -> None:
    scene = await november(world)
    lin, wang = (world.give_phone(scene.people[n], n) for n in ("林岚", "王渡"))
    await world.move_to(at("2026-11-20 08:00"))
    now = world.clock()

    def change_hands(session: Session) -> None:
        old = session.exec(
            select(OfficeRow).where(OfficeRow.person_id == scene.people["林岚"])
        ).one()
        old.ended_at = now
        session.add(old)
        session.add(
            OfficeRow(
                person_id=scene.people["王渡"],
                unit_id=scene.units["stone"],
                role="secretary",
                began_at=now,
            )
        )

    world.change(change_hands)
    await world.move_to(at("2026-11-20 12:00"))
    assert digests(world, lin) == []
    assert len(digests(world, wang)) == 1
    await world.move_to(at("2026-11-24 12:00"))
    assert len(digests(world, wang)) == 1
