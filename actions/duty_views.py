"""Put together what an administrator sees of a duty, saved or not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from domain.audience import Audience, Owner
from domain.cadence import TermEnds
from domain.duty import Duty
from domain.duty_view import DutyView
from domain.hearing import Officer
from domain.message_budget import LadderDays, MessageBudget, budget_of, ladder_days
from domain.month_arithmetic import add_months
from domain.upcoming import TermEnd, upcoming_dates
from domain.working_day import WorkingCalendar
from storage import calendar_days, duties, owners, people, units

SAMPLE = 3
NAMED_EXCEPTIONS = 5

# Whoever hears: a person, or a unit for which nobody does yet.
_Ear = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class _Known:
    """What the views of several duties need, loaded once; duties are known by their codes."""

    owing: Mapping[str, Sequence[Owner]]
    days: Mapping[str, LadderDays]
    hearers: Mapping[int, tuple[Officer, ...]]
    calendar: WorkingCalendar
    today: date

    def ears(self, owner: Owner) -> tuple[_Ear, ...]:
        """Who is told about what an owner owes."""
        if owner.person_id is not None:
            return (("person", owner.person_id),)
        hearing = self.hearers.get(owner.unit_id, ())
        return tuple(("person", one.person_id) for one in hearing) or (("unit", owner.unit_id),)


def view_all(session: Session, shown: Sequence[Duty], *, today: date) -> tuple[DutyView, ...]:
    """Views of some duties beside everything else that is owed."""
    calendar = calendar_days.load(session)
    codes = {duty.code for duty in shown}
    others = [duty for duty in duties.find_all(session) if duty.code not in codes]
    beside = [duty for duty in (*others, *shown) if not duty.is_paused]
    everything = {duty.code: duty for duty in (*beside, *shown)}.values()
    known = _Known(
        owing={one.code: owners.find(session, one.audience, today=today) for one in everything},
        days={one.code: ladder_days(one, calendar, begins_on=today) for one in beside},
        hearers=people.find_hearers(session),
        calendar=calendar,
        today=today,
    )
    heard = _heard(known)
    return tuple(_view(session, duty, known, heard) for duty in shown)


def _view(
    session: Session, duty: Duty, known: _Known, heard: Mapping[_Ear, frozenset[str]]
) -> DutyView:
    owing = known.owing[duty.code]
    return DutyView(
        duty=duty,
        today=known.today,
        owners=len(owing),
        sample=tuple(owners.name(session, owing[:SAMPLE])),
        dates=upcoming_dates(
            duty, known.calendar, today=known.today, terms=_terms(session, duty, owing)
        ),
        budget=_busiest(owing, known, heard),
        excepted=_excepted(session, duty.audience),
    )


def _excepted(session: Session, audience: Audience) -> tuple[str, ...]:
    left_out = units.find_many(session, audience.except_units[:NAMED_EXCEPTIONS])
    people_left_out = people.find_many(session, audience.except_people[:NAMED_EXCEPTIONS])
    named = [one.name for one in left_out.values()]
    named += [one.name for one in people_left_out.values()]
    return tuple(named[:NAMED_EXCEPTIONS])


def _terms(session: Session, duty: Duty, owing: Sequence[Owner]) -> tuple[TermEnd, ...]:
    if not isinstance(duty.cadence, TermEnds):
        return ()
    found = []
    for unit, began_on, own_months in units.find_term_starts(session, [o.unit_id for o in owing]):
        months = own_months or duty.cadence.months.get(unit.kind)
        if began_on is not None and months is not None:
            found.append(TermEnd(unit_name=unit.name, ends_on=add_months(began_on, months)))
    return tuple(found)


def _heard(known: _Known) -> dict[_Ear, frozenset[str]]:
    """The duties that each person hears of, by their codes."""
    heard: dict[_Ear, set[str]] = {}
    for code in known.days:
        for owner in known.owing[code]:
            for ear in known.ears(owner):
                heard.setdefault(ear, set()).add(code)
    return {ear: frozenset(codes) for ear, codes in heard.items()}


def _busiest(
    owing: Sequence[Owner], known: _Known, heard: Mapping[_Ear, frozenset[str]]
) -> MessageBudget:
    """Many hear the same duties, so that a few sums answer for thousands of people."""
    ears = {ear for owner in owing for ear in known.ears(owner)}
    bundles = {heard.get(ear, frozenset()) for ear in ears}
    budgets = [budget_of(known.days[code] for code in codes) for codes in bundles]
    none = MessageBudget(per_month=0.0, at_most=0)
    return max(budgets, key=lambda one: (one.at_most, one.per_month), default=none)
