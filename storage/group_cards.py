"""The one message about an activity in its unit's group."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import bindparam, exists
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session, col, select, update

from domain.activity import ActivityState
from domain.group import EDITED_EVERY, DueCard
from storage.inserting import insert_new
from storage.tables.activities import ActivityRow
from storage.tables.groups import GroupCardRow, GroupRow

AT_A_TIME = 20
LOOKED_BACK = timedelta(days=1)


def find_missing(session: Session, *, now: datetime, limit: int) -> list[tuple[int, int]]:
    """Activities, with their group's chat, that are invited to and not in their group yet."""
    rows = session.exec(
        select(ActivityRow.id, GroupRow.chat_id)
        .join(GroupRow, col(GroupRow.unit_id) == col(ActivityRow.unit_id))
        .where(
            col(ActivityRow.state) == ActivityState.PLANNED.value,
            col(ActivityRow.starts_at) > now,
            col(ActivityRow.invite_from).is_(None),
            ~exists().where(
                col(GroupCardRow.activity_id) == col(ActivityRow.id),
                col(GroupCardRow.chat_id) == col(GroupRow.chat_id),
            ),
        )
        .limit(limit)
    )
    return [(activity_id or 0, chat_id) for activity_id, chat_id in rows]


def add(session: Session, cards: Collection[tuple[int, int]], *, look_at: datetime) -> int:
    """Messages to be sent from an instant on; one for each activity and group."""
    rows = [
        {
            "activity_id": activity_id,
            "chat_id": chat_id,
            "state": "waiting",
            "message_id": None,
            "shown": "",
            "look_at": look_at,
        }
        for activity_id, chat_id in cards
    ]
    return insert_new(session, GroupCardRow, rows)


def find_due(session: Session, *, with_new: bool, now: datetime) -> list[DueCard]:
    """Messages that may have something new to show, one in a group, and none where it rests.

    Uses the index on state and next look.
    """
    states = ("waiting", "sent") if with_new else ("sent",)
    rows = session.exec(
        select(GroupCardRow)
        .join(GroupRow, col(GroupRow.chat_id) == col(GroupCardRow.chat_id))
        .where(
            col(GroupCardRow.state).in_(states),
            col(GroupCardRow.look_at) <= now,
            _has_rested(now),
        )
        .order_by(col(GroupCardRow.look_at), col(GroupCardRow.id))
        .limit(AT_A_TIME)
    )
    found: dict[int, DueCard] = {}
    for row in rows:
        card = DueCard(
            id=row.id or 0,
            activity_id=row.activity_id,
            chat_id=row.chat_id,
            shown=row.shown,
            message_id=row.message_id,
        )
        found.setdefault(row.chat_id, card)
    return list(found.values())


def _has_rested(now: datetime) -> ColumnElement[bool]:
    return col(GroupRow.rests_until).is_(None) | (col(GroupRow.rests_until) <= now)


def take_turn(session: Session, chat_id: int, *, now: datetime) -> bool:
    """A group shows one thing at a time, however many activities it has; False while it rests."""
    done = session.execute(
        update(GroupRow)
        .where(col(GroupRow.chat_id) == chat_id, _has_rested(now))
        .values(rests_until=now + EDITED_EVERY)
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))


def find_languages(session: Session, chat_ids: Collection[int]) -> dict[int, str | None]:
    """In which language each group is spoken to."""
    rows = session.exec(
        select(GroupRow.chat_id, GroupRow.language).where(col(GroupRow.chat_id).in_(set(chat_ids)))
    )
    return dict(rows.all())


def claim(session: Session, card_id: int, *, is_new: bool, now: datetime) -> bool:
    """Take a message while it is due; one that may have been sent is never sent again."""
    values: dict[str, object] = {"look_at": None}
    if is_new:
        values["state"] = "sending"
    done = session.execute(
        update(GroupCardRow)
        .where(
            col(GroupCardRow.id) == card_id,
            col(GroupCardRow.state) == ("waiting" if is_new else "sent"),
            col(GroupCardRow.look_at) <= now,
        )
        .values(**values)
    )
    return bool(getattr(done, "rowcount", 0))


def mark_shown(session: Session, card_id: int, *, message_id: int, seal: str) -> None:
    """Telegram has it."""
    session.execute(
        update(GroupCardRow)
        .where(col(GroupCardRow.id) == card_id, col(GroupCardRow.state).in_(("sending", "sent")))
        .values(state="sent", message_id=message_id, shown=seal)
    )


def put_back(session: Session, card_id: int, *, is_new: bool, look_at: datetime) -> None:
    """Surely not shown: again later."""
    session.execute(
        update(GroupCardRow)
        .where(col(GroupCardRow.id) == card_id, col(GroupCardRow.state).in_(("sending", "sent")))
        .values(state="waiting" if is_new else "sent", look_at=look_at)
    )


def end(session: Session, card_id: int) -> None:
    """It is shown no more."""
    session.execute(
        update(GroupCardRow).where(col(GroupCardRow.id) == card_id).values(state="over")
    )


def look_again(session: Session, *, now: datetime) -> None:
    """Look at the messages about what is planned; where nothing has changed nothing is shown."""
    planned = select(ActivityRow.id).where(
        col(ActivityRow.state) == ActivityState.PLANNED.value,
        col(ActivityRow.starts_at) > now - LOOKED_BACK,
    )
    session.execute(
        update(GroupCardRow)
        .where(
            col(GroupCardRow.state) == "sent",
            col(GroupCardRow.look_at).is_(None),
            col(GroupCardRow.activity_id).in_(planned),
        )
        .values(look_at=now)
        .execution_options(synchronize_session=False)
    )


# Built once: every check-in of a crowd runs through it, and most find nothing to change.
_STALE = (
    update(GroupCardRow)
    .where(
        col(GroupCardRow.activity_id) == bindparam("activity"),
        col(GroupCardRow.state).in_(("sent", "sending")),
        col(GroupCardRow.look_at).is_(None) | (col(GroupCardRow.look_at) > bindparam("soon")),
    )
    .values(look_at=bindparam("soon"))
    .execution_options(synchronize_session=False)
)


def mark_stale(session: Session, activity_id: int, *, now: datetime) -> None:
    """Something that the message shows has changed; it is shown in a moment."""
    soon = now + EDITED_EVERY
    session.connection().execute(_STALE, {"activity": activity_id, "soon": soon})
