"""The days on which what comes again takes place."""

from datetime import date, datetime, time
from itertools import islice

import pytest

from domain.activity_series import Occurrence, occurrences, upcoming
from domain.cadence import OnDates
from domain.working_day import Shift, WorkingCalendar

# Thursday and Friday, the first two of October, are days off; the Saturday after is worked.
CALENDAR = WorkingCalendar(
    special_days={
        date(2026, 10, 1): False,
        date(2026, 10, 2): False,
        date(2026, 10, 10): True,
    },
    published_years=frozenset({2026}),
)


def weekly(day: str, shift: Shift = Shift.KEEP, rule: str = "FREQ=WEEKLY") -> OnDates:
    return OnDates(rule=f"{rule};BYDAY={day}", anchor=date(2026, 9, 1), at=time(9), shift=shift)


def days(cadence: OnDates, after: date, count: int) -> list[tuple[int, int]]:
    found = islice(occurrences(cadence, CALENDAR, after=after), count)
    return [(one.day.month, one.day.day) for one in found]


@pytest.mark.parametrize(
    ("cadence", "after", "expected"),
    [
        pytest.param(weekly("MO"), date(2026, 9, 25), [(9, 28), (10, 5), (10, 12)], id="weekly"),
        pytest.param(weekly("MO"), date(2026, 9, 28), [(10, 5), (10, 12)], id="after one of them"),
        pytest.param(weekly("FR"), date(2026, 9, 26), [(10, 2), (10, 9)], id="days off are kept"),
        pytest.param(
            weekly("FR", Shift.SKIP), date(2026, 9, 26), [(10, 9), (10, 16)], id="or left out"
        ),
        pytest.param(
            weekly("FR", Shift.BEFORE), date(2026, 9, 26), [(9, 30), (10, 9)], id="or come before"
        ),
        pytest.param(
            weekly("FR", Shift.AFTER), date(2026, 9, 26), [(10, 5), (10, 9)], id="or after"
        ),
        pytest.param(
            weekly("TH,FR", Shift.AFTER), date(2026, 9, 26), [(10, 5), (10, 8)], id="two on one day"
        ),
        pytest.param(
            weekly("TH,FR", Shift.AFTER), date(2026, 10, 1), [(10, 8), (10, 9)], id="and no second"
        ),
        pytest.param(
            weekly("FR", rule="FREQ=WEEKLY;COUNT=2"), date(2026, 9, 1), [(9, 4), (9, 11)], id="ends"
        ),
        pytest.param(
            weekly("-1FR", rule="FREQ=MONTHLY"), date(2026, 9, 1), [(9, 25), (10, 30)], id="monthly"
        ),
        pytest.param(
            OnDates(rule="FREQ=DAILY", anchor=date(2026, 9, 1), at=time(9), shift=Shift.SKIP),
            date(2026, 9, 29),
            [(9, 30), (10, 5), (10, 6)],
            id="every working day",
        ),
    ],
)
def test_days_follow_the_rule_and_the_working_calendar(
    cadence: OnDates, after: date, expected: list[tuple[int, int]]
) -> None:
    assert days(cadence, after, len(expected)) == expected


def test_a_moved_day_keeps_the_date_of_its_rule_as_its_name() -> None:
    first = next(occurrences(weekly("FR", Shift.BEFORE), CALENDAR, after=date(2026, 9, 26)))
    assert first == Occurrence(named=date(2026, 10, 2), day=date(2026, 9, 30))


def test_what_begins_later_today_is_the_first_of_the_next_five() -> None:
    wall = datetime.fromisoformat("2026-09-28T08:59")
    coming = upcoming(weekly("MO"), CALENDAR, wall=wall)
    assert [one.isoformat()[:16] for one in coming] == [
        "2026-09-28T09:00",
        "2026-10-05T09:00",
        "2026-10-12T09:00",
        "2026-10-19T09:00",
        "2026-10-26T09:00",
    ]
    assert upcoming(weekly("MO"), CALENDAR, wall=coming[0])[0] == coming[1]
