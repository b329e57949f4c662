"""The reader's language: sentences, plurals, dates, numbers and lists."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from string import Formatter
from typing import Literal, get_args

from babel import Locale
from babel.dates import format_date, format_interval
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from texts.catalogues import translations
from texts.words import Words, in_a_row, name, our_own, value

Code = Literal["zh", "en"]
Value = str | int | Words | date | time

LANGUAGES: tuple[Code, ...] = get_args(Code)

_LOCALES: dict[Code, str] = {"zh": "zh_Hans_CN", "en": "en_GB"}
_DAY: dict[Code, str] = {"zh": "M月d日EEEE", "en": "EEE d MMM"}
_DAY_OF_YEAR: dict[Code, str] = {"zh": "M月d日", "en": "d MMMM"}
_DAY_AND_YEAR: dict[Code, str] = {"zh": "y年M月d日EEEE", "en": "EEE d MMM y"}
_YEAR: dict[Code, str] = {"zh": "y年", "en": "y"}
_MONTH: dict[Code, str] = {"zh": "y年M月", "en": "MMMM y"}
_WEEKDAY: dict[Code, str] = {"zh": "EEEE", "en": "EEEE"}
_MONTH_ALONE: dict[Code, str] = {"zh": "M月", "en": "LLLL"}
_MONTH_SHORT: dict[Code, str] = {"zh": "M月", "en": "MMM"}
_QUARTER: dict[Code, str] = {"zh": "y年QQQQ", "en": "QQQQ y"}

_PERIOD = re.compile(
    r"(?P<year>(?!0000)\d{4})(-(?P<part>H[12]|Q[1-4]|S[12]|S-(?P<term>.+)|0[1-9]|1[0-2]))?",
    re.ASCII | re.DOTALL,
)


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language that the bot speaks."""

    code: Code

    def say(self, message: str, /, **values: Value) -> Words:
        """Return the message in this language with its {placeholders} filled.

        What people typed enters as str: escaped, on one line, at most 200 characters.
        Raises ValueError when the values are not exactly the message's placeholders.
        """
        _check(message, values)
        if not values:
            return _standing(self.code, message)
        return self._filled(translations(self.code).gettext(message), values)

    def many(self, singular: str, plural: str, count: int, /, **values: Value) -> Words:
        """Return the form that fits `count`, which fills {count} by itself."""
        given = {"count": count, **values}
        _check(singular + plural, given)
        message = translations(self.code).ngettext(singular, plural, count)
        return self._filled(message, given)

    def label(self, message: str, /, **values: Value) -> str:
        """Return plain text, for buttons, toasts and descriptions of commands."""
        return self.say(message, **values).plain()

    def day(self, day: date, *, now_year: int | None = None, with_year: bool = False) -> str:
        """Return "11月25日星期三"; the year is said when asked for or not the present one."""
        years_differ = now_year is not None and day.year != now_year
        patterns = _DAY_AND_YEAR if with_year or years_differ else _DAY
        return self._dated(day, patterns)

    def day_of_year(self, day: date) -> str:
        """Return "3月31日" or "31 March", for what comes back every year."""
        return format_date(day, _DAY_OF_YEAR[self.code], locale=_LOCALES[self.code])

    def clock(self, at: time | datetime) -> str:
        return f"{at.hour:02}:{at.minute:02}"

    def moment(self, at: datetime, *, now_year: int | None = None, with_year: bool = False) -> str:
        """Return day and time of an instant that is already in the reader's zone."""
        if at.tzinfo is None:
            raise ValueError("A moment needs a zone, or nobody knows when it is.")
        return f"{self.day(at.date(), now_year=now_year, with_year=with_year)} {self.clock(at)}"

    def day_range(
        self, first: date, last: date, *, now_year: int | None = None, with_year: bool = False
    ) -> str:
        """Return "11月25日至27日" or "25–27 Nov"."""
        if first == last:
            return self.day(first, now_year=now_year, with_year=with_year)
        years = {first.year, last.year, now_year or first.year}
        skeleton = "MMMd" if len(years) == 1 and not with_year else "yMMMd"
        return format_interval(first, last, skeleton, locale=_LOCALES[self.code])

    def month(self, day: date) -> str:
        return self._dated(day, _MONTH)

    def month_alone(self, month: int) -> str:
        """Return "7月" or "July": a month of any year."""
        return self._dated(date(2000, month, 1), _MONTH_ALONE)

    def month_short(self, day: date) -> str:
        """Return "11月" or "Nov"."""
        return self._dated(day, _MONTH_SHORT)

    def weekday(self, day: date) -> str:
        """Return "星期五" or "Friday"."""
        return self._dated(day, _WEEKDAY)

    @property
    def comma(self) -> str:
        """Between two parts of a sentence that were not worded together."""
        return "，" if self.code == "zh" else ", "

    def period_name(self, key: str) -> str:
        """Return the name of a period: 2026-W48 is the week of its Monday; or the key itself."""
        if (day := _day_named(key)) is not None:
            if "W" in key:
                return self.label("week of {day}", day=self.day(day, with_year=True))
            return self.day(day, with_year=True)
        found = _PERIOD.fullmatch(key)
        if found is None:
            return name(key).plain()
        year = int(found["year"])
        match found["part"]:
            case None:
                return self._dated(date(year, 1, 1), _YEAR)
            case "H1":
                return self.label("first half of {year}", year=year)
            case "H2":
                return self.label("second half of {year}", year=year)
            case part if part[0] == "S":
                years = f"{year}–{year + 1}"
                if term := found["term"]:
                    return self.label("{term}, {years}", term=term, years=years)
                return self.label("term {number} of {years}", number=part[1:], years=years)
            case "Q1" | "Q2" | "Q3" | "Q4" as quarter:
                return self._dated(date(year, int(quarter[1]) * 3, 1), _QUARTER)
            case month:
                return self.month(date(year, int(month), 1))

    def number(self, number: int | float) -> str:
        """Return a number with its thousands apart. Years and ids are not numbers."""
        return format_decimal(number, locale=_LOCALES[self.code])

    def percent(self, share: float) -> str:
        """Return a share of one as whole percents; 100% is said only when nothing is missing."""
        told = min(share, 0.99) if share < 1 else share
        return format_percent(told, locale=_LOCALES[self.code])

    def list_of(self, items: Sequence[str | Words]) -> Words:
        """Return "甲、乙和丙" or "A, B and C"."""
        slots = format_list([f"{{n{at}}}" for at in range(len(items))], locale=_LOCALES[self.code])
        return self._filled(slots, {f"n{at}": item for at, item in enumerate(items)})

    def country(self, code: str) -> str:
        """Return the name of a country for its two letters, or the letters themselves."""
        return country_names(self.code).get(code) or name(code).plain()

    def choose(self, *, zh: str, en: str) -> str:
        """Return the reader's side of a bilingual value, or the other where that is empty."""
        return (zh or en) if self.code == "zh" else (en or zh)

    def _dated(self, day: date, patterns: Mapping[Code, str]) -> str:
        # The day alone: a moment of that day would be another key, and no other words.
        return _formatted(date(day.year, day.month, day.day), patterns[self.code], self.code)

    def _filled(self, message: str, values: Mapping[str, Value]) -> Words:
        return in_a_row(
            piece if isinstance(piece, Words) else self._said(values[piece])
            for piece in _pieces(message)
        )

    def _said(self, given: Value) -> Words:
        match given:
            case Words():
                return given
            case str():
                return value(given)
            case datetime():
                return our_own(self.moment(given))
            case date():
                return our_own(self.day(given))
            case time():
                return our_own(self.clock(given))
            case _:
                return our_own(str(given))


