"""What is to be said, its way to one chat, and what came in."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import Instant, Json, one_of


class NoticeRow(SQLModel, table=True):
    """One thing to tell one person, once for ever; a digest takes the waiting ones."""

    __tablename__ = "notice"
    __table_args__ = (
        Index("notice_once", "once_key", unique=True),
        Index(
            "notice_due",
            "due_at",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("notice_obligation", "obligation_id", "state"),
        Index("notice_delivery", "delivery_id"),
        one_of("state", "waiting", "taken", "cancelled", "expired"),
    )

    id: int | None = Field(default=None, primary_key=True)
    once_key: str = Field(max_length=160)
    person_id: int = Field(foreign_key="person.id")
    kind: str = Field(max_length=32)
    step: str = Field(max_length=32)
    obligation_id: int | None = Field(default=None, foreign_key="obligation.id")
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    state: str = Field(default="waiting", max_length=16)
    made_at: datetime = Field(sa_type=Instant)
    due_at: datetime = Field(sa_type=Instant)
    useful_until: datetime = Field(sa_type=Instant)
    delivery_id: int | None = None


class DeliveryRow(SQLModel, table=True):
    """The outbox: one message, or one later edit of it, to one person.

    `due_at` doubles as the lease while the row is `sending`. `revision` grows whenever something
    that the message speaks of has changed, so that words made before are not sent after.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        Index("delivery_once", "once_key", unique=True),
        Index(
            "delivery_due",
            "lane",
            "due_at",
            sqlite_where=text("state = 'due'"),
            postgresql_where=text("state = 'due'"),
        ),
        Index("delivery_person", "person_id", "sent_at"),
        one_of("state", "due", "sending", "sent", "uncertain", "dead", "cancelled", "expired"),
    )

    id: int | None = Field(default=None, primary_key=True)
    once_key: str = Field(max_length=160)
    person_id: int = Field(foreign_key="person.id")
    kind: str = Field(max_length=32)
    subject_id: int | None = None
    facts: dict[str, Any] = Field(sa_type=Json)
    lane: int = 1
    state: str = Field(default="due", max_length=16)
    attempts: int = 0
    revision: int = 0
    due_at: datetime = Field(sa_type=Instant)
    useful_until: datetime = Field(sa_type=Instant)
    made_at: datetime = Field(sa_type=Instant)
    sent_at: datetime | None = Field(default=None, sa_type=Instant)
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    edits: int | None = Field(
        default=None,
        foreign_key="delivery.id",
        index=True,
        sa_column_kwargs={"comment": "the sent delivery that this row brings up to date"},
    )
    reason: str | None = Field(default=None, max_length=255)


class CardRow(SQLModel, table=True):
    """Which sent message speaks of which subject, so that it can be edited to the truth."""

    __tablename__ = "card"
    __table_args__ = (Index("card_subject", "subject_kind", "subject_id"),)

    delivery_id: int = Field(foreign_key="delivery.id", primary_key=True)
    subject_kind: str = Field(max_length=16, primary_key=True)
    subject_id: int = Field(primary_key=True)


class InboxRow(SQLModel, table=True):
    """An update as Telegram sent it. Committed here before it is confirmed there."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "inbox_waiting",
            "update_id",
            sqlite_where=text("state = 'new'"),
            postgresql_where=text("state = 'new'"),
        ),
        one_of("state", "new", "done", "dead"),
    )

    update_id: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    sender: int = Field(sa_type=BigInteger)
    raw: str
    state: str = Field(default="new", max_length=8)
    attempts: int = 0
    received_at: datetime = Field(sa_type=Instant)
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
    reference: str | None = Field(default=None, max_length=16)


class PauseRow(SQLModel, table=True):
    """A pause that Telegram asked for; it outlives a restart."""

    __tablename__ = "pause"

    scope: str = Field(primary_key=True, max_length=32)
    until: datetime = Field(sa_type=Instant)
