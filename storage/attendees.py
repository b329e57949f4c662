"""The list of names of one activity."""

from sqlmodel import Session, col, select

from domain.check_in import Attendee
from domain.name_list import Candidate
from storage.check_ins import as_check_in
from storage.tables.activities import ExpectedRow
from storage.tables.organisation import AccountRow, PersonRow, UnitRow


def find(session: Session, activity_id: int, path: str) -> list[Attendee]:
    """Everybody who is expected or belongs to the subtree now; observers are left out."""
    rows = session.exec(
        select(PersonRow, ExpectedRow, AccountRow)
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .join(
            ExpectedRow,
            (col(ExpectedRow.person_id) == col(PersonRow.id))
            & (col(ExpectedRow.activity_id) == activity_id),
            isouter=True,
        )
        .join(AccountRow, col(AccountRow.person_id) == col(PersonRow.id), isouter=True)
        .where(
            col(PersonRow.left_at).is_(None),
            col(UnitRow.path).startswith(path, autoescape=True)
            | col(ExpectedRow.person_id).is_not(None),
            col(ExpectedRow.is_observer).is_not(True),
        )
        .order_by(col(UnitRow.path), col(PersonRow.id))
    )
    return [_as_attendee(*found) for found in rows]


def _as_attendee(
    person: PersonRow, expected: ExpectedRow | None, account: AccountRow | None
) -> Attendee:
    has_phone = account is not None and account.lost is None
    if expected is None:
        return Attendee(
            person_id=person.id or 0, name=person.name, has_phone=has_phone, is_listed=False
        )
    known = as_check_in(expected)
    return Attendee(
        person_id=known.person_id,
        name=person.name,
        state=known.state,
        reason=known.reason,
        way=known.way,
        has_phone=has_phone,
        leave=known.leave,
        left_at=known.left_at,
    )


def find_candidates(session: Session, activity_id: int, path: str) -> list[Candidate]:
    """Whom a list of names may mean: who is expected, or belongs to the subtree now."""
    rows = session.exec(
        select(PersonRow, UnitRow.name)
        .join(UnitRow, col(UnitRow.id) == col(PersonRow.unit_id))
        .join(
            ExpectedRow,
            (col(ExpectedRow.person_id) == col(PersonRow.id))
            & (col(ExpectedRow.activity_id) == activity_id),
            isouter=True,
        )
        .where(
            col(PersonRow.left_at).is_(None),
            col(UnitRow.path).startswith(path, autoescape=True)
            | col(ExpectedRow.person_id).is_not(None),
        )
        .order_by(col(UnitRow.path), col(PersonRow.id))
    )
    return [
        Candidate(person_id=person.id or 0, name=person.name, unit=unit, code=person.code)
        for person, unit in rows
    ]
