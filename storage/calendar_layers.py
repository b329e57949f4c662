"""Pictures of the parts of the calendar that one change touches, to write down and to put back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement
from sqlmodel import Session, SQLModel, col, delete, select

from domain.public_holiday import Source
from storage.inserting import insert_new
from storage.tables.calendars import (
    CalendarDayRow,
    CalendarYearRow,
    OwnDaysRow,
    SchoolTermRow,
    UnitCountryRow,
)

Facts = dict[str, Any]
Part = tuple[type[SQLModel], list[ColumnElement[bool]]]


class LayerKind(StrEnum):
    """Which part of the calendar it is."""

    FILE = "file"
    DAYS = "days"
    YEAR = "year"
    OWN = "own"
    TERMS = "terms"
    COUNTRY = "country"


@dataclass(frozen=True, kw_only=True)
class Layer:
    """A country's file of a year, its days or year by command; or what one unit has set."""

    kind: LayerKind
    country: str = ""
    year: int = 0
    unit_id: int = 0
    days: tuple[date, ...] = ()


_LAYERS = TypeAdapter(tuple[Layer, ...])


def take(session: Session, layers: Sequence[Layer]) -> Facts:
    """The layers with everything in them, as plain JSON."""
    rows = [
        [_image(session, table, conditions) for table, conditions in _parts(layer)]
        for layer in layers
    ]
    return {"layers": _LAYERS.dump_python(tuple(layers), mode="json"), "rows": rows}


def _image(
    session: Session, table: type[SQLModel], conditions: list[ColumnElement[bool]]
) -> list[Facts]:
    found = session.exec(select(table).where(*conditions))
    return sorted((row.model_dump(mode="json") for row in found), key=str)


def layers_of(picture: Facts) -> tuple[Layer, ...]:
    """Of which layers it is a picture."""
    return _LAYERS.validate_python(picture["layers"])


def put_back(session: Session, picture: Facts) -> None:
    """Make the layers what they were when the picture was taken."""
    for layer, images in zip(layers_of(picture), picture["rows"], strict=True):
        for (table, conditions), image in zip(_parts(layer), images, strict=True):
            session.execute(delete(table).where(*conditions))
            rows = [table.model_validate(row).model_dump() for row in image]
            insert_new(session, table, rows)


def _parts(layer: Layer) -> tuple[Part, ...]:
    match layer.kind:
        case LayerKind.FILE:
            return (_days_of(layer, Source.FILE), _year_of(layer, Source.FILE))
        case LayerKind.DAYS:
            table, conditions = _days_of(layer, Source.COMMAND)
            return ((table, [*conditions, col(CalendarDayRow.day).in_(layer.days)]),)
        case LayerKind.YEAR:
            return (_year_of(layer, Source.COMMAND),)
        case LayerKind.OWN:
            return ((OwnDaysRow, [col(OwnDaysRow.unit_id) == layer.unit_id]),)
        case LayerKind.TERMS:
            return ((SchoolTermRow, [col(SchoolTermRow.unit_id) == layer.unit_id]),)
        case LayerKind.COUNTRY:
            return ((UnitCountryRow, [col(UnitCountryRow.unit_id) == layer.unit_id]),)


def _days_of(layer: Layer, source: Source) -> Part:
    conditions = [
        col(CalendarDayRow.country) == layer.country,
        col(CalendarDayRow.source) == source.value,
    ]
    if source is Source.FILE:
        conditions.append(col(CalendarDayRow.list_year) == layer.year)
    return CalendarDayRow, conditions


def _year_of(layer: Layer, source: Source) -> Part:
    return CalendarYearRow, [
        col(CalendarYearRow.country) == layer.country,
        col(CalendarYearRow.source) == source.value,
        col(CalendarYearRow.year) == layer.year,
    ]
