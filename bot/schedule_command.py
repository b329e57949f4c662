"""`read-schedule`: what expressions about time mean, one line in, one JSON object out."""

import json
import sys
from collections.abc import Iterable
from datetime import datetime
from io import TextIOWrapper
from typing import TextIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.exits import CannotRunError, Exit
from domain.schedule_words.json_form import Fields, to_fields
from domain.schedule_words.reader import is_chinese, names_language, read
from domain.schedule_words.reading import Ask, Reading, Refused
from domain.schedule_words.word_settings import WordSettings
from domain.working_day import WorkingCalendar
from papers.holiday_library import read_country
from texts import schedule_words as texts
from texts.languages import Language

YEARS_BACK, YEARS_AHEAD = 1, 3


def read_schedule(
    now: str | None,
    zone: str | None,
    language: str | None = None,
    *,
    default_now: datetime,
    default_zone: ZoneInfo,
) -> int:
    """Read expressions from standard input until it ends; returns the exit code."""
    here = default_zone if zone is None else _zone(zone)
    wall = _local(default_now, here) if now is None else _wall(now, here)
    reader = None if language is None else Language(code="en" if language == "en" else "zh")
    # Whatever bytes come, what goes out is UTF-8, one line for each line feed.
    with open(0, encoding="utf-8-sig", errors="replace", newline="\n", closefd=False) as asked:
        answer_lines(asked, _utf_8(sys.stdout), wall=wall, zone=here, reader=reader)
    return Exit.FINE


def _utf_8(told: TextIO) -> TextIO:
    if isinstance(told, TextIOWrapper):
        told.reconfigure(encoding="utf-8", errors="replace")
    return told


def answer_lines(
    asked: Iterable[str],
    told: TextIO,
    *,
    wall: datetime,
    zone: ZoneInfo,
    reader: Language | None = None,
) -> None:
    """One answer per line, in order and at once.

    Without a known `reader` questions follow the line; figures alone follow the lines before.
    """
    spoken = Language(code="zh")
    words = WordSettings()
    calendar = known_calendar(words.working_calendar, wall.year)
    for line in asked:
        text = line.rstrip("\r\n")
        reading = read(text, now_local=wall, zone=zone, calendar=calendar, words=words)
        if names_language(text):
            spoken = Language(code="zh" if is_chinese(text) else "en")
        fields = answer(text, reading, words, lang=reader or spoken)
        told.write(json.dumps(fields, ensure_ascii=False) + "\n")
        told.flush()


def answer(text: str, reading: Reading, words: WordSettings, *, lang: Language) -> Fields:
    """The fields of a reading, with its question in the reader's language."""
    fields: Fields = {"text": text, **to_fields(reading, words)}
    match reading:
        case Ask():
            fields["question"] = texts.question(lang, reading).plain()
        case Refused():
            fields["question"] = texts.refusal(lang, reading).plain()
    return fields


def known_calendar(country: str, year: int) -> WorkingCalendar:
    """The working days that the installed library knows around that year."""
    years = range(year - YEARS_BACK, year + YEARS_AHEAD + 1)
    return read_country(country, years).as_working_calendar()


def _zone(named: str) -> ZoneInfo:
    try:
        return ZoneInfo(named)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        sentence = f"--zone {named!r} is no time zone: try Asia/Shanghai."
        raise CannotRunError(sentence, Exit.SETTINGS) from error


def _wall(written: str, zone: ZoneInfo) -> datetime:
    try:
        wall = datetime.fromisoformat(written)
        return wall if wall.tzinfo is None else _local(wall, zone)
    except (ValueError, OverflowError) as error:
        sentence = f"--now {written!r} cannot be used: write it like 2026-11-21T22:00."
        raise CannotRunError(sentence, Exit.SETTINGS) from error


def _local(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None)
