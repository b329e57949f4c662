"""A reminder before the end comes on a working day of its period, or not at all."""

from datetime import date, timedelta

import pytest

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import Quota
from domain.duty import Duty
from domain.ladder import Hearer, ReminderPolicy, Step, steps
from domain.period import PeriodKind
from domain.upcoming import upcoming_dates
from domain.working_day import WorkingCalendar

NAME = Bilingual(zh="学习", en="Study")
GOLDEN_WEEK = {date(2026, 10, day): False for day in range(1, 8)}
CALENDAR = WorkingCalendar(
    special_days=GOLDEN_WEEK | {date(2026, 10, 10): True}, published_years=frozenset({2026})
)
BEFORE = ReminderPolicy(days_before=(10, 3), working_days_after=(), climbs_after=())


def _told(first: date, last: date, policy: ReminderPolicy = BEFORE) -> list[tuple[str, date]]:
    return [(step.key, step.on) for step in steps(policy, first, last, CALENDAR)]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2026, 11, 1), date(2026, 11, 8), [2, 5]),
        (date(2026, 10, 1), date(2026, 10, 11), [8, 8]),
        (date(2026, 11, 5), date(2026, 11, 8), [5, 5]),
        (date(2026, 11, 7), date(2026, 11, 8), []),
        (date(2026, 10, 1), date(2026, 10, 7), []),
        (date(2026, 10, 10), date(2026, 10, 11), [10, 10]),
    ],
    ids=[
        "a Sunday gives way to Monday",
        "a holiday gives way to the day after it",
        "a period that begins on a working day is told on it",
        "a weekend has no day",
        "a week of holidays has no day",
        "a make-up Saturday is a working day",
    ],
)
def test_an_early_reminder_never_falls_on_a_day_off(
    first: date, last: date, told: list[int]
) -> None:
    assert [on.day for _, on in _told(first, last)] == told


def test_every_early_rung_of_two_years_is_a_working_day_inside_its_period() -> None:
    for offset in range(700):
        first = date(2026, 1, 1) + timedelta(days=offset)
        for length in (1, 2, 3, 7, 12):
            last = first + timedelta(days=length)
            for _, on in _told(first, last):
                assert first <= on <= last
                assert CALENDAR.is_working_day(on)


def test_the_dates_of_a_preview_move_with_the_reminders() -> None:
    weekly = Duty(
        id=1,
        code="d",
        acts=(Act(kind=ActKind.ACTIVITY, code="activity", name=NAME),),
        audience=Audience(kinds=("学校",)),
        cadence=Quota(per=PeriodKind.WEEK),
        name=NAME,
        source=NAME,
        begins_on=date(2026, 9, 28),
        policy=ReminderPolicy(days_before=(7,)),
    )
    shown = upcoming_dates(weekly, CALENDAR, today=date(2026, 10, 5))
    assert [one.day.day for one in shown if not one.is_due][:2] == [8, 12]


def test_after_the_end_nothing_changes_when_there_was_no_day_before_it() -> None:
    found = list(steps(ReminderPolicy(), date(2026, 11, 7), date(2026, 11, 8), CALENDAR))
    assert found[0] == Step(key="after-1", on=date(2026, 11, 9), hearer=Hearer.OWNER)
