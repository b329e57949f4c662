"""Secret addresses of calendars, and what one person's calendar shows."""

from datetime import datetime

from sqlmodel import Session, col, delete, select, update

from domain.calendar_feed import CalendarAddress, CalendarEvent
from storage.activities import SELECTED, as_activity
from storage.inserting import insert_new
from storage.tables.activities import ActivityRow, CalendarAddressRow, ExpectedRow


def make_address(session: Session, person_id: int, *, secret_hash: str, now: datetime) -> None:
    """Give a person a new address; an older one is no address any longer."""
    session.execute(
        delete(CalendarAddressRow).where(col(CalendarAddressRow.person_id) == person_id)
    )
    row = {
        "person_id": person_id,
        "secret_hash": secret_hash,
        "made_at": now,
        "fingerprint": "",
        "changed_at": None,
    }
    insert_new(session, CalendarAddressRow, [row])


def remove_address(session: Session, person_id: int) -> bool:
    """Nobody reads the calendar from now on; False when nobody did."""
    done = session.execute(
        delete(CalendarAddressRow).where(col(CalendarAddressRow.person_id) == person_id)
    )
    return bool(getattr(done, "rowcount", 0))


def _as_address(row: CalendarAddressRow) -> CalendarAddress:
    return CalendarAddress(
        person_id=row.person_id,
        made_at=row.made_at,
        fingerprint=row.fingerprint,
        changed_at=row.changed_at,
    )


def find_address(session: Session, secret_hash: str) -> CalendarAddress | None:
    """Whose address it is. Uses the unique index."""
    row = session.exec(
        select(CalendarAddressRow).where(col(CalendarAddressRow.secret_hash) == secret_hash)
    ).first()
    return _as_address(row) if row else None


def find_own_address(session: Session, person_id: int) -> CalendarAddress | None:
    """The address of a person, without its secret."""
    row = session.get(CalendarAddressRow, person_id)
    return _as_address(row) if row else None


def note_change(session: Session, person_id: int, *, fingerprint: str, now: datetime) -> None:
    """What is shown is another thing since now."""
    session.execute(
        update(CalendarAddressRow)
        .where(
            col(CalendarAddressRow.person_id) == person_id,
            col(CalendarAddressRow.fingerprint) != fingerprint,
        )
        .values(fingerprint=fingerprint, changed_at=now)
    )


def find_events(
    session: Session, person_id: int, *, since: datetime, until: datetime, limit: int
) -> list[CalendarEvent]:
    """The activities of a person, called-off ones too; the latest first where they are too many."""
    found = session.execute(
        SELECTED.add_columns(col(ExpectedRow.is_observer))
        .join(ExpectedRow, col(ExpectedRow.activity_id) == col(ActivityRow.id))
        .where(
            col(ExpectedRow.person_id) == person_id,
            col(ActivityRow.starts_at) >= since,
            col(ActivityRow.starts_at) < until,
        )
        .order_by(None)
        .order_by(col(ActivityRow.starts_at).desc(), col(ActivityRow.id).desc())
        .limit(limit)
    )
    return [
        CalendarEvent(
            activity=as_activity(row, unit, duty),
            changed_at=row.changed_at or row.made_at,
            is_observer=is_observer,
        )
        for row, unit, duty, is_observer in found
    ]


def find_event(session: Session, activity_id: int, *, person_id: int) -> CalendarEvent | None:
    """One activity that a person is on the list of."""
    found = session.execute(
        SELECTED.add_columns(col(ExpectedRow.is_observer))
        .join(ExpectedRow, col(ExpectedRow.activity_id) == col(ActivityRow.id))
        .where(col(ActivityRow.id) == activity_id, col(ExpectedRow.person_id) == person_id)
    ).first()
    if found is None:
        return None
    row, unit, duty, is_observer = found
    return CalendarEvent(
        activity=as_activity(row, unit, duty),
        changed_at=row.changed_at or row.made_at,
        is_observer=is_observer,
    )
