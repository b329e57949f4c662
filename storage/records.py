"""What proves that something was done: the activities behind it, and who settled it."""

from datetime import datetime

from sqlmodel import Session, col, exists, select

from domain.activity import ActivityState
from domain.check_in import CheckInState
from domain.ledger import ActivityEntry
from domain.obligation import Obligation
from storage.ledgers import find_where
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import ObligationRow
from storage.tables.organisation import PersonRow, UnitRow

MOST_ACTIVITIES = 10
CAME = (CheckInState.PRESENT, CheckInState.LATE, CheckInState.MADE_UP)


def find_activities(
    session: Session, owed: Obligation, *, since: datetime, until: datetime
) -> list[ActivityEntry]:
    """What was held for it; of what a person owes, what he came to between two instants."""
    counts = col(ActivityRow.obligation_id) == owed.id
    if owed.person_id is not None:
        was_there = exists().where(
            col(ExpectedRow.activity_id) == col(ActivityRow.id),
            col(ExpectedRow.person_id) == owed.person_id,
            col(ExpectedRow.state).in_([one.value for one in CAME]),
        )
        in_time = (col(ActivityRow.starts_at) >= since) & (col(ActivityRow.starts_at) < until)
        counts = counts | ((col(ActivityRow.duty_id) == owed.duty_id) & in_time & was_there)
    is_held = col(ActivityRow.state) == ActivityState.HELD.value
    return find_where(session, is_held, counts, limit=MOST_ACTIVITIES)


def find_settler(session: Session, obligation_id: int) -> tuple[str, str] | None:
    """Who settled it, and the path of that person's home."""
    row = session.exec(
        select(PersonRow.name, UnitRow.path)
        .join(ObligationRow, col(ObligationRow.settled_by) == col(PersonRow.id))
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(col(ObligationRow.id) == obligation_id)
    ).first()
    return (row[0], row[1]) if row else None
