"""When a check-in opens and closes, and what counts as late."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.activity import (
    Activity,
    ActivityState,
    effective_close,
    invitation_due,
    window,
)
from domain.check_in import CheckIn, CheckInState, Way, decide_presence
from domain.unit import Unit

START = datetime(2026, 11, 27, 7, 0, tzinfo=UTC)
OPENS, CLOSES = window(START)
ACTIVITY = Activity(
    id=1,
    unit=Unit(id=1, name="青石小学", kind="学校", path="/1/"),
    title="教职工政治学习",
    place="会议室",
    starts_at=START,
    opens_at=OPENS,
    closes_at=CLOSES,
)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_the_window_opens_half_an_hour_before_and_closes_ten_minutes_after() -> None:
    assert OPENS + minutes(30) == START
    assert START + minutes(10) == CLOSES


@pytest.mark.parametrize(
    ("after_start", "state"),
    [
        (minutes(-60), None),
        (minutes(-30) - timedelta(seconds=1), None),
        (minutes(-30), CheckInState.PRESENT),
        (minutes(0), CheckInState.PRESENT),
        (minutes(10), CheckInState.PRESENT),
        (minutes(10) + timedelta(seconds=1), CheckInState.LATE),
        (timedelta(hours=20), CheckInState.LATE),
    ],
    ids=[
        "an hour before",
        "a second too early",
        "as it opens",
        "at the start",
        "as it closes",
        "a second late",
        "the next day",
    ],
)
def test_a_press_counts_by_its_instant(after_start: timedelta, state: CheckInState | None) -> None:
    assert decide_presence(ACTIVITY, at=START + after_start) == state


@pytest.mark.parametrize(
    ("last_alive", "back_at", "closes"),
    [
        (minutes(-5), minutes(5), minutes(10)),
        (minutes(5), minutes(11), minutes(13.5)),
        (minutes(5), minutes(10), minutes(12.5)),
        (minutes(-300), minutes(300), minutes(302.5)),
        (minutes(11), minutes(20), minutes(10)),
        (minutes(10), minutes(20), minutes(10)),
    ],
    ids=[
        "back before the close",
        "down at the close",
        "back at the close",
        "down all day",
        "down afterwards",
        "alive at the close",
    ],
)
def test_a_window_that_closed_while_we_were_down_stays_open(
    last_alive: timedelta, back_at: timedelta, closes: timedelta
) -> None:
    closed = effective_close(CLOSES, last_alive=START + last_alive, back_at=START + back_at)
    assert closed == START + closes


@pytest.mark.parametrize(
    ("now", "waking_at", "due"),
    [
        (minutes(-600), minutes(-600), minutes(-600)),
        (minutes(-600), minutes(-100), minutes(-100)),
        (minutes(-600), minutes(60), minutes(-30)),
        (minutes(-20), minutes(60), minutes(-20)),
    ],
    ids=["by day", "at night", "opens before we wake", "open already"],
)
def test_an_invitation_comes_by_day_but_before_the_window_opens(
    now: timedelta, waking_at: timedelta, due: timedelta
) -> None:
    found = invitation_due(START + now, waking_at=START + waking_at, opens_at=OPENS)
    assert found == START + due


@pytest.mark.parametrize(
    ("way", "passed", "may"),
    [
        (Way.SELF, minutes(10), True),
        (Way.SELF, minutes(10.1), False),
        (Way.OFFICER, minutes(1), False),
        (None, minutes(1), False),
    ],
)
def test_a_member_takes_back_for_ten_minutes_what_he_did_himself(
    way: Way | None, passed: timedelta, may: bool
) -> None:
    known = CheckIn(
        activity_id=1, person_id=1, state=CheckInState.PRESENT, recorded_at=START, way=way
    )
    assert known.may_be_undone(START + passed) is may


def test_held_is_taken_back_for_ten_minutes() -> None:
    held = replace(ACTIVITY, state=ActivityState.HELD, settled_at=START)
    assert held.may_be_reopened(START + minutes(10))
    assert not held.may_be_reopened(START + minutes(11))
    assert not replace(held, state=ActivityState.CANCELLED).may_be_reopened(START)
