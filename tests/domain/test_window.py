"""When obligations run: periods, dates moved by holidays, deadlines with a lead, exempt months."""

from datetime import date, timedelta

import pytest

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import AfterEvent, ByDate, Cadence, NoCadence, OnDates, Quota, TermEnds
from domain.duty import Duty
from domain.ladder import ReminderPolicy
from domain.offset import Offset, read_offset
from domain.period import PeriodKind
from domain.window import Window, windows_between
from domain.working_day import Shift, WorkingCalendar

NAME = Bilingual(zh="任务", en="Task")
ANCHOR = date(2026, 1, 1)
OCTOBER = {date(2026, 10, day): False for day in range(1, 8)} | {date(2026, 10, 10): True}
CALENDAR = WorkingCalendar(special_days=OCTOBER, published_years=frozenset({2026}))
FRIDAYS = "FREQ=WEEKLY;BYDAY=FR"
SHORT = ReminderPolicy(days_before=(1,), working_days_after=(1,), climbs_after=())


def duty(
    cadence: Cadence,
    *,
    exempt: tuple[int, ...] = (),
    begins_on: date = ANCHOR,
    policy: ReminderPolicy = SHORT,
) -> Duty:
    return Duty(
        id=1,
        code="d",
        name=NAME,
        source=NAME,
        audience=Audience(kinds=("学校",)),
        acts=(Act(kind=ActKind.TICK, code="tick", name=NAME),),
        cadence=cadence,
        exempt_months=exempt,
        begins_on=begins_on,
        policy=policy,
    )


def keys(made: Duty, first: date, last: date) -> list[str]:
    return [one.key for one in windows_between(made, CALENDAR, first, last)]


@pytest.mark.parametrize(
    ("cadence", "expected"),
    [
        (Quota(per=PeriodKind.MONTH), ["2026-07", "2026-08", "2026-09"]),
        (Quota(per=PeriodKind.QUARTER), ["2026-Q3"]),
        (Quota(per=PeriodKind.HALF_YEAR), ["2026-H2"]),
        (Quota(per=PeriodKind.SCHOOL_TERM), ["2025-S2", "2026-S1"]),
        (Quota(per=PeriodKind.YEAR), ["2026"]),
        (NoCadence(), []),
        (TermEnds(), []),
        (AfterEvent(event="e", within=Offset(days=3)), []),
    ],
    ids=["month", "quarter", "half-year", "school term", "year", "none", "terms", "events"],
)
def test_a_quota_has_a_window_for_every_period(cadence: Cadence, expected: list[str]) -> None:
    assert keys(duty(cadence), date(2026, 7, 15), date(2026, 9, 2)) == expected


def test_a_period_can_be_made_good_until_the_next_one_is_over() -> None:
    [window] = windows_between(
        duty(Quota(per=PeriodKind.MONTH)), CALENDAR, date(2026, 11, 3), date(2026, 11, 3)
    )
    assert window == Window(
        key="2026-11",
        first_day=date(2026, 11, 1),
        last_day=date(2026, 11, 30),
        lapses_on=date(2026, 12, 31),
    )


@pytest.mark.parametrize(
    ("shift", "days"),
    [
        (Shift.KEEP, [date(2026, 9, 25), date(2026, 10, 2), date(2026, 10, 9)]),
        (Shift.BEFORE, [date(2026, 9, 25), date(2026, 9, 30), date(2026, 10, 9)]),
        (Shift.AFTER, [date(2026, 9, 25), date(2026, 10, 8), date(2026, 10, 9)]),
        (Shift.SKIP, [date(2026, 9, 25), date(2026, 10, 9)]),
    ],
    ids=["kept", "before", "after", "left out"],
)
def test_fridays_around_the_national_holiday(shift: Shift, days: list[date]) -> None:
    fridays = duty(OnDates(rule=FRIDAYS, anchor=ANCHOR, shift=shift))
    found = list(windows_between(fridays, CALENDAR, date(2026, 9, 25), date(2026, 10, 2)))
    assert [one.last_day for one in found] == days[: len(found)]
    assert [one.moved_from for one in found] == [
        nominal if nominal != day else None
        for nominal, day in ((date.fromisoformat(one.key), one.last_day) for one in found)
    ]


