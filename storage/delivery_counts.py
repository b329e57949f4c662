"""Who is concerned by what falls due in a period, and whom the reminders of it reached."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select as columns
from sqlmodel import Session, case, col, func

from domain.bilingual import Bilingual
from domain.delivery_count import Told
from domain.notice import NoticeKind
from domain.period import Period
from domain.reach import Standing, standing_of
from storage.tables.columns import is_any, is_in
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.messages import DeliveryRow, NoticeRow
from storage.tables.organisation import AccountRow, PersonRow, UnitRow

# Those that go to whoever owes it; what the level above is told is another matter.
TO_OWNERS = (NoticeKind.OWN.value, NoticeKind.NUDGE.value)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Obligations of a subtree that fall due in a period; duty 0 stands for every duty."""

    path: str
    period: Period
    duty_id: int = 0


def _due(asked: Asked) -> tuple[Any, ...]:
    conditions: list[Any] = [
        col(UnitRow.path).startswith(asked.path, autoescape=True),
        col(ObligationRow.last_day) >= asked.period.first_day,
        col(ObligationRow.last_day) <= asked.period.last_day,
    ]
    if asked.duty_id:
        conditions.append(col(ObligationRow.duty_id) == asked.duty_id)
    return tuple(conditions)


def find_told(session: Session, asked: Asked) -> list[Told]:
    """Everybody for whom a reminder was made, by unit; whether one of them arrived."""
    rows = session.execute(
        columns(
            col(UnitRow.path),
            col(NoticeRow.person_id),
            func.max(case((col(DeliveryRow.state) == "sent", 1), else_=0)),
        )
        .select_from(NoticeRow)
        .join(ObligationRow, col(ObligationRow.id) == col(NoticeRow.obligation_id))
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .join(DeliveryRow, col(DeliveryRow.id) == col(NoticeRow.delivery_id), isouter=True)
        .where(
            *_due(asked),
            col(NoticeRow.kind).in_(TO_OWNERS),
            # What was taken back before it was told concerns nobody any more.
            col(NoticeRow.state).in_(("waiting", "taken")),
        )
        .group_by(col(UnitRow.path), col(NoticeRow.person_id))
    )
    return [
        Told(path=path, person_id=person_id, is_told=True, has_arrived=bool(arrived))
        for path, person_id, arrived in rows
    ]


def find_people_owing(session: Session, asked: Asked) -> list[Told]:
    """People who owe something still, whether they can be reached or not."""
    rows = session.execute(
        columns(col(UnitRow.path), col(ObligationRow.person_id))
        .select_from(ObligationRow)
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .where(*_due(asked), is_in("obligation", "open"), col(ObligationRow.person_id).is_not(None))
        .distinct()
    )
    return [Told(path=path, person_id=person_id) for path, person_id in rows]


def find_units_owing(session: Session, asked: Asked) -> dict[int, str]:
    """Units that owe something still as a whole: their paths by id."""
    rows: Any = session.execute(
        columns(col(UnitRow.id), col(UnitRow.path))
        .select_from(ObligationRow)
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .where(*_due(asked), is_in("obligation", "open"), col(ObligationRow.person_id).is_(None))
        .distinct()
    )
    return dict(rows.tuples().all())


def find_standings(session: Session, person_ids: Collection[int]) -> dict[int, Standing]:
    """What our way to each of them is like now; whoever has left is not among them."""
    if not person_ids:
        return {}
    person_id: Any = col(PersonRow.id)
    rows = session.execute(
        columns(person_id, col(AccountRow.person_id), col(AccountRow.lost))
        .join(AccountRow, col(AccountRow.person_id) == col(PersonRow.id), isouter=True)
        .where(is_any(person_id, person_ids), col(PersonRow.left_at).is_(None))
    )
    return {
        found: standing_of(has_account=account is not None, lost=lost)
        for found, account, lost in rows
    }


def find_duties(session: Session, paths: Sequence[str]) -> list[tuple[int, Bilingual]]:
    """Duties that anybody in these subtrees has ever owed, in the order of their making."""
    found: dict[int, Bilingual] = {}
    for path in paths:
        rows = session.execute(
            columns(col(DutyRow.id), col(DutyRow.name_zh), col(DutyRow.name_en))
            .select_from(ObligationRow)
            .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
            .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
            .where(col(UnitRow.path).startswith(path, autoescape=True))
            .distinct()
        )
        found |= {duty_id: Bilingual(zh=zh, en=en) for duty_id, zh, en in rows}
    return sorted(found.items())
