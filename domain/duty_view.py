"""What an administrator sees of a duty: its rule with what follows from it."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from domain.bilingual import Bilingual
from domain.digest import DigestCard, DigestLine
from domain.duty import Duty
from domain.message_budget import MessageBudget
from domain.notice import NoticeKind
from domain.obligation import Obligation, ObligationState
from domain.period import PeriodKind, period_of
from domain.preset import PresetKind
from domain.unit import Unit
from domain.upcoming import UpcomingDate


@dataclass(frozen=True, kw_only=True)
class DutyView:
    """`owners` counts the units that owe it, `open_items` what is open of it now.

    The budget is that of the busiest person who hears for such a unit, with everything else that
    the unit owes.
    """

    duty: Duty
    today: date
    owners: int
    sample: tuple[Unit, ...]
    dates: tuple[UpcomingDate, ...]
    budget: MessageBudget
    open_items: int = 0


def sample_card(view: DutyView) -> DigestCard | None:
    """A reminder as the hearer of the first owner would get it; None when nobody owes it."""
    if not view.sample:
        return None
    duty, last_day = view.duty, view.today + timedelta(days=3)
    obligation = Obligation(
        id=0,
        duty_id=duty.id,
        kind=duty.kind,
        name=duty.name,
        unit=view.sample[0],
        period_key=period_of(duty.per or PeriodKind.MONTH, view.today).key,
        first_day=view.today,
        last_day=last_day,
        state=ObligationState.OPEN,
        policy=duty.policy,
        at_least=duty.at_least,
    )
    line = DigestLine(kind=NoticeKind.OWN, step="sample", obligation=obligation)
    return DigestCard(today=view.today, heard_on=view.today, lines=(line,))


@dataclass(frozen=True, kw_only=True)
class DutyLine:
    """A duty in the list."""

    id: int
    name: Bilingual
    owners: int
    is_paused: bool


@dataclass(frozen=True, kw_only=True)
class DutyPage:
    """One page of all duties; pages count from 1."""

    lines: tuple[DutyLine, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, kw_only=True)
class KindChoice:
    """One of the organisation's kinds, offered for an abstract one."""

    name: str
    units: int
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class KindQuestion:
    """Which of the organisation's kinds are meant by an abstract one; `number` counts from 1."""

    draft_id: int
    version: int
    asked: PresetKind
    number: int
    of: int
    choices: tuple[KindChoice, ...] = field(default=())


@dataclass(frozen=True, kw_only=True)
class PlanPreview:
    """Everything that would be owed once the plan is installed."""

    draft_id: int
    version: int
    name: Bilingual
    duties: tuple[DutyView, ...]
