"""Who of a unit can be written to."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import TypeVar

from sqlmodel import Session, col, func, or_, select

from domain.reach import ReachCount, Standing, standing_of
from storage.tables.organisation import AccountRow, PersonRow, UnitRow

Place = TypeVar("Place", bound=Hashable)


def count_by_unit(session: Session, path: str) -> dict[str, ReachCount]:
    """How the people of each unit in a subtree are reached, by the unit's path."""
    has_account = col(AccountRow.person_id).is_not(None)
    rows = session.exec(
        select(UnitRow.path, has_account, AccountRow.lost, func.count())
        .join(PersonRow, col(PersonRow.unit_id) == col(UnitRow.id))
        .join(AccountRow, col(AccountRow.person_id) == col(PersonRow.id), isouter=True)
        .where(
            col(UnitRow.path).startswith(path, autoescape=True),
            col(PersonRow.left_at).is_(None),
        )
        .group_by(col(UnitRow.path), has_account, col(AccountRow.lost))
    )
    return _summed((unit_path, bool(has_one), lost, n) for unit_path, has_one, lost, n in rows)


def count_in(session: Session, unit_ids: Collection[int]) -> dict[int, ReachCount]:
    """How those who are at home in these units themselves are reached, by unit."""
    has_account = col(AccountRow.person_id).is_not(None)
    rows = session.exec(
        select(col(PersonRow.unit_id), has_account, AccountRow.lost, func.count())
        .join(AccountRow, col(AccountRow.person_id) == col(PersonRow.id), isouter=True)
        .where(col(PersonRow.unit_id).in_(unit_ids), col(PersonRow.left_at).is_(None))
        .group_by(col(PersonRow.unit_id), has_account, col(AccountRow.lost))
    )
    return _summed((unit_id, bool(has_one), lost, n) for unit_id, has_one, lost, n in rows)


def _summed(rows: Iterable[tuple[Place, bool, str | None, int]]) -> dict[Place, ReachCount]:
    counts: dict[Place, ReachCount] = {}
    for place, has_account, lost, number in rows:
        standing = standing_of(has_account=has_account, lost=lost)
        counts[place] = counts.get(place, ReachCount()).plus(ReachCount(**{standing.value: number}))
    return counts


def find_not_reached(session: Session, unit_id: int) -> list[tuple[int, str, Standing]]:
    """Those at home in a unit who cannot be written to, as (id, name, why)."""
    rows = session.exec(
        select(PersonRow, AccountRow)
        .join(AccountRow, col(AccountRow.person_id) == col(PersonRow.id), isouter=True)
        .where(
            col(PersonRow.unit_id) == unit_id,
            col(PersonRow.left_at).is_(None),
            or_(col(AccountRow.person_id).is_(None), col(AccountRow.lost).is_not(None)),
        )
        .order_by(col(PersonRow.id))
    )
    return [_as_entry(person, account) for person, account in rows]


def find_named(
    session: Session, words: str, *, within: Sequence[str], limit: int = 20
) -> list[tuple[int, str, Standing]]:
    """People of these subtrees whose name holds the words, reached or not."""
    if not within:
        return []
    rows = session.exec(
        select(PersonRow, AccountRow)
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .join(AccountRow, col(AccountRow.person_id) == col(PersonRow.id), isouter=True)
        .where(
            or_(*(col(UnitRow.path).startswith(path, autoescape=True) for path in within)),
            func.lower(PersonRow.name).contains(words.lower(), autoescape=True),
            col(PersonRow.left_at).is_(None),
        )
        .order_by(func.length(PersonRow.name), col(PersonRow.id))
        .limit(limit)
    )
    return [_as_entry(person, account) for person, account in rows]


def _as_entry(person: PersonRow, account: AccountRow | None) -> tuple[int, str, Standing]:
    lost = account.lost if account else None
    return person.id or 0, person.name, standing_of(has_account=account is not None, lost=lost)
