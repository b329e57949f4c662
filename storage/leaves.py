"""Leaves that were asked for, and their reasons for as long as they are kept."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select, update

from domain.check_in import CheckIn, CheckInState, Leave, Reason, Way
from storage.check_ins import as_check_in
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.organisation import PersonRow


def count_asked(session: Session, activity_id: int) -> int:
    """How many leaves of an activity wait for a decision."""
    return session.exec(
        select(func.count())
        .select_from(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            col(ExpectedRow.leave) == Leave.ASKED.value,
        )
    ).one()


@dataclass(frozen=True, kw_only=True)
class AskedLeave:
    """A leave of one person for one activity, as it is written down."""

    check_in: CheckIn
    name: str
    asked_at: datetime | None


def find(
    session: Session, activity_ids: Collection[int], person_ids: Collection[int]
) -> dict[tuple[int, int], AskedLeave]:
    """What some people have asked for, by (activity, person); who has left is not among them."""
    rows = session.exec(
        select(ExpectedRow, PersonRow.name)
        .join(PersonRow, col(PersonRow.id) == col(ExpectedRow.person_id))
        .where(
            col(ExpectedRow.activity_id).in_(set(activity_ids)),
            col(ExpectedRow.person_id).in_(set(person_ids)),
            col(PersonRow.left_at).is_(None),
        )
    )
    return {
        (row.activity_id, row.person_id): AskedLeave(
            check_in=as_check_in(row), name=name, asked_at=row.leave_at
        )
        for row, name in rows
    }


def ask(session: Session, before: CheckIn, reason: Reason, *, at: datetime) -> bool:
    """Write down that leave is asked for; False when it stands otherwise meanwhile."""
    values = {"leave": Leave.ASKED.value, "reason": reason.value, "leave_at": at, "leave_by": None}
    return _change(session, before, before.leave, values)


def withdraw(session: Session, before: CheckIn) -> bool:
    """Nobody has decided yet, and nothing is asked for any more."""
    values = {"leave": None, "reason": None, "leave_at": None}
    return _change(session, before, Leave.ASKED, values)


def decide(session: Session, before: CheckIn, leave: Leave, *, by: int, now: datetime) -> bool:
    """Grant or decline, once; what is granted excuses."""
    values: dict[str, object] = {"leave": leave.value, "leave_by": by}
    if leave is Leave.GRANTED:
        values |= {
            "state": CheckInState.EXCUSED.value,
            "recorded_at": now,
            "recorded_by": by,
            "way": Way.OFFICER.value,
        }
    return _change(session, before, Leave.ASKED, values)


def _change(
    session: Session, before: CheckIn, leave: Leave | None, values: Mapping[str, object]
) -> bool:
    done = session.execute(
        update(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == before.activity_id,
            col(ExpectedRow.person_id) == before.person_id,
            col(ExpectedRow.version) == before.version,
            col(ExpectedRow.leave).is_not_distinct_from(leave.value if leave else None),
        )
        .values(version=before.version + 1, **values)
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))


def fade_reasons(session: Session, *, begun_before: datetime, limit: int) -> list[int]:
    """Delete the reasons of activities that began before; returns the activities.

    Uses the index of rows that have a reason.
    """
    found = list(
        session.exec(
            select(ExpectedRow.activity_id)
            .join(ActivityRow, col(ActivityRow.id) == col(ExpectedRow.activity_id))
            .where(col(ExpectedRow.reason).is_not(None), col(ActivityRow.starts_at) < begun_before)
            .distinct()
            .order_by(col(ExpectedRow.activity_id))
            .limit(limit)
        )
    )
    if found:
        session.execute(
            update(ExpectedRow)
            .where(col(ExpectedRow.activity_id).in_(found))
            .values(reason=None)
            .execution_options(synchronize_session=False)
        )
    return found
