"""Every change of the set-up, with what it touched before and after."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, select

from storage.tables.configuration import ConfigVersionRow
from storage.tables.organisation import PersonRow


@dataclass(frozen=True, kw_only=True)
class ConfigVersion:
    """`steps` are what changed, before and after; `author` is a name as the roster has it."""

    id: int
    made_at: datetime
    cause: str
    steps: dict[str, Any]
    author: str = ""


def add(
    session: Session,
    cause: str,
    steps: dict[str, Any],
    *,
    by: int | None,
    confirmed_by: int | None = None,
    now: datetime,
) -> int:
    """Write a version down."""
    row = ConfigVersionRow(
        made_at=now, made_by=by, confirmed_by=confirmed_by, cause=cause, steps=steps
    )
    session.add(row)
    session.flush()
    return row.id or 0


def find(session: Session, version_id: int) -> ConfigVersion | None:
    """One version."""
    found = _find(session, col(ConfigVersionRow.id) == version_id, limit=1, offset=0)
    return found[0] if found else None


def find_page(session: Session, *, limit: int, offset: int) -> list[ConfigVersion]:
    """Versions, the newest first."""
    return _find(session, col(ConfigVersionRow.id) > 0, limit=limit, offset=offset)


def count(session: Session) -> int:
    """How many there are."""
    return session.exec(select(func.count()).select_from(ConfigVersionRow)).one()


def _find(session: Session, condition: Any, *, limit: int, offset: int) -> list[ConfigVersion]:
    rows = session.exec(
        select(ConfigVersionRow, PersonRow.name)
        .join(PersonRow, col(PersonRow.id) == col(ConfigVersionRow.made_by), isouter=True)
        .where(condition)
        .order_by(col(ConfigVersionRow.id).desc())
        .limit(limit)
        .offset(offset)
    )
    return [
        ConfigVersion(
            id=row.id or 0,
            made_at=row.made_at,
            cause=row.cause,
            steps=dict(row.steps),
            author=name or "",
        )
        for row, name in rows
    ]
