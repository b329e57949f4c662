"""What codes are worked out from, and the typed ones that were wrong."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, func, select

from storage.tables.activities import ActivityRow, WrongCodeRow

# Built once: every scan of a crowd asks it.
_SECRET = select(ActivityRow.code_secret).where(col(ActivityRow.id) == bindparam("activity"))


def find_secret(session: Session, activity_id: int) -> str | None:
    """The secret of an activity; None where there is no such activity."""
    return session.exec(_SECRET, params={"activity": activity_id}).first()


def find_secrets(session: Session, activity_ids: list[int]) -> dict[int, str]:
    """The secrets of several activities."""
    rows = session.exec(
        select(ActivityRow.id, ActivityRow.code_secret).where(col(ActivityRow.id).in_(activity_ids))
    )
    return {found or 0: secret for found, secret in rows}


def note_wrong(session: Session, person_id: int, *, now: datetime, forget_before: datetime) -> None:
    """Count four digits that were no code, and forget those of long ago."""
    session.execute(delete(WrongCodeRow).where(col(WrongCodeRow.at) < forget_before))
    session.add(WrongCodeRow(person_id=person_id, at=now))


def count_wrong(session: Session, person_id: int, *, since: datetime) -> int:
    """How many wrong ones somebody has typed since then. Uses the index on the person."""
    return session.exec(
        select(func.count()).where(
            col(WrongCodeRow.person_id) == person_id, col(WrongCodeRow.at) >= since
        )
    ).one()
