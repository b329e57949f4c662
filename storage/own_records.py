"""Where one person was expected, and what he handed in, between two instants."""

from datetime import datetime
from typing import Any

from sqlalchemy import exists, literal
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from domain.activity import ActivityState
from domain.bilingual import Bilingual
from domain.check_in import CheckInState, Way
from domain.own_record import Attended, HandedIn
from domain.report import ReportState
from storage.belonging import WAS_THERE, was_there
from storage.ledger_records import HANDED_IN
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.organisation import PersonRow
from storage.tables.reports import ReportRow

MOST = 1000


def find_attended(
    session: Session, person_id: int, *, since: datetime, until: datetime
) -> list[Attended]:
    """Every activity that has begun and was not called off. Uses the index on the person."""
    rows = session.execute(
        columns(
            col(ActivityRow.title),
            col(ActivityRow.starts_at),
            col(DutyRow.name_zh),
            col(DutyRow.name_en),
            col(ExpectedRow.state),
            col(ExpectedRow.recorded_at),
            col(ExpectedRow.way),
            col(ActivityRow.state).label("activity_state"),
            col(ActivityRow.study_minutes),
            col(ExpectedRow.left_at),
            col(ActivityRow.moved_from),
            _makes_up().label("makes_up"),
        )
        .join(ActivityRow, col(ActivityRow.id) == col(ExpectedRow.activity_id))
        .join(PersonRow, col(PersonRow.id) == col(ExpectedRow.person_id))
        .join(DutyRow, col(DutyRow.id) == col(ActivityRow.duty_id), isouter=True)
        .where(
            WAS_THERE,
            col(ExpectedRow.person_id) == person_id,
            col(ActivityRow.state) != ActivityState.CANCELLED.value,
            col(ActivityRow.starts_at) >= since,
            col(ActivityRow.starts_at) < until,
        )
        .order_by(col(ActivityRow.starts_at).desc(), col(ActivityRow.id).desc())
        .limit(MOST)
    )
    return [_as_attended(row) for row in rows]


def _makes_up() -> Any:
    """Whether it stands for another one that took place, and at which the person was due."""
    missed, due = aliased(ActivityRow), aliased(ExpectedRow)
    return exists(
        columns(literal(1))
        .where(
            col(missed.id) == col(ActivityRow.makes_up_id),
            col(missed.state) != ActivityState.CANCELLED.value,
            col(due.activity_id) == col(missed.id),
            col(due.person_id) == col(PersonRow.id),
            was_there(PersonRow, missed, due),
        )
        .correlate(ActivityRow, PersonRow)
    )


def _as_attended(row: Any) -> Attended:
    return Attended(
        title=row.title,
        duty=None if row.name_zh is None else Bilingual(zh=row.name_zh, en=row.name_en),
        at=row.starts_at,
        state=CheckInState(row.state),
        recorded_at=row.recorded_at,
        way=Way(row.way) if row.way else None,
        left_at=row.left_at,
        moved_from=row.moved_from,
        makes_up=row.makes_up,
        study_minutes=row.study_minutes if row.activity_state == ActivityState.HELD else 0,
    )


def find_handed_in(
    session: Session, person_id: int, *, since: datetime, until: datetime
) -> list[HandedIn]:
    """The newest version of every report that the person has handed in."""
    rows = session.execute(
        columns(
            col(ReportRow.obligation_id),
            col(ReportRow.state),
            col(ReportRow.submitted_at),
            col(ObligationRow.period_key),
            col(DutyRow.name_zh),
            col(DutyRow.name_en),
        )
        .join(ObligationRow, col(ObligationRow.id) == col(ReportRow.obligation_id))
        .join(DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id))
        .where(
            col(ReportRow.author_id) == person_id,
            col(ReportRow.state).in_([state.value for state in HANDED_IN]),
            col(ReportRow.submitted_at) >= since,
            col(ReportRow.submitted_at) < until,
        )
        .order_by(col(ReportRow.number))
        .limit(MOST)
    )
    newest = {
        row.obligation_id: HandedIn(
            duty=Bilingual(zh=row.name_zh, en=row.name_en),
            period_key=row.period_key,
            at=row.submitted_at,
            state=ReportState(row.state),
        )
        for row in rows
    }
    return list(newest.values())
