"""Gather what the pictures of a year show. Nothing is written."""

from datetime import date, datetime

from sqlmodel import Session

from actions.ledgers import span_of
from actions.running import reads
from actions.status import counted_duties
from domain.board_picture import (
    MONTHS,
    ROWS_A_PICTURE,
    BoardPicture,
    TurnoutPicture,
    row_of_all,
    rows_by_duty,
    rows_by_unit,
)
from domain.period import Period, PeriodKind, period_of
from domain.permission import Actor, may_manage
from domain.place import Place
from domain.status import NoSuchUnit
from domain.unit import Unit
from storage import board_months, duties, units


@reads
def find_board(
    session: Session,
    actor: Actor,
    unit_id: int,
    year: Period | None,
    *,
    page: int,
    now: datetime,
    place: Place,
) -> BoardPicture | NoSuchUnit:
    """A page of the board of a year (None: of none), of one unit and the level below."""
    unit = _find(session, actor, unit_id)
    if unit is None or year is None:
        return NoSuchUnit()
    return board_of(session, unit, year, page=page, today=place.today(now))


@reads
def find_turnout(
    session: Session,
    actor: Actor,
    unit_id: int,
    year: Period | None,
    *,
    now: datetime,
    place: Place,
) -> TurnoutPicture | NoSuchUnit:
    """Who came to what was held in a year, month by month."""
    unit = _find(session, actor, unit_id)
    if unit is None or year is None:
        return NoSuchUnit()
    months = [
        period_of(PeriodKind.MONTH, year.first_day.replace(month=month))
        for month in range(1, MONTHS + 1)
    ]
    return TurnoutPicture(
        unit=unit,
        year=year,
        today=place.today(now),
        # Twelve questions however large the tree; local midnights are known here alone.
        months=tuple(
            board_months.count_turnout(session, span_of(unit, month, place)) for month in months
        ),
    )


def board_of(session: Session, unit: Unit, year: Period, *, page: int, today: date) -> BoardPicture:
    """The figures of everything below, the rows of one page."""
    running = [duty for duty in duties.find_all(session) if not duty.is_paused]
    known = counted_duties([duty for duty in running if not duty.is_any_time])
    counts = [
        one
        for one in board_months.count_by_month(
            session, unit, year.first_day, year.last_day, today=today
        )
        if one.duty_id in known
    ]
    below = units.find_children(session, unit.id)
    rows = rows_by_unit(counts, below, unit) if below else rows_by_duty(counts, known)
    pages = max(1, -(-len(rows) // ROWS_A_PICTURE))
    here = min(max(page, 1), pages)
    return BoardPicture(
        unit=unit,
        year=year,
        today=today,
        whole=row_of_all(counts, unit),
        rows=tuple(rows[(here - 1) * ROWS_A_PICTURE : here * ROWS_A_PICTURE]),
        page=here,
        pages=pages,
    )


def _find(session: Session, actor: Actor, unit_id: int) -> Unit | None:
    unit = units.find(session, unit_id)
    return unit if unit is not None and may_manage(actor, unit.path) else None
