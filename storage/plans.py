"""Installed plans and their duties."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from domain.duty import Duty
from domain.ladder import policy_to_data
from domain.preset import Preset
from storage.inserting import insert_new
from storage.tables.duties import DutyRow, PlanRow


def find_codes(session: Session) -> set[str]:
    """The codes of the plans that are installed."""
    return set(session.exec(select(PlanRow.code)).all())


def install(
    session: Session, preset: Preset, duties: Sequence[Duty], *, now: datetime
) -> tuple[int, int]:
    """Keep a plan and its duties; returns its id and how many duties were not there before."""
    plan = {
        "code": preset.code,
        "name_zh": preset.name.zh,
        "name_en": preset.name.en,
        "installed_at": now,
    }
    insert_new(session, PlanRow, [plan])
    plan_id = session.exec(select(PlanRow.id).where(col(PlanRow.code) == preset.code)).one() or 0
    return plan_id, insert_new(session, DutyRow, [_row(duty, plan_id) for duty in duties])


def _row(duty: Duty, plan_id: int) -> dict[str, object]:
    return {
        "plan_id": plan_id,
        "code": duty.code,
        "kind": duty.kind.value,
        "name_zh": duty.name.zh,
        "name_en": duty.name.en,
        "source_zh": duty.source.zh,
        "source_en": duty.source.en,
        "owner_kinds": list(duty.owner_kinds),
        "reviewer_kinds": list(duty.reviewer_kinds),
        "per": duty.per.value if duty.per else None,
        "at_least": duty.at_least,
        "term_months": dict(duty.term_months),
        "policy": policy_to_data(duty.policy),
        "begins_on": duty.begins_on,
        "version": 1,
    }
