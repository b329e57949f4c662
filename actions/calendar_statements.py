"""Write down what was said of a calendar, with pictures of it before and after."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from domain import own_day, school_term
from domain.calendar_change import ChangeRefused, Refusal
from domain.calendar_words import (
    ChooseCountry,
    ClearDays,
    DropTerm,
    SetDays,
    SetPublished,
    SetTerm,
    Statement,
)
from domain.day_span import DaySpan
from domain.own_day import MOST_RANGES, OwnDays
from domain.public_holiday import Source, SpecialDay
from domain.school_term import MOST_TERMS, SchoolTerm
from domain.unit import Unit
from storage import calendar_days, calendar_layers, own_days, public_holidays, school_terms, units
from storage.calendar_layers import Facts, Layer, LayerKind


@dataclass(frozen=True, kw_only=True)
class Made:
    """Pictures of what was touched; `country` is the one whose calendar holds for the unit."""

    country: str
    before: Facts
    after: Facts


def make(
    session: Session, unit: Unit, statements: Sequence[Statement], *, is_national: bool
) -> Made | ChangeRefused:
    """Let the statements hold for a unit, or for the country that it lives in."""
    units.lock(session, unit.id)
    country = calendar_days.load_for(session, [unit]).country_of(unit)
    layers = _layers(unit, country, statements, is_national=is_national)
    before = calendar_layers.take(session, layers)
    refused = _write_terms(session, unit, statements)
    if refused is None and not is_national:
        refused = _write_own_days(session, unit, statements)
    if refused is not None:
        # All of it or nothing: what was written before the one that cannot be goes too.
        calendar_layers.put_back(session, before)
        return refused
    for statement in statements:
        if is_national:
            _write_national(session, country, statement)
        if isinstance(statement, ChooseCountry):
            own_days.choose_country(session, unit.id, statement.words)
    return Made(country=country, before=before, after=calendar_layers.take(session, layers))


def _layers(
    unit: Unit, country: str, statements: Sequence[Statement], *, is_national: bool
) -> tuple[Layer, ...]:
    found: list[Layer] = []
    for statement in statements:
        match statement:
            case SetDays() | ClearDays() if is_national:
                days = tuple(each_day(statement.spans))
                found.append(Layer(kind=LayerKind.DAYS, country=country, days=days))
            case SetDays() | ClearDays():
                found.append(Layer(kind=LayerKind.OWN, unit_id=unit.id))
            case SetPublished(year=year):
                found.append(Layer(kind=LayerKind.YEAR, country=country, year=year))
            case SetTerm() | DropTerm():
                found.append(Layer(kind=LayerKind.TERMS, unit_id=unit.id))
            case ChooseCountry():
                found.append(Layer(kind=LayerKind.COUNTRY, unit_id=unit.id))
    return tuple(dict.fromkeys(found))


def each_day(spans: Iterable[DaySpan]) -> Iterator[date]:
    """Every day of some spans."""
    for span in spans:
        for offset in range(span.length):
            yield span.first + timedelta(days=offset)


def _write_own_days(
    session: Session, unit: Unit, statements: Sequence[Statement]
) -> ChangeRefused | None:
    known = own_days.find(session, [unit.id]).get(unit.id, ())
    ranges = known
    for statement in statements:
        match statement:
            case SetDays(spans=spans, works=works, name=name):
                for span in spans:
                    new = OwnDays(first_day=span.first, last_day=span.last, works=works, name=name)
                    ranges = own_day.put(ranges, new)
            case ClearDays(spans=spans):
                for span in spans:
                    ranges = own_day.cut(ranges, span.first, span.last)
        if len(ranges) > MOST_RANGES:
            return ChangeRefused(reason=Refusal.TOO_MANY, statement=statement)
    if ranges != known:
        own_days.replace(session, unit.id, ranges)
    return None


def _write_terms(
    session: Session, unit: Unit, statements: Sequence[Statement]
) -> ChangeRefused | None:
    known: tuple[SchoolTerm, ...] = school_terms.find(session, [unit.id]).get(unit.id, ())
    terms = known
    for statement in statements:
        match statement:
            case SetTerm(term=term):
                terms = school_term.put(terms, term)
            case DropTerm(name=name):
                terms = school_term.drop(terms, name)
        if len(terms) > MOST_TERMS:
            return ChangeRefused(reason=Refusal.TOO_MANY, statement=statement)
    if terms != known:
        school_terms.replace(session, unit.id, terms)
    return None


def _write_national(session: Session, country: str, statement: Statement) -> None:
    match statement:
        case SetDays(spans=spans, works=works, name=name):
            days = [SpecialDay(day=day, works=works, name=name) for day in each_day(spans)]
            public_holidays.set_days(session, country, days)
        case ClearDays(spans=spans):
            public_holidays.clear_days(session, country, tuple(each_day(spans)))
        case SetPublished(year=year, is_published=True):
            public_holidays.mark_published(session, country, year, source=Source.COMMAND)
        case SetPublished(year=year):
            public_holidays.mark_unpublished(session, country, year, source=Source.COMMAND)
