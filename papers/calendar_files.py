"""Calendar files by RFC 5545, for one activity or for all that concerns a person."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from domain.activity import Activity, ActivityState
from domain.calendar_feed import CalendarDeadline, CalendarEvent, CalendarFeed
from texts import calendar_files as texts
from texts.cleaning import clean
from texts.languages import Language

if TYPE_CHECKING:
    from icalendar import Calendar, Component

# Calendars look again so often at the most.
LOOK_AGAIN = timedelta(hours=4)
_ONE_DAY = timedelta(days=1)


def activity_file(lang: Language, event: CalendarEvent, *, zone: ZoneInfo, bot: str) -> bytes:
    """One activity. What was called off is taken out of the calendar that has it."""
    is_off = event.activity.state is ActivityState.CANCELLED
    calendar = _calendar(lang, "CANCEL" if is_off else "PUBLISH")
    calendar.add_component(_event(lang, event, zone, bot))
    return _written(calendar, zone, event.activity.starts_at.year)


def feed_file(
    lang: Language, feed: CalendarFeed, *, zone: ZoneInfo, bot: str, changed_at: datetime
) -> bytes:
    """Everything that a person's calendar shows."""
    calendar = _calendar(lang, "PUBLISH")
    calendar.add("X-WR-CALNAME", texts.calendar_name(lang))
    calendar.add("REFRESH-INTERVAL", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    for event in feed.events:
        calendar.add_component(_event(lang, event, zone, bot))
    for deadline in feed.deadlines:
        calendar.add_component(_deadline(lang, deadline, bot, changed_at))
    years = [event.activity.starts_at.year for event in feed.events]
    return _written(calendar, zone, min(years, default=changed_at.year))


def _calendar(lang: Language, method: str) -> "Calendar":
    # Takes a third of a second to import, and most people never ask for it.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("PRODID", f"-//Muduo//{lang.code.upper()}")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", method)
    return calendar


def _event(lang: Language, event: CalendarEvent, zone: ZoneInfo, bot: str) -> "Component":
    from icalendar import Event

    activity = event.activity
    is_off = activity.state is ActivityState.CANCELLED
    written = Event()
    written.add("UID", f"activity-{activity.id}@{bot}")
    written.add("SEQUENCE", activity.version - 1)
    written.add("DTSTAMP", event.changed_at.astimezone(UTC))
    written.add("LAST-MODIFIED", event.changed_at.astimezone(UTC))
    written.add("DTSTART", activity.starts_at.astimezone(zone))
    written.add("DTEND", activity.ends_at.astimezone(zone))
    written.add("SUMMARY", _one_line(texts.summary(lang, event)))
    written.add("STATUS", "CANCELLED" if is_off else "CONFIRMED")
    if activity.place:
        written.add("LOCATION", _one_line(activity.place))
    if description := texts.description(lang, activity):
        written.add("DESCRIPTION", clean(description))
    if activity.details.link:
        written.add("URL", activity.details.link)
    written["ORGANIZER"] = _organiser(activity, bot)
    return written


def _organiser(activity: Activity, bot: str) -> object:
    from icalendar import vCalAddress

    organiser = vCalAddress(f"https://t.me/{bot}")
    organiser.params["CN"] = _one_line(activity.unit.name).replace('"', "'")
    return organiser


def _deadline(
    lang: Language, deadline: CalendarDeadline, bot: str, changed_at: datetime
) -> "Component":
    from icalendar import Event

    written = Event()
    written.add("UID", f"obligation-{deadline.obligation_id}@{bot}")
    written.add("SEQUENCE", deadline.version - 1)
    written.add("DTSTAMP", changed_at.astimezone(UTC))
    written.add("DTSTART", deadline.last_day)
    written.add("DTEND", deadline.last_day + _ONE_DAY)
    written.add("SUMMARY", _one_line(texts.deadline(lang, deadline)))
    written.add("DESCRIPTION", _one_line(deadline.unit))
    written.add("TRANSP", "TRANSPARENT")
    return written


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _written(calendar: "Calendar", zone: ZoneInfo, year: int) -> bytes:
    """With the zone that its times are in, from that year on."""
    calendar.add_component(_zone(zone, year))
    return bytes(calendar.to_ical())


@lru_cache(maxsize=16)
def _zone(zone: ZoneInfo, year: int) -> "Component":
    from icalendar import Timezone

    return Timezone.from_tzinfo(
        zone, zone.key, first_date=date(year - 1, 1, 1), last_date=date(year + 3, 1, 1)
    )
