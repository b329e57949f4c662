"""People besides those of the unit: invited one by one, or looking on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session, col, delete, select, update

from domain.activity import Activity
from domain.added_person import AddedPerson
from domain.check_in import CAME, CheckInState
from storage.circles import belongs
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
    of_these = (
        col(ExpectedRow.activity_id) == activity_id,
        col(ExpectedRow.person_id).in_(set(person_ids)),
    )
    session.execute(
        update(ExpectedRow)
        .where(*of_these)
        .values(by_name=True)
        .execution_options(synchronize_session=False)
    )
    session.execute(
        update(ExpectedRow)
        .where(*of_these, col(ExpectedRow.is_observer).is_not(is_observer))
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
            _is_added(activity),
            # Who was on it for what he is no more is none of them.
            col(ExpectedRow.by_name).is_(True),
            col(PersonRow.left_at).is_(None),
        )
        .order_by(col(ExpectedRow.person_id))
        .limit(MOST_FOUND)
    ).all()
    return Besides(
        invited=tuple(one for one, is_observer in rows if not is_observer),
        observers=tuple(one for one, is_observer in rows if is_observer),
    )


def _is_added(activity: Activity) -> ColumnElement[bool]:
    """To be used beside the tables of people, units and who is expected."""
    return (col(ExpectedRow.activity_id) == activity.id) & (
        col(ExpectedRow.is_observer).is_(True) | ~belongs(activity.unit.path, activity.circle)
    )


def find_added(session: Session, activity: Activity) -> list[AddedPerson]:
    """The same, with how each of them stands."""
    rows = session.exec(
        select(ExpectedRow, PersonRow.name, UnitRow.name)
        .join(PersonRow, col(PersonRow.id) == col(ExpectedRow.person_id))
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(_is_added(activity), col(PersonRow.left_at).is_(None))
        .order_by(col(UnitRow.path), col(PersonRow.id))
        .limit(MOST_FOUND)
    )
    return [
        AddedPerson(
            person_id=row.person_id,
            name=person,
            unit=unit,
            state=CheckInState(row.state),
            version=row.version,
            is_observer=row.is_observer,
        )
        for row, person, unit in rows
    ]


def has_added(session: Session, activity: Activity) -> bool:
    """Whether anybody is on the list who was named by himself."""
    query = (
        select(ExpectedRow.person_id)
        .join(PersonRow, col(PersonRow.id) == col(ExpectedRow.person_id))
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .where(_is_added(activity), col(PersonRow.left_at).is_(None))
        .limit(1)
    )
    return session.exec(query).first() is not None


def take_off(session: Session, activity_id: int, person: AddedPerson) -> bool:
    """Take somebody off who is still as he was read and has not come; False when he is not."""
    done = session.execute(
        delete(ExpectedRow)
        .where(
            col(ExpectedRow.activity_id) == activity_id,
            col(ExpectedRow.person_id) == person.person_id,
            col(ExpectedRow.version) == person.version,
            col(ExpectedRow.state).not_in([one.value for one in CAME]),
        )
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(done, "rowcount", 0))


def find_names(session: Session, person_ids: Sequence[int]) -> tuple[str, ...]:
    """What they are called, in the order given."""
    rows = session.exec(
        select(PersonRow.id, PersonRow.name).where(col(PersonRow.id).in_(set(person_ids)))
    )
    names = dict(rows.all())
    return tuple(names[one] for one in person_ids if one in names)
