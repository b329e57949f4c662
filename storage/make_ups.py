"""Who missed an activity, and who has made it up at another one."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import case, insert, true
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session, col, delete, func, literal, select, update

from domain.activity import ActivityState
from domain.check_in import CAME, CheckInState, Leave, Way
from storage.belonging import WAS_THERE
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.organisation import PersonRow

_LISTED = aliased(ExpectedRow)
_STATES_MISSED = (CheckInState.ABSENT, CheckInState.EXCUSED)
_MISSED = col(ExpectedRow.state).in_([one.value for one in _STATES_MISSED])


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


def find_sessions(session: Session, activity_id: int, state: ActivityState) -> list[int]:
    """The sessions in one state that make an activity up, the earliest first."""
    rows = session.exec(
        select(ActivityRow.id)
        .where(
            col(ActivityRow.makes_up_id) == activity_id,
            col(ActivityRow.state) == state.value,
        )
        .order_by(col(ActivityRow.starts_at), col(ActivityRow.id))
    )
    return [one or 0 for one in rows]


def make_up(
    session: Session,
    activity_id: int,
    at_id: int,
    *,
    by: int,
    people: Collection[int] | None = None,
) -> list[int]:
    """Who came to the other one (None: all of them) has made this one up; a leave is remembered.

    An absence is made up once: the session that was first stands beside it.
    """
    done = session.execute(
        update(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            _MISSED,
            _who_came(at_id, people),
        )
        .values(
            leave=case(
                (col(ExpectedRow.state) == CheckInState.EXCUSED.value, Leave.GRANTED.value),
                else_=col(ExpectedRow.leave),
            ),
            state=CheckInState.MADE_UP.value,
            recorded_by=by,
            way=Way.OFFICER.value,
            made_up_at_id=at_id,
            version=ExpectedRow.version + 1,
        )
        .returning(col(ExpectedRow.person_id))
        .execution_options(synchronize_session=False)
    )
    return sorted(done.scalars())


def _who_came(at_id: int, people: Collection[int] | None) -> Any:
    came = select(ExpectedRow.person_id).where(
        col(ExpectedRow.activity_id) == at_id,
        col(ExpectedRow.state).in_([state.value for state in CAME]),
        col(ExpectedRow.is_observer).is_(False),
        true() if people is None else col(ExpectedRow.person_id).in_(people),
    )
    return col(ExpectedRow.person_id).in_(came)


def miss_again(
    session: Session, activity_id: int, at_id: int, *, people: Collection[int] | None = None
) -> list[int]:
    """What was made up by one session is missed again, as it was before."""
    return _take_back(
        session,
        CheckInState.ABSENT,
        col(ExpectedRow.activity_id) == activity_id,
        col(ExpectedRow.made_up_at_id) == at_id,
        true() if people is None else col(ExpectedRow.person_id).in_(people),
    )


def expect_again(session: Session, activity_id: int) -> list[int]:
    """An activity was not held after all: nobody has made it up, by whichever session."""
    return _take_back(
        session,
        CheckInState.EXPECTED,
        col(ExpectedRow.activity_id) == activity_id,
        col(ExpectedRow.made_up_at_id).is_not(None),
    )


def _take_back(
    session: Session, instead_of: CheckInState, *conditions: ColumnElement[bool]
) -> list[int]:
    done = session.execute(
        update(ExpectedRow)
        .where(col(ExpectedRow.state) == CheckInState.MADE_UP.value, *conditions)
        .values(
            state=case(
                (col(ExpectedRow.leave) == Leave.GRANTED.value, CheckInState.EXCUSED.value),
                else_=instead_of.value,
            ),
            made_up_at_id=None,
            version=ExpectedRow.version + 1,
        )
        .returning(col(ExpectedRow.person_id))
        .execution_options(synchronize_session=False)
    )
    return sorted(done.scalars())


def release(
    session: Session, activity_id: int, *, people: Collection[int] | None = None
) -> list[tuple[int, int]]:
    """Whoever misses nothing any more is off the lists of the sessions to come.

    Returns (session, person). Whoever was put on such a list without having been due stays.
    """
    return _release(
        session,
        activity_id,
        select(_LISTED.person_id).where(
            col(_LISTED.activity_id) == activity_id,
            col(_LISTED.state).not_in([one.value for one in _STATES_MISSED]),
            true() if people is None else col(_LISTED.person_id).in_(people),
        ),
    )


def release_all(session: Session, activity_id: int) -> list[tuple[int, int]]:
    """The same of everybody who was due, whatever became of it."""
    query = select(_LISTED.person_id).where(col(_LISTED.activity_id) == activity_id)
    return _release(session, activity_id, query)


def _release(session: Session, activity_id: int, people: Any) -> list[tuple[int, int]]:
    done = session.execute(
        delete(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id).in_(
                find_sessions(session, activity_id, ActivityState.PLANNED)
            ),
            col(ExpectedRow.state) == CheckInState.EXPECTED.value,
            col(ExpectedRow.is_observer).is_(False),
            col(ExpectedRow.person_id).in_(people),
        )
        .returning(col(ExpectedRow.activity_id), col(ExpectedRow.person_id))
        .execution_options(synchronize_session=False)
    )
    return sorted((one[0], one[1]) for one in done)


def count_changes(session: Session, activity_id: int) -> int:
    """How often anybody's standing was changed: no two states have the same number."""
    changes = func.sum(col(ExpectedRow.version))
    query = select(changes).where(col(ExpectedRow.activity_id) == activity_id)
    return int(session.execute(query).scalar_one() or 0)


def find_missing(session: Session, activity_id: int, people: Collection[int] | None) -> list[int]:
    """Who of these (None: of all) was absent or on leave, has not made it up and is still there."""
    query = _missing(select(ExpectedRow.person_id), activity_id)
    these = true() if people is None else col(ExpectedRow.person_id).in_(people)
    return sorted(session.execute(query.where(these)).scalars())
