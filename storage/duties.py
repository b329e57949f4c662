"""Duties as they are set up."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session, col, select, update

from domain.bilingual import Bilingual
from domain.duty import Duty, DutyKind
from domain.ladder import policy_from_data
from domain.period import PeriodKind
from storage.tables.duties import DutyRow


def as_duty(row: DutyRow) -> Duty:
    """The row as a value."""
    return Duty(
        id=row.id or 0,
        code=row.code,
        kind=DutyKind(row.kind),
        name=Bilingual(zh=row.name_zh, en=row.name_en),
        source=Bilingual(zh=row.source_zh, en=row.source_en),
        owner_kinds=tuple(row.owner_kinds),
        reviewer_kinds=tuple(row.reviewer_kinds),
        begins_on=row.begins_on,
        policy=policy_from_data(row.policy),
        per=PeriodKind(row.per) if row.per else None,
        at_least=row.at_least,
        term_months=dict(row.term_months),
        version=row.version,
        is_paused=row.paused_at is not None,
        opened_key=row.opened_key,
    )


def find_all(session: Session) -> list[Duty]:
    """Every duty, paused ones too, in the order of their making. There are some dozens at most."""
    return [as_duty(row) for row in session.exec(select(DutyRow).order_by(col(DutyRow.id)))]


def find(session: Session, duty_id: int) -> Duty | None:
    """One duty."""
    row = session.get(DutyRow, duty_id)
    return as_duty(row) if row else None


def find_many(session: Session, duty_ids: Sequence[int]) -> dict[int, Duty]:
    """Duties by id."""
    rows = session.exec(select(DutyRow).where(col(DutyRow.id).in_(set(duty_ids))))
    return {duty.id: duty for duty in map(as_duty, rows)}


def mark_opened(session: Session, duty_id: int, key: str | None) -> None:
    """Write down through which period everything is opened; None: look again."""
    session.execute(update(DutyRow).where(col(DutyRow.id) == duty_id).values(opened_key=key))


def forget_openings(session: Session) -> None:
    """Look at every duty again: the tree or the terms have changed."""
    session.execute(update(DutyRow).values(opened_key=None))


def pause(session: Session, duty_id: int, *, now: datetime) -> bool:
    """Stop a running duty; False when it was paused already."""
    done = session.execute(
        update(DutyRow)
        .where(col(DutyRow.id) == duty_id, col(DutyRow.paused_at).is_(None))
        .values(paused_at=now)
    )
    return bool(getattr(done, "rowcount", 0))


def resume(session: Session, duty_id: int, *, today: date) -> bool:
    """Let a paused duty run again from today; periods that passed meanwhile are not owed."""
    done = session.execute(
        update(DutyRow)
        .where(col(DutyRow.id) == duty_id, col(DutyRow.paused_at).is_not(None))
        .values(paused_at=None, begins_on=today, opened_key=None)
    )
    return bool(getattr(done, "rowcount", 0))
