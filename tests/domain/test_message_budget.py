"""How much somebody hears, counted day by day."""

from datetime import date, timedelta

import pytest

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import Quota, TermEnds
from domain.duty import Duty
from domain.ladder import TERM_POLICY, ReminderPolicy
from domain.message_budget import MessageBudget, budget
from domain.period import PeriodKind
from domain.working_day import WorkingCalendar

PLAIN = WorkingCalendar(special_days={}, published_years=frozenset())
NAME = Bilingual(zh="学习", en="Study")


def duty(per: PeriodKind, *, policy: ReminderPolicy | None = None) -> Duty:
    return Duty(
        id=1,
        code="d",
        acts=(Act(kind=ActKind.ACTIVITY, code="activity", name=NAME),),
        audience=Audience(kinds=("学校",)),
        cadence=Quota(per=per),
        name=NAME,
        source=NAME,
        begins_on=date(2026, 1, 1),
        policy=policy or ReminderPolicy(),
    )


def working(day: date) -> bool:
    return day.weekday() < 5


def back_to_work(day: date) -> date:
    while not working(day):
        day -= timedelta(days=1)
    return day


def test_a_monthly_duty_is_counted_as_by_hand() -> None:
    told = set()
    for month in range(1, 13):
        last = date(2026 + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        told |= {back_to_work(last - timedelta(days=days)) for days in (10, 3, 1, 0)}
    found = budget([duty(PeriodKind.MONTH)], PLAIN, begins_on=date(2026, 1, 1))
    assert found.per_month == round(len(told) / 12, 1)


@pytest.mark.parametrize(
    ("duties", "expected"),
    [
        pytest.param([], MessageBudget(per_month=0.0, at_most=0), id="nothing owed"),
        pytest.param(
            [duty(PeriodKind.YEAR, policy=ReminderPolicy(days_before=(0,), working_days_after=()))],
            MessageBudget(per_month=0.1, at_most=1),
            id="once a year",
        ),
        pytest.param(
            [duty(PeriodKind.MONTH), duty(PeriodKind.MONTH)],
            budget([duty(PeriodKind.MONTH)], PLAIN, begins_on=date(2026, 1, 1)),
            id="two on the same days are one digest",
        ),
    ],
)
def test_what_falls_on_one_day_is_one_message(duties: list[Duty], expected: MessageBudget) -> None:
    assert budget(duties, PLAIN, begins_on=date(2026, 1, 1)) == expected


def test_at_most_counts_the_worst_month_of_a_year_in_which_nothing_is_done() -> None:
    found = budget([duty(PeriodKind.MONTH)], PLAIN, begins_on=date(2026, 1, 1))
    # Three after the month before, and up to four before the end of this one.
    assert 6 <= found.at_most <= 7
    assert found.at_most > found.per_month


def test_a_term_counts_little_on_average_and_weekly_at_its_worst() -> None:
    term = Duty(
        id=2,
        code="t",
        acts=(Act(kind=ActKind.VOTE, code="vote", name=NAME),),
        audience=Audience(kinds=("支部",)),
        cadence=TermEnds(months={"支部": 36}),
        name=NAME,
        source=NAME,
        begins_on=date(2026, 1, 1),
        policy=TERM_POLICY,
    )
    assert budget([term], PLAIN, begins_on=date(2026, 1, 1)) == MessageBudget(
        per_month=0.1, at_most=5
    )
