"""Put people on the list of an activity: all whom it is for, or one by one."""

from typing import Any

from sqlalchemy import delete, exists, insert, literal
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from domain.activity import Activity
from domain.check_in import CAME, CheckInState
from domain.circle import Circle
from storage.circles import belongs
from storage.inserting import insert_new
from storage.tables.activities import ExpectedRow, LeftOutRow
from storage.tables.organisation import PersonRow


def expect_circle(session: Session, activity_id: int, path: str, circle: Circle) -> int:
    """Expect whom an activity of a subtree is for, in one statement; returns how many are new.

    Nobody who was taken off the list by name.
    """
    meant: Any = columns(
        literal(activity_id),
        col(PersonRow.id),
        literal(CheckInState.EXPECTED.value),
        literal(1),
        literal(False),
        literal(False),
    ).where(
        belongs(path, circle),
        ~exists().where(
            col(ExpectedRow.activity_id) == activity_id,
            col(ExpectedRow.person_id) == col(PersonRow.id),
        ),
        ~exists().where(
            col(LeftOutRow.activity_id) == activity_id,
            col(LeftOutRow.person_id) == col(PersonRow.id),
        ),
    )
    filled = ["activity_id", "person_id", "state", "version", "is_observer", "by_name"]
    done = session.execute(insert(ExpectedRow).from_select(filled, meant))
    return int(getattr(done, "rowcount", 0))


def forget_others(session: Session, activity: Activity) -> None:
    """Whom the activity is not for any more is not expected, unless he was named or has come."""
    session.execute(
        delete(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity.id,
            col(ExpectedRow.by_name).is_(False),
            col(ExpectedRow.is_observer).is_(False),
            col(ExpectedRow.state).not_in([one.value for one in CAME]),
            col(ExpectedRow.person_id).not_in(
                select(col(PersonRow.id)).where(belongs(activity.unit.path, activity.circle))
            ),
        )
        .execution_options(synchronize_session=False)
    )


def expect(session: Session, activity_id: int, *people: int, is_observer: bool = False) -> None:
    """Expect more people, or let them look on; nothing happens to who is on the list already."""
    rows = [
        {
            "activity_id": activity_id,
            "person_id": person_id,
            "state": CheckInState.EXPECTED.value,
            "version": 1,
            "is_observer": is_observer,
            "by_name": True,
        }
        for person_id in people
    ]
    insert_new(session, ExpectedRow, rows)


def leave_out(session: Session, activity: Activity, person_id: int) -> None:
    """Let somebody not be put on the list again with all whom the activity is for.

    Whoever belongs elsewhere now would be put on it for having joined since.
    """
    is_one = belongs(activity.unit.path, activity.circle)
    query = select(PersonRow.id).where(col(PersonRow.id) == person_id, is_one)
    if session.exec(query).first() is not None:
        insert_new(session, LeftOutRow, [{"activity_id": activity.id, "person_id": person_id}])
