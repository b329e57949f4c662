"""Who missed an activity, and who has made it up at another one."""

from typing import Any

from sqlalchemy import case, insert
from sqlalchemy import select as columns
from sqlmodel import Session, col, func, literal, select, update

from domain.check_in import CAME, CheckInState, Leave, Way
from storage.belonging import WAS_THERE
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.organisation import PersonRow

_MISSED = col(ExpectedRow.state).in_([CheckInState.ABSENT.value, CheckInState.EXCUSED.value])


def _missing(query: Any, activity_id: int) -> Any:
    return (
        query.select_from(ExpectedRow)
        .join(PersonRow, col(PersonRow.id) == col(ExpectedRow.person_id))
        .join(ActivityRow, col(ActivityRow.id) == col(ExpectedRow.activity_id))
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            _MISSED,
            WAS_THERE,
            col(PersonRow.left_at).is_(None),
        )
    )


def count_missed(session: Session, activity_id: int) -> int:
    """How many were absent or on leave and are still there."""
    return int(session.execute(_missing(select(func.count()), activity_id)).scalar_one())


def expect_missed(session: Session, activity_id: int, at_id: int) -> int:
    """Expect them at another one, in one statement; returns how many."""
    everybody = _missing(
        columns(
            literal(at_id),
            col(ExpectedRow.person_id),
            literal(CheckInState.EXPECTED.value),
            literal(1),
            literal(value=False),
        ),
        activity_id,
    )
    done = session.execute(
        insert(ExpectedRow).from_select(
            ["activity_id", "person_id", "state", "version", "is_observer"], everybody
        )
    )
    return int(getattr(done, "rowcount", 0))


def make_up(
    session: Session, activity_id: int, at_id: int, *, by: int, person_id: int | None = None
) -> list[int]:
    """Who came to the other one (None: all of them) has made this one up; a leave is remembered."""
    done = session.execute(
        update(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            _MISSED,
            _of(at_id, person_id),
        )
        .values(
            leave=case(
                (col(ExpectedRow.state) == CheckInState.EXCUSED.value, Leave.GRANTED.value),
                else_=col(ExpectedRow.leave),
            ),
            state=CheckInState.MADE_UP.value,
            recorded_by=by,
            way=Way.OFFICER.value,
            version=ExpectedRow.version + 1,
        )
        .returning(col(ExpectedRow.person_id))
        .execution_options(synchronize_session=False)
    )
    return sorted(done.scalars())


def _of(at_id: int, person_id: int | None) -> Any:
    if person_id is not None:
        return col(ExpectedRow.person_id) == person_id
    came = select(ExpectedRow.person_id).where(
        col(ExpectedRow.activity_id) == at_id,
        col(ExpectedRow.state).in_([state.value for state in CAME]),
    )
    return col(ExpectedRow.person_id).in_(came)


def miss_again(
    session: Session, activity_id: int, at_id: int, *, person_id: int | None = None
) -> list[int]:
    """The same taken back."""
    done = session.execute(
        update(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            col(ExpectedRow.state) == CheckInState.MADE_UP.value,
            _of(at_id, person_id),
        )
        .values(
            state=case(
                (col(ExpectedRow.leave) == Leave.GRANTED.value, CheckInState.EXCUSED.value),
                else_=CheckInState.ABSENT.value,
            ),
            version=ExpectedRow.version + 1,
        )
        .returning(col(ExpectedRow.person_id))
        .execution_options(synchronize_session=False)
    )
    return sorted(done.scalars())
