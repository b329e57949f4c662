"""What a press is at each minute of the day, and how a list is counted."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.sign_in import (
    Hours,
    Sign,
    SignInPlan,
    SignState,
    Slot,
    SlotCount,
    StaffDay,
    count_slot,
    decide_sign,
    is_over,
    plan_on,
    read_hours,
)

HOURS = Hours(until=time(8, 30), since=time(17, 30))
DAY = date(2026, 11, 3)
HERE = ZoneInfo("Asia/Shanghai")
COMING, LEAVING = Slot.COMING, Slot.LEAVING


def _at(*parts: int) -> datetime:
    year, month, day, hour, minute = parts
    return datetime(year, month, day, hour, minute, tzinfo=HERE)


@pytest.mark.parametrize(
    ("at", "decided"),
    [
        pytest.param(time(0, 0), None, id="midnight"),
        pytest.param(time(5, 29, 59), None, id="before it opens"),
        pytest.param(time(5, 30), (COMING, SignState.IN), id="it opens"),
        pytest.param(time(8, 30), (COMING, SignState.IN), id="on the stroke"),
        pytest.param(time(8, 30, 1), (COMING, SignState.LATE), id="a second late"),
        pytest.param(time(12, 59, 59), (COMING, SignState.LATE), id="just before the middle"),
        pytest.param(time(13, 0), (LEAVING, SignState.EARLY), id="the middle"),
        pytest.param(time(17, 29, 59), (LEAVING, SignState.EARLY), id="a second early"),
        pytest.param(time(17, 30), (LEAVING, SignState.IN), id="from the stroke on"),
        pytest.param(time(23, 59, 59), (LEAVING, SignState.IN), id="the end of the day"),
    ],
)
def test_a_press_is_decided_by_its_own_minute(
    at: time, decided: tuple[Slot, SignState] | None
) -> None:
    assert decide_sign(HOURS, at) == decided


@given(until=st.times(max_value=time(22)), since=st.times(), earlier=st.times(), later=st.times())
def test_a_later_press_is_never_of_an_earlier_time(
    until: time, since: time, earlier: time, later: time
) -> None:
    hours = Hours(until=until, since=since)
    if not hours.is_possible or earlier > later:
        return
    order = {None: 0, (COMING, SignState.IN): 1, (COMING, SignState.LATE): 2}
    order |= {(LEAVING, SignState.EARLY): 3, (LEAVING, SignState.IN): 4}
    assert order[decide_sign(hours, earlier)] <= order[decide_sign(hours, later)]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("08:30 17:30", ("", HOURS)),
        ("8:30-17:30", ("", HOURS)),
        ("８：３０至１７：３０", ("", HOURS)),
        ("江畔局 机关 8:30 17:30", ("江畔局 机关", HOURS)),
        ("Room 8:30 17:30", ("Room", HOURS)),
        ("17:30 08:30", None),
        ("08:30 09:29", None),
        ("8:30", None),
        ("24:00 25:00", None),
        ("08:60 17:30", None),
        ("", None),
    ],
)
def test_hours_are_read_or_refused(words: str, read: tuple[str, Hours] | None) -> None:
    assert read_hours(words) == read


@pytest.mark.parametrize(
    ("slot", "now", "over"),
    [
        (COMING, _at(2026, 11, 3, 8, 30), False),
        (COMING, _at(2026, 11, 3, 8, 31), True),
        (LEAVING, _at(2026, 11, 3, 23, 59), False),
        (LEAVING, _at(2026, 11, 4, 0, 0), True),
        (COMING, _at(2026, 11, 2, 23, 0), False),
    ],
)
def test_missing_is_said_once_the_time_is_over(slot: Slot, now: datetime, over: bool) -> None:
    assert is_over(HOURS, slot, DAY, now) is over


def test_a_count_adds_up_and_what_is_entered_outweighs_away() -> None:
    def came(person: int, state: SignState) -> Sign:
        return Sign(person_id=person, day=DAY, slot=COMING, state=state)

    staff = (
        StaffDay(person_id=1, name="甲", coming=came(1, SignState.IN), is_away=True),
        StaffDay(person_id=2, name="乙", coming=came(2, SignState.LATE)),
        StaffDay(person_id=3, name="丙", is_away=True),
        StaffDay(person_id=4, name="丁"),
        StaffDay(person_id=5, name="戊", coming=came(5, SignState.MISSING)),
    )
    before = SlotCount(total=5, on_time=1, off_time=1, away=1, missing=1, waiting=1)
    assert count_slot(staff, COMING, is_over=False) == before
    after = SlotCount(total=5, on_time=1, off_time=1, away=1, missing=2)
    assert count_slot(staff, COMING, is_over=True) == after


def test_plans_follow_one_another_day_by_day() -> None:
    first = SignInPlan(unit_id=1, begins_on=DAY, last_day=DAY, hours=HOURS)
    second = SignInPlan(unit_id=1, begins_on=DAY + timedelta(days=1), last_day=None, hours=HOURS)
    found = [plan_on((first, second), DAY + timedelta(days=one)) for one in (-1, 0, 1, 99)]
    assert found == [None, first, second, second]


@pytest.mark.parametrize(
    ("minutes", "officer", "may"),
    [(0, None, True), (10, None, True), (10.02, None, False), (-1, None, False), (1, 7, False)],
)
def test_an_own_entry_is_undone_for_ten_minutes(
    minutes: float, officer: int | None, may: bool
) -> None:
    at = datetime(2026, 11, 3, 1, 0, tzinfo=UTC)
    sign = Sign(person_id=1, day=DAY, slot=COMING, state=SignState.IN, at=at, recorded_by=officer)
    assert sign.may_be_undone(at + timedelta(minutes=minutes)) is may
