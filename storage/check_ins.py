"""Who is expected at an activity, and who came. The key (activity, person) settles a press."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, exists
from sqlmodel import Session, col, func, select, update

from domain.activity import ActivityState
from domain.check_in import UNANSWERED, CheckIn, CheckInState, Counts, Leave, Reason, Way
from storage.belonging import WAS_THERE
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.organisation import AccountRow, PersonRow

TABLE: Any = ExpectedRow.__table__  # type: ignore[attr-defined]  # SQLModel does not type it.


def as_check_in(row: ExpectedRow) -> CheckIn:
    return CheckIn(
        activity_id=row.activity_id,
        person_id=row.person_id,
        state=CheckInState(row.state),
        recorded_at=row.recorded_at,
        way=Way(row.way) if row.way else None,
        reason=Reason(row.reason) if row.reason else None,
        version=row.version,
        leave=Leave(row.leave) if row.leave else None,
        left_at=row.left_at,
        stayed_at=row.stayed_at,
        is_observer=row.is_observer,
    )


# Built once, as everything that a press of a crowd runs through.
_FIND = select(ExpectedRow).where(
    col(ExpectedRow.activity_id) == bindparam("activity"),
    col(ExpectedRow.person_id) == bindparam("person"),
)
_RECORD = (
    TABLE.update()
    .where(
        TABLE.c.activity_id == bindparam("activity"),
        TABLE.c.person_id == bindparam("person"),
        TABLE.c.state.in_(bindparam("instead_of", expanding=True)),
        exists().where(
            col(ActivityRow.id) == bindparam("activity"),
            col(ActivityRow.state) == ActivityState.PLANNED.value,
        ),
    )
    .values(
        state=bindparam("to_state"),
        recorded_at=bindparam("at"),
        recorded_by=bindparam("by"),
        way=bindparam("in_way"),
        reason=bindparam("because"),
        leave=None,
        left_at=None,
        left_by=None,
        stayed_at=None,
        version=TABLE.c.version + 1,
    )
)


def find(session: Session, activity_id: int, person_id: int) -> CheckIn | None:
    """How one person stands; None for who is not expected."""
    row = session.exec(_FIND, params={"activity": activity_id, "person": person_id}).first()
    return as_check_in(row) if row else None


def find_many(
    session: Session, activity_ids: Collection[int], person_ids: Collection[int]
) -> dict[tuple[int, int], CheckIn]:
    """How some people stand at some activities, by (activity, person)."""
    rows = session.exec(
        select(ExpectedRow).where(
            col(ExpectedRow.activity_id).in_(set(activity_ids)),
            col(ExpectedRow.person_id).in_(set(person_ids)),
        )
    )
    return {(row.activity_id, row.person_id): as_check_in(row) for row in rows}


def record(
    session: Session,
    check_in: CheckIn,
    *,
    instead_of: Sequence[CheckInState] = UNANSWERED,
    by: int,
) -> bool:
    """Record a presence or an excuse while the activity is planned; False: something else stands.

    The hot path: one conditional statement decides, however many press at once.
    """
    values = {
        "activity": check_in.activity_id,
        "person": check_in.person_id,
        "instead_of": [state.value for state in instead_of],
        "to_state": check_in.state.value,
        "at": check_in.recorded_at,
        "by": by if check_in.recorded_at else None,
        "in_way": check_in.way.value if check_in.way else None,
        "because": check_in.reason.value if check_in.reason else None,
    }
    return bool(session.connection().execute(_RECORD, values).rowcount)


def move_all(session: Session, activity_id: int, before: CheckInState, *, to: CheckInState) -> int:
    """Everybody in one state is in another: the rest are absent, or expected again.

    Observers stay as they are.
    """
    done = session.execute(
        update(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            col(ExpectedRow.state) == before.value,
            col(ExpectedRow.is_observer).is_(False),
        )
        .values(state=to.value, version=ExpectedRow.version + 1)
        .execution_options(synchronize_session=False)
    )
    return int(getattr(done, "rowcount", 0))


def count(session: Session, activity_id: int) -> Counts:
    """How many stand how, of those who belonged to it when it began and do not merely look on."""
    return count_many(session, [activity_id])[activity_id]


def count_many(session: Session, activity_ids: Collection[int]) -> dict[int, Counts]:
    """The same of several activities at once."""
    found = session.exec(
        select(ExpectedRow.activity_id, ExpectedRow.state, func.count())
        .join(PersonRow, col(PersonRow.id) == col(ExpectedRow.person_id))
        .join(ActivityRow, col(ActivityRow.id) == col(ExpectedRow.activity_id))
        .where(
            col(ExpectedRow.activity_id).in_(set(activity_ids)),
            WAS_THERE,
        )
        .group_by(col(ExpectedRow.activity_id), col(ExpectedRow.state))
    )
    by_activity: dict[int, dict[str, int]] = {one: {} for one in activity_ids}
    for activity_id, state, number in found:
        by_activity[activity_id][state] = number
    return {one: _counts(by_state) for one, by_state in by_activity.items()}


def _counts(by_state: Mapping[str, int]) -> Counts:
    return Counts(
        expected=by_state.get(CheckInState.EXPECTED, 0),
        present=by_state.get(CheckInState.PRESENT, 0) + by_state.get(CheckInState.MADE_UP, 0),
        late=by_state.get(CheckInState.LATE, 0),
        excused=by_state.get(CheckInState.EXCUSED, 0),
        absent=by_state.get(CheckInState.ABSENT, 0),
    )


def find_activity_ids(
    session: Session, person_id: int, *, begun_after: datetime
) -> list[tuple[int, datetime]]:
    """Planned activities that a person is expected at, as (id, opens at), the earliest first."""
    rows = session.exec(
        select(ActivityRow.id, ActivityRow.opens_at)
        .join(ExpectedRow, col(ExpectedRow.activity_id) == col(ActivityRow.id))
        .where(
            col(ExpectedRow.person_id) == person_id,
            col(ActivityRow.state) == ActivityState.PLANNED.value,
            col(ActivityRow.starts_at) > begun_after,
        )
        .order_by(col(ActivityRow.starts_at), col(ActivityRow.id))
        .limit(20)
    )
    return [(found or 0, opens_at) for found, opens_at in rows]


def find_reachable_unanswered(session: Session, activity_id: int) -> list[int]:
    """Who is expected, has not answered and can be written to."""
    return list(
        session.exec(
            select(ExpectedRow.person_id)
            .join(AccountRow, col(AccountRow.person_id) == col(ExpectedRow.person_id))
            .where(
                col(ExpectedRow.activity_id) == activity_id,
                col(ExpectedRow.state) == CheckInState.EXPECTED.value,
                col(AccountRow.lost).is_(None),
            )
        )
    )
