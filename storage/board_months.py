"""What was due in the months of a year, and who came: the figures behind the pictures."""

from datetime import date

from sqlalchemy import select
from sqlmodel import Session, case, col, func

from domain.activity import ActivityState
from domain.board_picture import MonthCount, MonthTurnout
from domain.check_in import CheckInState
from domain.status import Tally
from domain.unit import Unit
from storage.belonging import WAS_THERE
from storage.boards import within
from storage.ledger_spans import Span, of_span
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import ObligationRow
from storage.tables.organisation import PersonRow, UnitRow

CAME = (CheckInState.PRESENT, CheckInState.LATE, CheckInState.MADE_UP)


def count_by_month(
    session: Session, unit: Unit, first: date, last: date, *, today: date
) -> list[MonthCount]:
    """By unit of the level below, duty and month of the last day; excused ones do not count.

    Uses the index that begins with the unit and the last day.
    """
    due = (
        within(session, unit, today)
        .where(
            col(ObligationRow.last_day) >= first,
            col(ObligationRow.last_day) <= last,
            col(ObligationRow.state).in_(("open", "done", "missed")),
        )
        .subquery()
    )
    keys = (due.c.below, due.c.duty_id, due.c.state, due.c.last_day)
    rows = session.execute(select(*keys, func.count()).group_by(*keys))
    return [
        MonthCount(
            below_id=int(below) if below else None,
            duty_id=duty_id,
            month=last_day.month,
            tally=_tally(state, number, is_over=last_day < today),
        )
        for below, duty_id, state, last_day, number in rows
    ]


def _tally(state: str, number: int, *, is_over: bool) -> Tally:
    if state == "done":
        return Tally(done=number)
    is_late = is_over or state == "missed"
    return Tally(overdue=number) if is_late else Tally(open=number)


def count_turnout(session: Session, span: Span) -> MonthTurnout:
    """How many were on the lists of what was held in a span, and how many of them came."""
    came = case((col(ExpectedRow.state).in_([one.value for one in CAME]), 1), else_=0)
    row = session.execute(
        select(
            func.count(func.distinct(col(ActivityRow.id))),
            func.count(),
            func.coalesce(func.sum(came), 0),
        )
        .select_from(ExpectedRow)
        .join(ActivityRow, col(ActivityRow.id) == col(ExpectedRow.activity_id))
        .join(UnitRow, col(UnitRow.id) == col(ActivityRow.unit_id))
        .join(PersonRow, col(PersonRow.id) == col(ExpectedRow.person_id))
        .where(*of_span(span), col(ActivityRow.state) == ActivityState.HELD.value, WAS_THERE)
    ).one()
    return MonthTurnout(held=row[0], expected=row[1], came=row[2])
