"""Many offices change hands in one morning: the packets cost no more questions than one."""

from datetime import date

from sqlmodel import Session, col, select

from actions import handover_packets
from domain.act import ActKind
from domain.handover import Handover
from domain.office import Role
from storage import handovers
from storage.tables.organisation import OfficeRow
from tests.harness.questions import counted
from tests.harness.scenes import add_duty, add_person, add_unit, small_school_committee
from tests.harness.world import World, at

TODAY = date(2026, 11, 20)


def elect_thirty(session: Session, world: World) -> list[int]:
    """Thirty branches with a secretary each, and one who was before him."""
    now = world.clock()
    scene = small_school_committee(session, now)
    for number in range(30):
        branch = add_unit(
            session, f"第{number}支部", "支部", parent=scene.units["school"],
            term=(date(2024, 5, 20), 36),
        )  # fmt: skip
        old = add_person(session, f"前任{number}", branch, roles=["secretary"], now=now)
        row = session.exec(select(OfficeRow).where(col(OfficeRow.person_id) == old)).one()
        row.ended_at = now
        add_person(session, f"新任{number}", branch, roles=["secretary"], now=now)
    add_duty(session, ActKind.ACTIVITY, owner_kinds=["支部"], begins_on=date(2026, 9, 1))
    held = select(col(OfficeRow.id)).where(
        col(OfficeRow.role) == Role.SECRETARY.value, col(OfficeRow.ended_at).is_(None)
    )
    return [one or 0 for one in session.exec(held.order_by(col(OfficeRow.id)))][-30:]


async def test_thirty_packets_cost_as_many_questions_as_one(world: World) -> None:
    office_ids = world.change(lambda s: elect_thirty(s, world))
    await world.move_to(at("2026-11-20 10:00"))

    def ask(session: Session, some: list[int]) -> tuple[list[Handover], int]:
        offices = list(handovers.find_running(session, some).values())
        with counted(session) as statements:
            found = handover_packets.find_packets(session, offices, today=TODAY)
        return [found[one] for one in some], len(statements)

    (first,), few = world.look(lambda s: ask(s, office_ids[:1]))
    all_of_them, many = world.look(lambda s: ask(s, office_ids))
    assert few == many
    assert all_of_them[0] == first
    facts = [(one.predecessor, one.open, one.overdue, one.people) for one in all_of_them]
    assert facts == [(f"前任{number}", 2, 1, 2) for number in range(30)]
    assert {one.unreachable for one in all_of_them} == {2}
    assert {one.coming for one in all_of_them} == {1}
    assert {one.until for one in all_of_them} == {date(2027, 5, 20)}
