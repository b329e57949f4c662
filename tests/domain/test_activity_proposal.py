"""The moment that is proposed for what is owed."""

from datetime import date, datetime

import pytest

from domain.activity_proposal import propose, read_wall, write_wall
from domain.working_day import WorkingCalendar

# Friday 27 November 2026 is made a day off; the weekend after it is not.
PLAIN = WorkingCalendar(special_days={}, published_years=frozenset({2026}))
NO_FRIDAY = WorkingCalendar(
    special_days={date(2026, 11, 27): False}, published_years=frozenset({2026})
)
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("last", "period", "now", "proposed"),
    [
        pytest.param(None, NOVEMBER, "2026-11-02T10:00", "2026-11-27T15:00", id="the last Friday"),
        pytest.param(None, NOVEMBER, "2026-10-20T10:00", "2026-11-27T15:00", id="ahead of time"),
        pytest.param(None, NOVEMBER, "2026-11-27T15:00", "2026-11-30T15:00", id="the last day"),
        pytest.param(None, NOVEMBER, "2026-11-30T16:00", None, id="nothing is left"),
        pytest.param(None, NOVEMBER, "2026-12-04T16:00", "2026-12-07T15:00", id="overdue"),
        pytest.param(
            "2026-10-30T16:30",
            NOVEMBER,
            "2026-11-02T10:00",
            "2026-11-27T16:30",
            id="the last again",
        ),
        pytest.param(
            "2026-10-14T09:00", NOVEMBER, "2026-11-02T10:00", "2026-11-11T09:00", id="the second"
        ),
        pytest.param(
            "2026-10-14T09:00", NOVEMBER, "2026-11-12T10:00", "2026-11-30T09:00", id="it is over"
        ),
        pytest.param(
            None,
            (date(2026, 7, 1), date(2026, 12, 31)),
            "2026-11-28T10:00",
            "2026-12-25T15:00",
            id="of a longer period the next month",
        ),
        pytest.param(
            None, (date(2026, 11, 1), date.max), "2026-11-02T10:00", "2026-11-27T15:00", id="no end"
        ),
    ],
)
def test_the_moment_is_like_last_time_within_the_period(
    last: str | None, period: tuple[date, date], now: str, proposed: str | None
) -> None:
    found = propose(
        at(last) if last else None,
        first_day=period[0],
        last_day=period[1],
        now=at(now),
        calendar=PLAIN,
    )
    assert found == (at(proposed) if proposed else None)


def test_a_day_off_gives_way_to_the_day_before() -> None:
    found = propose(
        None, first_day=NOVEMBER[0], last_day=NOVEMBER[1], now=at("2026-11-02T10:00"),
        calendar=NO_FRIDAY,
    )  # fmt: skip
    assert found == at("2026-11-26T15:00")


def test_a_button_carries_a_wall_time() -> None:
    assert read_wall(write_wall(at("2026-11-27T15:00"))) == at("2026-11-27T15:00")
    for written in (
        "",
        "2026",
        "202613271500",
        "20261127150",
        "２０２６１１２７１５００",
        "x" * 12,
    ):
        assert read_wall(written) is None
