"""Plans, duties and what follows from them: obligations."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import Instant, Json, one_of


class PlanRow(SQLModel, table=True):
    """A named set of duties with its source."""

    __tablename__ = "plan"
    __table_args__ = (Index("plan_code", "code", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(max_length=64)
    name_zh: str = Field(max_length=128)
    name_en: str = Field(max_length=128)
    installed_at: datetime = Field(sa_type=Instant)


class DutyRow(SQLModel, table=True):
    """What is owed, by whom, how often. `opened_key` names the period opened last."""

    __tablename__ = "duty"
    __table_args__ = (
        Index("duty_code", "code", unique=True),
        one_of("kind", "activity", "report", "term"),
    )

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id")
    code: str = Field(max_length=64)
    kind: str = Field(max_length=16)
    name_zh: str = Field(max_length=128)
    name_en: str = Field(max_length=128)
    source_zh: str = Field(max_length=256)
    source_en: str = Field(max_length=256)
    owner_kinds: list[str] = Field(sa_type=Json)
    reviewer_kinds: list[str] = Field(sa_type=Json)
    per: str | None = Field(default=None, max_length=16)
    at_least: int = 1
    term_months: dict[str, int] = Field(sa_type=Json)
    policy: dict[str, Any] = Field(sa_type=Json)
    begins_on: date
    version: int = 1
    paused_at: datetime | None = Field(default=None, sa_type=Instant)
    opened_key: str | None = Field(default=None, max_length=64)


class ObligationRow(SQLModel, table=True):
    """One duty, one unit, one period, under the policy that held when it opened."""

    __tablename__ = "obligation"
    __table_args__ = (
        Index("obligation_once", "duty_id", "unit_id", "period_key", unique=True),
        # The clock's question: which open obligations must be looked at now?
        Index(
            "obligation_look",
            "look_again_at",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        # The board's first question: what of these units is open, however long ago it ended?
        Index(
            "obligation_open",
            "unit_id",
            "duty_id",
            "first_day",
            "last_day",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        # The board's second question: what of these units is done and still running?
        Index("obligation_unit", "unit_id", "last_day", "state"),
        one_of("state", "open", "done", "missed", "excused"),
    )

    id: int | None = Field(default=None, primary_key=True)
    duty_id: int = Field(foreign_key="duty.id")
    unit_id: int = Field(foreign_key="unit.id")
    period_key: str = Field(max_length=64)
    first_day: date
    last_day: date
    at_least: int = 1
    counted: int = 0
    state: str = Field(default="open", max_length=16)
    version: int = 1
    duty_version: int
    policy: dict[str, Any] = Field(sa_type=Json)
    opened_at: datetime = Field(sa_type=Instant)
    look_again_at: datetime | None = Field(default=None, sa_type=Instant)
    told_through: date | None = None
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
    settled_by: int | None = Field(default=None, foreign_key="person.id")


class TermRow(SQLModel, table=True):
    """A term of a unit's body that has ended or is running; a vote closes the one before."""

    __tablename__ = "term"
    __table_args__ = (Index("term_once", "unit_id", "began_on", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id")
    began_on: date
    months: int
    ends_on: date
    recorded_at: datetime = Field(sa_type=Instant)
    recorded_by: int | None = Field(default=None, foreign_key="person.id")
