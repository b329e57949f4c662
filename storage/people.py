"""People, and who of them hears for a unit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import uuid4

from sqlalchemy import bindparam
from sqlalchemy import select as columns
from sqlmodel import Session, col, func, select, update

from domain.easing import Reminding
from domain.hearing import DEFAULT_DIGEST_AT, Officer, choose_hearers, put_deputies
from domain.office import HEARING_ORDER, Role
from domain.preferences import EVERYBODYS_HOURS, WakingHours
from domain.roster import given_code
from storage import aways
from storage.inserting import insert_new
from storage.tables.organisation import AccountRow, OfficeRow, PersonRow, UnitRow


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody on the roster. `chat_id` is None for those who cannot be written to now."""

    id: int
    name: str
    unit_id: int
    language: str | None
    digest_at: time
    waking: WakingHours = EVERYBODYS_HOURS
    reminding: Reminding = Reminding.ALL
    chat_id: int | None = None


def as_time(minute: int | None) -> time:
    """Minutes from midnight as a wall time; None is the product's default hour."""
    return DEFAULT_DIGEST_AT if minute is None else time(minute // 60, minute % 60)


def _as_hours(since: int | None, until: int | None) -> WakingHours:
    if since is None or until is None:
        return EVERYBODYS_HOURS
    return WakingHours(since=as_time(since), until=as_time(until))


def as_person(row: PersonRow, account: AccountRow | None) -> Person:
    """The rows as a value."""
    reachable = account is not None and account.lost is None
    return Person(
        id=row.id or 0,
        name=row.name,
        unit_id=row.unit_id,
        language=row.language,
        digest_at=as_time(row.digest_minute),
        waking=_as_hours(row.waking_from_minute, row.waking_until_minute),
        reminding=Reminding(row.reminding or Reminding.ALL),
        chat_id=account.telegram_user_id if account is not None and reachable else None,
    )


# Built once, and without entities: it runs for every message, and an entity costs ten times a row.
_PEOPLE: Any = (
    columns(
        col(PersonRow.id),
        col(PersonRow.name),
        col(PersonRow.unit_id),
        col(PersonRow.language),
        col(PersonRow.digest_minute),
        col(PersonRow.waking_from_minute),
        col(PersonRow.waking_until_minute),
        col(PersonRow.reminding),
        col(AccountRow.telegram_user_id).label("chat_id"),
    )
    .join(
        AccountRow,
        (col(AccountRow.person_id) == col(PersonRow.id)) & col(AccountRow.lost).is_(None),
        isouter=True,
    )
    .where(
        col(PersonRow.id).in_(bindparam("ids", expanding=True)), col(PersonRow.left_at).is_(None)
    )
)

_OFFICERS: Any = (
    columns(
        col(PersonRow.id),
        col(PersonRow.name),
        col(PersonRow.digest_minute),
        col(PersonRow.reminding),
        col(OfficeRow.role),
        col(OfficeRow.unit_id),
        col(AccountRow.person_id).label("account_id"),
    )
    .join(OfficeRow, col(OfficeRow.person_id) == col(PersonRow.id))
    .join(
        AccountRow,
        (col(AccountRow.person_id) == col(PersonRow.id)) & col(AccountRow.lost).is_(None),
        isouter=True,
    )
    .where(col(PersonRow.left_at).is_(None), col(OfficeRow.ended_at).is_(None))
    .order_by(col(PersonRow.id))
)


def find_many(session: Session, person_ids: Collection[int]) -> dict[int, Person]:
    """People who have not left, by id."""
    if not person_ids:
        return {}
    rows = session.execute(_PEOPLE, {"ids": list(set(person_ids))})
    return {
        row.id: Person(
            id=row.id,
            name=row.name,
            unit_id=row.unit_id,
            language=row.language,
            digest_at=as_time(row.digest_minute),
            waking=_as_hours(row.waking_from_minute, row.waking_until_minute),
            reminding=Reminding(row.reminding or Reminding.ALL),
            chat_id=row.chat_id,
        )
        for row in rows
    }


def find(session: Session, person_id: int) -> Person | None:
    """One person who has not left."""
    return find_many(session, [person_id]).get(person_id)


def find_within(session: Session, path: str, *, limit: int = 5000) -> list[Person]:
    """Everybody whose home is a unit or anything below it, in the order of the tree."""
    rows = session.exec(
        select(PersonRow, AccountRow)
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .join(AccountRow, col(AccountRow.person_id) == col(PersonRow.id), isouter=True)
        .where(
            col(UnitRow.path).startswith(path, autoescape=True),
            col(PersonRow.left_at).is_(None),
        )
        .order_by(col(UnitRow.path), col(PersonRow.id))
        .limit(limit)
    )
    return [as_person(person, account) for person, account in rows]


def find_officers(
    session: Session,
    unit_ids: Sequence[int] | None = None,
    *,
    roles: Sequence[Role] = HEARING_ORDER,
) -> list[Officer]:
    """Who holds an office that hears for a unit, or one of other roles, or stands in for him.

    None asks for all units.
    """
    query = _OFFICERS.where(col(OfficeRow.role).in_([role.value for role in roles]))
    if unit_ids is not None:
        query = query.where(col(OfficeRow.unit_id).in_(set(unit_ids)))
    held = [
        Officer(
            person_id=row.id,
            name=row.name,
            role=Role(row.role),
            unit_id=row.unit_id,
            digest_at=as_time(row.digest_minute),
            is_reachable=row.account_id is not None,
            reminding=Reminding(row.reminding or Reminding.ALL),
        )
        for row in session.execute(query)
    ]
    return put_deputies(held, _find_deputies(session, [officer.person_id for officer in held]))


def _find_deputies(session: Session, person_ids: Sequence[int]) -> dict[int, Officer]:
    """Who stands in for each of these people who is away, if he can be reached himself."""
    deputy_of = aways.find_stand_ins(session, person_ids)
    found = find_many(session, deputy_of.values())
    return {
        person_id: Officer(
            person_id=deputy_id,
            name=found[deputy_id].name,
            role=Role.MEMBER,
            unit_id=found[deputy_id].unit_id,
            digest_at=found[deputy_id].digest_at,
            reminding=found[deputy_id].reminding,
        )
        for person_id, deputy_id in deputy_of.items()
        if deputy_id in found and found[deputy_id].chat_id is not None
    }


def find_hearers(
    session: Session, unit_ids: Sequence[int] | None = None
) -> dict[int, tuple[Officer, ...]]:
    """Who hears for each unit; a unit that nobody hears for is left out."""
    by_unit: dict[int, list[Officer]] = {}
    for officer in find_officers(session, unit_ids):
        by_unit.setdefault(officer.unit_id, []).append(officer)
    chosen = {unit_id: choose_hearers(officers) for unit_id, officers in by_unit.items()}
    return {unit_id: hearers for unit_id, hearers in chosen.items() if hearers}


def add(session: Session, name: str, *, unit_id: int) -> int:
    """Somebody whom no roster names."""
    # The code that stands for "none of its own" is made of the id, which comes with the row.
    row = PersonRow(code=uuid4().hex, name=name, unit_id=unit_id)
    session.add(row)
    session.flush()
    row.code = given_code(row.id or 0)
    session.flush()
    return row.id or 0


def appoint(session: Session, person_id: int, role: Role, *, unit_id: int, now: datetime) -> bool:
    """Let somebody hold an office; False when he holds it already."""
    row = {"person_id": person_id, "unit_id": unit_id, "role": role.value, "began_at": now}
    return insert_new(session, OfficeRow, [row]) == 1


def count_linked_administrators(session: Session, *, besides: int) -> int:
    """How many other people could set things right in the chat."""
    return session.exec(
        select(func.count(func.distinct(PersonRow.id)))
        .join(OfficeRow, col(OfficeRow.person_id) == col(PersonRow.id))
        .join(AccountRow, col(AccountRow.person_id) == col(PersonRow.id))
        .where(
            col(OfficeRow.role) == Role.ADMINISTRATOR.value,
            col(OfficeRow.ended_at).is_(None),
            col(PersonRow.left_at).is_(None),
            col(PersonRow.id) != besides,
        )
    ).one()


def choose_language(session: Session, person_id: int, language: str) -> None:
    """Speak to somebody in this language from now on."""
    session.execute(
        update(PersonRow).where(col(PersonRow.id) == person_id).values(language=language)
    )


def choose_digest_hour(session: Session, person_id: int, at: time) -> None:
    """Send somebody's daily message at this hour from now on."""
    minute = at.hour * 60 + at.minute
    session.execute(
        update(PersonRow).where(col(PersonRow.id) == person_id).values(digest_minute=minute)
    )
