"""Calendar files, read back with the library of the format."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from domain.activity import Activity, ActivityState
from domain.activity_details import Details
from domain.bilingual import Bilingual
from domain.calendar_feed import CalendarDeadline, CalendarEvent, CalendarFeed
from domain.unit import Unit
from papers.calendar_files import activity_file, feed_file
from texts.languages import Language

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
CHANGED = datetime(2026, 11, 20, 8, tzinfo=UTC)
ZH = Language(code="zh")


def activity(
    *,
    title: str = "读书会",
    state: ActivityState = ActivityState.PLANNED,
    version: int = 1,
    details: Details | None = None,
) -> CalendarEvent:
    at = datetime(2026, 11, 27, 7, tzinfo=UTC)
    return CalendarEvent(
        activity=Activity(
            id=7,
            unit=Unit(id=2, name='青石"小学"', kind="学校", path="/1/2/"),
            title=title,
            place="会议室; 二楼, 左\n右",
            starts_at=at,
            opens_at=at,
            closes_at=at,
            state=state,
            version=version,
            details=details or Details(),
        ),
        changed_at=CHANGED,
    )


def read(content: bytes) -> tuple[Any, Any]:
    # The library's types leave open of what kind a value is.
    calendar: Any = Calendar.from_ical(content)
    [event] = calendar.walk("VEVENT")
    return calendar, event


def test_a_file_holds_one_event_in_local_time_with_its_zone() -> None:
    details = Details(minutes=90, host="林岚", link="https://meeting.example.org/1", notes="带书")
    calendar, event = read(activity_file(ZH, activity(details=details), zone=SHANGHAI, bot="a_bot"))
    assert calendar["METHOD"] == "PUBLISH"
    assert event["UID"] == "activity-7@a_bot"
    assert event["SEQUENCE"] == 0
    assert event["DTSTART"].dt == datetime(2026, 11, 27, 15, tzinfo=SHANGHAI)
    assert event["DTEND"].dt == datetime(2026, 11, 27, 16, 30, tzinfo=SHANGHAI)
    assert event["DTSTART"].params["TZID"] == "Asia/Shanghai"
    assert event["SUMMARY"] == "读书会"
    assert event["LOCATION"] == "会议室; 二楼, 左 右"
    assert event["URL"] == "https://meeting.example.org/1"
    assert event["DESCRIPTION"] == '青石"小学"\n主持人：林岚\n带书'
    assert event["STATUS"] == "CONFIRMED"
    [zone] = calendar.walk("VTIMEZONE")
    assert zone["TZID"] == "Asia/Shanghai"
    assert not event.errors


def test_the_zone_tells_the_change_of_the_clock() -> None:
    content = activity_file(ZH, activity(), zone=BERLIN, bot="a_bot")
    calendar, event = read(content)
    [zone] = calendar.walk("VTIMEZONE")
    assert zone.walk("DAYLIGHT")
    assert event["DTSTART"].dt.utcoffset() == event["DTSTART"].dt.replace(tzinfo=BERLIN).utcoffset()


def test_every_change_counts_on_under_the_same_name() -> None:
    _, first = read(activity_file(ZH, activity(), zone=SHANGHAI, bot="a_bot"))
    _, later = read(activity_file(ZH, activity(version=5), zone=SHANGHAI, bot="a_bot"))
    assert first["UID"] == later["UID"]
    assert (first["SEQUENCE"], later["SEQUENCE"]) == (0, 4)


def test_what_was_called_off_is_taken_out_of_calendars() -> None:
    off = activity(state=ActivityState.CANCELLED, version=2)
    calendar, event = read(activity_file(ZH, off, zone=SHANGHAI, bot="a_bot"))
    assert calendar["METHOD"] == "CANCEL"
    assert event["STATUS"] == "CANCELLED"
    assert event["SEQUENCE"] == 1


@pytest.mark.parametrize(
    "title", ["BEGIN:VEVENT\nEND:VEVENT", "a;b,c\\n", "\x00\x1b[31m", "长" * 64, "‮RTL", "😀" * 30]
)
def test_hostile_titles_stay_titles(title: str) -> None:
    content = activity_file(ZH, activity(title=title), zone=SHANGHAI, bot="a_bot")
    _, event = read(content)
    assert "\n" not in event["SUMMARY"]
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_a_feed_holds_activities_and_whole_days_of_what_is_due() -> None:
    due = CalendarDeadline(
        obligation_id=3,
        version=2,
        name=Bilingual(zh="履责报告", en="Duty report"),
        unit="青石小学",
        last_day=date(2026, 11, 30),
    )
    feed = CalendarFeed(events=(activity(),), deadlines=(due,))
    content = feed_file(ZH, feed, zone=SHANGHAI, bot="a_bot", changed_at=CHANGED)
    calendar: Any = Calendar.from_ical(content)
    event, deadline = calendar.walk("VEVENT")
    assert event["UID"] == "activity-7@a_bot"
    assert deadline["UID"] == "obligation-3@a_bot"
    assert deadline["SUMMARY"] == "截止：履责报告"
    assert (deadline["DTSTART"].dt, deadline["DTEND"].dt) == (date(2026, 11, 30), date(2026, 12, 1))
    assert content == feed_file(ZH, feed, zone=SHANGHAI, bot="a_bot", changed_at=CHANGED)


def test_an_empty_feed_is_a_calendar() -> None:
    content = feed_file(ZH, CalendarFeed(), zone=SHANGHAI, bot="a_bot", changed_at=CHANGED)
    calendar: Any = Calendar.from_ical(content)
    assert calendar.walk("VEVENT") == []
