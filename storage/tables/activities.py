"""Activities, who is expected, and who checked in."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import Instant, one_of


class ActivityRow(SQLModel, table=True):
    """A session with time, place, expected people and a window for check-in."""

    __tablename__ = "activity"
    __table_args__ = (
        one_of("state", "planned", "held", "cancelled"),
        # The clock's question: which check-ins open now?
        Index("activity_opens", "state", "opens_at"),
        Index("activity_unit", "unit_id", "starts_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id")
    duty_id: int | None = Field(default=None, foreign_key="duty.id", index=True)
    obligation_id: int | None = Field(default=None, foreign_key="obligation.id", index=True)
    act_code: str | None = Field(default=None, max_length=32)
    title: str = Field(max_length=64)
    place: str = Field(default="", max_length=64)
    starts_at: datetime = Field(sa_type=Instant)
    opens_at: datetime = Field(sa_type=Instant)
    closes_at: datetime = Field(sa_type=Instant)
    opening_told_at: datetime | None = Field(default=None, sa_type=Instant)
    state: str = Field(default="planned", max_length=16)
    version: int = 1
    made_by: int = Field(foreign_key="person.id")
    made_at: datetime = Field(sa_type=Instant)
    settled_at: datetime | None = Field(default=None, sa_type=Instant)


class ExpectedRow(SQLModel, table=True):
    """One person's presence at one activity; `state` is expected until something is recorded."""

    __tablename__ = "check_in"
    __table_args__ = (
        one_of("state", "expected", "present", "late", "excused", "absent", "made_up"),
        Index("check_in_person", "person_id"),
    )

    activity_id: int = Field(foreign_key="activity.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True)
    state: str = Field(default="expected", max_length=16)
    recorded_at: datetime | None = Field(default=None, sa_type=Instant)
    recorded_by: int | None = Field(default=None, foreign_key="person.id")
    way: str | None = Field(default=None, max_length=16)
    reason: str | None = Field(default=None, max_length=16)
    version: int = 1
