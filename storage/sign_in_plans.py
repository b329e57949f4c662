"""Which units have their own staff sign in, since when, and at which hours."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session, col, delete, or_, select, update

from domain.sign_in import Hours, SignInPlan, minute_of, time_of
from domain.unit import Unit
from storage.inserting import insert_new
from storage.tables.organisation import UnitRow
from storage.tables.sign_ins import SignInPlanRow
from storage.units import as_unit


def find(session: Session, unit_id: int, *, first: date, last: date) -> tuple[SignInPlan, ...]:
    """The plans of a unit that hold on some day of a stretch, in order."""
    rows = session.exec(
        select(SignInPlanRow)
        .where(
            col(SignInPlanRow.unit_id) == unit_id,
            col(SignInPlanRow.begins_on) <= last,
            _is_not_over_by(first),
        )
        .order_by(col(SignInPlanRow.begins_on))
    )
    return tuple(
        SignInPlan(
            unit_id=row.unit_id,
            begins_on=row.begins_on,
            last_day=row.last_day,
            hours=Hours(until=time_of(row.until_minute), since=time_of(row.since_minute)),
        )
        for row in rows
    )


def find_units(session: Session, *, within: Collection[str], since: date) -> list[Unit]:
    """Units of some subtrees whose plan runs, will run, or ran on that day or later."""
    if not within:
        return []
    rows = session.exec(
        select(UnitRow)
        .where(
            or_(*(col(UnitRow.path).startswith(path, autoescape=True) for path in within)),
            col(UnitRow.id).in_(select(SignInPlanRow.unit_id).where(_is_not_over_by(since))),
        )
        .order_by(col(UnitRow.path))
    )
    return [as_unit(row) for row in rows]


def begin(
    session: Session, unit_id: int, hours: Hours, *, on: date, by: int, now: datetime
) -> bool:
    """Let a plan begin; False when one begins on that day already. End the one before first."""
    row = {
        "unit_id": unit_id,
        "begins_on": on,
        "until_minute": minute_of(hours.until),
        "since_minute": minute_of(hours.since),
        "made_by": by,
        "made_at": now,
    }
    return insert_new(session, SignInPlanRow, [row]) == 1


def end(session: Session, unit_id: int, *, last_day: date) -> bool:
    """Let nothing hold after a day; what had not begun by then is gone. Whether anything ended."""
    gone = session.execute(
        delete(SignInPlanRow).where(
            col(SignInPlanRow.unit_id) == unit_id, col(SignInPlanRow.begins_on) > last_day
        )
    )
    ended = session.execute(
        update(SignInPlanRow)
        .where(
            col(SignInPlanRow.unit_id) == unit_id,
            _is_not_over_by(last_day + timedelta(days=1)),
        )
        .values(last_day=last_day)
    )
    return bool(getattr(gone, "rowcount", 0) + getattr(ended, "rowcount", 0))


def _is_not_over_by(day: date) -> Any:
    return or_(col(SignInPlanRow.last_day).is_(None), col(SignInPlanRow.last_day) >= day)
