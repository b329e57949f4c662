"""Walls: their one-time links, the pages that opened them, and who came last."""

from datetime import datetime

from sqlmodel import Session, col, select, update

from domain.check_in import CheckInState
from domain.wall import Wall
from storage.tables.activities import ExpectedRow, WallRow
from storage.tables.organisation import PersonRow

Latest = tuple[str, CheckInState, datetime]
_CAME = (CheckInState.PRESENT.value, CheckInState.LATE.value)


def make(session: Session, activity_id: int, *, link_hash: str, made_by: int, now: datetime) -> int:
    """Keep a new link; of its secret only the hash is known here."""
    row = WallRow(activity_id=activity_id, link_hash=link_hash, made_by=made_by, made_at=now)
    session.add(row)
    session.flush()
    return row.id or 0


def _as_wall(row: WallRow) -> Wall:
    return Wall(
        id=row.id or 0,
        activity_id=row.activity_id,
        made_by=row.made_by,
        session_hash=row.session_hash,
    )


def find(session: Session, wall_id: int) -> Wall | None:
    """One wall."""
    row = session.get(WallRow, wall_id)
    return _as_wall(row) if row else None


def find_unopened(session: Session, link_hash: str) -> Wall | None:
    """The wall of a link that nobody has used."""
    row = session.exec(
        select(WallRow).where(col(WallRow.link_hash) == link_hash, col(WallRow.opened_at).is_(None))
    ).first()
    return _as_wall(row) if row else None


def open_once(session: Session, wall_id: int, *, session_hash: str, now: datetime) -> bool:
    """Use the link up; False when somebody was faster."""
    done = session.execute(
        update(WallRow)
        .where(col(WallRow.id) == wall_id, col(WallRow.opened_at).is_(None))
        .values(opened_at=now, session_hash=session_hash)
    )
    return bool(getattr(done, "rowcount", 0))


def find_latest(session: Session, activity_id: int, *, limit: int) -> list[Latest]:
    """Who came last: name, state and the instant that counts, the newest first."""
    rows = session.exec(
        select(PersonRow.name, ExpectedRow.state, ExpectedRow.recorded_at)
        .join(PersonRow, col(PersonRow.id) == col(ExpectedRow.person_id))
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            col(ExpectedRow.state).in_(_CAME),
            col(PersonRow.left_at).is_(None),
        )
        .order_by(col(ExpectedRow.recorded_at).desc(), col(ExpectedRow.person_id))
        .limit(limit)
    )
    return [(name, CheckInState(state), at) for name, state, at in rows if at is not None]
