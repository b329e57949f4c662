"""A rule tells its instants in order, once each, from wherever one looks."""

from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from domain.recurrence import (
    MonthEnd,
    Recurrence,
    next_occurrence,
    occurrences_after,
)

_BERLIN = ZoneInfo("Europe/Berlin")
_NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


def _wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _first(recurrence: Recurrence, after: datetime, count: int) -> list[str]:
    local = (
        instant.astimezone(recurrence.zone)
        for instant in islice(occurrences_after(recurrence, after), count)
    )
    return [f"{moment:%Y-%m-%d %H:%M}" for moment in local]


@pytest.mark.parametrize(
    ("rule", "starts_on", "expected"),
    [
        pytest.param(
            "FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0",
            "2016-01-01T09:15",
            ["2026-01-01 08:00", "2026-01-01 20:00", "2026-01-02 08:00"],
            id="twice a day",
        ),
        pytest.param(
            "FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=8",
            "2016-01-01T23:00",
            ["2026-01-01 08:00", "2026-02-01 08:00", "2026-03-01 08:00"],
            id="on the first, earlier in the day than it began",
        ),
        pytest.param(
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
            "2016-01-01T14:00",
            ["2026-01-02 14:00", "2026-01-16 14:00", "2026-01-30 14:00"],
            id="every other Friday keeps its weeks for ten years",
        ),
        pytest.param(
            "FREQ=MONTHLY;BYDAY=1FR",
            "2016-01-01T09:00",
            ["2026-01-02 09:00", "2026-02-06 09:00", "2026-03-06 09:00"],
            id="the first Friday of the month",
        ),
        pytest.param(
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "2016-01-01T09:00",
            ["2026-01-30 09:00", "2026-02-27 09:00", "2026-03-31 09:00"],
            id="the last weekday of the month",
        ),
        pytest.param(
            "FREQ=MONTHLY;INTERVAL=12",
            "2016-03-05T09:00",
            ["2026-03-05 09:00", "2027-03-05 09:00", "2028-03-05 09:00"],
            id="every twelve months keeps its month",
        ),
        pytest.param(
            "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15",
            "2016-01-01T09:00",
            ["2026-06-15 09:00", "2026-12-15 09:00", "2027-06-15 09:00"],
            id="the middle of June and December",
        ),
        pytest.param(
            "FREQ=YEARLY;INTERVAL=4",
            "2018-11-27T09:00",
            ["2026-11-27 09:00", "2030-11-27 09:00", "2034-11-27 09:00"],
            id="every fourth year keeps its years",
        ),
        pytest.param("FREQ=DAILY;COUNT=3", "2025-12-30T09:00", ["2026-01-01 09:00"], id="a count"),
        pytest.param(
            "FREQ=DAILY;UNTIL=20260102",
            "2016-01-01T09:00",
            ["2026-01-01 09:00", "2026-01-02 09:00"],
            id="a bare last day counts whole",
        ),
        pytest.param(
            "FREQ=DAILY;UNTIL=20260102T085959",
            "2016-01-01T09:00",
            ["2026-01-01 09:00"],
            id="a local end just before the time",
        ),
        pytest.param(
            "FREQ=DAILY;UNTIL=20260102T080000Z",
            "2016-01-01T09:00",
            ["2026-01-01 09:00", "2026-01-02 09:00"],
            id="an end in UTC at the very instant",
        ),
        pytest.param("FREQ=DAILY;UNTIL=20251231", "2016-01-01T09:00", [], id="ended already"),
    ],
)
def test_a_rule_begun_long_ago_goes_on(rule: str, starts_on: str, expected: list[str]) -> None:
    recurrence = Recurrence(rule=rule, starts_on=_wall(starts_on), zone=_BERLIN)
    assert _first(recurrence, _NEW_YEAR, 3) == expected


