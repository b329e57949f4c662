"""Read an expression and tell what it means in one line, for tables of tests."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.schedule_words.json_form import to_fields
from domain.schedule_words.reader import read
from domain.schedule_words.reading import Ask, Reading, Refused
from domain.schedule_words.standpoint import Standpoint
from domain.schedule_words.word_settings import WordSettings
from domain.working_day import WorkingCalendar

# A Saturday evening.
NOW = datetime.fromisoformat("2026-11-21T22:00")
SHANGHAI = ZoneInfo("Asia/Shanghai")
NEW_YEAR = date(2027, 1, 1)
CALENDAR = WorkingCalendar(special_days={NEW_YEAR: False}, published_years=frozenset({2026, 2027}))
WORDS = WordSettings()
HERE = Standpoint(now=NOW, zone=SHANGHAI, calendar=CALENDAR, words=WORDS)


def reading_of(text: str, now: datetime = NOW) -> Reading:
    """What the words mean on that evening in Shanghai."""
    return read(text, now_local=now, zone=SHANGHAI, calendar=CALENDAR, words=WORDS)


def told(text: str, now: datetime = NOW) -> str:
    """Kind, rule or moment and what limits it; the question or refusal where there is one."""
    match reading := reading_of(text, now):
        case Ask():
            return f"ask: {reading.question.value}"
        case Refused():
            return f"refused: {reading.refusal.value}"
        case _:
            return _line(to_fields(reading, WORDS))


def asked(text: str, now: datetime = NOW) -> tuple[str, ...]:
    """The question, and each reading that it offers."""
    reading = reading_of(text, now)
    readings = reading.readings if isinstance(reading, Ask) else ()
    return (told(text, now), *(_line(to_fields(one, WORDS)) for one in readings))


def _line(fields: dict[str, Any]) -> str:
    quota = fields.get("quota")
    window = " to ".join(fields[name] for name in ("at", "until") if name in fields)
    relative = (
        f"{one['event']}{one['offset']}" + (f"@{one['at']}" if "at" in one else "")
        for one in fields.get("relative_to", [])
    )
    parts = (
        fields["kind"],
        fields.get("rrule") if quota is None else None,
        f"from {fields['anchor']}" if "anchor" in fields else None,
        window,
        f"lasts {fields['duration']}" if "duration" in fields and quota is None else None,
        f"{quota.get('at_least')}-{quota.get('at_most', '')} per {quota['per']}" if quota else None,
        ", ".join(relative),
        f"workdays {fields.get('shift', '')}".strip() if "workdays" in fields else None,
        fields.get("part_of_day"),
    )
    return " ".join(part for part in parts if part)
