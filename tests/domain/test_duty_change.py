"""From when a changed duty is owed anew: nothing is owed twice, and no period is left out."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, product

import pytest

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import ByDate, Cadence, OnDates, Quota
from domain.duty import Duty
from domain.duty_change import begins_by_new_rule
from domain.ladder import ReminderPolicy
from domain.period import PeriodKind
from domain.window import windows_between
from domain.working_day import WorkingCalendar

NAME = Bilingual(zh="学习", en="Study")
CALENDAR = WorkingCalendar(special_days={}, published_years=frozenset())
ANCHOR = date(2026, 1, 1)
LAST_FRIDAY = "FREQ=MONTHLY;BYDAY=-1FR"
SECOND_WEDNESDAY = "FREQ=MONTHLY;BYDAY=2WE"
MONTHLY = (LAST_FRIDAY, SECOND_WEDNESDAY, "FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=MONTHLY;BYMONTHDAY=28")
WEEKLY = ("FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY;BYDAY=SU")


def duty(cadence: Cadence) -> Duty:
    return Duty(
        id=1,
        code="d",
        acts=(Act(kind=ActKind.ACTIVITY, code="activity", name=NAME),),
        audience=Audience(kinds=("学校",)),
        cadence=cadence,
        name=NAME,
        source=NAME,
        begins_on=ANCHOR,
        policy=ReminderPolicy(),
    )


def on(rule: str) -> OnDates:
    return OnDates(rule=rule, anchor=ANCHOR)


@pytest.mark.parametrize(
    ("before", "after", "today", "begins"),
    [
        (LAST_FRIDAY, SECOND_WEDNESDAY, date(2026, 11, 12), date(2026, 12, 1)),
        (SECOND_WEDNESDAY, LAST_FRIDAY, date(2026, 11, 10), date(2026, 12, 1)),
        (WEEKLY[0], WEEKLY[2], date(2026, 11, 5), date(2026, 11, 16)),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1",
         date(2026, 2, 1), date(2026, 2, 1)),
        # Several in a period, or periods of another length: halfway between two of the old dates.
        ("FREQ=WEEKLY;BYDAY=TU,FR", "FREQ=WEEKLY;BYDAY=WE", date(2026, 11, 9), date(2026, 11, 11)),
        (LAST_FRIDAY, WEEKLY[0], date(2026, 11, 12), date(2026, 12, 11)),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1", "FREQ=MONTHLY;BYMONTHDAY=1",
         date(2026, 11, 12), date(2026, 11, 12)),
    ],
)  # fmt: skip
def test_dates_begin_with_their_next_period(
    before: str, after: str, today: date, begins: date
) -> None:
    found = begins_by_new_rule(duty(on(before)), duty(on(after)), CALENDAR, today=today)
    assert found == begins


@pytest.mark.parametrize("rules", [MONTHLY, WEEKLY])
def test_each_period_keeps_one_date_whenever_the_rule_changes(rules: tuple[str, ...]) -> None:
    is_weekly = rules is WEEKLY
    for (old, new), number in product(product(rules, rules), range(0, 60, 3)):
        today = date(2026, 10, 1) + timedelta(days=number)
        before, after = duty(on(old)), duty(on(new))
        begins = begins_by_new_rule(before, after, CALENDAR, today=today)
        if old == new:
            continue
        until = today + timedelta(days=120)
        kept = [one.last_day for one in windows_between(before, CALENDAR, ANCHOR, today)]
        changed = replace(after, begins_on=begins)
        added = [one.last_day for one in windows_between(changed, CALENDAR, begins, until)]
        days = [one for one in [*kept, *added] if date(2026, 3, 1) <= one <= until]
        periods = [one.isocalendar()[:2] if is_weekly else (one.year, one.month) for one in days]
        assert len(set(periods)) == len(periods), (old, new, today)
        assert _has_no_gap(days, 13 if is_weekly else 61), (old, new, today)


def _has_no_gap(days: list[date], longest: int) -> bool:
    return all((b - a).days <= longest for a, b in pairwise(days))


def test_a_quota_begins_with_its_next_period_and_a_deadline_with_its_own() -> None:
    monthly, quarterly = Quota(per=PeriodKind.MONTH), Quota(per=PeriodKind.QUARTER)
    today = date(2026, 11, 12)
    found = begins_by_new_rule(duty(monthly), duty(quarterly), CALENDAR, today=today)
    assert found == date(2027, 1, 1)
    early = ByDate(rule="FREQ=MONTHLY;BYMONTHDAY=5", anchor=ANCHOR)
    late = ByDate(rule="FREQ=MONTHLY;BYMONTHDAY=25", anchor=ANCHOR)
    # The deadline of 5 December is open already and keeps its rule.
    assert begins_by_new_rule(duty(early), duty(late), CALENDAR, today=today) == date(2027, 1, 1)
