"""Reports handed in, their files, and what the reviewer said."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import Instant, one_of


class ReportRow(SQLModel, table=True):
    """One version of a report for an obligation; a returned one stays and a new version follows."""

    __tablename__ = "report"
    __table_args__ = (
        Index("report_version", "obligation_id", "number", unique=True),
        # The reviewer's question: what waits for this unit?
        Index("report_waiting", "state", "reviewer_unit_id"),
        one_of("state", "draft", "submitted", "returned", "accepted", "discarded"),
    )

    id: int | None = Field(default=None, primary_key=True)
    obligation_id: int = Field(foreign_key="obligation.id")
    number: int
    state: str = Field(default="draft", max_length=16)
    version: int = 1
    words: str = Field(default="", max_length=4096)
    author_id: int = Field(foreign_key="person.id")
    reviewer_unit_id: int | None = Field(default=None, foreign_key="unit.id")
    begun_at: datetime = Field(sa_type=Instant)
    submitted_at: datetime | None = Field(default=None, sa_type=Instant)
    reviewed_by: int | None = Field(default=None, foreign_key="person.id")
    reviewed_at: datetime | None = Field(default=None, sa_type=Instant)
    comment: str = Field(default="", max_length=1024)
    file_kind: str | None = Field(default=None, max_length=16)
    file_id: str | None = Field(default=None, max_length=256)
    file_unique_id: str | None = Field(default=None, max_length=64)
    file_name: str | None = Field(default=None, max_length=255)
    file_size: int | None = None