@lru_cache
def country_names(code: Code) -> Mapping[str, str]:
    """Return the names of all countries in a language, by their letters."""
    return {str(key): str(name) for key, name in Locale.parse(_LOCALES[code]).territories.items()}


def language(code: str | None, default: Code = "zh") -> Language:
    """Return the language for a code such as zh-hans, zh_CN or en-GB."""
    spoken = (code or "").replace("_", "-").split("-")[0].lower()
    return Language(code=next((known for known in LANGUAGES if known == spoken), default))


def _day_named(key: str) -> date | None:
    try:
        return date.fromisoformat(key)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _standing(code: Code, message: str) -> Words:
    """A message that has no placeholders."""
    said = translations(code).gettext(message)
    return in_a_row(piece for piece in _pieces(said) if isinstance(piece, Words))


@lru_cache(maxsize=4096)
def _formatted(day: date, pattern: str, code: Code) -> str:
    return format_date(day, pattern, locale=_LOCALES[code])


@lru_cache(maxsize=4096)
def _pieces(message: str) -> tuple[Words | str, ...]:
    """Return a message as our own words and, as plain strings, the names of its placeholders."""
    found: list[Words | str] = []
    for text, placeholder, form, conversion in Formatter().parse(message):
        found.append(our_own(text))
        if placeholder is None:
            continue
        if form or conversion or not placeholder.isidentifier():
            raise ValueError(f"{{{placeholder}}} in {message!r} is not a plain name.")
        found.append(placeholder)
    return tuple(found)


@lru_cache(maxsize=4096)
def _placeholders(message: str) -> frozenset[str]:
    return frozenset(piece for piece in _pieces(message) if isinstance(piece, str))


def _check(message: str, values: Mapping[str, Value]) -> None:
    named = _placeholders(message)
    if named == values.keys() or named == values.keys() - ({"count"} - named):
        return
    raise ValueError(f"{message!r} names {sorted(named)} and was given {sorted(values)}.")
