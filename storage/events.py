"""What has happened, as officers recorded it."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session, col, or_, select, update

from domain.event import Event
from storage.inserting import claim_new
from storage.tables.duties import EventRow
from storage.tables.organisation import UnitRow
from storage.units import as_unit


def _as_event(row: EventRow, unit: UnitRow) -> Event:
    return Event(
        id=row.id or 0,
        code=row.code,
        unit=as_unit(unit),
        happened_on=row.happened_on,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by,
        is_revoked=row.revoked_at is not None,
    )


_ALL = select(EventRow, UnitRow).join(UnitRow, col(UnitRow.id) == col(EventRow.unit_id))
_SELECTED = _ALL.where(col(EventRow.revoked_at).is_(None))


def record(
    session: Session, code: str, *, unit_id: int, happened_on: date, by: int, now: datetime
) -> int | None:
    """Write an event down; returns its id, or None when it is recorded already."""
    row = {
        "code": code,
        "unit_id": unit_id,
        "happened_on": happened_on,
        "recorded_at": now,
        "recorded_by": by,
    }
    return next(iter(claim_new(session, EventRow, [row])), None)


def revoke(session: Session, event_id: int, *, now: datetime) -> bool:
    """It did not happen; False when that was said before."""
    done = session.execute(
        update(EventRow)
        .where(col(EventRow.id) == event_id, col(EventRow.revoked_at).is_(None))
        .values(revoked_at=now)
    )
    return bool(getattr(done, "rowcount", 0))


def find(session: Session, event_id: int) -> Event | None:
    """One event, also one that was taken back."""
    found = session.exec(_ALL.where(col(EventRow.id) == event_id)).first()
    return _as_event(*found) if found else None


def find_on(session: Session, code: str, *, unit_id: int, day: date) -> Event | None:
    """The event of a kind in a unit on a day."""
    found = session.exec(
        _SELECTED.where(
            col(EventRow.code) == code,
            col(EventRow.unit_id) == unit_id,
            col(EventRow.happened_on) == day,
        )
    ).first()
    return _as_event(*found) if found else None


def find_recorded(session: Session, code: str, *, since: datetime) -> list[Event]:
    """Events of a kind that were recorded since an instant."""
    rows = session.exec(
        _SELECTED.where(col(EventRow.code) == code, col(EventRow.recorded_at) >= since).order_by(
            col(EventRow.happened_on), col(EventRow.id)
        )
    )
    return [_as_event(*found) for found in rows]


def find_latest(session: Session, *, within: Sequence[str], limit: int) -> list[Event]:
    """What was recorded last inside these subtrees."""
    rows = session.exec(
        _SELECTED.where(
            or_(*(col(UnitRow.path).startswith(path, autoescape=True) for path in within))
        )
        .order_by(col(EventRow.recorded_at).desc(), col(EventRow.id).desc())
        .limit(limit)
    )
    return [_as_event(*found) for found in rows]
