"""Change an activity, and what is on its way about it."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import case, true
from sqlmodel import Session, col, select, update

from domain.activity import Activity
from domain.check_in import CheckInState
from domain.circle import circle_to_data
from domain.delivery import Kind
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.messages import DeliveryRow
from storage.tables.organisation import AccountRow

_TO_PEOPLE = (Kind.INVITATION, Kind.ACTIVITY_CHANGED, Kind.MOVED, Kind.CHECK_IN_OPEN)


def change(session: Session, before: Activity, after: Activity, *, now: datetime) -> bool:
    """Write `after` down; False when it is no longer as `before` says."""
    is_moved = before.starts_at != after.starts_at
    is_for_others = before.circle != after.circle
    done = session.execute(
        update(ActivityRow)
        .where(
            col(ActivityRow.id) == before.id,
            col(ActivityRow.version) == before.version,
            col(ActivityRow.state) == before.state.value,
            # Nobody has been invited meanwhile.
            col(ActivityRow.invite_from).is_not(None) if is_for_others else true(),
        )
        .values(
            title=after.title,
            place=after.place,
            starts_at=after.starts_at,
            opens_at=after.opens_at,
            closes_at=after.closes_at,
            audience=circle_to_data(after.circle),
            version=before.version + 1,
            changed_at=now,
            **after.details.to_facts(),
            **({"reminded_at": None, "opening_told_at": None} if is_moved else {}),
        )
    )
    return bool(getattr(done, "rowcount", 0))


def forget_presence(session: Session, activity_id: int) -> None:
    """Whoever has come already has come to what is now at another time."""
    session.execute(
        update(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            col(ExpectedRow.state).in_([CheckInState.PRESENT.value, CheckInState.LATE.value]),
        )
        .values(
            state=CheckInState.EXPECTED.value,
            recorded_at=None,
            recorded_by=None,
            way=None,
            version=ExpectedRow.version + 1,
        )
        .execution_options(synchronize_session=False)
    )


def reschedule(
    session: Session,
    activity_id: int,
    kinds: Collection[Kind],
    *,
    now: datetime,
    due_at: datetime,
    useful_until: datetime,
) -> None:
    """What waits for later about an activity comes at another instant, and is of use until then."""
    session.execute(
        update(DeliveryRow)
        .where(
            col(DeliveryRow.subject_id) == activity_id,
            col(DeliveryRow.kind).in_([kind.value for kind in kinds]),
            col(DeliveryRow.state) == "due",
            col(DeliveryRow.edits).is_(None),
        )
        .values(
            useful_until=useful_until,
            due_at=case((col(DeliveryRow.due_at) > now, due_at), else_=col(DeliveryRow.due_at)),
        )
        .execution_options(synchronize_session=False)
    )


def find_invited(session: Session, activity_id: int, person_ids: Collection[int]) -> list[int]:
    """To whom of these an invitation has gone out, or was to go out when he was on the list.

    Whoever has one waiting is not among them: it is the next that he gets.
    """
    waiting = select(DeliveryRow.person_id).where(
        col(DeliveryRow.subject_id) == activity_id,
        col(DeliveryRow.kind) == Kind.INVITATION.value,
        col(DeliveryRow.state) == "due",
        col(DeliveryRow.edits).is_(None),
    )
    return list(
        session.exec(
            select(DeliveryRow.person_id)
            .where(
                col(DeliveryRow.subject_id) == activity_id,
                col(DeliveryRow.person_id).in_(set(person_ids)),
                col(DeliveryRow.person_id).not_in(waiting),
                col(DeliveryRow.kind) == Kind.INVITATION.value,
                col(DeliveryRow.state) != "due",
                col(DeliveryRow.edits).is_(None),
            )
            .distinct()
        )
    )


def is_invited(session: Session, activity_id: int, person_id: int) -> bool:
    """Whether somebody was sent anything about an activity, or is being sent it now."""
    told = select(DeliveryRow.id).where(
        col(DeliveryRow.subject_id) == activity_id,
        col(DeliveryRow.person_id) == person_id,
        col(DeliveryRow.kind).in_([kind.value for kind in _TO_PEOPLE]),
        col(DeliveryRow.state).in_(("sent", "sending")),
        col(DeliveryRow.edits).is_(None),
    )
    return session.exec(told.limit(1)).first() is not None


def find_untold(session: Session, activity_id: int, *, besides: int) -> list[int]:
    """Who is on the list, can be written to, and has no message waiting that tells it anyway."""
    waiting = select(DeliveryRow.person_id).where(
        col(DeliveryRow.subject_id) == activity_id,
        col(DeliveryRow.kind).in_([Kind.INVITATION.value, Kind.ACTIVITY_CHANGED.value]),
        col(DeliveryRow.state) == "due",
        col(DeliveryRow.edits).is_(None),
    )
    return list(
        session.exec(
            select(ExpectedRow.person_id)
            .join(AccountRow, col(AccountRow.person_id) == col(ExpectedRow.person_id))
            .where(
                col(ExpectedRow.activity_id) == activity_id,
                col(ExpectedRow.person_id) != besides,
                col(ExpectedRow.person_id).not_in(waiting),
                col(AccountRow.lost).is_(None),
            )
            .order_by(col(ExpectedRow.person_id))
        )
    )
