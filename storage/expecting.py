"""Put people on the list of an activity: everybody of a subtree, or one by one."""

from typing import Any

from sqlalchemy import exists, insert, literal
from sqlalchemy import select as columns
from sqlmodel import Session, col, func, select

from domain.check_in import CheckInState
from storage.inserting import insert_new
from storage.tables.activities import ExpectedRow, LeftOutRow
from storage.tables.organisation import PersonRow, UnitRow


def expect_everybody(session: Session, activity_id: int, path: str) -> int:
    """Expect everybody whose home lies in a subtree, in one statement; returns how many are new.

    Nobody who was taken off the list by name.
    """
    everybody: Any = (
        columns(
            literal(activity_id),
            col(PersonRow.id),
            literal(CheckInState.EXPECTED.value),
            literal(1),
            literal(False),
        )
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(col(UnitRow.path).startswith(path, autoescape=True))
        .where(
            col(PersonRow.left_at).is_(None),
            ~exists().where(
                col(ExpectedRow.activity_id) == activity_id,
                col(ExpectedRow.person_id) == col(PersonRow.id),
            ),
            ~exists().where(
                col(LeftOutRow.activity_id) == activity_id,
                col(LeftOutRow.person_id) == col(PersonRow.id),
            ),
        )
    )
    done = session.execute(
        insert(ExpectedRow).from_select(
            ["activity_id", "person_id", "state", "version", "is_observer"], everybody
        )
    )
    return int(getattr(done, "rowcount", 0))


def expect(session: Session, activity_id: int, *people: int, is_observer: bool = False) -> None:
    """Expect more people, or let them look on; nothing happens to who is on the list already."""
    rows = [
        {
            "activity_id": activity_id,
            "person_id": person_id,
            "state": CheckInState.EXPECTED.value,
            "version": 1,
            "is_observer": is_observer,
        }
        for person_id in people
    ]
    insert_new(session, ExpectedRow, rows)


def leave_out(session: Session, activity_id: int, person_id: int, path: str) -> None:
    """Let somebody not be put on the list with everybody of a subtree again.

    Whoever belongs elsewhere now would be put on it for having joined since.
    """
    belongs = (
        select(PersonRow.id)
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(col(PersonRow.id) == person_id, col(UnitRow.path).startswith(path, autoescape=True))
    )
    if session.exec(belongs).first() is not None:
        insert_new(session, LeftOutRow, [{"activity_id": activity_id, "person_id": person_id}])


def count_within(session: Session, path: str) -> int:
    """How many people a new activity of a subtree would expect."""
    return session.exec(
        select(func.count())
        .select_from(PersonRow)
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(
            col(UnitRow.path).startswith(path, autoescape=True), col(PersonRow.left_at).is_(None)
        )
    ).one()
