"""A table on paper: headings, typed cells, and what stands above and below it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

Cell = str | int | float | date | time | None


class Look(StrEnum):
    """What a column holds. Percentages are shares of one; an amount may have a fraction."""

    TEXT = "text"
    NUMBER = "number"
    AMOUNT = "amount"
    DAY = "day"
    CLOCK = "clock"
    PERCENT = "percent"


@dataclass(frozen=True, kw_only=True)
class Column:
    """`width` is in characters of a Latin letter's width."""

    heading: str
    width: int
    look: Look = Look.TEXT


@dataclass(frozen=True, kw_only=True)
class Table:
    """One sheet. None is an empty cell; text is always text, whatever it begins with.

    The first `still_columns` stay in sight when the sheet is moved sideways.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    still_columns: int = 0

    @property
    def width(self) -> int:
        """Of all columns together."""
        return sum(column.width for column in self.columns)


@dataclass(frozen=True, kw_only=True)
class Book:
    """Some tables in one file. `made_at` is on the local clock."""

    title: str
    made_at: datetime
    tables: tuple[Table, ...]
