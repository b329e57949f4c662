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
    """What is owed, by whom, how often.

    `opened_through` is the day on which everything was opened last, `opened_key` the day for which
    there is nothing left to look at.
    """

    __tablename__ = "duty"
    __table_args__ = (Index("duty_code", "code", unique=True), one_of("needs", "any", "all"))

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id")
    code: str = Field(max_length=128)
    name_zh: str = Field(max_length=128)
    name_en: str = Field(max_length=128)
    source_zh: str = Field(max_length=256)
    source_en: str = Field(max_length=256)
    audience: dict[str, Any] = Field(sa_type=Json)
    acts: list[dict[str, Any]] = Field(sa_type=Json)
    needs: str = Field(default="any", max_length=8)
    cadence: dict[str, Any] = Field(sa_type=Json)
    reviewer_kinds: list[str] = Field(sa_type=Json)
    exempt_months: list[int] = Field(sa_type=Json)
    policy: dict[str, Any] = Field(sa_type=Json)
    begins_on: date
    version: int = 1
    paused_at: datetime | None = Field(default=None, sa_type=Instant)
    opened_key: str | None = Field(default=None, max_length=64)
    opened_through: date | None = None


class ObligationRow(SQLModel, table=True):
    """One duty, one owner, one period, under the rule that held when it opened.

    `owner_key` is `u4` for a unit, `p17` for a person, `t9` for a tie. A person's obligation moves
    with him, so its unit may change; its owner never does. `extended_from` is the last day that
    held before the first extension.
    """

    __tablename__ = "obligation"
    __table_args__ = (
        Index("obligation_once", "duty_id", "owner_key", "period_key", unique=True),
        # The clock's question: which open obligations must be looked at now?
        Index(
            "obligation_look",
            "look_again_at",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        # The board's questions: what of these units is open, however long ago it ended, and what
        # is done and still running?
        Index("obligation_unit", "unit_id", "state", "last_day"),
        # The member's question: what do I owe?
        Index(
            "obligation_person",
            "person_id",
            sqlite_where=text("person_id IS NOT NULL AND state = 'open'"),
            postgresql_where=text("person_id IS NOT NULL AND state = 'open'"),
        ),
        one_of("state", "open", "done", "missed", "excused"),
        one_of("needs", "any", "all"),
    )

    id: int | None = Field(default=None, primary_key=True)
    duty_id: int = Field(foreign_key="duty.id")
    unit_id: int = Field(foreign_key="unit.id")
    owner_key: str = Field(max_length=16)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    tie_id: int | None = Field(default=None, foreign_key="tie.id")
    period_key: str = Field(max_length=64)
    first_day: date
    last_day: date
    at_minute: int | None = None
    lapses_on: date | None = None
    acts: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)
    needs: str = Field(default="any", max_length=8)
    at_least: int = 1
    counted: int = 0
    progress: dict[str, int] = Field(default_factory=dict, sa_type=Json)
    state: str = Field(default="open", max_length=16)
    version: int = 1
    duty_version: int
    policy: dict[str, Any] = Field(sa_type=Json)
    opened_at: datetime = Field(sa_type=Instant)
    look_again_at: datetime | None = Field(default=None, sa_type=Instant)
    told_through: date | None = None
    extended_from: date | None = None
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
    settled_by: int | None = Field(default=None, foreign_key="person.id")


class TermRow(SQLModel, table=True):
    """A term of a unit's body that has ended or is running; a vote closes the one before.

    `own_began_before` and `own_months_before` are what the unit said of itself until then: it says
    so again when the vote is taken back. None where it said nothing, or a plan did for its kind.
    """

    __tablename__ = "term"
    __table_args__ = (Index("term_once", "unit_id", "began_on", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id")
    began_on: date
    months: int
    ends_on: date
    recorded_at: datetime = Field(sa_type=Instant)
    recorded_by: int | None = Field(default=None, foreign_key="person.id")
    due: int | None = None
    present: int | None = None
    own_began_before: date | None = None
    own_months_before: int | None = None


class EventRow(SQLModel, table=True):
    """Something that happened in a unit on a day, from which duties follow there and below."""

    __tablename__ = "event"
    __table_args__ = (
        # Two officers who record the same thing record it once.
        Index(
            "event_once",
            "code",
            "unit_id",
            "happened_on",
            unique=True,
            sqlite_where=text("revoked_at IS NULL"),
            postgresql_where=text("revoked_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(max_length=64)
    unit_id: int = Field(foreign_key="unit.id")
    happened_on: date
    recorded_at: datetime = Field(sa_type=Instant)
    recorded_by: int = Field(foreign_key="person.id")
    revoked_at: datetime | None = Field(default=None, sa_type=Instant)
