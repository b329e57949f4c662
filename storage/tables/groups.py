"""Telegram groups of units, the links that bind them, and what was posted there."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import Instant, one_of


class GroupRow(SQLModel, table=True):
    """The one group of a unit."""

    __tablename__ = "group_chat"
    __table_args__ = (Index("group_chat_once", "chat_id", unique=True),)

    unit_id: int = Field(foreign_key="unit.id", primary_key=True)
    chat_id: int = Field(sa_type=BigInteger)
    title: str = Field(max_length=128)
    language: str | None = Field(default=None, max_length=8)
    bound_by: int = Field(foreign_key="person.id")
    bound_at: datetime = Field(sa_type=Instant)
    # Nothing is shown in it before, whichever activity it is about.
    rests_until: datetime | None = Field(default=None, sa_type=Instant)


class GroupLinkRow(SQLModel, table=True):
    """A link that binds a group to a unit, once; only its hash is kept."""

    __tablename__ = "group_link"

    secret_hash: str = Field(max_length=64, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id")
    made_by: int = Field(foreign_key="person.id")
    expires_at: datetime = Field(sa_type=Instant)
    used_at: datetime | None = Field(default=None, sa_type=Instant)


class GroupCardRow(SQLModel, table=True):
    """The one message about an activity in its unit's group."""

    __tablename__ = "group_card"
    __table_args__ = (
        one_of("state", "waiting", "sending", "sent", "over"),
        Index("group_card_once", "activity_id", "chat_id", unique=True),
        # The clock's question: which cards may have something new to show?
        Index("group_card_due", "state", "look_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    activity_id: int = Field(foreign_key="activity.id")
    chat_id: int = Field(sa_type=BigInteger)
    state: str = Field(default="waiting", max_length=16)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    shown: str = Field(default="", max_length=64)
    # Empty until something changes.
    look_at: datetime | None = Field(default=None, sa_type=Instant)
