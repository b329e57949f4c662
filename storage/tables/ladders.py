"""What people answer to reminders, and what the level above rules."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import Instant, one_of


class EasingRow(SQLModel, table=True):
    """What one person has answered to the reminders of one obligation."""

    __tablename__ = "easing"

    obligation_id: int = Field(foreign_key="obligation.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True)
    quiet_until: date | None = None
    tomorrows: int = 0


class ProblemRow(SQLModel, table=True):
    """A unit says once for each last day of an obligation that it has a problem."""

    __tablename__ = "problem"
    __table_args__ = (
        Index("problem_once", "obligation_id", "last_day", unique=True),
        one_of("reason", "time", "people", "material", "other"),
    )

    id: int | None = Field(default=None, primary_key=True)
    obligation_id: int = Field(foreign_key="obligation.id")
    last_day: date
    person_id: int = Field(foreign_key="person.id")
    reason: str = Field(max_length=16)
    words: str = Field(default="", max_length=512)
    told_at: datetime = Field(sa_type=Instant)
    seen_by: int | None = Field(default=None, foreign_key="person.id")
    seen_at: datetime | None = Field(default=None, sa_type=Instant)


class RulingRow(SQLModel, table=True):
    """An officer above has extended or excused something; one ruling may be about many."""

    __tablename__ = "ruling"
    __table_args__ = (
        one_of("kind", "extend", "excuse"),
        one_of("reason", "no_need", "elsewhere", "hardship", "other"),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(max_length=16)
    person_id: int = Field(foreign_key="person.id")
    reason: str | None = Field(default=None, max_length=16)
    ruled_at: datetime = Field(sa_type=Instant)
    undone_at: datetime | None = Field(default=None, sa_type=Instant)


class RulingItemRow(SQLModel, table=True):
    """One obligation of a ruling: its last day before and after, its version afterwards."""

    __tablename__ = "ruling_item"

    ruling_id: int = Field(foreign_key="ruling.id", primary_key=True)
    obligation_id: int = Field(foreign_key="obligation.id", primary_key=True, index=True)
    version: int
    from_day: date
    to_day: date


class AwayRow(SQLModel, table=True):
    """Somebody is away and another person stands in, from the first local day to the last.

    While a row is `running` the deputy holds the offices beside the one who is away.
    """

    __tablename__ = "away"
    __table_args__ = (
        Index("away_state", "state"),
        Index("away_person", "person_id", "state"),
        Index("away_deputy", "deputy_id", "state"),
        one_of("state", "asked", "confirmed", "running", "declined", "ended"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    deputy_id: int = Field(foreign_key="person.id")
    first_day: date
    last_day: date
    state: str = Field(default="asked", max_length=16)
    version: int = 1
    asked_at: datetime = Field(sa_type=Instant)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)
