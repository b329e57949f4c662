"""The days of a series' activities: where they stand, and what is known of days off."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, or_, select, update

from domain.activity import Activity, ActivityState
from domain.delivery import Kind
from domain.series_day import DayOff
from storage.activities import SELECTED, as_activity
from storage.tables.activities import ActivityRow, SeriesRow
from storage.tables.messages import DeliveryRow
from storage.tables.organisation import UnitRow


@dataclass(frozen=True, kw_only=True)
class Dated:
    """An activity of a series with the date that names it. `by_hand`: it has a day of its own."""

    activity: Activity
    named: date
    by_hand: bool
    day_off: DayOff | None


def find_next(session: Session, path: str, *, after: int) -> int | None:
    """The next running series of a unit and everything below it."""
    return session.exec(
        select(SeriesRow.id)
        .join(UnitRow, col(UnitRow.id) == col(SeriesRow.unit_id))
        .where(
            col(UnitRow.path).startswith(path, autoescape=True),
            col(SeriesRow.state) == "running",
            col(SeriesRow.id) > after,
        )
        .order_by(col(SeriesRow.id))
        .limit(1)
    ).first()


def find_of(session: Session, series_id: int, *, after: date, now: datetime) -> list[Dated]:
    """What is written down of a series for later dates of its rule, and what is still to come."""
    later = or_(col(ActivityRow.series_day) > after, col(ActivityRow.starts_at) > now)
    found = session.exec(SELECTED.where(col(ActivityRow.series_id) == series_id, later))
    return [_as_dated(row, as_activity(row, unit, duty)) for row, unit, duty in found]


def find_many(session: Session, activity_ids: Collection[int]) -> dict[int, Dated]:
    """Activities of series by id."""
    found = session.exec(
        SELECTED.where(
            col(ActivityRow.id).in_(set(activity_ids)), col(ActivityRow.series_day).is_not(None)
        )
    )
    return {row.id or 0: _as_dated(row, as_activity(row, unit, duty)) for row, unit, duty in found}


def _as_dated(row: ActivityRow, activity: Activity) -> Dated:
    return Dated(
        activity=activity,
        named=row.series_day or date.min,
        by_hand=row.by_hand,
        day_off=DayOff(row.day_off) if row.day_off else None,
    )


def redate(
    session: Session,
    before: Activity,
    after: Activity,
    *,
    invite_from: datetime,
    now: datetime,
) -> bool:
    """Plan it for another day, of which nobody knows yet; False when it was changed meanwhile."""
    return _change(
        session,
        before,
        state=ActivityState.PLANNED.value,
        settled_at=None,
        starts_at=after.starts_at,
        opens_at=after.opens_at,
        closes_at=after.closes_at,
        invite_from=invite_from,
        day_off=None,
        changed_at=now,
    )


def leave_out(session: Session, activity: Activity, *, now: datetime) -> bool:
    """It does not take place for as long as its day is left out."""
    return _change(
        session,
        activity,
        state=ActivityState.CANCELLED.value,
        settled_at=now,
        day_off=DayOff.LEFT_OUT.value,
        changed_at=now,
    )


def note(session: Session, activity: Activity, day_off: DayOff | None) -> bool:
    """Keep what is known of its day; False when it was changed meanwhile."""
    return _change(session, activity, day_off=day_off.value if day_off else None)


def _change(session: Session, activity: Activity, **values: object) -> bool:
    done = session.execute(
        update(ActivityRow)
        .where(
            col(ActivityRow.id) == activity.id,
            col(ActivityRow.version) == activity.version,
            col(ActivityRow.state) == activity.state.value,
        )
        .values(version=activity.version + 1, **values)
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))


def set_by_hand(session: Session, activity_id: int, day_off: DayOff | None) -> None:
    """An officer has given it a time or place of its own: no calendar moves it any more."""
    session.execute(
        update(ActivityRow)
        .where(col(ActivityRow.id) == activity_id)
        .values(by_hand=True, day_off=day_off.value if day_off else None)
        .execution_options(synchronize_session=False)
    )


def find_asked(session: Session, activity_id: int, *, key: str) -> set[int]:
    """Who has, or will get, a question about an activity whose key begins like this."""
    return set(
        session.exec(
            select(DeliveryRow.person_id).where(
                col(DeliveryRow.subject_id) == activity_id,
                col(DeliveryRow.kind) == Kind.DAY_OFF.value,
                col(DeliveryRow.once_key).startswith(key, autoescape=True),
                col(DeliveryRow.state).in_(("due", "sending", "sent")),
                col(DeliveryRow.edits).is_(None),
            )
        )
    )


def find_coming(
    session: Session, series_ids: Collection[int], *, now: datetime
) -> list[tuple[int, datetime]]:
    """When what these series have planned begins, each beside its series."""
    found = session.exec(
        select(ActivityRow.series_id, ActivityRow.starts_at).where(
            col(ActivityRow.series_id).in_(set(series_ids)),
            col(ActivityRow.state) == ActivityState.PLANNED.value,
            col(ActivityRow.starts_at) > now,
        )
    )
    return [(series_id or 0, starts_at) for series_id, starts_at in found]
