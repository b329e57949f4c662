"""Duties as they are set up."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, select, update

from domain.act import ActKind, Needs, acts_from_data, acts_to_data
from domain.audience import audience_from_data, audience_to_data
from domain.bilingual import Bilingual
from domain.cadence import cadence_from_data, cadence_to_data
from domain.duty import Duty
from domain.ladder_facts import policy_from_data, policy_to_data
from storage.tables.duties import DutyRow, PlanRow


def as_duty(row: DutyRow, plan: PlanRow) -> Duty:
    """The rows as one value."""
    return Duty(
        id=row.id or 0,
        code=row.code,
        name=Bilingual(zh=row.name_zh, en=row.name_en),
        source=Bilingual(zh=row.source_zh, en=row.source_en),
        plan=Bilingual(zh=plan.name_zh, en=plan.name_en),
        audience=audience_from_data(row.audience),
        acts=acts_from_data(row.acts),
        needs=Needs(row.needs),
        cadence=cadence_from_data(row.cadence),
        reviewer_kinds=tuple(row.reviewer_kinds),
        exempt_months=tuple(row.exempt_months),
        begins_on=row.begins_on,
        policy=policy_from_data(row.policy),
        version=row.version,
        is_paused=row.paused_at is not None,
        opened_key=row.opened_key,
        opened_through=row.opened_through,
    )


def as_row(duty: Duty, *, plan_id: int) -> dict[str, Any]:
    """The columns of a duty that is about to be kept."""
    return {
        "plan_id": plan_id,
        "code": duty.code,
        "name_zh": duty.name.zh,
        "name_en": duty.name.en,
        "source_zh": duty.source.zh,
        "source_en": duty.source.en,
        "audience": audience_to_data(duty.audience),
        "acts": acts_to_data(duty.acts),
        "needs": duty.needs.value,
        "cadence": cadence_to_data(duty.cadence),
        "reviewer_kinds": list(duty.reviewer_kinds),
        "exempt_months": list(duty.exempt_months),
        "policy": policy_to_data(duty.policy),
        "begins_on": duty.begins_on,
        "version": duty.version,
    }


_SELECTED = select(DutyRow, PlanRow).join(PlanRow, col(PlanRow.id) == col(DutyRow.plan_id))


def find_all(session: Session) -> list[Duty]:
    """Every duty, paused ones too, in the order of their making. There are some dozens at most."""
    return [as_duty(*rows) for rows in session.exec(_SELECTED.order_by(col(DutyRow.id)))]


def find(session: Session, duty_id: int) -> Duty | None:
    """One duty."""
    return find_many(session, [duty_id]).get(duty_id)


def find_many(session: Session, duty_ids: Sequence[int]) -> dict[int, Duty]:
    """Duties by id."""
    rows = session.exec(_SELECTED.where(col(DutyRow.id).in_(set(duty_ids))))
    return {duty.id: duty for duty in (as_duty(*found) for found in rows)}


def find_by_code(session: Session, code: str) -> Duty | None:
    """The duty of this code, which is its name in files."""
    rows = session.exec(_SELECTED.where(col(DutyRow.code) == code)).first()
    return as_duty(*rows) if rows else None


def find_with(session: Session, kind: ActKind) -> list[Duty]:
    """Duties for which an act of this kind counts."""
    return [duty for duty in find_all(session) if duty.has(kind)]


# Built once: a clock that is moved over a year does it for every duty and day.
_MARK_OPENED = (
    update(DutyRow)
    .where(col(DutyRow.id) == bindparam("duty"))
    .values(opened_key=bindparam("key"), opened_through=bindparam("through"))
)


def mark_opened(session: Session, duty_id: int, today: date) -> None:
    """Everything that has begun by today is open; nothing is left to look at before tomorrow."""
    opened = {"duty": duty_id, "key": today.isoformat(), "through": today}
    session.connection().execute(_MARK_OPENED, opened)


def forget_openings(session: Session) -> None:
    """Look at every duty again: the tree, its people or its terms have changed."""
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
