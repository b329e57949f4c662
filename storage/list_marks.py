"""Mark many people of one activity at once."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, exists, select, update

from domain.activity import ActivityState
from domain.check_in import CAME, UNANSWERED, CheckInState, Way
from storage.inserting import insert_new
from storage.tables.activities import ActivityRow, ExpectedRow


def find_here(session: Session, activity_id: int) -> set[int]:
    """Who has come already."""
    return set(
        session.exec(
            select(ExpectedRow.person_id).where(
                col(ExpectedRow.activity_id) == activity_id,
                col(ExpectedRow.state).in_([state.value for state in CAME]),
            )
        )
    )


def mark(
    session: Session, activity_id: int, person_ids: Collection[int], *, by: int, at: datetime
) -> list[int]:
    """Record these people as present while the activity is planned; returns who was not yet."""
    rows = [
        {
            "activity_id": activity_id,
            "person_id": one,
            "state": CheckInState.EXPECTED.value,
            "version": 1,
            "is_observer": False,
        }
        for one in person_ids
    ]
    insert_new(session, ExpectedRow, rows)
    done = session.execute(
        update(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            col(ExpectedRow.person_id).in_(set(person_ids)),
            col(ExpectedRow.state).in_([state.value for state in UNANSWERED]),
            exists().where(
                col(ActivityRow.id) == activity_id,
                col(ActivityRow.state) == ActivityState.PLANNED.value,
            ),
        )
        .values(
            state=CheckInState.PRESENT.value,
            recorded_at=at,
            recorded_by=by,
            way=Way.OFFICER.value,
            reason=None,
            leave=None,
            version=ExpectedRow.version + 1,
        )
        .returning(col(ExpectedRow.person_id))
        .execution_options(synchronize_session=False)
    )
    return sorted(done.scalars())
