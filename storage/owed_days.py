"""What is owed for the period that a day lies in."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import case
from sqlmodel import Session, col, select

from domain.obligation import Obligation
from storage import obligations
from storage.tables.columns import is_in
from storage.tables.duties import ObligationRow


def find_on(
    session: Session,
    duty_id: int,
    *,
    owner_key: str,
    day: date,
    may_be_late: bool = False,
    for_change: bool = False,
) -> Obligation | None:
    """What an owner owes of a duty for the period that a day lies in.

    `may_be_late`: a date that has passed can still be made good, so where the day lies in no
    period the last open one before it is meant.
    """
    mine = (
        col(ObligationRow.duty_id) == duty_id,
        col(ObligationRow.owner_key) == owner_key,
        col(ObligationRow.first_day) <= day,
    )
    found = session.exec(
        select(ObligationRow.id)
        .where(*mine, col(ObligationRow.last_day) >= day)
        # An extended one overlaps the next: what is open comes first, then what ends first.
        .order_by(case((is_in("obligation", "open"), 0), else_=1), col(ObligationRow.last_day))
    ).first()
    if found is None and may_be_late:
        found = session.exec(
            select(ObligationRow.id)
            .where(*mine, is_in("obligation", "open"))
            .order_by(col(ObligationRow.last_day).desc())
        ).first()
    return obligations.find(session, found, for_change=for_change) if found else None


def find_of_people_on(
    session: Session, duty_id: int, person_ids: Collection[int], *, day: date
) -> list[int]:
    """What these people owe of a duty for the period that a day lies in."""
    return [
        found or 0
        for found in session.exec(
            select(ObligationRow.id).where(
                col(ObligationRow.duty_id) == duty_id,
                col(ObligationRow.owner_key).in_([f"p{one}" for one in set(person_ids)]),
                col(ObligationRow.first_day) <= day,
                col(ObligationRow.last_day) >= day,
            )
        )
    ]