def test_a_weekly_date_opens_on_the_day_after_the_one_before() -> None:
    found = list(
        windows_between(
            duty(OnDates(rule=FRIDAYS, anchor=ANCHOR)), CALENDAR, date(2026, 3, 2), date(2026, 3, 9)
        )
    )
    assert [(one.first_day, one.last_day, one.lapses_on) for one in found] == [
        (date(2026, 2, 28), date(2026, 3, 6), date(2026, 3, 13)),
        (date(2026, 3, 7), date(2026, 3, 13), date(2026, 3, 20)),
    ]


def test_a_yearly_date_opens_a_month_before_and_earlier_where_its_reminders_ask() -> None:
    rule = "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1"
    for before, opens in ((1, date(2026, 5, 31)), (60, date(2026, 5, 2))):
        policy = ReminderPolicy(days_before=(before,))
        made = duty(OnDates(rule=rule, anchor=ANCHOR), policy=policy)
        assert keys(made, opens - timedelta(days=1), opens - timedelta(days=1)) == []
        assert keys(made, opens, opens) == ["2026-07-01"]


@pytest.mark.parametrize(
    ("lead", "opens"),
    [("P1M", date(2026, 6, 1)), ("+5WD", date(2026, 6, 24)), ("P10D", date(2026, 6, 21))],
)
def test_a_deadline_opens_its_lead_before(lead: str, opens: date) -> None:
    rule = "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1"
    made = duty(ByDate(rule=rule, anchor=ANCHOR, lead=read_offset(lead)))
    assert keys(made, opens - timedelta(days=1), opens - timedelta(days=1)) == []
    assert keys(made, opens, opens) == ["2026-07-01"]


@pytest.mark.parametrize(
    ("cadence", "expected"),
    [
        pytest.param(Quota(per=PeriodKind.MONTH), ["2026-06", "2026-09"], id="whole months"),
        pytest.param(Quota(per=PeriodKind.QUARTER), ["2026-Q2", "2026-Q3"], id="parts of quarters"),
        pytest.param(
            OnDates(rule="FREQ=MONTHLY;BYMONTHDAY=5", anchor=ANCHOR),
            ["2026-06-05", "2026-09-05"],
            id="dates",
        ),
    ],
)
def test_nothing_runs_wholly_inside_exempt_months(cadence: Cadence, expected: list[str]) -> None:
    made = duty(cadence, exempt=(7, 8))
    assert keys(made, date(2026, 6, 1), date(2026, 9, 4)) == expected


def test_a_rule_that_ends_is_asked_for_until_it_is_done() -> None:
    made = duty(OnDates(rule="FREQ=DAILY;COUNT=2", anchor=date(2026, 3, 2)))
    found = list(windows_between(made, CALENDAR, date(2026, 3, 1), date(2027, 3, 1)))
    assert [one.lapses_on for one in found] == [date(2026, 3, 3), None]


def test_a_date_does_not_lapse_before_its_own_reminders_are_over() -> None:
    policy = ReminderPolicy(days_before=(1,), working_days_after=(1, 2), climbs_after=(5,))
    made = duty(OnDates(rule="FREQ=DAILY", anchor=ANCHOR), policy=policy)
    window = next(windows_between(made, CALENDAR, date(2026, 3, 2), date(2026, 3, 2)))
    assert window.lapses_on == date(2026, 3, 9)


def test_a_rule_whose_every_date_is_skipped_comes_to_an_end() -> None:
    made = duty(OnDates(rule="FREQ=WEEKLY;BYDAY=SU", anchor=ANCHOR, shift=Shift.SKIP))
    assert keys(made, date(2026, 3, 2), date(2026, 3, 9)) == []


def test_a_rule_that_cannot_be_followed_is_refused() -> None:
    with pytest.raises(ValueError, match="not a rule"):
        OnDates(rule="FREQ=HOURLY", anchor=ANCHOR)
