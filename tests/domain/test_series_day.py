"""What becomes of a series' activities when days off become others: each date stands once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.activity_series import occurrences
from domain.cadence import OnDates
from domain.series_day import (
    DayOff,
    LeftOut,
    Missing,
    Noticed,
    Reach,
    Redated,
    Standing,
    Step,
    avoids_days_off,
    follow,
)
from domain.working_day import Shift, WorkingCalendar

FIRST = date(2026, 9, 1)
FRIDAY = date(2026, 9, 25)
REACH = Reach(since=FIRST, through=date(2026, 10, 9), earliest=date(2026, 9, 2))


def off(*days: date, worked: tuple[date, ...] = ()) -> WorkingCalendar:
    turned = {**dict.fromkeys(days, False), **dict.fromkeys(worked, True)}
    return WorkingCalendar(special_days=turned, published_years=frozenset({2026, 2027}))


def last_friday(shift: Shift = Shift.BEFORE) -> OnDates:
    return OnDates(rule="FREQ=MONTHLY;BYDAY=-1FR", anchor=FIRST, at=time(15), shift=shift)


def standing(**values: object) -> Standing:
    return replace(Standing(activity_id=1, named=FRIDAY, day=FRIDAY), **values)  # type: ignore[arg-type]


THURSDAY, MONDAY = date(2026, 9, 24), date(2026, 9, 28)


@pytest.mark.parametrize(
    ("shift", "known", "days_off", "expected"),
    [
        pytest.param(Shift.BEFORE, standing(), [], [], id="nothing has changed"),
        pytest.param(
            Shift.BEFORE,
            standing(),
            [FRIDAY],
            [Redated(activity_id=1, day=THURSDAY)],
            id="nobody knows of it: the day before",
        ),
        pytest.param(
            Shift.AFTER,
            standing(),
            [FRIDAY],
            [Redated(activity_id=1, day=MONDAY)],
            id="or the day after",
        ),
        pytest.param(
            Shift.SKIP, standing(), [FRIDAY], [LeftOut(activity_id=1)], id="or not at all"
        ),
        pytest.param(Shift.WEEKEND_BEFORE, standing(), [FRIDAY], [], id="only weekends count"),
        pytest.param(
            Shift.BEFORE,
            standing(day=THURSDAY),
            [],
            [Redated(activity_id=1, day=FRIDAY)],
            id="back where it was",
        ),
        pytest.param(
            Shift.SKIP,
            standing(day_off=DayOff.LEFT_OUT),
            [],
            [Redated(activity_id=1, day=FRIDAY)],
            id="left out, and back",
        ),
        pytest.param(
            Shift.SKIP, standing(day_off=DayOff.LEFT_OUT), [FRIDAY], [], id="still left out"
        ),
        pytest.param(
            Shift.BEFORE,
            standing(is_fixed=True),
            [FRIDAY],
            [Noticed(activity_id=1, day_off=DayOff.ASKED)],
            id="people know of it: asked",
        ),
        pytest.param(
            Shift.BEFORE,
            standing(is_fixed=True, day_off=DayOff.ASKED),
            [FRIDAY],
            [],
            id="asked once",
        ),
        pytest.param(
            Shift.BEFORE, standing(is_fixed=True, day_off=DayOff.KEPT), [FRIDAY], [], id="kept"
        ),
        pytest.param(
            Shift.BEFORE,
            standing(is_fixed=True, day_off=DayOff.ASKED),
            [],
            [Noticed(activity_id=1, day_off=None)],
            id="a day off no more",
        ),
        pytest.param(
            Shift.BEFORE, standing(is_fixed=True, day=THURSDAY), [], [], id="fixed, never moved"
        ),
        pytest.param(Shift.BEFORE, standing(is_settled=True), [FRIDAY], [], id="called off"),
        pytest.param(
            Shift.BEFORE, standing(day=FIRST, is_fixed=True), [FIRST], [], id="it has begun"
        ),
    ],
)
def test_one_activity_follows_its_rule(
    shift: Shift, known: Standing, days_off: list[date], expected: list[object]
) -> None:
    assert list(follow(last_friday(shift), off(*days_off), [known], REACH)) == expected


def test_where_its_day_would_be_over_already_it_stays_and_is_asked_about() -> None:
    reach = replace(REACH, earliest=FRIDAY)
    steps = list(follow(last_friday(), off(FRIDAY), [standing()], reach))
    assert steps == [Noticed(activity_id=1, day_off=DayOff.ASKED)]


def test_what_was_left_out_when_it_was_made_comes_once_its_day_is_worked() -> None:
    steps = list(follow(last_friday(Shift.SKIP), off(), [], REACH))
    assert steps == [Missing(named=FRIDAY, day=FRIDAY)]
    assert not list(follow(last_friday(Shift.SKIP), off(FRIDAY), [], REACH))


def test_nothing_is_put_on_a_day_that_a_fixed_one_has() -> None:
    weekly = OnDates(rule="FREQ=WEEKLY;BYDAY=TH,FR", anchor=FIRST, at=time(9), shift=Shift.BEFORE)
    thursday = standing(named=THURSDAY, day=THURSDAY, is_fixed=True)
    friday = standing(activity_id=2)
    reach = replace(REACH, since=MONDAY)
    steps = list(follow(weekly, off(FRIDAY), [thursday, friday], reach))
    assert [one for one in steps if isinstance(one, LeftOut)] == [LeftOut(activity_id=2)]


@pytest.mark.parametrize(
    ("cadence", "expected"),
    [
        (last_friday(Shift.KEEP), False),
        (last_friday(Shift.SKIP), True),
        (replace(last_friday(Shift.KEEP), nth_working_day=3), True),
    ],
)
def test_only_rules_of_working_days_follow(cadence: OnDates, expected: bool) -> None:
    assert avoids_days_off(cadence) is expected


RULES = st.sampled_from(
    [
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=WEEKLY;BYDAY=FR",
        "FREQ=WEEKLY;BYDAY=TH,FR",
        "FREQ=DAILY",
        "FREQ=MONTHLY;BYMONTHDAY=1,31",
    ]
)
A_YEAR = [FIRST + timedelta(days=number) for number in range(365)]
CALENDARS = st.builds(
    lambda rest, worked: off(*rest, worked=tuple(worked)),
    st.lists(st.sampled_from(A_YEAR), max_size=30),
    st.lists(st.sampled_from(A_YEAR), max_size=6),
)


def expected_days(cadence: OnDates, calendar: WorkingCalendar) -> dict[date, date]:
    """The day of each date of the year, where it has one."""
    coming = occurrences(cadence, calendar, after=FIRST)
    return {one.named: one.day for one in coming if one.named <= A_YEAR[-1]}


def played(known: dict[date, Standing], steps: Iterable[Step]) -> dict[date, Standing]:
    """What is written down after these steps, by its name."""
    names = {one.activity_id: one.named for one in known.values()}
    for step in list(steps):
        if isinstance(step, Missing):
            assert step.named not in known
            known[step.named] = standing(
                activity_id=len(known) + 1000, named=step.named, day=step.day
            )
            continue
        one = known[names[step.activity_id]]
        match step:
            case Redated():
                assert not one.is_fixed
                known[one.named] = replace(one, day=step.day, day_off=None)
            case LeftOut():
                assert not one.is_fixed
                known[one.named] = replace(one, day_off=DayOff.LEFT_OUT)
            case Noticed():
                known[one.named] = replace(one, day_off=step.day_off)
    return known


@given(
    rule=RULES,
    how=st.sampled_from([one for one in Shift if one is not Shift.KEEP]),
    calendars=st.lists(CALENDARS, min_size=1, max_size=4),
    fixed=st.sets(st.integers(0, 400), max_size=6),
)
def test_after_any_changes_each_date_of_a_year_stands_once_and_again_changes_nothing(
    rule: str, how: Shift, calendars: list[WorkingCalendar], fixed: set[int]
) -> None:
    cadence = OnDates(rule=rule, anchor=FIRST, at=time(15), shift=how)
    reach = Reach(since=FIRST, through=A_YEAR[-1], earliest=FIRST - timedelta(days=30))
    first = expected_days(cadence, calendars[0])
    known = {
        named: standing(activity_id=number, named=named, day=day, is_fixed=number in fixed)
        for number, (named, day) in enumerate(first.items())
    }
    told = {one.named: one.day for one in known.values() if one.is_fixed}
    for calendar in [*calendars[1:], off(), calendars[0]]:
        known = played(known, follow(cadence, calendar, known.values(), reach))
        assert not list(follow(cadence, calendar, known.values(), reach))
        stands = {one.named: one.day for one in known.values() if not one.is_left_out}
        assert len(set(stands.values())) == len(stands)
        free = expected_days(cadence, calendar).items()
        expected = {
            named: day for named, day in free if named not in told and day not in told.values()
        }
        assert stands == {**expected, **told}
    assert stands == first
