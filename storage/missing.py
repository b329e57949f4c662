"""What is open and should have been done: who owes it, and who was asked for it today."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, exists, func, or_, select

from domain.bilingual import Bilingual
from domain.missing import MissingDuty
from domain.notice import NoticeKind
from domain.obligation import NO_END, Obligation
from storage.obligation_values import complete, selected
from storage.tables.columns import is_in
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.messages import NoticeRow
from storage.tables.organisation import UnitRow
from storage.tables.reports import ReportRow


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Open obligations inside subtrees; 0 stands for every duty, and for whoever was told."""

    paths: tuple[str, ...]
    today: date
    duty_id: int = 0
    told_to: int = 0


def _conditions(wanted: Wanted) -> list[Any]:
    conditions = [
        is_in("obligation", "open"),
        or_(*(col(UnitRow.path).startswith(path, autoescape=True) for path in wanted.paths)),
        col(ObligationRow.first_day) <= wanted.today,
        # What may be done at any time is never missing.
        col(ObligationRow.last_day) < NO_END,
        col(DutyRow.paused_at).is_(None),
        ~_waits_for_review(),
    ]
    if wanted.duty_id:
        conditions.append(col(ObligationRow.duty_id) == wanted.duty_id)
    if wanted.told_to:
        conditions.append(_was_told_from_below(wanted.told_to))
    return conditions


def _waits_for_review() -> Any:
    return (
        exists()
        .where(
            col(ReportRow.obligation_id) == col(ObligationRow.id),
            col(ReportRow.state) == "submitted",
        )
        .correlate(ObligationRow)
    )


def _was_told_from_below(person_id: int) -> Any:
    return (
        exists()
        .where(
            col(NoticeRow.obligation_id) == col(ObligationRow.id),
            col(NoticeRow.state) == "taken",
            col(NoticeRow.kind) == NoticeKind.BELOW.value,
            col(NoticeRow.person_id) == person_id,
        )
        .correlate(ObligationRow)
    )


def _was_nudged(since: datetime) -> Any:
    return (
        exists()
        .where(
            col(NoticeRow.obligation_id) == col(ObligationRow.id),
            col(NoticeRow.state) == "taken",
            col(NoticeRow.kind) == NoticeKind.NUDGE.value,
            col(NoticeRow.made_at) >= since,
        )
        .correlate(ObligationRow)
    )


def _joined(query: Any, wanted: Wanted) -> Any:
    return (
        query.join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .where(*_conditions(wanted))
    )


def count_by_duty(session: Session, wanted: Wanted) -> list[MissingDuty]:
    """How many are missing for each duty, in the order of the duties."""
    if not wanted.paths:
        return []
    query = select(
        col(DutyRow.id), col(DutyRow.name_zh), col(DutyRow.name_en), func.count()
    ).select_from(ObligationRow)
    rows = session.exec(
        _joined(query, wanted)
        .group_by(col(DutyRow.id), col(DutyRow.name_zh), col(DutyRow.name_en))
        .order_by(col(DutyRow.id))
    )
    return [
        MissingDuty(duty_id=duty_id, name=Bilingual(zh=zh, en=en), total=total)
        for duty_id, zh, en, total in rows
    ]


def find(session: Session, wanted: Wanted, *, limit: int, offset: int = 0) -> list[Obligation]:
    """A part of what is missing. What ended first comes first, so the overdue lead."""
    query = _joined(selected(), wanted)
    rows = session.execute(_ordered(query).limit(limit).offset(offset))
    return complete(session, rows)


def find_to_nudge(
    session: Session, wanted: Wanted, *, since: datetime, limit: int
) -> list[Obligation]:
    """What is missing and was not asked for since an instant."""
    query = _joined(selected(), wanted).where(~_was_nudged(since))
    return complete(session, session.execute(_ordered(query).limit(limit)))


def count_nudged_people(session: Session, wanted: Wanted, *, since: datetime) -> int:
    """How many people were asked since an instant for what is still missing."""
    query = select(func.count(func.distinct(col(NoticeRow.person_id)))).select_from(ObligationRow)
    query = query.join(NoticeRow, col(NoticeRow.obligation_id) == col(ObligationRow.id))
    asked = _joined(query, wanted).where(
        col(NoticeRow.kind) == NoticeKind.NUDGE.value, col(NoticeRow.made_at) >= since
    )
    return int(session.exec(asked).one())


def _ordered(query: Any) -> Any:
    return query.order_by(
        col(ObligationRow.last_day), col(ObligationRow.duty_id), col(UnitRow.path)
    )
