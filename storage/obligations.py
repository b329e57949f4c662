"""Obligations: what is owed, by whom, for which period."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from sqlalchemy.sql.elements import ColumnElement, TextClause
from sqlmodel import Session, case, col, func, or_, select

from domain.act import ActKind, Needs, acts_from_data
from domain.bilingual import Bilingual
from domain.ladder import policy_from_data
from domain.obligation import NO_END, Obligation, ObligationState
from domain.report import ReportState
from domain.unit import Unit
from storage.tables.columns import is_in
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.organisation import UnitRow
from storage.tables.reports import ReportRow
from storage.ties import find_names, find_other_sides
from storage.units import as_unit

SELECTED = (ObligationRow, DutyRow, UnitRow)
# An owner and a period.
Opened = tuple[str, str]
Joined = tuple[ObligationRow, DutyRow, UnitRow]


def as_obligation(row: ObligationRow, duty: DutyRow, unit: UnitRow) -> Obligation:
    """The rows as one value; `complete` adds what other tables know."""
    return Obligation(
        id=row.id or 0,
        duty_id=row.duty_id,
        name=Bilingual(zh=duty.name_zh, en=duty.name_en),
        unit=as_unit(unit),
        owner_key=row.owner_key,
        person_id=row.person_id,
        period_key=row.period_key,
        first_day=row.first_day,
        last_day=row.last_day,
        at=time(row.at_minute // 60, row.at_minute % 60) if row.at_minute is not None else None,
        lapses_on=row.lapses_on,
        state=ObligationState(row.state),
        policy=policy_from_data(row.policy),
        acts=acts_from_data(row.acts),
        needs=Needs(row.needs),
        at_least=row.at_least,
        counted=row.counted,
        progress=dict(row.progress),
        version=row.version,
        told_through=row.told_through,
        extended_from=row.extended_from,
        settled_at=row.settled_at,
    )


def complete(session: Session, rows: Iterable[Joined]) -> list[Obligation]:
    """Values with the people that they name and how far their reports have come."""
    found = list(rows)
    reports = _find_reports(session, [row for row, _, _ in found])
    ties = {row.tie_id for row, _, _ in found if row.tie_id is not None}
    towards = find_other_sides(session, ties) if ties else {}
    people = {row.person_id for row, _, _ in found if row.person_id is not None}
    names = find_names(session, people) if people else {}
    return [
        replace(
            as_obligation(row, duty, unit),
            person=names.get(row.person_id or 0, ""),
            towards=towards.get(row.tie_id or 0, ""),
            report=reports.get(row.id or 0),
        )
        for row, duty, unit in found
    ]


def find_where(
    session: Session,
    *conditions: ColumnElement[bool] | TextClause,
    limit: int = 5000,
    for_change: bool = False,
) -> list[Obligation]:
    """Obligations with their duty and unit, the earliest end first."""
    query = (
        select(*SELECTED)
        .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .where(*conditions)
        .order_by(col(ObligationRow.last_day), col(ObligationRow.id))
        .limit(limit)
    )
    if for_change:
        query = query.with_for_update(of=ObligationRow)
    return complete(session, session.exec(query))


def _find_reports(session: Session, rows: Sequence[ObligationRow]) -> dict[int, ReportState]:
    """How far the newest report of each has come, where reports count."""
    is_report = ActKind.REPORT.value
    ids = [row.id for row in rows if any(act["kind"] == is_report for act in row.acts)]
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


def find(session: Session, obligation_id: int, *, for_change: bool = False) -> Obligation | None:
    """One obligation; `for_change` locks its row where the database has row locks."""
    query = (
        select(*SELECTED)
        .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
        .join(UnitRow, col(UnitRow.id) == col(ObligationRow.unit_id))
        .where(col(ObligationRow.id) == obligation_id)
    )
    if for_change:
        query = query.with_for_update(of=ObligationRow)
    found = session.exec(query).first()
    return complete(session, [found])[0] if found else None


def find_many(
    session: Session, obligation_ids: Collection[int], *, for_change: bool = False
) -> dict[int, Obligation]:
    """Obligations by id; `for_change` locks their rows where the database has row locks."""
    if not obligation_ids:
        return {}
    of_these = col(ObligationRow.id).in_(set(obligation_ids))
    found = find_where(session, of_these, for_change=for_change)
    return {one.id: one for one in found}


def find_of_people_on(
    session: Session, duty_id: int, person_ids: Collection[int], *, day: date
) -> list[int]:
    """What these people owe of a duty for the period that a day lies in."""
    return [
        found or 0
        for found in session.exec(
            select(ObligationRow.id).where(
                col(ObligationRow.duty_id) == duty_id,
                col(ObligationRow.owner_key).in_([f"p{one}" for one in set(person_ids)]),
                col(ObligationRow.first_day) <= day,
                col(ObligationRow.last_day) >= day,
            )
        )
    ]


def find_paused(session: Session, obligation_ids: Sequence[int]) -> set[int]:
    """Which of these belong to a duty that is paused."""
    return {
        found or 0
        for found in session.exec(
            select(col(ObligationRow.id))
            .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
            .where(
                col(ObligationRow.id).in_(set(obligation_ids)), col(DutyRow.paused_at).is_not(None)
            )
        )
    }


def find_opened(session: Session, duty_id: int, period_keys: Collection[str]) -> set[Opened]:
    """Who has an obligation of a duty for which of these periods already."""
    rows = session.exec(
        select(ObligationRow.owner_key, ObligationRow.period_key).where(
            col(ObligationRow.duty_id) == duty_id,
            col(ObligationRow.period_key).in_(set(period_keys)),
        )
    )
    return set(rows)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Whose an obligation is, where it counts, and whether it is open."""

    id: int
    owner_key: str
    unit_id: int
    is_open: bool


