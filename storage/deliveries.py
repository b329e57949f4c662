"""The outbox: what is queued, what is on its way, what was sent."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, exists, true
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select, update

from domain.delivery import Kind, Lane, NewDelivery
from storage.inserting import insert_new
from storage.plain_rows import plain_rows
from storage.tables.messages import CardRow, DeliveryRow


def queue(session: Session, deliveries: Sequence[NewDelivery], *, now: datetime) -> int:
    """Queue what was never queued under its key before; returns how many were new."""
    rows = [_as_row(one, now) for one in deliveries]
    made = insert_new(session, DeliveryRow, rows)
    keys = {one.once_key: one for one in deliveries if one.subjects}
    if keys and made:
        ids = find_ids(session, list(keys))
        cards = [
            {"delivery_id": ids[key], "subject_kind": kind, "subject_id": subject_id}
            for key, one in keys.items()
            for kind, subject_id in one.subjects
        ]
        insert_new(session, CardRow, cards)
    return made


def _as_row(one: NewDelivery, now: datetime) -> dict[str, Any]:
    return {
        "once_key": one.once_key,
        "person_id": one.person_id,
        "kind": one.kind.value,
        "subject_id": one.subject_id,
        "facts": one.facts,
        "lane": int(Lane.MESSAGE),
        "state": "due",
        "attempts": 0,
        "due_at": one.due_at,
        "useful_until": one.useful_until,
        "made_at": now,
    }


_WAITING = aliased(DeliveryRow)
_IDS = select(col(DeliveryRow.once_key), col(DeliveryRow.id)).where(
    col(DeliveryRow.once_key).in_(bindparam("keys", expanding=True))
)


def find_ids(session: Session, once_keys: Sequence[str]) -> dict[str, int]:
    """The ids of deliveries by their keys."""
    rows = plain_rows(session, _IDS, {"keys": list(once_keys)})
    return {row.once_key: row.id for row in rows}


def extend_waiting(
    session: Session, kind: Kind, person_ids: Sequence[int], *, until: datetime
) -> dict[int, int]:
    """Messages of a kind that never left: they are reworded and useful until then.

    The ids by person. What may have arrived already is not among them.
    """
    rows = session.execute(
        update(DeliveryRow)
        .where(
            col(DeliveryRow.person_id).in_(person_ids),
            col(DeliveryRow.kind) == kind.value,
            col(DeliveryRow.state) == "due",
            col(DeliveryRow.attempts) == 0,
            col(DeliveryRow.edits).is_(None),
        )
        .values(revision=DeliveryRow.revision + 1, useful_until=until)
        .returning(col(DeliveryRow.person_id), col(DeliveryRow.id))
        .execution_options(synchronize_session=False)
    )
    return {person_id: found or 0 for person_id, found in rows}


def find_receivers_since(
    session: Session, kind: Kind, subject: tuple[str, int], *, since: datetime
) -> set[int]:
    """Who was sent a message of a kind about a subject since then, or is about to be."""
    return set(
        session.exec(
            select(DeliveryRow.person_id)
            .join(CardRow, col(CardRow.delivery_id) == col(DeliveryRow.id))
            .where(
                col(CardRow.subject_kind) == subject[0],
                col(CardRow.subject_id) == subject[1],
                col(DeliveryRow.kind) == kind.value,
                col(DeliveryRow.edits).is_(None),
                col(DeliveryRow.state).in_(("due", "sending")) | (col(DeliveryRow.sent_at) > since),
            )
        )
    )


def add_subjects(session: Session, delivery_id: int, subjects: Sequence[tuple[str, int]]) -> None:
    """Let a queued message speak of more subjects."""
    cards = [
        {"delivery_id": delivery_id, "subject_kind": kind, "subject_id": subject_id}
        for kind, subject_id in subjects
    ]
    insert_new(session, CardRow, cards)


def queue_edits(
    session: Session,
    subject: tuple[str, int],
    *,
    change: str,
    now: datetime,
    not_before: datetime | None = None,
    people: Collection[int] | None = None,
) -> None:
    """Bring every sent message about a subject up to date, or those to some people.

    The words are made when the edit is sent, so one waiting edit a message is enough: the latest
    state wins. `change` names what has happened, so that it is queued once. With `not_before` one
    that is due by now, and may be worded already, is not enough.
    """
    has_waiting = exists().where(
        col(_WAITING.edits) == col(DeliveryRow.id),
        col(_WAITING.state) == "due",
        true() if not_before is None else col(_WAITING.due_at) > now,
    )
    rows = session.exec(
        select(DeliveryRow)
        .join(CardRow, col(CardRow.delivery_id) == col(DeliveryRow.id))
        .where(
            true() if people is None else col(DeliveryRow.person_id).in_(people),
            col(CardRow.subject_kind) == subject[0],
            col(CardRow.subject_id) == subject[1],
            # One that is on its way shows what was true a moment ago, so it needs the edit too.
            col(DeliveryRow.state).in_(("sent", "sending")),
            col(DeliveryRow.edits).is_(None),
            ~has_waiting,
        )
    ).all()
    insert_new(
        session,
        DeliveryRow,
        [as_edit(row, f"{subject[0]}:{subject[1]}:{change}", now, not_before) for row in rows],
    )


def as_edit(
    row: Any, change: str, now: datetime, not_before: datetime | None = None
) -> dict[str, Any]:
    """A row that brings a sent message up to date; `change` names what has happened."""
    return {
        "once_key": f"edit:{row.id}:{change}",
        "person_id": row.person_id,
        "kind": row.kind,
        "subject_id": row.subject_id,
        "facts": row.facts,
        "lane": int(Lane.EDIT),
        "state": "due",
        "attempts": 0,
        "due_at": not_before or now,
        "useful_until": now + timedelta(days=7),
        "made_at": now,
        "edits": row.id,
    }


# Built once: it runs for every check-in of a crowd. Uses the index on the person.
_OWN = select(DeliveryRow.__table__).where(  # type: ignore[attr-defined]  # SQLModel has it untyped.
    col(DeliveryRow.person_id) == bindparam("person"),
    col(DeliveryRow.subject_id) == bindparam("subject"),
    col(DeliveryRow.kind).in_(bindparam("kinds", expanding=True)),
    col(DeliveryRow.state).in_(("due", "sent")),
)


@dataclass(frozen=True, kw_only=True)
class Own:
    """What one person was sent of some kinds about one thing.

    `besides` is the id of a message in his chat that is up to date already.
    """

    person_id: int
    kinds: Sequence[Kind]
    subject_id: int
    besides: int | None = None


def refresh_own(session: Session, own: Own, *, change: str, now: datetime) -> None:
    """Reword what waits and edit what was sent; `change` is never used for another change."""
    asked = {
        "person": own.person_id,
        "subject": own.subject_id,
        "kinds": [kind.value for kind in own.kinds],
    }
    found = plain_rows(session, _OWN, asked)
    waiting = [row for row in found if row.state == "due"]
    if waiting:
        session.execute(
            update(DeliveryRow)
            .where(
                col(DeliveryRow.id).in_([row.id for row in waiting]),
                col(DeliveryRow.state) == "due",
            )
            .values(revision=DeliveryRow.revision + 1)
            .execution_options(synchronize_session=False)
        )
    edited = {row.edits for row in waiting}
    outdated = [
        row
        for row in found
        if row.state == "sent"
        and row.edits is None
        and row.id not in edited
        and row.message_id != own.besides
    ]
    insert_new(session, DeliveryRow, [as_edit(row, change, now) for row in outdated])


def outdate(session: Session, subject: tuple[str, int]) -> None:
    """What waits to be sent about this subject must be worded anew, edits as well."""
    speaking = select(CardRow.delivery_id).where(
        col(CardRow.subject_kind) == subject[0], col(CardRow.subject_id) == subject[1]
    )
    session.execute(
        update(DeliveryRow)
        .where(
            col(DeliveryRow.id).in_(speaking) | col(DeliveryRow.edits).in_(speaking),
            col(DeliveryRow.state) == "due",
        )
        .values(revision=DeliveryRow.revision + 1)
        .execution_options(synchronize_session=False)
    )


def outdate_for(session: Session, person_id: int) -> None:
    """What waits for this person must be addressed and worded anew."""
    session.execute(
        update(DeliveryRow)
        .where(col(DeliveryRow.person_id) == person_id, col(DeliveryRow.state) == "due")
        .values(revision=DeliveryRow.revision + 1)
        .execution_options(synchronize_session=False)
    )
