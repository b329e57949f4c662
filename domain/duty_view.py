"""What an administrator sees of a duty: its rule with what follows from it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from domain.audience import NamedOwner, OwnerKind
from domain.bilingual import Bilingual
from domain.cadence import AfterEvent, ByDate, NoCadence, OnDates, Quota, TermEnds
from domain.digest import DigestCard, DigestLine
from domain.duty import Duty
from domain.message_budget import MessageBudget
from domain.notice import NoticeKind
from domain.obligation import AFTER_EVENT, ANY_TIME, NO_END, Obligation, ObligationState
from domain.period import period_of
from domain.upcoming import UpcomingDate
from domain.window import term_key

_SAMPLE_LEAD = timedelta(days=3)


@dataclass(frozen=True, kw_only=True)
class DutyView:
    """`owners` counts who owes it: units, people or ties; `open_items` what is open of it now.

    The budget is that of the busiest person who hears of it, with everything else that this
    person hears of. `excepted` are the names of some units and people that do not owe it. The dates
    go by the calendar that most owners share; `differing` units go by another and have others.
    """

    duty: Duty
    today: date
    owners: int
    sample: tuple[NamedOwner, ...]
    dates: tuple[UpcomingDate, ...]
    budget: MessageBudget
    open_items: int = 0
    excepted: tuple[str, ...] = ()
    differing: int = 0


def sample_card(view: DutyView) -> DigestCard | None:
    """A reminder as the hearer of the first owner would get it; None when nobody owes it."""
    if not view.sample:
        return None
    duty, owner = view.duty, view.sample[0]
    due = _sample_day(view)
    last_day = due.day
    told_on = max(view.today, last_day - _lead(view.duty))
    obligation = Obligation(
        id=0,
        duty_id=duty.id,
        name=duty.name,
        unit=owner.unit,
        person=owner.person,
        towards=owner.towards,
        period_key=due.key or _sample_key(duty, view.today),
        first_day=view.today,
        last_day=NO_END if duty.is_any_time else last_day,
        state=ObligationState.OPEN,
        policy=duty.policy,
        acts=duty.acts,
        needs=duty.needs,
        at_least=duty.at_least,
    )
    line = DigestLine(kind=NoticeKind.OWN, step="sample", obligation=obligation)
    return DigestCard(today=told_on, heard_on=told_on, lines=(line,))


def _lead(duty: Duty) -> timedelta:
    """How long before the end the sample comes: one of the days on which it really does."""
    days = duty.policy.days_before
    return _SAMPLE_LEAD if _SAMPLE_LEAD.days in days else timedelta(days=max(days, default=0))


def _sample_day(view: DutyView) -> UpcomingDate:
    """The first day that it is due in earnest; in three days where no day is known."""
    due = (one for one in view.dates if one.is_due and not view.duty.is_any_time)
    return next(due, UpcomingDate(day=view.today + _SAMPLE_LEAD))


def _sample_key(duty: Duty, today: date) -> str:
    """A name where no window says one."""
    match duty.cadence:
        case Quota(per=per):
            return period_of(per, today).key
        case OnDates() | ByDate():
            return today.isoformat()
        case AfterEvent():
            return f"{AFTER_EVENT}{today.isoformat()}-0"
        case TermEnds():
            return term_key(today)
        case NoCadence():
            return f"{ANY_TIME}1"
        case _:
            assert_never(duty.cadence)


@dataclass(frozen=True, kw_only=True)
class DutyLine:
    """A duty in the list. `plan` tells it from another one of the same name."""

    id: int
    name: Bilingual
    plan: Bilingual
    owner: OwnerKind
    owners: int
    is_paused: bool


@dataclass(frozen=True, kw_only=True)
class DutyPage:
    """One page of all duties; pages count from 1."""

    lines: tuple[DutyLine, ...]
    page: int
    pages: int
    total: int
