"""What is set up, as files write it: plans, duties, calendars; read whole, written in parts."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select, update

from domain.bilingual import Bilingual
from domain.calendar_setup import UnitSetup
from domain.configuration import (
    DEFAULT_LIMIT,
    Configuration,
    OrganisationSettings,
    PlanEntry,
)
from domain.duty import Duty
from domain.duty_entry import Codes, entry_of
from storage import calendar_setups, memory, presence_rules
from storage.duties import as_duty, as_row
from storage.inserting import insert_new
from storage.tables.duties import DutyRow, PlanRow
from storage.tables.organisation import PersonRow, UnitRow

_LIMIT = "setting:second_administrator_above"


def load(session: Session, codes: Codes) -> Configuration:
    """Everything that is set up, in the order of its making."""
    plans = session.exec(select(PlanRow).order_by(col(PlanRow.id))).all()
    by_id = {plan.id: plan for plan in plans}
    rows = session.exec(select(DutyRow).order_by(col(DutyRow.id)))
    duties = [(row, by_id[row.plan_id]) for row in rows]
    return Configuration(
        plans=tuple(
            PlanEntry(code=plan.code, name=Bilingual(zh=plan.name_zh, en=plan.name_en))
            for plan in plans
        ),
        duties=tuple(
            entry_of(as_duty(row, plan), plan=plan.code, codes=codes) for row, plan in duties
        ),
        settings=load_settings(session),
        calendars=tuple(
            UnitSetup(unit=codes.units[unit_id], setup=setup)
            for unit_id, setup in calendar_setups.find(session, codes.units).items()
        ),
    )


def load_settings(session: Session) -> OrganisationSettings:
    """What the organisation has chosen, or what holds without a choice."""
    limit = memory.recall(session, _LIMIT)
    return OrganisationSettings(
        second_administrator_above=DEFAULT_LIMIT if limit is None else int(limit),
        presence=presence_rules.load(session),
    )


def keep_settings(session: Session, settings: OrganisationSettings) -> None:
    """Choose."""
    memory.remember(session, _LIMIT, str(settings.second_administrator_above))
    presence_rules.keep(session, settings.presence)


def load_codes(session: Session) -> Codes:
    """The roster's codes of every unit and of everybody who has not left."""
    units = session.exec(select(UnitRow.id, UnitRow.code))
    people = session.exec(
        select(PersonRow.id, PersonRow.code).where(col(PersonRow.left_at).is_(None))
    )
    return Codes(
        units={unit_id or 0: code for unit_id, code in units},
        people={person_id or 0: code for person_id, code in people},
    )


def find_duty_ids(session: Session, codes: Sequence[str]) -> dict[str, int]:
    """Ids of duties by their codes."""
    rows = session.exec(select(DutyRow.code, DutyRow.id).where(col(DutyRow.code).in_(codes)))
    return {code: duty_id or 0 for code, duty_id in rows}


def find_plan_ids(session: Session) -> dict[str, int]:
    """Ids of plans by their codes."""
    return {code: plan_id or 0 for code, plan_id in session.exec(select(PlanRow.code, PlanRow.id))}


def add_plans(session: Session, plans: Sequence[PlanEntry], *, now: datetime) -> None:
    """Keep plans that are not there yet."""
    rows = [
        {"code": one.code, "name_zh": one.name.zh, "name_en": one.name.en, "installed_at": now}
        for one in plans
    ]
    insert_new(session, PlanRow, rows)


def rename_plan(session: Session, plan: PlanEntry) -> None:
    """Give a plan its name."""
    session.execute(
        update(PlanRow)
        .where(col(PlanRow.code) == plan.code)
        .values(name_zh=plan.name.zh, name_en=plan.name.en)
    )


def add_duty(session: Session, duty: Duty, *, plan_id: int, now: datetime) -> int:
    """Keep a duty whose code is free; returns its id."""
    paused_at = now if duty.is_paused else None
    insert_new(session, DutyRow, [as_row(duty, plan_id=plan_id) | {"paused_at": paused_at}])
    return find_duty_ids(session, [duty.code])[duty.code]


def change_duty(session: Session, duty: Duty, *, plan_id: int, now: datetime) -> None:
    """Put a duty in place of the one with its code, as the next version of it."""
    row = session.exec(select(DutyRow).where(col(DutyRow.code) == duty.code)).one()
    paused_at = (row.paused_at or now) if duty.is_paused else None
    values = as_row(duty, plan_id=plan_id) | {
        "version": row.version + 1,
        "paused_at": paused_at,
        "opened_key": None,
    }
    session.execute(update(DutyRow).where(col(DutyRow.id) == row.id).values(**values))
