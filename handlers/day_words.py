"""Read a day or a number of years from a few strict forms; anything else is not understood."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from unicodedata import normalize

from domain.term import MOST_YEARS

_NEAR = {"today": 0, "今天": 0, "今日": 0, "yesterday": 1, "昨天": 1, "昨日": 1}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG = ("uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember")
_NAME = "|".join(f"{short}(?:{rest})?" for short, rest in zip(_MONTHS, _LONG, strict=True))
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})",
        r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?",
        rf"(?P<name>{_NAME})\.? (?P<day>\d{{1,2}})(?:,? (?P<year>\d{{4}}))?",
        rf"(?P<day>\d{{1,2}}) (?P<name>{_NAME})\.?(?: (?P<year>\d{{4}}))?",
    )
)
_YEARS = re.compile(r"(?P<number>\d{1,2}|[一二两三四五六七八九十]) ?(?:年|years?)?", re.ASCII)
_CHINESE = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}


def read_day(words: str, *, today: date) -> date | None:
    """The day that the words name; without a year it is one of this year. None: not understood."""
    plain = _plain(words)
    if plain in _NEAR:
        return today - timedelta(days=_NEAR[plain])
    return next(_days(plain, today.year), None)


def _days(plain: str, this_year: int) -> Iterator[date]:
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found is None:
            continue
        named = found.groupdict()
        month = _MONTHS.index(named["name"][:3]) + 1 if "name" in named else int(named["month"])
        try:
            yield date(int(named["year"] or this_year), month, int(named["day"]))
        except ValueError:
            # 30 February is no day.
            continue


def read_years(words: str) -> int | None:
    """A number of years from one to ten: 3, 3年, 三年, 3 years."""
    found = _YEARS.fullmatch(_plain(words))
    if found is None:
        return None
    number = found["number"]
    years = _CHINESE[number] if number in _CHINESE else int(number)
    return years if 1 <= years <= MOST_YEARS else None


def _plain(words: str) -> str:
    """One form for full-width digits, capitals and blanks."""
    return " ".join(normalize("NFKC", words).lower().split())
