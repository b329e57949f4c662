"""How much units owe and have done, for whoever takes an office there."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, case, col, func, select

from domain.obligation import ANY_TIME
from storage.tables.columns import is_in
from storage.tables.duties import ObligationRow


@dataclass(frozen=True, kw_only=True)
class OpenCount:
    """What a unit itself owes now, and how much of that is overdue."""

    open: int = 0
    overdue: int = 0


def count_open(session: Session, unit_ids: Collection[int], *, today: date) -> dict[int, OpenCount]:
    """What these units themselves owe now; nothing for a unit that owes nothing."""
    is_late = case((col(ObligationRow.last_day) < today, 1), else_=0)
    rows = session.exec(
        select(col(ObligationRow.unit_id), func.count(), func.sum(is_late))
        .where(
            col(ObligationRow.unit_id).in_(unit_ids),
            is_in("obligation", "open"),
            col(ObligationRow.person_id).is_(None),
            col(ObligationRow.period_key).not_like(f"{ANY_TIME}%"),
        )
        .group_by(col(ObligationRow.unit_id))
    )
    return {unit_id: OpenCount(open=number, overdue=late) for unit_id, number, late in rows}


def count_done(
    session: Session, unit_ids: Collection[int], *, first: date, last: date
) -> dict[int, int]:
    """How much of what they owed by themselves in those days was done."""
    rows = session.exec(
        select(col(ObligationRow.unit_id), func.count())
        .where(
            col(ObligationRow.unit_id).in_(unit_ids),
            col(ObligationRow.last_day).between(first, last),
            col(ObligationRow.state) == "done",
            col(ObligationRow.person_id).is_(None),
        )
        .group_by(col(ObligationRow.unit_id))
    )
    return dict(rows.all())
