"""People besides those of the unit: invited one by one, or looking on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, func, select, update

from domain.activity import Activity
from domain.unit import Unit
from storage.expecting import expect
from storage.tables.activities import ExpectedRow
from storage.tables.organisation import PersonRow, UnitRow

MOST_FOUND = 300


def find_named(session: Session, names: Collection[str]) -> dict[str, list[int]]:
    """Who is called so; `name@unit` tells people of one name apart.

    All of them: one who is cut off would make the other one look like the only one.
    """
    called = {name.partition("@")[0] for name in names}
    rows = session.exec(
        select(PersonRow.id, PersonRow.name, UnitRow.name)
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(col(PersonRow.name).in_(called), col(PersonRow.left_at).is_(None))
        .order_by(col(PersonRow.id))
    ).all()
    found: dict[str, list[int]] = {name: [] for name in names}
    for person_id, person, unit in rows:
        for name in (person, f"{person}@{unit}"):
            if name in found:
                found[name].append(person_id or 0)
    return found


def count_within(session: Session, unit: Unit, person_ids: Collection[int]) -> int:
    """How many of these belong to the unit or to one below it."""
    return session.exec(
        select(func.count())
        .select_from(PersonRow)
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(
            col(PersonRow.id).in_(set(person_ids)),
            col(PersonRow.left_at).is_(None),
            col(UnitRow.path).startswith(unit.path, autoescape=True),
        )
    ).one()


def put_down(
    session: Session, activity_id: int, person_ids: Sequence[int], *, is_observer: bool
) -> list[int]:
    """Put people on the list, or change whether they count; returns who is new or changed."""
    known = dict(
        session.exec(
            select(ExpectedRow.person_id, ExpectedRow.is_observer).where(
                col(ExpectedRow.activity_id) == activity_id,
                col(ExpectedRow.person_id).in_(set(person_ids)),
            )
        ).all()
    )
    expect(session, activity_id, *person_ids, is_observer=is_observer)
    session.execute(
        update(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            col(ExpectedRow.person_id).in_(set(person_ids)),
            col(ExpectedRow.is_observer).is_not(is_observer),
        )
        .values(is_observer=is_observer, version=ExpectedRow.version + 1)
        .execution_options(synchronize_session=False)
    )
    return [one for one in person_ids if known.get(one) is not is_observer]


def find_observers(session: Session, activity_id: int) -> list[str]:
    """The names of those who look on."""
    return list(
        session.exec(
            select(PersonRow.name)
            .join(ExpectedRow, col(ExpectedRow.person_id) == col(PersonRow.id))
            .where(
                col(ExpectedRow.activity_id) == activity_id,
                col(ExpectedRow.is_observer).is_(True),
                col(PersonRow.left_at).is_(None),
            )
            .order_by(col(PersonRow.id))
        )
    )


@dataclass(frozen=True, kw_only=True)
class Besides:
    """Who was on the list without belonging to the unit, and who looked on."""

    invited: tuple[int, ...] = ()
    observers: tuple[int, ...] = ()


def find_besides(session: Session, activity: Activity) -> Besides:
    """Those who would have to be named to plan the same again."""
    rows = session.exec(
        select(ExpectedRow.person_id, ExpectedRow.is_observer)
        .join(PersonRow, col(PersonRow.id) == col(ExpectedRow.person_id))
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(
            col(ExpectedRow.activity_id) == activity.id,
            col(PersonRow.left_at).is_(None),
            col(ExpectedRow.is_observer).is_(True)
            | ~col(UnitRow.path).startswith(activity.unit.path, autoescape=True),
        )
        .order_by(col(ExpectedRow.person_id))
        .limit(MOST_FOUND)
    ).all()
    return Besides(
        invited=tuple(one for one, is_observer in rows if not is_observer),
        observers=tuple(one for one, is_observer in rows if is_observer),
    )


def find_names(session: Session, person_ids: Sequence[int]) -> tuple[str, ...]:
    """What they are called, in the order given."""
    rows = session.exec(
        select(PersonRow.id, PersonRow.name).where(col(PersonRow.id).in_(set(person_ids)))
    )
    names = dict(rows.all())
    return tuple(names[one] for one in person_ids if one in names)
