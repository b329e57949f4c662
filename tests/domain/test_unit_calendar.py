"""A unit's calendar: its country's days, then the words from above, then its own."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.own_day import OwnDays
from domain.public_holiday import CountryCalendar, SpecialDay
from domain.unit import Unit
from domain.unit_calendar import UnitCalendars

ROOT = Unit(id=1, name="局党委", kind="委员会", path="/1/")
SCHOOL = Unit(id=2, name="青石小学", kind="学校", path="/1/2/", parent_id=1)
BRANCH = Unit(id=3, name="第一支部", kind="支部", path="/1/2/3/", parent_id=2)
SIBLING = Unit(id=4, name="雪松小学", kind="学校", path="/1/4/", parent_id=1)

MAKE_UP_SATURDAY, HOLIDAY = date(2026, 10, 10), date(2026, 10, 1)
CHINA = CountryCalendar(
    country="CN",
    days={
        HOLIDAY: SpecialDay(day=HOLIDAY, works=False),
        MAKE_UP_SATURDAY: SpecialDay(day=MAKE_UP_SATURDAY, works=True),
    },
    published_years=frozenset({2026}),
)
GULF = CountryCalendar(
    country="SA", days={}, published_years=frozenset({2026, 2027}), weekend=frozenset({4, 5})
)
COUNTRIES = {"CN": CHINA, "SA": GULF}


def one_day(day: date, *, works: bool) -> OwnDays:
    return OwnDays(first_day=day, last_day=day, works=works)


def calendars(
    own: Mapping[int, tuple[OwnDays, ...]], chosen: Mapping[int, str] | None = None
) -> UnitCalendars:
    return UnitCalendars(countries=COUNTRIES, chosen=chosen or {}, own=own)


@pytest.mark.parametrize(
    ("own", "unit", "day", "works"),
    [
        pytest.param({}, BRANCH, MAKE_UP_SATURDAY, True, id="the country's make-up day"),
        pytest.param(
            {2: (one_day(MAKE_UP_SATURDAY, works=False),)},
            BRANCH,
            MAKE_UP_SATURDAY,
            False,
            id="a school rests on the country's make-up day",
        ),
        pytest.param(
            {2: (one_day(MAKE_UP_SATURDAY, works=False),)},
            SIBLING,
            MAKE_UP_SATURDAY,
            True,
            id="its neighbour does not",
        ),
        pytest.param(
            {1: (one_day(HOLIDAY, works=True),)},
            BRANCH,
            HOLIDAY,
            True,
            id="everybody works on a holiday because the top says so",
        ),
        pytest.param(
            {1: (one_day(HOLIDAY, works=True),), 3: (one_day(HOLIDAY, works=False),)},
            BRANCH,
            HOLIDAY,
            False,
            id="the nearest word wins",
        ),
        pytest.param(
            {1: (one_day(HOLIDAY, works=True),), 3: (one_day(HOLIDAY, works=False),)},
            SCHOOL,
            HOLIDAY,
            True,
            id="a word from below does not reach up",
        ),
    ],
)
def test_own_days_against_those_of_the_country(
    own: dict[int, tuple[OwnDays, ...]], unit: Unit, day: date, works: bool
) -> None:
    assert calendars(own).of(unit).is_working_day(day) is works


def test_a_country_is_inherited_with_its_weekend_until_a_nearer_unit_chooses() -> None:
    chosen = calendars({}, {1: "SA", 2: "CN"})
    assert [chosen.country_of(one) for one in (ROOT, SIBLING, SCHOOL, BRANCH)] == [
        "SA",
        "SA",
        "CN",
        "CN",
    ]
    sunday = date(2026, 11, 8)
    assert chosen.of(SIBLING).is_working_day(sunday)
    assert not chosen.of(BRANCH).is_working_day(sunday)
    assert not chosen.of(SIBLING).is_provisional(date(2026, 12, 31))


def test_units_without_days_of_their_own_share_one_calendar() -> None:
    shared = calendars({2: (one_day(HOLIDAY, works=True),)})
    assert shared.of(ROOT) is shared.of(SIBLING)
    assert shared.of(SCHOOL) is shared.of(BRANCH)


_START = date(2026, 9, 1)
_OFFSETS = st.integers(0, 90)
_RANGES = st.lists(
    st.builds(
        lambda first, length, works: OwnDays(
            first_day=_START + timedelta(days=first),
            last_day=_START + timedelta(days=first + length),
            works=works,
        ),
        _OFFSETS,
        st.integers(0, 20),
        st.booleans(),
    ),
    max_size=3,
).map(tuple)


def _works(day: date, own: Mapping[int, tuple[OwnDays, ...]], listed: Mapping[date, bool]) -> bool:
    """The rule said backwards: the nearest unit that speaks of the day, its last word first."""
    for unit_id in (3, 2, 1):
        for one in reversed(own.get(unit_id, ())):
            if one.first_day <= day <= one.last_day:
                return one.works
    return listed.get(day, day.isoweekday() <= 5)


def _count(day: date, n: int, works: Mapping[date, bool]) -> date:
    """The n-th working day after (before) a day, found by counting on a list of all days."""
    ordered = sorted(works) if n > 0 else sorted(works, reverse=True)
    beyond = [one for one in ordered if works[one] and (one > day if n > 0 else one < day)]
    return beyond[abs(n) - 1] if n else day


@given(
    own=st.dictionaries(st.integers(1, 3), _RANGES, max_size=3),
    listed=st.dictionaries(
        _OFFSETS.map(lambda n: _START + timedelta(days=n)), st.booleans(), max_size=20
    ),
    offset=_OFFSETS,
    n=st.integers(-8, 8),
)
def test_working_days_of_a_unit_are_counted_as_by_hand(
    own: dict[int, tuple[OwnDays, ...]], listed: dict[date, bool], offset: int, n: int
) -> None:
    country = CountryCalendar(
        country="CN",
        days={day: SpecialDay(day=day, works=works) for day, works in listed.items()},
        published_years=frozenset({2026}),
    )
    found = UnitCalendars(countries={"CN": country}, chosen={}, own=own).of(BRANCH)
    every_day = [_START + timedelta(days=number) for number in range(-120, 260)]
    works = {day: _works(day, own, listed) for day in every_day}
    assert {day: found.is_working_day(day) for day in every_day} == works
    day = _START + timedelta(days=offset)
    assert found.add_working_days(day, n) == _count(day, n, works)
    assert found.next_working_day(day) == min(d for d in every_day if d >= day and works[d])
    assert found.previous_working_day(day) == max(d for d in every_day if d <= day and works[d])
