"""What somebody writes after /calendar: days off, working days, terms, a country, or a look."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from domain.day_span import DaySpan, begins_with_day, holds_day, read_spans
from domain.school_term import SchoolTerm

MOST_LINES = 40
LONGEST_NAME = 32

_OFF = r"休息日?|放假|假期|休|days? off|off|holidays?|rest"
_WORK = r"补班|调休上班|上班|工作日?|班|working days?|working|work"
_CLEAR = r"清除|取消|删除|clear|remove"
_MARK = re.compile(
    rf"(?:(?P<off>{_OFF})|(?P<work>{_WORK})|(?P<clear>{_CLEAR}))(?![a-z])\s*[:：,，]?\s*(?P<name>.*)",
    re.IGNORECASE | re.DOTALL,
)
_TERM = re.compile(r"(?:学期|term\b)\s*[:：]?\s*(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_DROP = re.compile(rf"(?:{_CLEAR})\s+(?P<name>.+)", re.IGNORECASE | re.DOTALL)
_COUNTRY = re.compile(r"(?:国家|country\b)\s*[:：]?\s*(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_YES, _NO = r"已?公布|published", r"未公布|not published|unpublished"
_YEAR = re.compile(rf"(?P<year>\d{{4}})\s*年?\s*(?:(?P<yes>{_YES})|(?P<no>{_NO}))?", re.IGNORECASE)
_ABOVE = ("上级", "同上级", "above", "inherit")


@dataclass(frozen=True, kw_only=True)
class SetDays:
    """These days are off, or worked."""

    spans: tuple[DaySpan, ...]
    works: bool
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class ClearDays:
    """Nothing is said of these days any more."""

    spans: tuple[DaySpan, ...]


@dataclass(frozen=True, kw_only=True)
class SetTerm:
    """A school term."""

    term: SchoolTerm


@dataclass(frozen=True, kw_only=True)
class DropTerm:
    """A school term that is no more."""

    name: str


@dataclass(frozen=True, kw_only=True)
class ChooseCountry:
    """The country as it was written; None is that of the unit above."""

    words: str | None


@dataclass(frozen=True, kw_only=True)
class SetPublished:
    """The list of a year is complete, or not."""

    year: int
    is_published: bool


Statement = SetDays | ClearDays | SetTerm | DropTerm | ChooseCountry | SetPublished


@dataclass(frozen=True, kw_only=True)
class Look:
    """Show a unit's calendar; without a name one's own, without a year the present one."""

    unit: str = ""
    year: int | None = None


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is to be changed, for the unit named or for one's own."""

    statements: tuple[Statement, ...]
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class NotUnderstood:
    """The first line that could not be read."""

    line: str


def read_calendar_words(text: str, *, today: date) -> Look | Said | NotUnderstood:
    """All of it, or the first line that is not understood. Nothing is dropped."""
    written = [plain for line in re.split(r"[\n;；]", text) if (plain := _plain(line))]
    if not written:
        return Look()
    if len(written) == 1 and (look := _read_look(written[0])) is not None:
        return look
    if len(written) > MOST_LINES:
        return NotUnderstood(line=written[MOST_LINES])
    return _read_lines(written, today)


def _read_lines(written: Sequence[str], today: date) -> Said | NotUnderstood:
    unit = ""
    statements: list[Statement] = []
    for number, line in enumerate(written):
        named, rest = _split_unit(line)
        said = _read_statement(rest, today)
        # Only the first line names the unit; the others are about the same one.
        if said is None or (number and named not in ("", unit)):
            return NotUnderstood(line=line)
        unit = unit or named
        statements.append(said)
    return Said(statements=tuple(statements), unit=unit)


def _plain(line: str) -> str:
    return " ".join(normalize("NFKC", line).split())


def _read_look(line: str) -> Look | None:
    """A unit, a year, both or nothing; whatever else it holds is no look."""
    unit, _, last = line.rpartition(" ")
    found = _YEAR.fullmatch(last)
    if found and not found["yes"] and not found["no"]:
        return Look(unit=unit, year=int(found["year"]))
    has_more = re.search(r"\d|[:：]|学期|国家|\bterm\b|\bcountry\b", line, re.IGNORECASE)
    return None if has_more else Look(unit=line)


def _split_unit(line: str) -> tuple[str, str]:
    """The name before the first thing that a statement can begin with."""
    for found in re.finditer(r"^|(?<=[\s:：])", line):
        rest = line[found.end() :]
        if begins_with_day(rest) or any(form.match(rest) for form in (_TERM, _COUNTRY, _YEAR)):
            return line[: found.end()].strip(" :："), rest
    return "", line


def _read_statement(text: str, today: date) -> Statement | None:
    if found := _TERM.fullmatch(text):
        return _read_term(found["rest"], today)
    if found := _COUNTRY.fullmatch(text):
        words = found["rest"].strip()
        return ChooseCountry(words=None if words.lower() in _ABOVE else words)
    if (found := _YEAR.fullmatch(text)) and (found["yes"] or found["no"]):
        return SetPublished(year=int(found["year"]), is_published=bool(found["yes"]))
    return _read_days(text, today)


def _read_days(text: str, today: date) -> SetDays | ClearDays | None:
    read = read_spans(text, today=today)
    marked = _MARK.fullmatch(read.rest) if read else None
    if read is None or marked is None:
        return None
    name = marked["name"].strip()
    if marked["clear"]:
        return None if name else ClearDays(spans=read.spans)
    # A date inside the name would be a part that is silently not understood.
    if len(name) > LONGEST_NAME or holds_day(name):
        return None
    return SetDays(spans=read.spans, works=bool(marked["work"]), name=name)


def _read_term(text: str, today: date) -> SetTerm | DropTerm | None:
    if found := _DROP.fullmatch(text):
        return DropTerm(name=found["name"].strip())
    for at in (found.end() for found in re.finditer(r"\s", text)):
        name = text[:at].strip(" :：,，")
        # The days of a term may lie in the past, so a year must be said.
        read = read_spans(text[at:], today=today)
        if read is None or read.rest or len(read.spans) != 1 or not 0 < len(name) <= LONGEST_NAME:
            continue
        [span] = read.spans
        if span.length == 1:
            # Its last day was left out.
            return None
        return SetTerm(term=SchoolTerm(name=name, first_day=span.first, last_day=span.last))
    return None
