"""What an officer may say instead of what is written down, and what becomes of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.activity import Activity, ActivityState, window
from domain.check_in import CAME, CheckIn, CheckInState, Reason, Way
from domain.correction import Standing, choices, corrected, standing_of
from domain.unit import Unit

START = datetime(2026, 11, 27, 7, 0, tzinfo=UTC)
OPENS, CLOSES = window(START)
PLANNED = Activity(
    id=1,
    unit=Unit(id=1, name="青石小学", kind="学校", path="/1/"),
    title="教职工政治学习",
    place="",
    starts_at=START,
    opens_at=OPENS,
    closes_at=CLOSES,
)
HELD = replace(PLANNED, state=ActivityState.HELD)
CANCELLED = replace(PLANNED, state=ActivityState.CANCELLED)
EXPECTED = CheckIn(activity_id=1, person_id=1)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("activity", "at", "expected"),
    [
        pytest.param(PLANNED, OPENS - HOUR, {Standing.EXCUSED}, id="before the window"),
        pytest.param(
            PLANNED,
            START,
            {Standing.EXCUSED, Standing.PRESENT, Standing.LATE, Standing.LEFT},
            id="while it goes on nobody is absent yet",
        ),
        pytest.param(
            HELD,
            START + HOUR,
            {
                Standing.EXCUSED,
                Standing.PRESENT,
                Standing.LATE,
                Standing.LEFT,
                Standing.ABSENT,
                Standing.MADE_UP,
            },
            id="once it was held nobody is expected any more",
        ),
        pytest.param(CANCELLED, START, set(), id="called off"),
    ],
)
def test_what_may_be_said(activity: Activity, at: datetime, expected: set[Standing]) -> None:
    assert set(choices(activity, EXPECTED, at=at)) == expected


def test_whoever_left_early_keeps_the_instant_at_which_he_came() -> None:
    came = replace(EXPECTED, state=CheckInState.LATE, recorded_at=CLOSES + HOUR / 4, way=Way.WALL)
    after = corrected(PLANNED, came, Standing.LEFT, at=START + HOUR)
    assert (after.state, after.recorded_at) == (CheckInState.LATE, came.recorded_at)
    assert (after.left_at, after.way) == (START + HOUR, Way.OFFICER)


def test_nobody_leaves_after_the_end() -> None:
    after = corrected(HELD, EXPECTED, Standing.LEFT, at=START + 99 * HOUR)
    assert after.left_at == HELD.ends_at


@given(
    state=st.sampled_from(CheckInState),
    hours=st.integers(-5, 500),
    is_held=st.booleans(),
)
def test_what_was_said_is_how_he_stands(state: CheckInState, hours: int, is_held: bool) -> None:
    activity, at = HELD if is_held else PLANNED, START + hours * HOUR
    before = replace(EXPECTED, state=state, reason=Reason.ILL, version=7)
    for one in choices(activity, before, at=at):
        after = corrected(activity, before, one, at=at)
        assert standing_of(after) is one
        # A reason belongs to a leave that was asked for, and to nothing else.
        assert after.reason is None
        assert after.version == before.version
        assert (after.state in CAME) == (
            one in (Standing.PRESENT, Standing.LATE, Standing.LEFT, Standing.MADE_UP)
        )
    assert standing_of(before) not in choices(activity, before, at=at)
