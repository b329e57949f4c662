"""The alarm clock: missed runs are one run, however far the clock jumps."""

from datetime import UTC, datetime, timedelta

import pytest

from schedules.timetable import Every

START = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
TWENTY_SECONDS = timedelta(seconds=20)


def runs_at(instant: datetime) -> tuple[int, datetime]:
    """How often a job planned for the start runs at an instant, and when it runs next.

    The scheduler asks for one run after the other until it has reached the present.
    """
    trigger, planned, runs = Every(TWENTY_SECONDS), START, 0
    while planned <= instant:
        runs += 1
        planned = trigger.get_next_fire_time(planned, instant)
    return runs, planned


@pytest.mark.parametrize(
    ("late", "runs", "next_in"),
    [
        pytest.param(timedelta(0), 1, timedelta(seconds=20), id="on time"),
        pytest.param(timedelta(seconds=3), 1, timedelta(seconds=20), id="a little late: in step"),
        pytest.param(timedelta(seconds=25), 2, timedelta(seconds=40), id="late by one run"),
        pytest.param(timedelta(seconds=50), 1, timedelta(seconds=70), id="late by several"),
        pytest.param(timedelta(days=7), 1, timedelta(days=7, seconds=20), id="a week down"),
        pytest.param(timedelta(days=3653), 1, timedelta(days=3653, seconds=20), id="ten years on"),
    ],
)
def test_missed_runs_are_not_made_up_for(late: timedelta, runs: int, next_in: timedelta) -> None:
    assert runs_at(START + late) == (runs, START + next_in)


def test_a_new_job_runs_at_once() -> None:
    assert Every(TWENTY_SECONDS).get_next_fire_time(None, START) == START
