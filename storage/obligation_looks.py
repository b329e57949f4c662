"""Open obligations are looked at again, because the days that they go by have changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, select, update

from storage.tables.columns import is_in
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.organisation import UnitRow


@dataclass(frozen=True, kw_only=True)
class Look:
    """An open obligation that is looked at again, and the unit whose days it goes by."""

    obligation_id: int
    unit_id: int


def look_within(session: Session, path: str, *, after: int, limit: int, at: datetime) -> list[Look]:
    """Look at open ones of a unit and everything below it at that instant.

    Those with ids up to `after` are left out: call again with the last one until none is left.
    """
    found = [
        Look(obligation_id=obligation_id or 0, unit_id=unit_id)
        for obligation_id, unit_id in session.exec(
            select(col(ObligationRow.id), col(ObligationRow.unit_id))
            .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
            .where(
                col(UnitRow.path).startswith(path, autoescape=True),
                is_in("obligation", "open"),
                col(ObligationRow.look_again_at).is_not(None),
                col(ObligationRow.id) > after,
            )
            .order_by(col(ObligationRow.id))
            .limit(limit)
        )
    ]
    session.execute(
        update(ObligationRow)
        .where(col(ObligationRow.id).in_([one.obligation_id for one in found]))
        .values(look_again_at=at)
    )
    return found


def tell_since(session: Session, obligation_ids: Sequence[int], day: date) -> None:
    """What falls on that day or later is not over yet, though it may have been looked at.

    What lay before a duty began stays untold.
    """
    had_begun = select(DutyRow.id).where(col(DutyRow.begins_on) <= day)
    session.execute(
        update(ObligationRow)
        .where(
            col(ObligationRow.id).in_(obligation_ids),
            col(ObligationRow.told_through) >= day,
            col(ObligationRow.duty_id).in_(had_begun),
        )
        .values(told_through=day - timedelta(days=1))
    )
