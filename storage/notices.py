"""Notices: what is to be told to whom, each once for ever."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy import select as columns
from sqlmodel import Session, col, delete, func, select, update

from domain.notice import Notice, NoticeKind
from storage.inserting import claim_new, insert_new
from storage.tables.columns import is_in
from storage.tables.messages import NoticeRow

TABLE: Any = NoticeRow.__table__  # type: ignore[attr-defined]  # SQLModel does not type it.
_TAKE = (
    TABLE.update()
    .where(TABLE.c.id == bindparam("notice"), TABLE.c.state == "waiting")
    .values(state="taken", delivery_id=bindparam("carrier"))
)
# Rows of plain columns: an entity costs several times as much.
_SHOWN = "id person_id kind step obligation_id unit_id due_at useful_until once_key delivery_id"
_NOTICES: Any = columns(*(TABLE.c[name] for name in _SHOWN.split()))


@dataclass(frozen=True, kw_only=True)
class NewNotice:
    """A notice about to be made; `once_key` makes sure that it is made once."""

    once_key: str
    person_id: int
    kind: NoticeKind
    step: str
    due_at: datetime
    useful_until: datetime
    obligation_id: int | None = None
    unit_id: int | None = None


def make(session: Session, notices: Sequence[NewNotice], *, now: datetime) -> int:
    """Make the notices that were never made before."""
    return insert_new(session, NoticeRow, _as_rows(notices, now))


def claim(session: Session, notices: Sequence[NewNotice], *, now: datetime) -> list[Notice]:
    """Make the notices that were never made before, and say which those are."""
    made = claim_new(session, NoticeRow, _as_rows(notices, now))
    rows = session.execute(_NOTICES.where(col(NoticeRow.id).in_(made)).order_by(col(NoticeRow.id)))
    return [_as_notice(row) for row in rows]


def _as_rows(notices: Sequence[NewNotice], now: datetime) -> list[dict[str, Any]]:
    return [
        {
            "once_key": one.once_key,
            "person_id": one.person_id,
            "kind": one.kind.value,
            "step": one.step,
            "obligation_id": one.obligation_id,
            "unit_id": one.unit_id,
            "state": "waiting",
            "made_at": now,
            "due_at": one.due_at,
            "useful_until": one.useful_until,
        }
        for one in notices
    ]


def _as_notice(row: Any) -> Notice:
    return Notice(
        id=row.id,
        person_id=row.person_id,
        kind=NoticeKind(row.kind),
        step=row.step,
        obligation_id=row.obligation_id,
        unit_id=row.unit_id,
        due_at=row.due_at,
        useful_until=row.useful_until,
        once_key=row.once_key,
    )


def find_due(session: Session, *, now: datetime, limit: int) -> list[int]:
    """People for whom something waits whose hour has come. Uses the index on waiting ones."""
    return list(
        session.exec(
            select(NoticeRow.person_id)
            .where(is_in("notice", "waiting"), col(NoticeRow.due_at) <= now)
            .group_by(col(NoticeRow.person_id))
            .order_by(func.min(NoticeRow.due_at), col(NoticeRow.person_id))
            .limit(limit)
        )
    )


def take_waiting(session: Session, person_ids: Sequence[int], *, now: datetime) -> list[Notice]:
    """Every waiting notice of these people that is due or older; the expired ones are dropped."""
    session.execute(
        update(NoticeRow)
        .where(
            col(NoticeRow.person_id).in_(person_ids),
            col(NoticeRow.state) == "waiting",
            col(NoticeRow.useful_until) <= now,
        )
        .values(state="expired")
    )
    rows = session.execute(
        _NOTICES.where(
            col(NoticeRow.person_id).in_(person_ids),
            col(NoticeRow.state) == "waiting",
            col(NoticeRow.due_at) <= now,
        ).order_by(col(NoticeRow.id))
    )
    return [_as_notice(row) for row in rows]


def mark_taken(session: Session, taken_by: Mapping[int, int]) -> None:
    """Deliveries carry these notices from now on: ids of deliveries by ids of notices."""
    rows = [{"notice": notice, "carrier": carrier} for notice, carrier in taken_by.items()]
    if rows:
        session.connection().execute(_TAKE, rows)


def drop(session: Session, notice_ids: Sequence[int]) -> None:
    """What these notices would tell is no longer true."""
    if not notice_ids:
        return
    session.execute(
        update(NoticeRow)
        .where(col(NoticeRow.id).in_(notice_ids), col(NoticeRow.state) == "waiting")
        .values(state="cancelled")
    )


def postpone(session: Session, notice_ids: Sequence[int], *, until: datetime) -> None:
    """Let notices wait for another digest."""
    if not notice_ids:
        return
    session.execute(
        update(NoticeRow)
        .where(col(NoticeRow.id).in_(notice_ids), col(NoticeRow.state) == "waiting")
        .values(due_at=until)
    )


def release(session: Session, delivery_ids: Sequence[int], *, until: datetime) -> None:
    """A digest did not reach its person: what it carried waits for another one.

    A nudge is for its own day and does not come back.
    """
    session.execute(
        update(NoticeRow)
        .where(
            col(NoticeRow.delivery_id).in_(delivery_ids),
            col(NoticeRow.state) == "taken",
            col(NoticeRow.kind) != NoticeKind.NUDGE.value,
        )
        .values(state="waiting", delivery_id=None, due_at=until)
    )


def find_carried(session: Session, delivery_ids: Sequence[int]) -> dict[int, list[Notice]]:
    """What each digest carries."""
    rows = session.execute(
        _NOTICES.where(col(NoticeRow.delivery_id).in_(delivery_ids)).order_by(col(NoticeRow.id))
    )
    carried: dict[int, list[Notice]] = {}
    for row in rows:
        carried.setdefault(row.delivery_id or 0, []).append(_as_notice(row))
    return carried


def cancel_for_obligation(session: Session, obligation_id: int) -> int:
    """Drop what waits to be told about an obligation that is no longer open."""
    done = session.execute(
        update(NoticeRow)
        .where(col(NoticeRow.obligation_id) == obligation_id, col(NoticeRow.state) == "waiting")
        .values(state="cancelled")
    )
    return int(getattr(done, "rowcount", 0))


def cancel_own(session: Session, obligation_id: int, person_id: int) -> None:
    """Somebody has answered: what waits for him about his own obligation is dropped."""
    session.execute(
        update(NoticeRow)
        .where(
            col(NoticeRow.obligation_id) == obligation_id,
            col(NoticeRow.person_id) == person_id,
            col(NoticeRow.kind) == NoticeKind.OWN.value,
            col(NoticeRow.state) == "waiting",
        )
        # Unlike what is cancelled, it does not come back when the obligation is open again.
        .values(state="expired")
    )


def revive_for_obligation(session: Session, obligation_id: int, *, now: datetime) -> None:
    """What was dropped is to be told after all: the obligation is open again."""
    session.execute(
        update(NoticeRow)
        .where(
            col(NoticeRow.obligation_id) == obligation_id,
            col(NoticeRow.state) == "cancelled",
            col(NoticeRow.useful_until) > now,
        )
        .values(state="waiting")
    )


def find_next_due(session: Session) -> datetime | None:
    """When the next waiting notice is due."""
    return session.exec(select(func.min(NoticeRow.due_at)).where(is_in("notice", "waiting"))).one()


def find_own_due(session: Session, obligation_id: int, person_id: int) -> datetime | None:
    """When somebody is told what waits about his own obligation."""
    his = col(NoticeRow.person_id) == person_id, col(NoticeRow.kind) == NoticeKind.OWN.value
    waits = is_in("notice", "waiting"), col(NoticeRow.obligation_id) == obligation_id
    return session.exec(select(func.min(NoticeRow.due_at)).where(*waits, *his)).one()


def forget_under(session: Session, prefix: str) -> None:
    """Take back what waits under keys that begin like this; it can be made again."""
    session.execute(
        delete(NoticeRow).where(
            col(NoticeRow.once_key).startswith(prefix, autoescape=True), is_in("notice", "waiting")
        )
    )


def move_to_hour(session: Session, person_id: int, *, due_at: datetime, now: datetime) -> None:
    """What waits for somebody's next digest comes at another hour."""
    session.execute(
        update(NoticeRow)
        .where(
            col(NoticeRow.person_id) == person_id,
            col(NoticeRow.state) == "waiting",
            col(NoticeRow.due_at) > now,
        )
        .values(due_at=due_at)
    )
