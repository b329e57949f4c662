"""Until when leave can be asked for, and whether an officer must grant it."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.activity import Activity, ActivityState, window
from domain.check_in import CheckIn, CheckInState, Leave
from domain.leave import LeaveWay, decide_leave, may_ask
from domain.place import Place
from domain.presence_rules import LeaveApproval, PresenceRules
from domain.unit import Unit

ZONE = ZoneInfo("Asia/Shanghai")
PLACE = Place(zone=ZONE)
START = datetime(2026, 11, 27, 15, 0, tzinfo=ZONE)
OPENS, CLOSES = window(START)
PLANNED = Activity(
    id=1,
    unit=Unit(id=1, name="青石小学", kind="学校", path="/1/"),
    title="教职工政治学习",
    place="会议室",
    starts_at=START,
    opens_at=OPENS,
    closes_at=CLOSES,
)
HELD = replace(PLANNED, state=ActivityState.HELD)
CANCELLED = replace(PLANNED, state=ActivityState.CANCELLED)
NEVER = PresenceRules(leave_approval=LeaveApproval.NEVER)
AFTERWARDS = PresenceRules()
ALWAYS = PresenceRules(leave_approval=LeaveApproval.ALWAYS)
BEFOREHAND = PresenceRules(leave_days_after=0)
DAY = timedelta(days=1)
COUNTS, ASKED = LeaveWay.COUNTS, LeaveWay.ASKED


@pytest.mark.parametrize(
    ("activity", "rules", "at", "expected"),
    [
        pytest.param(PLANNED, AFTERWARDS, START - 3 * DAY, COUNTS, id="days before"),
        pytest.param(PLANNED, AFTERWARDS, CLOSES, COUNTS, id="at the close"),
        pytest.param(
            PLANNED, AFTERWARDS, CLOSES + timedelta(seconds=1), ASKED, id="just after the close"
        ),
        pytest.param(HELD, AFTERWARDS, START + timedelta(minutes=5), ASKED, id="held early"),
        pytest.param(HELD, AFTERWARDS, START + 7 * DAY, ASKED, id="a week later to the minute"),
        pytest.param(
            HELD, AFTERWARDS, START + 7 * DAY + timedelta(hours=8), ASKED, id="the seventh evening"
        ),
        pytest.param(
            HELD, AFTERWARDS, START + 7 * DAY + timedelta(hours=9), None, id="the eighth day"
        ),
        pytest.param(PLANNED, ALWAYS, START - DAY, ASKED, id="every leave is granted"),
        pytest.param(HELD, NEVER, START + DAY, COUNTS, id="no leave needs an officer"),
        pytest.param(HELD, NEVER, START + 8 * DAY, None, id="but not for ever"),
        pytest.param(PLANNED, BEFOREHAND, START - DAY, COUNTS, id="beforehand only: before"),
        pytest.param(HELD, BEFOREHAND, START + DAY, None, id="beforehand only: after"),
        pytest.param(CANCELLED, AFTERWARDS, START - DAY, None, id="called off"),
        pytest.param(CANCELLED, NEVER, START + DAY, None, id="called off, afterwards"),
    ],
)
def test_leave_is_taken_asked_for_or_too_late(
    activity: Activity, rules: PresenceRules, at: datetime, expected: LeaveWay | None
) -> None:
    assert decide_leave(activity, rules, at=at, place=PLACE) is expected


@pytest.mark.parametrize(
    ("state", "leave", "expected"),
    [
        (CheckInState.EXPECTED, None, True),
        (CheckInState.ABSENT, None, True),
        (CheckInState.EXPECTED, Leave.ASKED, False),
        (CheckInState.ABSENT, Leave.DECLINED, False),
        (CheckInState.EXCUSED, None, False),
        (CheckInState.PRESENT, None, False),
        (CheckInState.LATE, None, False),
        (CheckInState.MADE_UP, None, False),
    ],
)
def test_only_who_is_missing_and_has_not_asked_may_ask(
    state: CheckInState, leave: Leave | None, expected: bool
) -> None:
    check_in = CheckIn(activity_id=1, person_id=1, state=state, leave=leave)
    assert may_ask(HELD, check_in, AFTERWARDS, at=START + DAY, place=PLACE) is expected


@given(
    minutes=st.integers(-30 * 24 * 60, 40 * 24 * 60),
    approval=st.sampled_from(LeaveApproval),
    days=st.integers(0, 31),
    is_held=st.booleans(),
)
def test_what_is_too_late_never_becomes_possible_again(
    minutes: int, approval: LeaveApproval, days: int, is_held: bool
) -> None:
    rules = PresenceRules(leave_approval=approval, leave_days_after=days)
    activity = HELD if is_held else PLANNED
    at = START + timedelta(minutes=minutes)
    now = decide_leave(activity, rules, at=at, place=PLACE)
    later = decide_leave(activity, rules, at=at + timedelta(hours=7), place=PLACE)
    assert now is not None or later is None
    # An officer who is not asked now is asked at most later, never the other way round.
    assert not (now is LeaveWay.ASKED and later is LeaveWay.COUNTS)
    if approval is LeaveApproval.ALWAYS:
        assert now is not LeaveWay.COUNTS
