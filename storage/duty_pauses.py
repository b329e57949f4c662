"""Pause a duty, let it run again, and put either back as it was."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, func, select, update

from storage.tables.columns import is_in
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.messages import NoticeRow
from storage.tables.process import HistoryRow

DUTY = "duty"


@dataclass(frozen=True, kw_only=True)
class LastChange:
    """The latest line of a duty in the change log."""

    id: int
    verb: str
    at: datetime
    person_id: int | None
    paused_at: datetime | None
    begins_on: date


def count_open(session: Session, duty_id: int) -> int:
    """How many open items a duty has."""
    return session.exec(
        select(func.count())
        .select_from(ObligationRow)
        .where(col(ObligationRow.duty_id) == duty_id, is_in("obligation", "open"))
    ).one()


def restore(session: Session, duty_id: int, *, paused_at: datetime | None, begins_on: date) -> None:
    """Put a duty's running back as it was before a pause or a resumption."""
    session.execute(
        update(DutyRow)
        .where(col(DutyRow.id) == duty_id)
        .values(paused_at=paused_at, begins_on=begins_on, opened_key=None)
    )


def find_standing(session: Session, duty_id: int) -> tuple[datetime | None, date] | None:
    """Since when a duty is paused (None: it runs) and from when it is owed."""
    row = session.get(DutyRow, duty_id)
    return (row.paused_at, row.begins_on) if row else None


def still(session: Session, duty_id: int) -> int:
    """Hold back what waits to be told about a duty; returns how many notices those are."""
    of_duty = select(ObligationRow.id).where(col(ObligationRow.duty_id) == duty_id)
    done = session.execute(
        update(NoticeRow)
        .where(col(NoticeRow.obligation_id).in_(of_duty), col(NoticeRow.state) == "waiting")
        .values(state="cancelled")
    )
    return int(getattr(done, "rowcount", 0))


def stir(session: Session, duty_id: int, *, now: datetime) -> int:
    """A pause is taken back: what it held back is told after all, unless it is stale."""
    open_ones = select(ObligationRow.id).where(
        col(ObligationRow.duty_id) == duty_id, is_in("obligation", "open")
    )
    done = session.execute(
        update(NoticeRow)
        .where(
            col(NoticeRow.obligation_id).in_(open_ones),
            col(NoticeRow.state) == "cancelled",
            col(NoticeRow.useful_until) > now,
        )
        .values(state="waiting")
    )
    return int(getattr(done, "rowcount", 0))


def find_last_change(session: Session, duty_id: int) -> LastChange | None:
    """What was done to a duty last."""
    row = session.exec(
        select(HistoryRow)
        .where(col(HistoryRow.subject_kind) == DUTY, col(HistoryRow.subject_id) == duty_id)
        .order_by(col(HistoryRow.id).desc())
        .limit(1)
    ).first()
    if row is None or row.before is None or "begins_on" not in row.before:
        return None
    since = row.before["paused_at"]
    return LastChange(
        id=row.id or 0,
        verb=row.verb,
        at=row.at,
        person_id=row.person_id,
        paused_at=datetime.fromisoformat(since) if since else None,
        begins_on=date.fromisoformat(row.before["begins_on"]),
    )
