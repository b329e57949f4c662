"""Signs of life, and the watchdog that waits for them."""

import pytest

from bot.pulse import PATIENCE, SILENT_LOOKS, Pulse, Watchdog


class Seconds:
    """A clock of seconds that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("quiet_for", "later", "silent"),
    [
        pytest.param(0.0, PATIENCE, [], id="not heard of for a while"),
        pytest.param(0.0, PATIENCE + 1, ["courier"], id="not heard of for too long"),
        pytest.param(30.0, PATIENCE + 1, [], id="a long poll was announced"),
        pytest.param(30.0, PATIENCE + 31, ["courier"], id="longer than announced"),
    ],
)
def test_a_part_is_silent_when_it_outlasts_what_it_announced(
    quiet_for: float, later: float, silent: list[str]
) -> None:
    clock = Seconds()
    pulse = Pulse(clock)
    pulse.beat("courier", quiet_for=quiet_for)

    clock.now += later

    assert pulse.find_silent() == silent


def test_an_age_is_unknown_until_the_thing_happened() -> None:
    clock = Seconds()
    pulse = Pulse(clock)
    before = pulse.age("poll")
    pulse.note("poll")
    clock.now += 5

    assert (before, pulse.age("poll")) == (None, 5.0)


def test_the_watchdog_ends_the_process_after_three_looks_at_a_silent_part() -> None:
    clock = Seconds()
    pulse = Pulse(clock)
    pulse.beat("poller")
    watchdog = Watchdog(pulse)
    clock.now += PATIENCE + 1

    assert [watchdog.look() for _ in range(SILENT_LOOKS)] == [False, False, True]


def test_a_process_that_was_stopped_and_goes_on_is_not_ended() -> None:
    clock = Seconds()
    pulse = Pulse(clock)
    pulse.beat("poller")
    watchdog = Watchdog(pulse)
    clock.now += 7200
    looks = [watchdog.look(), watchdog.look()]
    pulse.beat("poller")

    assert [*looks, watchdog.look(), watchdog.look()] == [False] * 4
