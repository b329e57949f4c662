"""How the reports of a subtree stand, and which are late. Nothing is written."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from actions.review_queue import count_waiting
from actions.running import reads
from domain.period import PeriodKind, period_of
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.report_overview import (
    LateList,
    OwedReport,
    ReportOverview,
    own_lines,
    tally,
    tally_each,
)
from domain.status import top_paths
from domain.unit import Unit
from storage import report_overviews, units

A_PAGE = 8
MOST = 50_000


@dataclass(frozen=True, kw_only=True)
class NoSuchUnit:
    """It does not exist, or the actor does not answer for it: both look the same."""


@reads
def look(
    session: Session, actor: Actor, unit_id: int, *, page: int, now: datetime, place: Place
) -> ReportOverview | NoSuchUnit:
    """The overview of a unit and what is below it; 0 is the actor's own."""
    unit = _find(session, actor, unit_id)
    if unit is None:
        return NoSuchUnit()
    today = place.today(now)
    owed = _find_owed(session, unit, today, place)
    rows = tally_each(units.find_children(session, unit.id), owed, today)
    lines = own_lines(unit, owed)
    # The units below first, what the unit owes itself behind them, all on one run of pages.
    pages = max(1, -(-(len(rows) + len(lines)) // A_PAGE))
    here = min(max(page, 1), pages)
    first, last = (here - 1) * A_PAGE, here * A_PAGE
    above = _find(session, actor, unit.parent_id) if unit.parent_id else None
    return ReportOverview(
        unit=unit,
        today=today,
        tally=tally(owed, today),
        rows=rows[first:last],
        lines=lines[max(0, first - len(rows)) : max(0, last - len(rows))],
        above=above,
        waiting_for_me=count_waiting(session, actor),
        page=here,
        pages=pages,
    )


@reads
def look_late(
    session: Session, actor: Actor, unit_id: int, *, page: int, now: datetime, place: Place
) -> LateList | NoSuchUnit:
    """What is late in a subtree: a comparison of dates, nothing else."""
    unit = _find(session, actor, unit_id)
    if unit is None:
        return NoSuchUnit()
    today = place.today(now)
    late = [one for one in _find_owed(session, unit, today, place) if one.days_late(today)]
    late.sort(key=lambda one: -one.days_late(today))
    pages = max(1, -(-len(late) // A_PAGE))
    here = min(max(page, 1), pages)
    return LateList(
        unit=unit,
        today=today,
        lines=tuple(late[(here - 1) * A_PAGE : here * A_PAGE]),
        total=len(late),
        page=here,
        pages=pages,
    )


def _find_owed(session: Session, unit: Unit, today: date, place: Place) -> list[OwedReport]:
    """What is open, and what was done in this half-year."""
    since = period_of(PeriodKind.HALF_YEAR, today).first_day
    return report_overviews.find(
        session, unit.path, today=today, since=since, place=place, limit=MOST
    )


def _find(session: Session, actor: Actor, unit_id: int) -> Unit | None:
    if unit_id:
        unit = units.find(session, unit_id)
        return unit if unit is not None and may_manage(actor, unit.path) else None
    tops = top_paths(officer_paths(actor))
    own = [office.unit_id for office in actor.offices if office.unit_path in tops]
    return units.find(session, min(own)) if own else None
