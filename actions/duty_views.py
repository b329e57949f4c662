"""Put together what an administrator sees of a duty, saved or not."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from domain.duty import Duty, DutyKind
from domain.duty_view import DutyView
from domain.message_budget import MessageBudget, budget
from domain.month_arithmetic import add_months
from domain.upcoming import TermEnd, upcoming_dates
from domain.working_day import WorkingCalendar
from storage import calendar_days, duties, units

SAMPLE = 3


def view_all(session: Session, shown: Sequence[Duty], *, today: date) -> tuple[DutyView, ...]:
    """Views of some duties beside everything else that is owed."""
    calendar = calendar_days.load(session)
    codes = {duty.code for duty in shown}
    others = [duty for duty in duties.find_all(session) if duty.code not in codes]
    beside = [duty for duty in (*others, *shown) if not duty.is_paused]
    return tuple(_view(session, duty, beside, calendar, today) for duty in shown)


def _view(
    session: Session,
    duty: Duty,
    beside: Sequence[Duty],
    calendar: WorkingCalendar,
    today: date,
) -> DutyView:
    owners = units.find_of_kinds(session, duty.owner_kinds)
    terms = _terms(session, duty) if duty.kind is DutyKind.TERM else ()
    return DutyView(
        duty=duty,
        today=today,
        owners=len(owners),
        sample=tuple(owners[:SAMPLE]),
        dates=upcoming_dates(duty, calendar, today=today, terms=terms),
        budget=_busiest(duty, beside, calendar, today),
    )


def _terms(session: Session, duty: Duty) -> tuple[TermEnd, ...]:
    found = []
    for unit, began_on, own_months in units.find_term_starts(session, duty.owner_kinds):
        months = own_months or duty.term_months.get(unit.kind)
        if began_on is not None and months is not None:
            found.append(TermEnd(unit_name=unit.name, ends_on=add_months(began_on, months)))
    return tuple(found)


def _busiest(
    duty: Duty, beside: Sequence[Duty], calendar: WorkingCalendar, today: date
) -> MessageBudget:
    budgets = [
        budget([one for one in beside if kind in one.owner_kinds], calendar, begins_on=today)
        for kind in duty.owner_kinds
    ]
    none = MessageBudget(per_month=0.0, at_most=0)
    return max(budgets, key=lambda one: (one.at_most, one.per_month), default=none)
