"""What units have set for their calendars, as the configuration file writes it."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from domain.calendar_setup import CalendarSetup, UnitSetup
from domain.file_fault import FaultReason
from domain.own_day import LONGEST_RANGE, OwnDays
from domain.school_term import LONGEST_TERM, SchoolTerm
from papers.duty_reading import SenselessError
from papers.duty_writing import OnOneLine
from papers.holiday_library import known_countries
from papers.yaml_documents import Step

Span = tuple[date, date]


def write_setup(setup: CalendarSetup) -> dict[str, Any]:
    """What `read_setup` reads back as the same."""
    written = {
        "country": setup.country,
        "own_days": [
            OnOneLine(_span(one.first_day, one.last_day, name=one.name, works=one.works))
            for one in setup.own_days
        ],
        "terms": [
            OnOneLine(_span(one.first_day, one.last_day, name=one.name)) for one in setup.terms
        ],
    }
    return {key: value for key, value in written.items() if value}


def _span(first: date, last: date, **more: Any) -> dict[str, Any]:
    last_day = {"last": last.isoformat()} if last != first else {}
    return {"first": first.isoformat(), **last_day} | {key: one for key, one in more.items() if one}


def read_setup(unit: str, written: Mapping[str, Any]) -> UnitSetup:
    """What a unit has set; raises SenselessError with the path inside the unit."""
    country = written.get("country")
    if country is not None and country not in known_countries():
        raise SenselessError(["country"], FaultReason.NOT_AMONG, country)
    days, terms = written.get("own_days", ()), written.get("terms", ())
    own_spans = _spans("own_days", days, longest=LONGEST_RANGE)
    term_spans = _spans("terms", terms, longest=LONGEST_TERM)
    named = tuple(
        SchoolTerm(name=one["name"], first_day=first, last_day=last)
        for one, (first, last) in zip(terms, term_spans, strict=True)
    )
    _refuse_twice(named)
    setup = CalendarSetup(
        country=country,
        own_days=tuple(
            OwnDays(
                first_day=first,
                last_day=last,
                works=one.get("works", False),
                name=one.get("name", ""),
            )
            for one, (first, last) in zip(days, own_spans, strict=True)
        ),
        terms=named,
    )
    return UnitSetup(unit=unit, setup=setup.in_order())


def _refuse_twice(terms: Sequence[SchoolTerm]) -> None:
    """Two terms of one name in one school year would be one."""
    for number, term in enumerate(terms):
        if any(term.has_the_name_of(one) for one in terms[:number]):
            raise SenselessError(["terms", number, "name"], FaultReason.TWICE, term.name)


def _spans(part: str, written: Sequence[Mapping[str, Any]], *, longest: int) -> list[Span]:
    spans = []
    for number, one in enumerate(written):
        first = _day([part, number, "first"], one["first"])
        last = _day([part, number, "last"], one["last"]) if "last" in one else first
        if last < first:
            raise SenselessError([part, number, "last"], FaultReason.ILL_WRITTEN, one["last"])
        if (last - first).days >= longest:
            raise SenselessError([part, number, "last"], FaultReason.OUT_OF_RANGE, one["last"])
        spans.append((first, last))
    for (_, before), (number, after) in combinations(enumerate(spans), 2):
        if before[0] <= after[1] and after[0] <= before[1]:
            raise SenselessError([part, number], FaultReason.TWICE, written[number]["first"])
    return spans


def _day(path: Sequence[Step], written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise SenselessError(path, FaultReason.ILL_WRITTEN, written) from error
