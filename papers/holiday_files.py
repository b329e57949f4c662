"""Read a year's public holidays from a JSON file, as projects publish them; strict."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.holiday_file import FileFault, FileReason
from domain.public_holiday import HolidayList, SpecialDay

MAX_FILE_BYTES = 256 * 1024
MOST_DAYS = 120
LONGEST_NAME = 64
MOST_PAPERS = 10
YEARS_BACK, YEARS_AHEAD = 2, 2

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class _TwiceError(ValueError):
    """A key stands there twice: nobody knows which one is meant."""


def read_holiday_file(content: bytes, *, today: date) -> HolidayList | FileFault:
    """The list that the file holds, or its first fault.

    The shape is {"year": 2027, "papers": [...], "days": [{"name": "元旦", "date": "2027-01-01",
    "isOffDay": true}, …]}; other keys are left alone. The year is the one of the announcement,
    so that days of the December before it belong there too.
    """
    if len(content) > MAX_FILE_BYTES:
        return FileFault(reason=FileReason.TOO_LARGE)
    try:
        found = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return FileFault(reason=FileReason.NOT_JSON)
    if not isinstance(found, dict) or "year" not in found:
        return FileFault(reason=FileReason.NOT_A_LIST)
    if not isinstance(found.get("days"), list):
        return FileFault(reason=FileReason.NOT_A_LIST)
    year = found["year"]
    if not isinstance(year, int) or isinstance(year, bool):
        return FileFault(reason=FileReason.BAD_YEAR)
    if not today.year - YEARS_BACK <= year <= today.year + YEARS_AHEAD:
        return FileFault(reason=FileReason.FAR_YEAR, found=str(year)[:LONGEST_NAME])
    return _read_list(year, found["days"], found.get("papers"))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _TwiceError
    return found


def _read_list(year: int, listed: list[Any], papers: object) -> HolidayList | FileFault:
    if not listed:
        # The file of a year is there months before its announcement.
        return FileFault(reason=FileReason.NOT_PUBLISHED, year=year)
    if len(listed) > MOST_DAYS:
        return FileFault(reason=FileReason.TOO_MANY_DAYS, year=year, found=str(len(listed)))
    days: dict[date, SpecialDay] = {}
    for number, one in enumerate(listed, start=1):
        read = _read_day(one, year)
        if isinstance(read, SpecialDay) and read.day in days:
            read = FileFault(reason=FileReason.DAY_TWICE, found=read.day.isoformat())
        if isinstance(read, FileFault):
            return FileFault(reason=read.reason, year=year, number=number, found=read.found)
        days[read.day] = read
    return HolidayList(
        year=year, days=tuple(days[day] for day in sorted(days)), papers=_read_papers(papers)
    )


def _read_day(one: object, year: int) -> SpecialDay | FileFault:
    if not isinstance(one, Mapping) or not isinstance(one.get("isOffDay"), bool):
        return FileFault(reason=FileReason.DAY_NOT_READ, found=_shown(one))
    written = one.get("date")
    day = _parse_day(written)
    if day is None:
        return FileFault(reason=FileReason.DAY_NOT_READ, found=_shown(written))
    name = one.get("name")
    if not isinstance(name, str) or not name.strip():
        return FileFault(reason=FileReason.DAY_WITHOUT_NAME, found=day.isoformat())
    if day.year != year and (day.year, day.month) != (year - 1, 12):
        return FileFault(reason=FileReason.DAY_OF_ANOTHER_YEAR, found=day.isoformat())
    return SpecialDay(day=day, works=not one["isOffDay"], name=name.strip()[:LONGEST_NAME])


def _parse_day(written: object) -> date | None:
    if not isinstance(written, str) or not _DAY.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _read_papers(papers: object) -> tuple[str, ...]:
    listed = papers if isinstance(papers, list) else []
    return tuple(one[:300] for one in listed[:MOST_PAPERS] if isinstance(one, str))


def _shown(found: object) -> str:
    return str(found)[:LONGEST_NAME]
