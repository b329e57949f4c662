"""Obligations as values: rows of plain columns, since an entity costs four times as much."""

import json
from collections.abc import Iterable, Sequence
from datetime import time
from functools import lru_cache
from typing import Any

from sqlalchemy import Text, cast
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from domain.act import Act, ActKind, Needs, acts_from_data
from domain.bilingual import Bilingual
from domain.ladder import ReminderPolicy
from domain.ladder_facts import policy_from_data
from domain.obligation import Obligation, ObligationState
from domain.report import ReportState
from domain.unit import Unit
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.organisation import UnitRow
from storage.tables.reports import ReportRow
from storage.ties import find_names, find_other_sides

# Obligations of one duty carry the same rule, so few texts are read for many rows.
CACHED = 1024


def selected() -> Any:
    """A query for what `complete` needs; the caller joins duty and unit."""
    return columns(
        col(ObligationRow.id),
        col(ObligationRow.duty_id),
        col(ObligationRow.unit_id),
        col(ObligationRow.owner_key),
        col(ObligationRow.person_id),
        col(ObligationRow.tie_id),
        col(ObligationRow.period_key),
        col(ObligationRow.first_day),
        col(ObligationRow.last_day),
        col(ObligationRow.at_minute),
        col(ObligationRow.lapses_on),
        col(ObligationRow.state),
        cast(col(ObligationRow.policy), Text).label("policy"),
        cast(col(ObligationRow.acts), Text).label("acts"),
        cast(col(ObligationRow.progress), Text).label("progress"),
        col(ObligationRow.needs),
        col(ObligationRow.at_least),
        col(ObligationRow.counted),
        col(ObligationRow.version),
        col(ObligationRow.told_through),
        col(ObligationRow.extended_from),
        col(ObligationRow.settled_at),
        col(DutyRow.name_zh),
        col(DutyRow.name_en),
        col(UnitRow.name).label("unit_name"),
        col(UnitRow.kind).label("unit_kind"),
        col(UnitRow.path).label("unit_path"),
        col(UnitRow.parent_id).label("unit_parent_id"),
    ).select_from(ObligationRow)


def complete(session: Session, rows: Iterable[Any]) -> list[Obligation]:
    """Values with the people that they name and how far their reports have come."""
    found = list(rows)
    reports = _find_reports(session, found)
    ties = {row.tie_id for row in found if row.tie_id is not None}
    towards = find_other_sides(session, ties) if ties else {}
    people = {row.person_id for row in found if row.person_id is not None}
    names = find_names(session, people) if people else {}
    return [
        _obligation(
            row,
            person=names.get(row.person_id or 0, ""),
            towards=towards.get(row.tie_id or 0, ""),
            report=reports.get(row.id),
        )
        for row in found
    ]


def _obligation(row: Any, *, person: str, towards: str, report: ReportState | None) -> Obligation:
    return Obligation(
        id=row.id,
        duty_id=row.duty_id,
        name=Bilingual(zh=row.name_zh, en=row.name_en),
        unit=_unit(row),
        owner_key=row.owner_key,
        person_id=row.person_id,
        person=person,
        towards=towards,
        period_key=row.period_key,
        first_day=row.first_day,
        last_day=row.last_day,
        at=time(row.at_minute // 60, row.at_minute % 60) if row.at_minute is not None else None,
        lapses_on=row.lapses_on,
        state=ObligationState(row.state),
        policy=_policy(row.policy),
        acts=_acts(row.acts),
        needs=Needs(row.needs),
        at_least=row.at_least,
        counted=row.counted,
        progress=json.loads(row.progress),
        report=report,
        version=row.version,
        told_through=row.told_through,
        extended_from=row.extended_from,
        settled_at=row.settled_at,
    )


def _unit(row: Any) -> Unit:
    return Unit(
        id=row.unit_id,
        name=row.unit_name,
        kind=row.unit_kind,
        path=row.unit_path,
        parent_id=row.unit_parent_id,
    )


@lru_cache(maxsize=CACHED)
def _policy(written: str) -> ReminderPolicy:
    return policy_from_data(json.loads(written))


@lru_cache(maxsize=CACHED)
def _acts(written: str) -> tuple[Act, ...]:
    return acts_from_data(json.loads(written))


def _find_reports(session: Session, rows: Sequence[Any]) -> dict[int, ReportState]:
    """How far the newest report of each has come, where reports count."""
    ids = [row.id for row in rows if any(a.kind is ActKind.REPORT for a in _acts(row.acts))]
    if not ids:
        return {}
    found = session.exec(
        select(ReportRow.obligation_id, ReportRow.state)
        .where(
            col(ReportRow.obligation_id).in_(ids),
            col(ReportRow.state) != ReportState.DISCARDED.value,
        )
        .order_by(col(ReportRow.number))
    )
    return {obligation_id: ReportState(state) for obligation_id, state in found}
