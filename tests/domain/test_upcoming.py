"""The dates shown before a duty is saved are those on which the ladder speaks."""

from datetime import date, timedelta

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import Quota, TermEnds
from domain.duty import Duty
from domain.ladder import TERM_POLICY, ReminderPolicy, steps
from domain.period import PeriodKind
from domain.upcoming import TermEnd, UpcomingDate, upcoming_dates
from domain.working_day import WorkingCalendar

NAME = Bilingual(zh="学习", en="Study")
OCTOBER = {date(2026, 10, day): False for day in range(1, 8)} | {date(2026, 10, 10): True}
KNOWN = WorkingCalendar(special_days=OCTOBER, published_years=frozenset({2026}))
MONTHLY = Duty(
    id=1,
    code="d",
    acts=(Act(kind=ActKind.ACTIVITY, code="activity", name=NAME),),
    audience=Audience(kinds=("学校",)),
    cadence=Quota(per=PeriodKind.MONTH),
    name=NAME,
    source=NAME,
    begins_on=date(2026, 1, 1),
    policy=ReminderPolicy(),
)
TERM = Duty(
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


def test_the_next_five_dates_say_what_moved_and_what_is_due() -> None:
    assert upcoming_dates(MONTHLY, KNOWN, today=date(2026, 11, 2)) == (
        UpcomingDate(day=date(2026, 11, 20)),
        UpcomingDate(day=date(2026, 11, 27)),
        UpcomingDate(day=date(2026, 11, 30), is_due=True),
        UpcomingDate(day=date(2026, 12, 21)),
        UpcomingDate(day=date(2026, 12, 28)),
    )


def test_every_date_shown_for_a_period_is_one_of_its_ladder() -> None:
    for offset in range(0, 400, 7):
        today = date(2026, 1, 1) + timedelta(days=offset)
        for one in upcoming_dates(MONTHLY, KNOWN, today=today):
            first = one.day.replace(day=1)
            last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
            told = {step.on for step in steps(MONTHLY.policy, first, last, KNOWN)}
            assert one.day in told or (one.is_due and one.day == last)
            assert one.day >= today


def test_a_year_whose_list_is_not_published_is_provisional_but_an_end_of_a_period_is_not() -> None:
    dates = upcoming_dates(MONTHLY, KNOWN, today=date(2027, 1, 1))
    assert [(one.is_provisional, one.is_due) for one in dates][:4] == [
        (True, False),
        (True, False),
        (True, False),
        (False, True),
    ]


def test_a_term_names_its_unit_and_warns_six_three_and_one_month_ahead() -> None:
    end = TermEnd(unit_name="青石小学第一支部", ends_on=date(2027, 5, 20))
    dates = upcoming_dates(TERM, KNOWN, today=date(2026, 11, 2), terms=[end])
    assert [one.day for one in dates] == [
        date(2026, 11, 20),
        date(2027, 2, 19),
        date(2027, 4, 20),
        date(2027, 5, 20),
    ]
    assert {one.unit_name for one in dates} == {"青石小学第一支部"}
    assert dates[1].moved_from == date(2027, 2, 20)


def test_a_term_that_is_over_goes_on_weekly() -> None:
    end = TermEnd(unit_name="支部", ends_on=date(2026, 10, 20))
    dates = upcoming_dates(TERM, KNOWN, today=date(2026, 11, 2), terms=[end])
    assert [one.day for one in dates][:2] == [date(2026, 11, 3), date(2026, 11, 10)]
