"""What the kept library knows of a country's holidays and make-up working days."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from domain.public_holiday import CHINA, CountryLists, HolidayList, SpecialDay

LONGEST_NAME = 64
PREFERRED_LANGUAGES = {CHINA: "zh_CN"}
OTHERWISE = "en_US"

# "清明节（补假）" is the festival; "休息日（由 … 调休）" belongs to the one that it lies beside.
_ASIDE = re.compile(r"\s*[（(].*[)）]\s*$")
_MERELY_OFF = ("休息日",)


@cache
def known_countries() -> frozenset[str]:
    """The two-letter codes of all countries that the library knows."""
    import holidays  # Late: it takes half a second, and only once in a while.

    return frozenset(code for code in holidays.list_supported_countries() if len(code) == 2)


def read_country(country: str, years: Sequence[int]) -> CountryLists:
    """The library's lists for some years; raises KeyError for a country that it does not know."""
    if country not in known_countries():
        raise KeyError(country)
    lists = tuple(_list_of(country, year) for year in years)
    return CountryLists(
        country=country,
        weekend=frozenset(_ask(country, years).weekend),
        lists=lists,
        # Of China the statutory days are known long before the make-up days are announced, and
        # only a list with make-up days is the published one.
        published=frozenset(one.year for one in lists if country != CHINA or one.has_make_up_days),
    )


def _list_of(country: str, year: int) -> HolidayList:
    # The list of a year may set days of late December before it.
    known = _ask(country, (year, year + 1))
    days = {day: SpecialDay(day=day, works=True) for day in known.weekend_workdays}
    for day, name in known.items():
        days.setdefault(day, SpecialDay(day=day, works=False, name=_plain(name)))
    ordered = sorted(days.items())
    return HolidayList(year=year, days=tuple(one for day, one in ordered if day.year == year))


def _ask(country: str, years: Sequence[int]) -> Any:
    import holidays  # Late, as above.

    found = holidays.country_holidays(country, years=years)
    language = PREFERRED_LANGUAGES.get(country, OTHERWISE)
    if language in found.supported_languages:
        return holidays.country_holidays(country, years=years, language=language)
    return found


def _plain(name: str) -> str:
    festivals = list(_festivals(name))
    return "、".join(dict.fromkeys(festivals))[:LONGEST_NAME]


def _festivals(name: str) -> Iterator[str]:
    for part in name.split("; "):
        plain = _ASIDE.sub("", part).strip()
        if plain and plain not in _MERELY_OFF:
            yield plain.removeprefix("农历")
