"""The system clock, and the guard that doubts it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import ClockGuard, Held, Reading, SystemClock, Trusted, judge, read_clocks

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


class TwoClocks:
    """A wall clock that can be set, and a boot clock that cannot."""

    def __init__(self) -> None:
        self.wall = NOON
        self.since_boot = 1000.0

    def __call__(self) -> Reading:
        return Reading(wall=self.wall, since_boot=self.since_boot)

    def pass_time(self, seconds: float) -> None:
        self.since_boot += seconds
        self.wall += timedelta(seconds=seconds)

    def set_wall(self, **by: float) -> None:
        self.wall += timedelta(**by)


JUMPS = [
    pytest.param(timedelta(seconds=-60), False, id="a correction of a minute back"),
    pytest.param(timedelta(seconds=-61), True, id="more than a minute back"),
    pytest.param(timedelta(minutes=10), False, id="ten minutes forward"),
    pytest.param(timedelta(minutes=10, seconds=1), True, id="more than ten minutes forward"),
    pytest.param(timedelta(days=-365), True, id="a year back"),
    pytest.param(timedelta(days=3650), True, id="ten years forward"),
]


@pytest.mark.parametrize(("jump", "holds"), JUMPS)
def test_only_a_large_jump_of_the_wall_clock_holds(jump: timedelta, holds: bool) -> None:
    before = Reading(wall=NOON, since_boot=1000.0)
    after = Reading(wall=NOON + timedelta(seconds=5) + jump, since_boot=1005.0)
    assert isinstance(judge(Trusted(offset=before.offset), after), Held) is holds


def test_the_reason_names_direction_and_size() -> None:
    clocks = TwoClocks()
    guard = ClockGuard(clocks)
    clocks.set_wall(hours=-1)
    assert guard.check() == "The clock jumped back by 3600 s."
    assert guard.held == "The clock jumped back by 3600 s."


def test_a_suspended_machine_is_not_a_jump() -> None:
    clocks = TwoClocks()
    guard = ClockGuard(clocks)
    clocks.pass_time(8 * 3600)
    assert guard.check() is None


def test_a_clock_that_is_set_back_right_is_trusted_at_once() -> None:
    clocks = TwoClocks()
    guard = ClockGuard(clocks)
    clocks.set_wall(days=400)
    assert guard.check() is not None
    clocks.pass_time(20)
    clocks.set_wall(days=-400)
    assert guard.check() is None


def test_ten_steady_minutes_make_a_new_time_trusted() -> None:
    clocks = TwoClocks()
    guard = ClockGuard(clocks)
    clocks.set_wall(days=2)
    assert guard.check() is not None
    clocks.pass_time(599)
    assert guard.check() is not None
    clocks.pass_time(1)
    assert guard.check() is None


def test_a_second_jump_starts_the_ten_minutes_again() -> None:
    clocks = TwoClocks()
    guard = ClockGuard(clocks)
    clocks.set_wall(days=2)
    guard.check()
    clocks.pass_time(599)
    clocks.set_wall(days=2)
    assert guard.check() is not None
    clocks.pass_time(599)
    assert guard.check() is not None
    clocks.pass_time(1)
    assert guard.check() is None


def test_an_acknowledged_jump_is_over() -> None:
    clocks = TwoClocks()
    guard = ClockGuard(clocks)
    clocks.set_wall(days=2)
    guard.check()
    guard.acknowledge()
    assert guard.held is None
    assert guard.check() is None


def test_the_system_clock_is_aware_and_in_utc() -> None:
    before = read_clocks()
    assert SystemClock()().tzinfo is UTC
    assert ClockGuard().check() is None
    assert read_clocks().since_boot >= before.since_boot
