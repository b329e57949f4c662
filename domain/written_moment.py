"""Read a date and a time at the beginning of what somebody wrote. Strict: all of it, or nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

_WIDE = str.maketrans("０１２３４５６７８９：．　，－／", "0123456789:. ,-/")
_YEARS_AHEAD = 5
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ZH_DAYS = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3}
_EN_DAYS = {"today": 0, "tomorrow": 1, "the day after tomorrow": 2, "day after tomorrow": 2}
_ZH_DIGITS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_ZH_DIGITS |= {"九": 9, "十": 10, "十一": 11, "十二": 12}
_MORNING = ("上午", "早上", "早晨")
_AFTERNOON = ("下午", "傍晚", "晚上")

_MONTH = (
    "(?P<named>january|february|march|april|may|june|july|august|september|october|november"
    "|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\b\\.?"
)
_WEEKDAY = (
    "(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    "|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun)\\b\\.?"
)


@dataclass(frozen=True, kw_only=True)
class WrittenMoment:
    """A wall time and the words after it."""

    day: date
    at: time
    rest: str


def read_moment(text: str, *, local_now: datetime) -> WrittenMoment | None:
    """The moment that the text begins with; None when there is none or it could mean two things.

    A date without a year is of the present year, a weekday the next such day, today included.
    """
    stripped = text.strip()
    found = _read_day(stripped.translate(_WIDE), local_now.date())
    if found is None:
        return None
    day, end = found
    clock = _read_clock(stripped[end:].translate(_WIDE))
    if clock is None or not local_now.year - 1 <= day.year <= local_now.year + _YEARS_AHEAD:
        return None
    at, length = clock
    return WrittenMoment(day=day, at=at, rest=stripped[end + length :].strip(" ,，。;；\n\t　"))


def _read_day(text: str, today: date) -> tuple[date, int] | None:
    for pattern, day_of in _DAYS:
        found = pattern.match(text)
        if found is None:
            continue
        try:
            return day_of(found, today), found.end()
        except ValueError:
            return None
    return None


def _numbered(found: re.Match[str], today: date) -> date:
    given = found.groupdict()
    year = int(given["year"]) if given.get("year") else today.year
    year += {"明年": 1, "后年": 2}.get(given.get("said") or "", 0)
    return date(year, int(given["month"]), int(given["day"]))


def _named_month(found: re.Match[str], today: date) -> date:
    year = int(found["year"]) if found["year"] else today.year
    day = date(year, _MONTHS.index(found["named"][:3].lower()) + 1, int(found["day"]))
    if found["weekday"] and _WEEKDAYS[day.weekday()] != found["weekday"][:3].lower():
        raise ValueError("that date is another day of the week")
    return day


def _days_ahead(found: re.Match[str], today: date) -> date:
    word = " ".join(found[0].lower().split())
    return today + timedelta(days=(_ZH_DAYS | _EN_DAYS)[word])


def _zh_weekday(found: re.Match[str], today: date) -> date:
    weekday = min("一二三四五六日天".index(found["weekday"]), 6)
    monday = today - timedelta(days=today.weekday())
    match found["which"]:
        case "下":
            return monday + timedelta(days=7 + weekday)
        case "本" | "这":
            return monday + timedelta(days=weekday)
        case _:
            return today + timedelta(days=(weekday - today.weekday()) % 7)


def _en_weekday(found: re.Match[str], today: date) -> date:
    weekday = _WEEKDAYS.index(found["weekday"][:3].lower())
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|:|\.\d)"
_LEADING_WEEKDAY = rf"(?:{_WEEKDAY},?\s+)?"
_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date]], ...] = (
    (
        _compiled(
            r"(?:(?P<year>\d{4})年|(?P<said>今年|明年|后年))?"
            r"\s*(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"
        ),
        _numbered,
    ),
    (_compiled(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)"), _numbered),
    (_compiled(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})?(?!\d)"), _numbered),
    (
        _compiled(
            rf"(?:on\s+)?{_LEADING_WEEKDAY}{_MONTH}\s*{_ORDINAL}(?:,?\s+(?P<year>\d{{4}})(?!\d))?"
        ),
        _named_month,
    ),
    (
        _compiled(
            rf"(?:on\s+)?{_LEADING_WEEKDAY}{_ORDINAL}\s*(?:of\s+)?{_MONTH}"
            r"(?:,?\s+(?P<year>\d{4})(?!\d))?"
        ),
        _named_month,
    ),
    (_compiled("今天|今日|明天|明日|后天|大后天"), _days_ahead),
    (_compiled(r"today\b|tomorrow\b|(?:the\s+)?day\s+after\s+tomorrow\b"), _days_ahead),
    (
        _compiled("(?P<which>下|本|这)?(?:个)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"),
        _zh_weekday,
    ),
    (_compiled(rf"(?:on\s+|this\s+)?{_WEEKDAY}"), _en_weekday),
)

# What follows a time must not make it another one, or the beginning of a span.
_END = r"(?!\d|:|\s*[-~–—到至]|\s*to\s+\d)"
_DIGITAL = _compiled(
    r"[\s,]*(?:at\s+)?(?P<part>上午|早上|早晨|中午|下午|傍晚|晚上)?\s*"
    rf"(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?:\s*(?P<half>am|pm)\b)?{_END}"
)
_ENGLISH = _compiled(rf"[\s,]*(?:at\s+)?(?P<hour>\d{{1,2}})\s*(?P<half>am|pm)\b{_END}")
_NOON = _compiled(rf"[\s,]*(?:at\s+)?(?:12\s+)?noon\b{_END}")
_SPOKEN = _compiled(
    r"[\s,]*的?\s*(?P<part>上午|早上|早晨|中午|下午|傍晚|晚上)?\s*"
    r"(?P<hour>\d{1,2}|十一|十二|[一二两三四五六七八九十])[点时]钟?"
    rf"(?:(?P<quarter>半|一刻|三刻|整)|(?P<minute>[0-5]?\d)分?)?{_END}"
)


def _read_clock(text: str) -> tuple[time, int] | None:
    for pattern in (_DIGITAL, _ENGLISH, _SPOKEN):
        found = pattern.match(text)
        if found is None:
            continue
        at = _clock(found.groupdict())
        return (at, found.end()) if at is not None else None
    noon = _NOON.match(text)
    return (time(12), noon.end()) if noon else None


def _clock(given: dict[str, str | None]) -> time | None:
    spoken = given["hour"] or ""
    hour = _ZH_DIGITS[spoken] if spoken in _ZH_DIGITS else int(spoken)
    minute = int(given.get("minute") or 0)
    minute = {"半": 30, "一刻": 15, "三刻": 45}.get(given.get("quarter") or "", minute)
    part, half = given.get("part") or "", (given.get("half") or "").lower()
    hour_of_day = _hour_of_day(hour, part, half, is_spoken="quarter" in given)
    if hour_of_day is None or minute > 59:
        return None
    return time(hour_of_day, minute)


def _hour_of_day(hour: int, part: str, half: str, *, is_spoken: bool) -> int | None:
    """The hour on a clock of 24; None when it does not exist or could be morning or evening."""
    if half:
        return hour % 12 + (12 if half == "pm" else 0) if 1 <= hour <= 12 and not part else None
    if part in _MORNING:
        return hour if hour < 12 else None
    if part in _AFTERNOON:
        return hour + 12 if 1 <= hour < 12 else hour if 12 < hour < 24 else None
    if part == "中午":
        return {11: 11, 12: 12, 1: 13, 13: 13}.get(hour)
    if is_spoken and hour < 12:
        return None
    return hour if hour < 24 else None
