"""Telegram accounts and the people behind them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, col, delete, select, update

from domain.office import HEARING_ORDER, HeldOffice, Role
from domain.permission import Actor
from storage import aways
from storage.inserting import insert_new
from storage.tables.organisation import AccountRow, OfficeRow, PersonRow, UnitRow


def find_actor(session: Session, telegram_user_id: int) -> Actor:
    """Who an account is right now; an unknown one is an actor without a person."""
    found = session.exec(
        select(PersonRow, UnitRow)
        .join(AccountRow, col(AccountRow.person_id) == col(PersonRow.id))
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(col(AccountRow.telegram_user_id) == telegram_user_id)
        .where(col(PersonRow.left_at).is_(None))
    ).first()
    if found is None:
        return Actor(telegram_user_id=telegram_user_id)
    person, unit = found
    return Actor(
        telegram_user_id=telegram_user_id,
        person_id=person.id,
        name=person.name,
        language=person.language,
        unit_id=unit.id,
        unit_path=unit.path,
        offices=find_offices(session, person.id or 0),
    )


def find_offices(session: Session, person_id: int) -> tuple[HeldOffice, ...]:
    """The running offices of a person."""
    return find_offices_of(session, [person_id]).get(person_id, ())


def find_offices_of(
    session: Session, person_ids: Collection[int]
) -> dict[int, tuple[HeldOffice, ...]]:
    """The running offices of several people, in the order of the tree.

    Whoever stands in for somebody holds his offices too, except that of administrator.
    """
    held = _find_own_offices(session, person_ids)
    principals = aways.find_principals(session, person_ids)
    if not principals:
        return held
    theirs = _find_own_offices(session, [person_id for _, person_id, _ in principals])
    for deputy_id, person_id, name in principals:
        lent = tuple(
            replace(office, stands_in_for=name)
            for office in theirs.get(person_id, ())
            if office.role in HEARING_ORDER
        )
        held[deputy_id] = (*held.get(deputy_id, ()), *lent)
    return held


def _find_own_offices(
    session: Session, person_ids: Collection[int]
) -> dict[int, tuple[HeldOffice, ...]]:
    rows = session.exec(
        select(OfficeRow, UnitRow)
        .join(UnitRow, col(UnitRow.id) == col(OfficeRow.unit_id))
        .where(col(OfficeRow.person_id).in_(person_ids), col(OfficeRow.ended_at).is_(None))
        .order_by(col(UnitRow.path), col(OfficeRow.role))
    )
    held: dict[int, tuple[HeldOffice, ...]] = {}
    for office, unit in rows:
        one = HeldOffice(
            role=Role(office.role),
            unit_id=office.unit_id,
            unit_path=unit.path,
            unit_name=unit.name,
        )
        held[office.person_id] = (*held.get(office.person_id, ()), one)
    return held


def link(session: Session, telegram_user_id: int, *, person_id: int, now: datetime) -> bool:
    """Tie an account to a person; refused when either is tied already."""
    row = {"telegram_user_id": telegram_user_id, "person_id": person_id, "linked_at": now}
    return insert_new(session, AccountRow, [row]) == 1


def unlink(session: Session, person_id: int) -> int | None:
    """Cut the tie of a person; returns the account that was his."""
    telegram_user_id = find_account(session, person_id)
    session.execute(delete(AccountRow).where(col(AccountRow.person_id) == person_id))
    return telegram_user_id


def release(session: Session, telegram_user_id: int) -> None:
    """Cut the tie of an account whose person has left."""
    session.execute(delete(AccountRow).where(col(AccountRow.telegram_user_id) == telegram_user_id))


@dataclass(frozen=True, kw_only=True)
class Tie:
    """Which account a person has, and since when."""

    telegram_user_id: int
    linked_at: datetime


def find_ties(session: Session, person_ids: Collection[int]) -> dict[int, Tie]:
    """The accounts of people, by person."""
    rows = session.exec(select(AccountRow).where(col(AccountRow.person_id).in_(person_ids)))
    return {
        row.person_id: Tie(telegram_user_id=row.telegram_user_id, linked_at=row.linked_at)
        for row in rows
    }


def find_account(session: Session, person_id: int) -> int | None:
    """The account of a person, which is also the id of his private chat."""
    return session.exec(
        select(AccountRow.telegram_user_id).where(col(AccountRow.person_id) == person_id)
    ).first()


def mark_lost(
    session: Session, telegram_user_id: int, *, because: str | None, now: datetime
) -> int | None:
    """Write down why an account cannot be written to (None: it can again).

    Returns the person when this is news, so that an officer is told once.
    """
    changed = session.execute(
        update(AccountRow)
        .where(
            col(AccountRow.telegram_user_id) == telegram_user_id,
            col(AccountRow.lost).is_distinct_from(because),
        )
        .values(lost=because, lost_at=now if because else None)
    )
    if not getattr(changed, "rowcount", 0):
        return None
    return session.exec(
        select(AccountRow.person_id).where(col(AccountRow.telegram_user_id) == telegram_user_id)
    ).first()
