"""The process's own memory: settings, drafts and history."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import Instant, Json, one_of


class MemoryRow(SQLModel, table=True):
    """A small fact that the process keeps about itself: its bot id, its last tick."""

    __tablename__ = "memory"

    key: str = Field(primary_key=True, max_length=64)
    value: str = Field(max_length=1024)


class DraftRow(SQLModel, table=True):
    """A dialogue in progress. At most one is open for a person; the others are parked."""

    __tablename__ = "draft"
    __table_args__ = (
        Index(
            "draft_open",
            "person_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        one_of("state", "open", "parked", "confirmed", "discarded"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    kind: str = Field(max_length=32)
    subject_id: int | None = None
    facts: dict[str, Any] = Field(sa_type=Json)
    state: str = Field(default="open", max_length=16)
    version: int = 1
    begun_at: datetime = Field(sa_type=Instant)
    changed_at: datetime = Field(sa_type=Instant)


class HistoryRow(SQLModel, table=True):
    """Who changed what, when, by which way, and the value before."""

    __tablename__ = "history"
    __table_args__ = (Index("history_subject", "subject_kind", "subject_id"),)

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Instant)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    way: str = Field(max_length=16)
    verb: str = Field(max_length=32)
    subject_kind: str = Field(max_length=16)
    subject_id: int
    before: dict[str, Any] | None = Field(default=None, sa_type=Json)
    after: dict[str, Any] | None = Field(default=None, sa_type=Json)
