"""Installed plans and their duties."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from domain.duty import Duty
from domain.preset import Preset
from storage.duties import as_row
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
    return plan_id, insert_new(session, DutyRow, [as_row(duty, plan_id=plan_id) for duty in duties])
