"""The two sign-ins of a working day, and service that members did at a second place."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import Instant, one_of


class SignInPlanRow(SQLModel, table=True):
    """A unit's own staff sign in, from one day to another; minutes count from local midnight."""

    __tablename__ = "sign_in_plan"

    unit_id: int = Field(foreign_key="unit.id", primary_key=True)
    begins_on: date = Field(primary_key=True)
    last_day: date | None = None
    until_minute: int
    since_minute: int
    made_by: int = Field(foreign_key="person.id")
    made_at: datetime = Field(sa_type=Instant)


class SignInRow(SQLModel, table=True):
    """One person, one day, one of the two times. No place is kept."""

    __tablename__ = "sign_in"
    __table_args__ = (
        one_of("slot", "coming", "leaving"),
        one_of("state", "in", "late", "early", "away", "missing"),
    )

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    day: date = Field(primary_key=True)
    slot: str = Field(max_length=16, primary_key=True)
    state: str = Field(max_length=16)
    # The instant that counts; none where an officer only said how it was.
    at: datetime | None = Field(default=None, sa_type=Instant)
    # Who else has entered it.
    recorded_by: int | None = Field(default=None, foreign_key="person.id")
    version: int = 1


class ServiceRow(SQLModel, table=True):
    """Service at a second place; the place is for the person's own eyes."""

    __tablename__ = "service"
    __table_args__ = (
        # The same words sent twice are one service; also the question after one's own year.
        Index("service_once", "person_id", "day", "place", unique=True),
        Index("service_unit", "unit_id", "day"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    # The person's unit at that time: it is the one that counts it.
    unit_id: int = Field(foreign_key="unit.id")
    day: date
    place: str = Field(max_length=64)
    minutes: int
    made_at: datetime = Field(sa_type=Instant)
