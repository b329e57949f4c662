"""Versions of what is set up, and changes that wait for a second administrator."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import Instant, Json, one_of


class ConfigVersionRow(SQLModel, table=True):
    """One change of the set-up: each duty that it touched, before and after. Never changed."""

    __tablename__ = "config_version"

    id: int | None = Field(default=None, primary_key=True)
    made_at: datetime = Field(sa_type=Instant)
    made_by: int | None = Field(default=None, foreign_key="person.id")
    confirmed_by: int | None = Field(default=None, foreign_key="person.id")
    cause: str = Field(max_length=16)
    steps: dict[str, Any] = Field(sa_type=Json)


class ApprovalRow(SQLModel, table=True):
    """A change that one administrator asked for and another one decides."""

    __tablename__ = "approval"
    __table_args__ = (
        one_of("state", "waiting", "confirmed", "discarded", "expired", "outdated"),
        # The clock's question: which of them have waited too long?
        Index(
            "approval_waiting",
            "expires_at",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(max_length=16)
    facts: dict[str, Any] = Field(sa_type=Json)
    asked_by: int = Field(foreign_key="person.id")
    asked_at: datetime = Field(sa_type=Instant)
    expires_at: datetime = Field(sa_type=Instant)
    state: str = Field(default="waiting", max_length=16)
    version: int = 1
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = Field(default=None, sa_type=Instant)
