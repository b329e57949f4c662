"""Series of activities: which have something to be made, and what of them is to come."""

from collections.abc import Collection
from datetime import date, datetime

from sqlmodel import Session, col, select, update

from domain.activity import ActivityState
from domain.activity_plan import ActivityPlan, plan_from_facts
from domain.activity_series import Series
from storage.tables.activities import ActivityRow, SeriesRow

RUNNING, ENDED = "running", "ended"


def add(
    session: Session,
    plan: ActivityPlan,
    *,
    unit_id: int,
    made_by: int,
    made_through: date,
    now: datetime,
) -> int:
    """Write a series down; it is looked at now."""
    row = SeriesRow(
        unit_id=unit_id,
        plan=plan.to_facts(),
        made_by=made_by,
        made_at=now,
        made_through=made_through,
        look_at=now,
    )
    session.add(row)
    session.flush()
    return row.id or 0


def _as_series(row: SeriesRow) -> Series:
    return Series(
        id=row.id or 0,
        unit_id=row.unit_id,
        plan=plan_from_facts(row.plan),
        made_by=row.made_by,
        made_at=row.made_at,
        made_through=row.made_through,
        version=row.version,
    )


def find(session: Session, series_id: int) -> Series | None:
    """A series that runs."""
    row = session.exec(
        select(SeriesRow).where(col(SeriesRow.id) == series_id, col(SeriesRow.state) == RUNNING)
    ).first()
    return _as_series(row) if row else None


def find_many(session: Session, series_ids: Collection[int]) -> dict[int, Series]:
    """Those of them that run, by id."""
    rows = session.exec(
        select(SeriesRow).where(
            col(SeriesRow.id).in_(set(series_ids)), col(SeriesRow.state) == RUNNING
        )
    )
    return {row.id or 0: _as_series(row) for row in rows}


def lock(session: Session, series_id: int) -> None:
    """Let what ends a series and what changes it follow one another."""
    this = col(SeriesRow.id) == series_id
    session.exec(select(col(SeriesRow.id)).where(this).with_for_update()).all()


def find_due(session: Session, *, now: datetime) -> Series | None:
    """One that has something to be made. Uses the index on state and next look."""
    row = session.exec(
        select(SeriesRow)
        .where(col(SeriesRow.state) == RUNNING, col(SeriesRow.look_at) <= now)
        .order_by(col(SeriesRow.look_at), col(SeriesRow.id))
        .limit(1)
    ).first()
    return _as_series(row) if row else None


def advance(
    session: Session, series: Series, *, made_through: date, look_at: datetime | None
) -> bool:
    """So much is made. It goes on without a look where there is nothing to look for: days off
    may become others. False: somebody was faster."""
    return _change(session, series, made_through=made_through, look_at=look_at)


def look_now(session: Session, series_id: int, *, now: datetime) -> None:
    """What comes next may be nearer than it was."""
    session.execute(update(SeriesRow).where(col(SeriesRow.id) == series_id).values(look_at=now))


def change_plan(session: Session, series: Series, plan: ActivityPlan) -> bool:
    """What is made from now on is like this."""
    return _change(session, series, plan=plan.to_facts())


def end(session: Session, series: Series) -> bool:
    """Nothing more is made."""
    return _change(session, series, state=ENDED)


def _change(session: Session, series: Series, **values: object) -> bool:
    done = session.execute(
        update(SeriesRow)
        .where(
            col(SeriesRow.id) == series.id,
            col(SeriesRow.version) == series.version,
            col(SeriesRow.state) == RUNNING,
        )
        .values(version=series.version + 1, **values)
    )
    return bool(getattr(done, "rowcount", 0))


def find_following(session: Session, series_id: int, *, after: datetime) -> list[int]:
    """The planned activities of a series that begin later, the earliest first."""
    return [
        found or 0
        for found in session.exec(
            select(ActivityRow.id)
            .where(
                col(ActivityRow.series_id) == series_id,
                col(ActivityRow.starts_at) > after,
                col(ActivityRow.state) == ActivityState.PLANNED.value,
            )
            .order_by(col(ActivityRow.starts_at), col(ActivityRow.id))
        )
    ]


def find_to_invite(session: Session, *, now: datetime) -> int | None:
    """A planned activity whose people are to be invited. Uses the index on that instant."""
    return session.exec(
        select(ActivityRow.id)
        .where(
            col(ActivityRow.invite_from) <= now,
            col(ActivityRow.state) == ActivityState.PLANNED.value,
        )
        .order_by(col(ActivityRow.invite_from), col(ActivityRow.id))
        .limit(1)
    ).first()


def set_invitation(session: Session, activity_id: int, at: datetime | None) -> None:
    """Its people are invited at another instant; None: they are."""
    session.execute(
        update(ActivityRow).where(col(ActivityRow.id) == activity_id).values(invite_from=at)
    )