def find_standing(session: Session, duty_id: int, *, today: date) -> list[Standing]:
    """What is open of a duty, and what was closed by itself in a period that still runs."""
    row = ObligationRow
    rows = session.exec(
        select(row.id, row.owner_key, row.unit_id, row.state).where(
            col(row.duty_id) == duty_id,
            or_(
                col(row.state) == "open",
                (col(row.state) == "excused")
                & col(row.settled_by).is_(None)
                & (col(row.last_day) >= today),
            ),
        )
    )
    return [
        Standing(id=one or 0, owner_key=owner, unit_id=unit_id, is_open=state == "open")
        for one, owner, unit_id, state in rows
    ]


def count_each(session: Session, duty_id: int) -> dict[str, tuple[int, bool]]:
    """How many obligations of a duty each owner has had, and whether one is open."""
    is_open = case((col(ObligationRow.state) == "open", 1), else_=0)
    rows = session.exec(
        select(ObligationRow.owner_key, func.count(), func.max(is_open))
        .where(col(ObligationRow.duty_id) == duty_id)
        .group_by(col(ObligationRow.owner_key))
    )
    return {owner: (count, bool(open_)) for owner, count, open_ in rows}


def find_to_look_at(session: Session, *, now: datetime, limit: int) -> list[Obligation]:
    """Open obligations of running duties whose moment has come. Uses the index on open ones."""
    return find_where(
        session,
        is_in("obligation", "open"),
        col(ObligationRow.look_again_at) <= now,
        col(DutyRow.paused_at).is_(None),
        limit=limit,
    )


def find_on(
    session: Session,
    duty_id: int,
    *,
    owner_key: str,
    day: date,
    may_be_late: bool = False,
    for_change: bool = False,
) -> Obligation | None:
    """What an owner owes of a duty for the period that a day lies in.

    `may_be_late`: a date that has passed can still be made good, so where the day lies in no
    period the last open one before it is meant.
    """
    mine = (
        col(ObligationRow.duty_id) == duty_id,
        col(ObligationRow.owner_key) == owner_key,
        col(ObligationRow.first_day) <= day,
    )
    found = session.exec(
        select(ObligationRow.id)
        .where(*mine, col(ObligationRow.last_day) >= day)
        # An extended one overlaps the next: the open one is meant.
        .order_by(case((is_in("obligation", "open"), 0), else_=1), col(ObligationRow.last_day))
    ).first()
    if found is None and may_be_late:
        found = session.exec(
            select(ObligationRow.id)
            .where(*mine, is_in("obligation", "open"))
            .order_by(col(ObligationRow.last_day).desc())
        ).first()
    return find(session, found, for_change=for_change) if found else None


def is_followed(session: Session, owed: Obligation) -> bool:
    """Whether the next one of its owner is open already: two would stand side by side."""
    query = select(ObligationRow.id).where(
        col(ObligationRow.duty_id) == owed.duty_id,
        col(ObligationRow.owner_key) == owed.owner_key,
        col(ObligationRow.last_day) == NO_END,
        col(ObligationRow.id) != owed.id,
        is_in("obligation", "open"),
    )
    return owed.has_no_plan and session.exec(query).first() is not None


def find_open_named(session: Session, period_key: str) -> list[Obligation]:
    """Everything open that is named like this, of whatever duty."""
    return find_where(
        session, col(ObligationRow.period_key) == period_key, is_in("obligation", "open")
    )


def find_next_look(session: Session) -> datetime | None:
    """When the next open obligation must be looked at."""
    return session.exec(
        select(func.min(ObligationRow.look_again_at)).where(is_in("obligation", "open"))
    ).one()


def find_current_of(
    session: Session, unit_ids: Sequence[int], *, person_id: int, today: date
) -> list[Obligation]:
    """What these units and this person owe, and what they have done in a period that runs."""
    return find_where(
        session,
        _of(unit_ids, person_id),
        or_(col(ObligationRow.state) == "open", col(ObligationRow.last_day) >= today),
        limit=500,
    )


def find_open_of(session: Session, unit_ids: Sequence[int], *, person_id: int) -> list[Obligation]:
    """What these units and this person owe now; what has no end comes last."""
    return find_where(session, _of(unit_ids, person_id), is_in("obligation", "open"), limit=500)


def _of(unit_ids: Sequence[int], person_id: int) -> ColumnElement[bool]:
    of_units = col(ObligationRow.unit_id).in_(unit_ids) & col(ObligationRow.person_id).is_(None)
    return or_(of_units, col(ObligationRow.person_id) == person_id)


def find_units_owing(session: Session, *, after: int, limit: int) -> list[Unit]:
    """Units that owe something by some day, by id from the one after `after` on."""
    rows = session.exec(
        select(UnitRow)
        .where(
            col(UnitRow.id) > after,
            col(UnitRow.id).in_(
                select(ObligationRow.unit_id)
                .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
                .where(
                    is_in("obligation", "open"),
                    col(ObligationRow.person_id).is_(None),
                    col(ObligationRow.last_day) < NO_END,
                    col(DutyRow.paused_at).is_(None),
                )
            ),
        )
        .order_by(col(UnitRow.id))
        .limit(limit)
    )
    return [as_unit(row) for row in rows]
