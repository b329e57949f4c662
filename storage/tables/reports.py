"""Reports handed in, their files, and what the reviewer said."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import Instant, Json, one_of


class ReportRow(SQLModel, table=True):
    """One version of a report for an obligation; a returned one stays and a new version follows."""

    __tablename__ = "report"
    __table_args__ = (
        Index("report_version", "obligation_id", "number", unique=True),
        # The reviewer's question: what waits for this unit?
        Index("report_waiting", "state", "reviewer_unit_id"),
        one_of("state", "draft", "to_confirm", "submitted", "returned", "accepted", "discarded"),
    )

    id: int | None = Field(default=None, primary_key=True)
    obligation_id: int = Field(foreign_key="obligation.id")
    number: int
    state: str = Field(default="draft", max_length=16)
    version: int = 1
    form: dict[str, Any] | None = Field(default=None, sa_type=Json)
    answers: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    author_id: int = Field(foreign_key="person.id")
    reviewer_unit_id: int | None = Field(default=None, foreign_key="unit.id")
    begun_at: datetime = Field(sa_type=Instant)
    signed_at: datetime | None = Field(default=None, sa_type=Instant)
    confirmed_by: int | None = Field(default=None, foreign_key="person.id")
    confirmed_at: datetime | None = Field(default=None, sa_type=Instant)
    submitted_at: datetime | None = Field(default=None, sa_type=Instant)
    reviewed_by: int | None = Field(default=None, foreign_key="person.id")
    reviewed_at: datetime | None = Field(default=None, sa_type=Instant)
    comment: str = Field(default="", max_length=1024)


class ReportFileRow(SQLModel, table=True):
    """A file of one version of a report; `sha256` names our own copy, which versions share.

    `tries` counts how often Telegram was asked for it; `gone_at` is when our copy was deleted;
    `refused` is why what came late is not kept.
    """

    __tablename__ = "report_file"
    __table_args__ = (
        # The same file twice in a section is one file.
        Index("report_file_once", "report_id", "section", "unique_id", unique=True),
        # The cleaner's question: does anybody still need this copy?
        Index("report_file_copy", "sha256"),
        # The clock's question: what must still be fetched?
        Index(
            "report_file_awaited",
            "id",
            sqlite_where=text("sha256 IS NULL AND gone_at IS NULL AND refused IS NULL"),
            postgresql_where=text("sha256 IS NULL AND gone_at IS NULL AND refused IS NULL"),
        ),
        one_of("kind", "document", "photo"),
        # A copy may come for a file that is gone: its number is never another one's.
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="report.id")
    section: str = Field(max_length=32)
    kind: str = Field(max_length=16)
    file_id: str = Field(max_length=256)
    unique_id: str = Field(max_length=64)
    name: str = Field(default="", max_length=255)
    size: int = 0
    type: str | None = Field(default=None, max_length=16)
    sha256: str | None = Field(default=None, max_length=64)
    added_at: datetime = Field(sa_type=Instant)
    tries: int = 0
    gone_at: datetime | None = Field(default=None, sa_type=Instant)
    refused: str | None = Field(default=None, max_length=16)
