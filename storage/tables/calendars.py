"""Which days people work: what countries publish, and what units set for themselves."""

from datetime import date
from typing import Any

from sqlmodel import Field, SQLModel

from storage.tables.columns import Json, one_of

NO_SEQUENCE: dict[str, Any] = {"autoincrement": False}


class CalendarCountryRow(SQLModel, table=True):
    """A country whose days were seeded, with the days of its weekend (Monday is 0)."""

    __tablename__ = "calendar_country"

    country: str = Field(primary_key=True, max_length=2)
    weekend: list[int] = Field(sa_type=Json)


class CalendarDayRow(SQLModel, table=True):
    """A day on which a country differs from its weeks, as one list of one source has it."""

    __tablename__ = "calendar_day"
    __table_args__ = (one_of("source", "library", "file", "command"),)

    country: str = Field(primary_key=True, max_length=2)
    source: str = Field(primary_key=True, max_length=16)
    list_year: int = Field(primary_key=True, sa_column_kwargs=NO_SEQUENCE)
    day: date = Field(primary_key=True)
    works: bool
    name: str = Field(default="", max_length=64)


class CalendarYearRow(SQLModel, table=True):
    """A year whose list of holidays and make-up days is published, and who says so."""

    __tablename__ = "calendar_year"
    __table_args__ = (one_of("source", "library", "file", "command"),)

    country: str = Field(primary_key=True, max_length=2)
    year: int = Field(primary_key=True, sa_column_kwargs=NO_SEQUENCE)
    source: str = Field(primary_key=True, max_length=16)


class UnitCountryRow(SQLModel, table=True):
    """The country whose calendar holds for a unit and everything below it."""

    __tablename__ = "unit_country"

    unit_id: int = Field(primary_key=True, foreign_key="unit.id")
    country: str = Field(max_length=2)


class OwnDaysRow(SQLModel, table=True):
    """Days on which a unit and everything below it rests, or works. They never overlap."""

    __tablename__ = "own_days"

    unit_id: int = Field(primary_key=True, foreign_key="unit.id")
    first_day: date = Field(primary_key=True)
    last_day: date
    works: bool
    name: str = Field(default="", max_length=64)


class SchoolTermRow(SQLModel, table=True):
    """A school term of a unit and everything below it. They never overlap.

    `period_key` was given when it was entered first, and stays through every correction.
    """

    __tablename__ = "school_term"

    unit_id: int = Field(primary_key=True, foreign_key="unit.id")
    first_day: date = Field(primary_key=True)
    last_day: date
    name: str = Field(max_length=64)
    period_key: str = Field(max_length=64)
