"""Telegram accounts and the people behind them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, delete, select, update

from domain.office import HEARING_ORDER, HeldOffice, Role
from domain.permission import Actor
from storage import aways
from storage.inserting import insert_new
from storage.plain_rows import plain_rows
from storage.tables.organisation import AccountRow, OfficeRow, PersonRow, UnitRow

_PERSON: Any = PersonRow.__table__  # type: ignore[attr-defined]  # SQLModel does not type it.
_ACCOUNT: Any = AccountRow.__table__  # type: ignore[attr-defined]  # SQLModel does not type it.
_OFFICE: Any = OfficeRow.__table__  # type: ignore[attr-defined]  # SQLModel does not type it.
_UNIT: Any = UnitRow.__table__  # type: ignore[attr-defined]  # SQLModel does not type it.

# Built once: every update asks who it is from.
_ACTOR = (
    select_columns(
        _PERSON.c.id.label("person_id"),
        _PERSON.c.name,
        _PERSON.c.language,
        _UNIT.c.id.label("unit_id"),
        _UNIT.c.path,
    )
    .select_from(_PERSON)
    .join(_ACCOUNT, _ACCOUNT.c.person_id == _PERSON.c.id)
    .join(_UNIT, _UNIT.c.id == _PERSON.c.unit_id)
    .where(_ACCOUNT.c.telegram_user_id == bindparam("account"), _PERSON.c.left_at.is_(None))
)
_OFFICES = (
    select_columns(
        _OFFICE.c.person_id,
        _OFFICE.c.role,
        _OFFICE.c.unit_id,
        _UNIT.c.path,
        _UNIT.c.name,
    )
    .join(_UNIT, _UNIT.c.id == _OFFICE.c.unit_id)
    .where(
        _OFFICE.c.person_id.in_(bindparam("people", expanding=True)),
        _OFFICE.c.ended_at.is_(None),
    )
    .order_by(_UNIT.c.path, _OFFICE.c.role)
)


def find_actor(session: Session, telegram_user_id: int) -> Actor:
    """Who an account is right now; an unknown one is an actor without a person."""
    for found in plain_rows(session, _ACTOR, {"account": telegram_user_id}):
        return Actor(
            telegram_user_id=telegram_user_id,
            person_id=found.person_id,
            name=found.name,
            language=found.language,
            unit_id=found.unit_id,
            unit_path=found.path,
            offices=find_offices(session, found.person_id),
        )
    return Actor(telegram_user_id=telegram_user_id)


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
    held: dict[int, tuple[HeldOffice, ...]] = {}
    for found in plain_rows(session, _OFFICES, {"people": list(person_ids)}):
        office = HeldOffice(
            role=Role(found.role),
            unit_id=found.unit_id,
            unit_path=found.path,
            unit_name=found.name,
        )
        held[found.person_id] = (*held.get(found.person_id, ()), office)
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
