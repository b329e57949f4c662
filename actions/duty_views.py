"""Put together what an administrator sees of a duty, saved or not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from sqlmodel import Session

from actions import owner_calendars
from actions.duty_dates import dates_of
from actions.owner_calendars import OwnerCalendars
from domain.audience import Audience, Owner
from domain.duty import Duty
from domain.duty_view import DutyView
from domain.hearing import Officer
from domain.message_budget import LadderDays, MessageBudget, budget_of, ladder_days
from storage import duties, owners, people, units

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
    calendars: OwnerCalendars
    today: date

    def ears(self, owner: Owner) -> tuple[_Ear, ...]:
        """Who is told about what an owner owes."""
        if owner.person_id is not None:
            return (("person", owner.person_id),)
        hearing = self.hearers.get(owner.unit_id, ())
        return tuple(("person", one.person_id) for one in hearing) or (("unit", owner.unit_id),)


def view_all(session: Session, shown: Sequence[Duty], *, today: date) -> tuple[DutyView, ...]:
    """Views of some duties beside everything else that is owed."""
    codes = {duty.code for duty in shown}
    others = [duty for duty in duties.find_all(session) if duty.code not in codes]
    beside = [duty for duty in (*others, *shown) if not duty.is_paused]
    everything = {duty.code: duty for duty in (*beside, *shown)}.values()
    owing = {one.code: owners.find(session, one.audience, today=today) for one in everything}
    calendars = owner_calendars.load(session, chain.from_iterable(owing.values()))
    known = _Known(
        owing=owing,
        days={
            one.code: ladder_days(one, calendars.most_shared(owing[one.code]), begins_on=today)
            for one in beside
        },
        hearers=people.find_hearers(session),
        calendars=calendars,
        today=today,
    )
    heard = _heard(known)
    return tuple(_view(session, duty, known, heard) for duty in shown)


def _view(
    session: Session, duty: Duty, known: _Known, heard: Mapping[_Ear, frozenset[str]]
) -> DutyView:
    owing = known.owing[duty.code]
    dates = dates_of(session, duty, owing, calendars=known.calendars, today=known.today)
    return DutyView(
        duty=duty,
        today=known.today,
        owners=len(owing),
        sample=tuple(owners.name(session, owing[:SAMPLE])),
        dates=dates.dates,
        differing=dates.differing,
        budget=_busiest(owing, known, heard),
        excepted=_excepted(session, duty.audience),
    )


def _excepted(session: Session, audience: Audience) -> tuple[str, ...]:
    left_out = units.find_many(session, audience.except_units[:NAMED_EXCEPTIONS])
    people_left_out = people.find_many(session, audience.except_people[:NAMED_EXCEPTIONS])
    named = [one.name for one in left_out.values()]
    named += [one.name for one in people_left_out.values()]
    return tuple(named[:NAMED_EXCEPTIONS])


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
