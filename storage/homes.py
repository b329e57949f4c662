"""To which unit people belonged, and when: whose days are on which list."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, or_, select

from domain.stay import Stay
from storage.inserting import insert_many
from storage.tables.organisation import FormerHomeRow, PersonRow

MOST_STAFF = 2000


def note(session: Session, changes: Sequence[dict[str, Any]], *, now: datetime) -> None:
    """Call before people are written: who stays keeps his beginning, other stays are over."""
    ids = [one["id"] for one in changes]
    rows = session.exec(
        select(PersonRow.id, PersonRow.unit_id, PersonRow.home_since, PersonRow.left_at).where(
            col(PersonRow.id).in_(ids)
        )
    )
    known = {person_id: (unit_id, since, left_at) for person_id, unit_id, since, left_at in rows}
    over = []
    for one in changes:
        unit_id, since, left_at = known[one["id"]]
        if unit_id == one["unit_id"] and left_at is None:
            one["home_since"] = since
            continue
        stay = {"person_id": one["id"], "unit_id": unit_id, "since": since}
        over.append(stay | {"until": left_at or now})
    insert_many(session, FormerHomeRow, over)


def find_stays(session: Session, unit_id: int, *, after: datetime) -> list[Stay]:
    """Who belongs to a unit, or did at some time after an instant, in the order of their ids."""
    there = session.exec(
        select(PersonRow.id, PersonRow.name, PersonRow.home_since, PersonRow.left_at)
        .where(
            col(PersonRow.unit_id) == unit_id,
            or_(col(PersonRow.left_at).is_(None), col(PersonRow.left_at) > after),
        )
        .order_by(col(PersonRow.id))
        .limit(MOST_STAFF)
    )
    gone = session.exec(
        select(PersonRow.id, PersonRow.name, FormerHomeRow.since, FormerHomeRow.until)
        .join(FormerHomeRow, col(FormerHomeRow.person_id) == col(PersonRow.id))
        .where(col(FormerHomeRow.unit_id) == unit_id, col(FormerHomeRow.until) > after)
        .order_by(col(PersonRow.id))
        .limit(MOST_STAFF)
    )
    stays = [
        Stay(person_id=person_id or 0, name=name, since=since, until=until)
        for person_id, name, since, until in (*there, *gone)
    ]
    return sorted(stays, key=lambda stay: stay.person_id)


def find_homes(session: Session, person_id: int) -> list[tuple[int, Stay]]:
    """The units that somebody belongs to or did, with how long, the latest first."""
    there = session.exec(
        select(PersonRow.unit_id, PersonRow.name, PersonRow.home_since, PersonRow.left_at).where(
            col(PersonRow.id) == person_id
        )
    )
    gone = session.exec(
        select(FormerHomeRow.unit_id, PersonRow.name, FormerHomeRow.since, FormerHomeRow.until)
        .join(PersonRow, col(PersonRow.id) == col(FormerHomeRow.person_id))
        .where(col(FormerHomeRow.person_id) == person_id)
        .order_by(col(FormerHomeRow.until).desc(), col(FormerHomeRow.id).desc())
    )
    return [
        (unit_id, Stay(person_id=person_id, name=name, since=since, until=until))
        for unit_id, name, since, until in (*there, *gone)
    ]
