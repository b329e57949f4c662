"""People who came without being expected, and what was decided about them."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, select, update

from domain.guest import Guest, GuestState
from storage.inserting import insert_new
from storage.tables.activities import GuestRow
from storage.tables.organisation import PersonRow, UnitRow


def ask(session: Session, activity_id: int, person_id: int, *, came_at: datetime) -> bool:
    """Write down that somebody came; False when it was written down before."""
    row = {
        "activity_id": activity_id,
        "person_id": person_id,
        "came_at": came_at,
        "state": GuestState.ASKED.value,
    }
    return insert_new(session, GuestRow, [row]) == 1


def find_of(session: Session, activity_id: int, person_id: int) -> Guest | None:
    """What is written down of somebody at an activity."""
    found = session.exec(
        select(GuestRow.id).where(
            col(GuestRow.activity_id) == activity_id, col(GuestRow.person_id) == person_id
        )
    ).first()
    return find(session, found) if found else None


def find(session: Session, guest_id: int) -> Guest | None:
    """One of them."""
    return find_many(session, [guest_id]).get(guest_id)


def find_undecided(session: Session, activity_id: int) -> list[Guest]:
    """Who came to an activity and waits for a decision, in the order of coming."""
    found = session.exec(
        select(GuestRow.id).where(
            col(GuestRow.activity_id) == activity_id,
            col(GuestRow.state) == GuestState.ASKED.value,
        )
    )
    waiting = find_many(session, [one or 0 for one in found])
    return sorted(waiting.values(), key=lambda one: (one.came_at, one.id))


def find_many(session: Session, guest_ids: Collection[int]) -> dict[int, Guest]:
    """Several, by id; who has left is not among them."""
    rows = session.exec(
        select(GuestRow, PersonRow, UnitRow)
        .join(PersonRow, col(PersonRow.id) == col(GuestRow.person_id))
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(col(GuestRow.id).in_(set(guest_ids)), col(PersonRow.left_at).is_(None))
    )
    return {row.id or 0: _as_guest(row, person, unit) for row, person, unit in rows}


def _as_guest(row: GuestRow, person: PersonRow, unit: UnitRow) -> Guest:
    return Guest(
        id=row.id or 0,
        activity_id=row.activity_id,
        person_id=row.person_id,
        name=person.name,
        unit_name=unit.name,
        came_at=row.came_at,
        state=GuestState(row.state),
    )


def decide(session: Session, guest_id: int, state: GuestState, *, by: int, now: datetime) -> bool:
    """Add or decline; False when it was decided before."""
    done = session.execute(
        update(GuestRow)
        .where(col(GuestRow.id) == guest_id, col(GuestRow.state) == GuestState.ASKED.value)
        .values(state=state.value, decided_by=by, decided_at=now)
    )
    return bool(getattr(done, "rowcount", 0))
