"""A time on the wall means one instant, whatever the clock does that night."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.wall_clock import end_of_day, local_day, local_moment, start_of_day, to_instant
from tests.oracles.calendar_oracle import WatchedClock

_ZONES = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]
_ZONE = st.sampled_from([ZoneInfo(zone) for zone in [*_ZONES, "America/Havana", "Pacific/Apia"]])
_WALLS = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2040, 1, 1))  # noqa: DTZ001
_INSTANTS = st.datetimes(
    min_value=datetime(2012, 1, 1),  # noqa: DTZ001
    max_value=datetime(2036, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@pytest.mark.parametrize(
    ("zone", "wall", "expected"),
    [
        pytest.param(
            "Asia/Shanghai", "2026-11-27T08:30", "2026-11-27T00:30", id="no change all year"
        ),
        pytest.param("Europe/Berlin", "2026-07-01T09:00", "2026-07-01T07:00", id="summer time"),
        pytest.param("Europe/Berlin", "2026-03-29T02:00", "2026-03-29T01:00", id="gap begins"),
        pytest.param("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:00", id="inside a gap"),
        pytest.param(
            "Europe/Berlin", "2026-03-29T02:59:59.999999", "2026-03-29T01:00", id="end of a gap"
        ),
        pytest.param("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00", id="after a gap"),
        pytest.param(
            "Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30", id="the first of two"
        ),
        pytest.param(
            "Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00", id="after an overlap"
        ),
        pytest.param("America/New_York", "2026-03-08T02:30", "2026-03-08T07:00", id="gap, west"),
        pytest.param(
            "America/New_York", "2026-11-01T01:30", "2026-11-01T05:30", id="overlap, west"
        ),
        pytest.param(
            "Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30", id="gap of half an hour"
        ),
        pytest.param(
            "Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45", id="overlap of as much"
        ),
        pytest.param("America/Havana", "2026-03-08T00:00", "2026-03-08T05:00", id="no midnight"),
        pytest.param("America/Havana", "2026-11-01T00:00", "2026-11-01T04:00", id="two midnights"),
        pytest.param("Pacific/Apia", "2011-12-30T09:00", "2011-12-30T10:00", id="a day left out"),
    ],
)
def test_a_wall_time_means_one_instant(zone: str, wall: str, expected: str) -> None:
    moment = datetime.fromisoformat(wall)
    instant = to_instant(moment.date(), moment.time(), ZoneInfo(zone))
    assert instant == datetime.fromisoformat(expected).replace(tzinfo=UTC)
    assert instant.tzinfo is UTC


def test_a_time_that_brings_its_own_fold_or_zone_is_read_as_wall_time() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    day = date(2026, 10, 25)
    plain = to_instant(day, time(2, 30), berlin)
    assert to_instant(day, time(2, 30, fold=1), berlin) == plain
    assert to_instant(day, time(2, 30, tzinfo=UTC), berlin) == plain


def test_a_day_is_as_long_as_its_zone_makes_it() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    apia = ZoneInfo("Pacific/Apia")
    days = [
        (date(2026, 3, 29), berlin),
        (date(2026, 7, 1), berlin),
        (date(2026, 10, 25), berlin),
        (date(2011, 12, 30), apia),
    ]
    lengths = [end_of_day(day, zone) - start_of_day(day, zone) for day, zone in days]
    assert lengths == [timedelta(hours=hours) for hours in (23, 24, 25, 0)]


def test_an_instant_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        local_moment(datetime(2026, 11, 27), ZoneInfo("Asia/Shanghai"))  # noqa: DTZ001


@settings(deadline=None)
@given(instant=_INSTANTS, zone=_ZONE)
def test_an_instant_lies_in_its_own_local_day(instant: datetime, zone: ZoneInfo) -> None:
    day = local_day(instant, zone)
    assert start_of_day(day, zone) <= instant < end_of_day(day, zone)
    assert local_moment(instant, zone).astimezone(UTC) == instant


@settings(deadline=None)
@given(one=_WALLS, other=_WALLS, zone=_ZONE)
def test_later_wall_times_never_mean_earlier_instants(
    one: datetime, other: datetime, zone: ZoneInfo
) -> None:
    first, second = sorted([one, other])
    assert to_instant(first.date(), first.time(), zone) <= to_instant(
        second.date(), second.time(), zone
    )


@pytest.mark.parametrize("zone", ["Australia/Lord_Howe", "Africa/Casablanca"])
def test_every_quarter_of_an_hour_agrees_with_a_watched_clock(zone: str) -> None:
    watched = WatchedClock(zone, date(2026, 1, 1), date(2026, 12, 31))
    differing = [
        wall
        for wall, instant in watched.readings()
        if to_instant(wall.date(), wall.time(), ZoneInfo(zone)) != instant
    ]
    assert differing == []


@pytest.mark.parametrize(
    ("zone", "around"),
    [
        pytest.param("Europe/Berlin", date(2026, 3, 29), id="Berlin goes forward"),
        pytest.param("Europe/Berlin", date(2026, 10, 25), id="Berlin goes back"),
        pytest.param("America/New_York", date(2026, 3, 8), id="New York goes forward"),
        pytest.param("America/New_York", date(2026, 11, 1), id="New York goes back"),
        pytest.param("Australia/Lord_Howe", date(2026, 10, 4), id="Lord Howe goes forward"),
        pytest.param("Australia/Lord_Howe", date(2026, 4, 5), id="Lord Howe goes back"),
        pytest.param("America/St_Johns", date(2010, 11, 7), id="St John's went back over midnight"),
        pytest.param("Pacific/Apia", date(2011, 12, 30), id="Samoa left a day out"),
    ],
)
def test_every_minute_around_a_change_agrees_with_a_watched_clock(zone: str, around: date) -> None:
    day = timedelta(days=1)
    watched = WatchedClock(zone, around - day, around + day, step=timedelta(minutes=1))
    differing = [
        wall
        for wall, instant in watched.readings()
        if to_instant(wall.date(), wall.time(), ZoneInfo(zone)) != instant
    ]
    assert differing == []
