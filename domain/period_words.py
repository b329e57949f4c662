"""A stretch of the calendar as people name it: 2026-Q4, 2026年下半年, 11月, last month, H2 2026."""

import re
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from domain.period import Period, PeriodKind, period_named, period_of, previous_period

# What a ledger may be asked for, from the shortest to the longest.
OFFERED = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR)
EARLIEST_YEAR, LATEST_YEAR = 2000, 2099

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NAMED = {name: at for at, name in enumerate(_MONTHS, start=1)}
_NAMED |= {name[:3]: at for name, at in _NAMED.items()}
_FIGURES = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2, "first": 1, "second": 2}
_KINDS = {
    "月": PeriodKind.MONTH,
    "季": PeriodKind.QUARTER,
    "半": PeriodKind.HALF_YEAR,
    "年": PeriodKind.YEAR,
    "m": PeriodKind.MONTH,
    "q": PeriodKind.QUARTER,
    "h": PeriodKind.HALF_YEAR,
    "y": PeriodKind.YEAR,
}
_YEAR = r"20\d\d"
_MONTH_NAMES = "|".join(sorted(_NAMED, key=len, reverse=True))
_FORMS = (
    rf"(?P<key>{_YEAR}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?)",
    rf"((?P<y1>{_YEAR})年)?(?P<month>1[0-2]|0?[1-9])月份?",
    rf"((?P<y2>{_YEAR})年)?第?(?P<quarter>[一二三四1-4])季度?",
    rf"((?P<y3>{_YEAR})年)?(?P<half>[上下])半年",
    rf"(?P<y4>{_YEAR})年度?",
    r"(?P<past>上个?|去)(?P<past_kind>月|季|年)度?",
    r"(?P<this>这个?|本|今)(?P<this_kind>月|季|半|年)[度年]?",
    rf"(?P<part>Q[1-4]|H[12]) (?P<y5>{_YEAR})",
    r"(?P<bare>Q[1-4]|H[12])",
    rf"(?P<side>first|second) half([- ]year)?( of)?( (?P<y6>{_YEAR}))?",
    rf"(?P<name>{_MONTH_NAMES})( (?P<y7>{_YEAR}))?",
    r"(?P<when>this|last) (?P<length>month|quarter|half[- ]year|year)",
)
# What stands before must not run into it: 12026 is no year, and grade2026 no period.
_ENDING = re.compile(
    r"(?P<rest>.*?)(?<![0-9A-Za-z_-])(?:" + "|".join(_FORMS) + ")", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, kw_only=True)
class NamedPeriod:
    """What was asked for: the words before the period, and the period that ends them."""

    rest: str
    period: Period | None


def split_period(words: str, *, today: date) -> NamedPeriod:
    """Part words such as `Bluestone School 2026-H2`; without a period all of them are the rest.

    A month, quarter or half-year without a year is the latest one that has begun.
    """
    text = " ".join(normalize("NFKC", words).split())
    found = _ENDING.fullmatch(text)
    period = _period(found, today) if found else None
    if found is None or period is None:
        return NamedPeriod(rest=text, period=None)
    return NamedPeriod(rest=found["rest"].strip(" ,，·"), period=period)


def find_period(key: str) -> Period | None:
    """The period of a button: one that a ledger may be asked for."""
    try:
        period = period_named(key)
    except ValueError:
        return None
    is_ours = period.kind in OFFERED and EARLIEST_YEAR <= period.first_day.year <= LATEST_YEAR
    return period if is_ours else None


def _period(found: "re.Match[str]", today: date) -> Period | None:
    said = {part: text for part, text in found.groupdict().items() if text is not None}
    year = next((int(said[f"y{n}"]) for n in range(1, 8) if f"y{n}" in said), None)
    match said:
        case {"key": key}:
            return find_period(key.upper())
        case {"month": number}:
            return _of_year(PeriodKind.MONTH, int(number), year, today)
        case {"name": name}:
            return _of_year(PeriodKind.MONTH, _NAMED[name.lower()], year, today)
        case {"quarter": number}:
            quarter = _FIGURES.get(number) or int(number)
            return _of_year(PeriodKind.QUARTER, quarter, year, today)
        case {"half": side} | {"side": side}:
            return _of_year(PeriodKind.HALF_YEAR, _FIGURES[side.lower()], year, today)
        case {"part": part} | {"bare": part}:
            return _of_year(_KINDS[part[0].lower()], int(part[1]), year, today)
        case {"past_kind": kind}:
            return previous_period(period_of(_KINDS[kind], today))
        case {"this_kind": kind}:
            return period_of(_KINDS[kind], today)
        case {"when": when, "length": length}:
            running = period_of(_KINDS[length[0].lower()], today)
            return running if when.lower() == "this" else previous_period(running)
        case _:
            return None if year is None else period_of(PeriodKind.YEAR, date(year, 1, 1))


def _of_year(kind: PeriodKind, number: int, year: int | None, today: date) -> Period:
    months = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF_YEAR: 6}[kind]
    first_month = (number - 1) * months + 1
    chosen = year if year is not None else today.year - (first_month > today.month)
    return period_of(kind, date(chosen, first_month, 1))
