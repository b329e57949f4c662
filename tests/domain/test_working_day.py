"""Working days: weekends, holidays, make-up days, and where a date goes that falls on one."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.working_day import Shift, WorkingCalendar, shift

_MAKE_UP_DAYS_2026 = [
    date(2026, 1, 4),
    date(2026, 2, 14),
    date(2026, 2, 28),
    date(2026, 5, 9),
    date(2026, 9, 20),
    date(2026, 10, 10),
]
_DAYS = st.dates(min_value=date(2025, 12, 1), max_value=date(2027, 1, 31))
_EVERYDAY = WorkingCalendar(special_days={}, published_years=frozenset())


def _chinese_calendar() -> WorkingCalendar:
    published = holidays.country_holidays("CN", years=2026)
    days_off = dict.fromkeys(published, False)
    make_up_days = dict.fromkeys(published.weekend_workdays, True)
    return WorkingCalendar(special_days=days_off | make_up_days, published_years=frozenset({2026}))


_CHINESE = _chinese_calendar()
_CALENDARS = st.sampled_from([_CHINESE, _EVERYDAY]) | st.builds(
    WorkingCalendar,
    special_days=st.dictionaries(_DAYS, st.booleans(), max_size=60),
    published_years=st.just(frozenset({2026})),
)


def test_make_up_days_are_the_only_weekend_days_that_work() -> None:
    year = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    working_weekends = [day for day in year if day.weekday() >= 5 and _CHINESE.is_working_day(day)]
    assert working_weekends == _MAKE_UP_DAYS_2026


def test_every_day_of_2026_agrees_with_the_published_calendar() -> None:
    published = holidays.country_holidays("CN", years=2026)
    year = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    assert [_CHINESE.is_working_day(day) for day in year] == [
        published.is_working_day(day) for day in year
    ]


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        pytest.param(date(2026, 11, 27), 1, date(2026, 11, 30), id="Friday to Monday"),
        pytest.param(date(2026, 11, 30), -1, date(2026, 11, 27), id="Monday back to Friday"),
        pytest.param(date(2026, 11, 27), 0, date(2026, 11, 27), id="no days leave the day"),
        pytest.param(date(2026, 11, 28), 0, date(2026, 11, 28), id="even a day off"),
        pytest.param(date(2026, 10, 1), 1, date(2026, 10, 8), id="first day after a holiday"),
        pytest.param(date(2026, 10, 9), 1, date(2026, 10, 10), id="onto a make-up Saturday"),
        pytest.param(date(2026, 10, 9), 2, date(2026, 10, 12), id="over a make-up Saturday"),
        pytest.param(date(2026, 1, 31), 4, date(2026, 2, 5), id="overdue on working day four"),
    ],
)
def test_working_days_are_counted(day: date, n: int, expected: date) -> None:
    assert _CHINESE.add_working_days(day, n) == expected


@pytest.mark.parametrize(
    ("day", "how", "expected"),
    [
        pytest.param(date(2026, 10, 3), Shift.KEEP, date(2026, 10, 3), id="keep a holiday"),
        pytest.param(date(2026, 10, 3), Shift.BEFORE, date(2026, 9, 30), id="before a holiday"),
        pytest.param(date(2026, 10, 3), Shift.AFTER, date(2026, 10, 8), id="after a holiday"),
        pytest.param(date(2026, 10, 3), Shift.SKIP, None, id="skip a holiday"),
        pytest.param(date(2026, 10, 10), Shift.SKIP, date(2026, 10, 10), id="a make-up day stays"),
        pytest.param(date(2026, 10, 8), Shift.BEFORE, date(2026, 10, 8), id="a working day stays"),
        pytest.param(
            date(2026, 10, 1),
            Shift.WEEKEND_AFTER,
            date(2026, 10, 1),
            id="a holiday in the week stays",
        ),
        pytest.param(
            date(2026, 10, 3),
            Shift.WEEKEND_AFTER,
            date(2026, 10, 8),
            id="off a weekend, past a holiday",
        ),
        pytest.param(
            date(2026, 11, 29), Shift.WEEKEND_BEFORE, date(2026, 11, 27), id="Sunday back to Friday"
        ),
        pytest.param(
            date(2026, 10, 10),
            Shift.WEEKEND_BEFORE,
            date(2026, 10, 10),
            id="a make-up Saturday stays",
        ),
        pytest.param(date(2026, 10, 8), Shift.AFTER, date(2026, 10, 8), id="it stays either way"),
    ],
)
def test_a_date_on_a_day_off_is_shifted(day: date, how: Shift, expected: date | None) -> None:
    assert shift(day, how, _CHINESE) == expected


def test_a_year_without_a_published_list_is_provisional() -> None:
    assert not _CHINESE.is_provisional(date(2026, 12, 28))
    assert _CHINESE.is_provisional(date(2027, 1, 1))


def test_late_december_is_provisional_until_the_next_list_is_published() -> None:
    both = WorkingCalendar(special_days={}, published_years=frozenset({2026, 2027}))
    assert _CHINESE.is_provisional(date(2026, 12, 29))
    assert not both.is_provisional(date(2026, 12, 29))


def test_a_weekend_may_lie_elsewhere() -> None:
    friday = date(2026, 11, 6)
    calendar = WorkingCalendar(
        special_days={}, published_years=frozenset(), weekend=frozenset({4, 5})
    )
    assert calendar.next_working_day(friday) == date(2026, 11, 8)


def test_both_ends_count_between_two_days() -> None:
    assert _CHINESE.working_days_between(date(2026, 10, 8), date(2026, 10, 10)) == 3
    assert _CHINESE.working_days_between(date(2026, 10, 1), date(2026, 10, 7)) == 0
    assert _CHINESE.working_days_between(date(2026, 10, 9), date(2026, 10, 8)) == 0


@settings(deadline=None)
@given(calendar=_CALENDARS, day=_DAYS, n=st.integers(-40, 40))
def test_going_and_returning_ends_on_the_same_working_day(
    calendar: WorkingCalendar, day: date, n: int
) -> None:
    start = calendar.next_working_day(day)
    assert calendar.add_working_days(calendar.add_working_days(start, n), -n) == start


@settings(deadline=None)
@given(calendar=_CALENDARS, day=_DAYS, n=st.integers(1, 40))
def test_the_nth_working_day_after_has_n_working_days_behind_it(
    calendar: WorkingCalendar, day: date, n: int
) -> None:
    reached = calendar.add_working_days(day, n)
    assert calendar.is_working_day(reached)
    assert calendar.working_days_between(day + timedelta(days=1), reached) == n


@settings(deadline=None)
@given(calendar=_CALENDARS, day=_DAYS)
def test_nobody_works_between_a_day_off_and_the_days_it_may_move_to(
    calendar: WorkingCalendar, day: date
) -> None:
    before, after = calendar.previous_working_day(day), calendar.next_working_day(day)
    assert before <= day <= after
    assert calendar.working_days_between(before, after) == (1 if before == after else 2)