@pytest.mark.parametrize(
    ("rule", "starts_on", "month_end", "expected"),
    [
        ("FREQ=MONTHLY", "2026-01-31", "clamp", ["01-31", "02-28", "03-31", "04-30"]),
        ("FREQ=MONTHLY", "2026-01-31", "skip", ["01-31", "03-31", "05-31", "07-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=15,30,31", "2026-02-01", "clamp", ["02-15", "02-28", "03-15"]),
        ("FREQ=MONTHLY;INTERVAL=6", "2026-08-31", "clamp", ["08-31", "02-28", "08-31", "02-29"]),
        ("FREQ=YEARLY", "2024-02-29", "clamp", ["02-28", "02-28", "02-29"]),
        ("FREQ=YEARLY", "2024-02-29", "skip", ["02-29", "02-29"]),
        ("FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=31", "2024-01-01", "clamp", ["02-28", "04-30"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-01", "skip", ["01-31", "02-28", "03-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-30", "2026-01-01", "clamp", ["01-02", "03-02", "04-01"]),
        ("FREQ=MONTHLY;COUNT=2", "2026-01-31", "clamp", ["01-31", "02-28"]),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=31", "2026-01-01", "clamp", ["07-31", "12-31"]),
    ],
    ids=[
        "day 31 becomes the last day",
        "day 31 leaves short months out",
        "two days that meet in February are one",
        "half a year from 31 August",
        "leap day, moved to 28 February",
        "leap day, only in leap years",
        "named months too short for the day",
        "the last day needs no policy",
        "days from the end are never clamped",
        "a count counts clamped days",
        "Friday the 31st is no month's end",
    ],
)
def test_a_day_the_month_lacks_follows_the_policy(
    rule: str, starts_on: str, month_end: MonthEnd, expected: list[str]
) -> None:
    recurrence = Recurrence(
        rule=rule, starts_on=_wall(starts_on), zone=_BERLIN, month_end=month_end
    )
    told = _first(recurrence, _NEW_YEAR - timedelta(hours=2), len(expected))
    assert [moment[5:10] for moment in told] == expected


def test_two_wall_times_that_a_gap_makes_one_are_told_once() -> None:
    rule = "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30"
    recurrence = Recurrence(rule=rule, starts_on=_wall("2026-01-01"), zone=_BERLIN)
    night = datetime(2026, 3, 29, tzinfo=UTC)
    assert _first(recurrence, night, 3) == [
        "2026-03-29 03:00",
        "2026-03-29 03:30",
        "2026-03-30 02:00",
    ]


def test_looking_during_the_second_of_two_hours_does_not_repeat_the_first() -> None:
    recurrence = Recurrence(rule="FREQ=DAILY", starts_on=_wall("2026-01-01T02:30"), zone=_BERLIN)
    second_0215 = datetime(2026, 10, 25, 1, 15, tzinfo=UTC)
    assert _first(recurrence, second_0215, 1) == ["2026-10-26 02:30"]


def test_a_rule_begun_in_the_year_one_is_followed_from_today() -> None:
    recurrence = Recurrence(rule="FREQ=DAILY", starts_on=_wall("0001-01-01T09:00"), zone=_BERLIN)
    assert next_occurrence(recurrence, _NEW_YEAR) == datetime(2026, 1, 1, 8, tzinfo=UTC)


def test_a_rule_that_has_ended_has_no_next_occurrence() -> None:
    recurrence = Recurrence(
        rule="FREQ=DAILY;COUNT=3", starts_on=_wall("2016-01-01T09:00"), zone=_BERLIN
    )
    assert next_occurrence(recurrence, _NEW_YEAR) is None


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("", id="nothing"),
        pytest.param("BYDAY=MO", id="no frequency"),
        pytest.param("FREQ=HOURLY", id="every hour"),
        pytest.param("FREQ=DAILY;INTERVAL=0", id="every nought days"),
        pytest.param("FREQ=DAILY;COUNT=0", id="nought times"),
        pytest.param("FREQ=DAILY;COUNT=2;UNTIL=20270101", id="two ends"),
        pytest.param("FREQ=DAILY;UNTIL=soon", id="no date"),
        pytest.param("FREQ=DAILY;UNTIL=20261301", id="a thirteenth month as the end"),
        pytest.param("FREQ=DAILY;FREQ=DAILY", id="a part twice"),
        pytest.param("FREQ=DAILY;", id="a part missing"),
        pytest.param("FREQ=DAILY;BYMONTHDAY=31", id="a month day in a daily rule"),
        pytest.param("FREQ=WEEKLY;BYDAY=1MO", id="a counted weekday in a weekly rule"),
        pytest.param("FREQ=WEEKLY;WKST=XX", id="no such weekday"),
        pytest.param("FREQ=MONTHLY;BYDAY=99MO", id="the 99th Monday"),
        pytest.param("FREQ=MONTHLY;BYMONTHDAY=0", id="the day nought"),
        pytest.param("FREQ=MONTHLY;BYMONTHDAY=32", id="the day 32"),
        pytest.param("FREQ=YEARLY;BYMONTH=13", id="a thirteenth month"),
        pytest.param("FREQ=YEARLY;BYEASTER=0", id="Easter"),
        pytest.param("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", id="30 February"),
        pytest.param("DTSTART:20260101T000000\nRRULE:FREQ=DAILY", id="more than a rule"),
    ],
)
def test_a_rule_that_cannot_be_followed_is_refused_at_once(rule: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Recurrence(rule=rule, starts_on=_wall("2026-01-01"), zone=_BERLIN, month_end="skip")


def test_a_start_with_a_zone_of_its_own_is_refused() -> None:
    with pytest.raises(ValueError, match="wall"):
        Recurrence(rule="FREQ=DAILY", starts_on=_NEW_YEAR, zone=_BERLIN)
