"""What becomes of an activity after it was planned: asked about, moved, written up."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlmodel import Session, col, select, update

from domain.activity import ASKED_AFTER, Activity, ActivityState
from domain.quorum import Share
from storage import activities
from storage.tables.activities import ActivityRow

# Nothing lasts longer, so what began before that is surely over.
LOOKS_BACK = timedelta(days=31)


def find_unasked(session: Session, *, now: datetime) -> list[Activity]:
    """Planned activities that are over for long enough, and about which nobody was asked."""
    found = session.exec(
        select(ActivityRow.id)
        .where(
            col(ActivityRow.state) == ActivityState.PLANNED.value,
            col(ActivityRow.held_asked_at).is_(None),
            col(ActivityRow.starts_at) <= now - ASKED_AFTER,
            col(ActivityRow.starts_at) > now - LOOKS_BACK,
        )
        .order_by(col(ActivityRow.starts_at))
        .limit(500)
    )
    known = activities.find_many(session, [one or 0 for one in found])
    return [one for one in known.values() if one.ends_at + ASKED_AFTER <= now]


def mark_asked(session: Session, activity_ids: Collection[int], *, now: datetime) -> None:
    """Who answers for them is asked whether they took place."""
    session.execute(
        update(ActivityRow).where(col(ActivityRow.id).in_(activity_ids)).values(held_asked_at=now)
    )


def move(
    session: Session,
    activity: Activity,
    *,
    starts_at: datetime,
    window: tuple[datetime, datetime],
    is_past: bool,
    now: datetime,
) -> bool:
    """Let it begin at another instant, if it is still as it was read and planned.

    What was told and asked about the old one is told and asked anew; whoever says that it was
    held at another moment that is over has been asked.
    """
    opens_at, closes_at = window
    done = session.execute(
        update(ActivityRow)
        .where(
            col(ActivityRow.id) == activity.id,
            col(ActivityRow.version) == activity.version,
            col(ActivityRow.state) == ActivityState.PLANNED.value,
        )
        .values(
            starts_at=starts_at,
            opens_at=opens_at,
            closes_at=closes_at,
            moved_from=activity.moved_from or activity.starts_at,
            extended_from=None,
            reminded_at=None,
            opening_told_at=None,
            held_asked_at=ActivityRow.held_asked_at if is_past else None,
            changed_at=now,
            version=activity.version + 1,
        )
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))


def keep_record(session: Session, activity_id: int, *, topic: str, photo_id: str | None) -> None:
    """Write down what it was about."""
    session.execute(
        update(ActivityRow)
        .where(col(ActivityRow.id) == activity_id)
        .values(topic=topic, photo_id=photo_id)
        .execution_options(synchronize_session=False)
    )


def choose_quorum(session: Session, activity_id: int, share: Share) -> None:
    """It takes another share of those due from now on."""
    session.execute(
        update(ActivityRow)
        .where(col(ActivityRow.id) == activity_id)
        .values(quorum=share.value, version=ActivityRow.version + 1)
        .execution_options(synchronize_session=False)
    )
