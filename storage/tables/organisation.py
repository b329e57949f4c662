"""Units, people, offices, tags, accounts and the links that tie an account to a person."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import Instant, one_of


class UnitRow(SQLModel, table=True):
    """A node of the tree. `path` is `/1/4/9/`, so a subtree is one prefix."""

    __tablename__ = "unit"
    __table_args__ = (Index("unit_code", "code", unique=True), Index("unit_path", "path"))

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(max_length=64)
    name: str = Field(max_length=64)
    kind: str = Field(max_length=64)
    parent_id: int | None = Field(default=None, foreign_key="unit.id", index=True)
    path: str = Field(default="", max_length=1024)
    term_began_on: date | None = None
    term_months: int | None = None


class PersonRow(SQLModel, table=True):
    """Somebody on the roster. Minutes count from local midnight; none is the product's default."""

    __tablename__ = "person"
    __table_args__ = (
        Index("person_code", "code", unique=True),
        one_of("reminding", "all", "last_days", "once_after", "fewest"),
    )

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(max_length=64)
    name: str = Field(max_length=64)
    unit_id: int = Field(foreign_key="unit.id", index=True)
    language: str | None = Field(default=None, max_length=2)
    digest_minute: int | None = None
    waking_from_minute: int | None = None
    waking_until_minute: int | None = None
    reminding: str | None = Field(default=None, max_length=16)
    monthly_board: bool = False
    # Since when the unit is his; none where that was before anything was written down.
    home_since: datetime | None = Field(default=None, sa_type=Instant)
    left_at: datetime | None = Field(default=None, sa_type=Instant)


class FormerHomeRow(SQLModel, table=True):
    """A stretch in which somebody belonged to a unit, before he went to another or came back."""

    __tablename__ = "former_home"
    __table_args__ = (
        # The sheet's question: who belonged to the unit in that month?
        Index("former_home_unit", "unit_id", "until"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    unit_id: int = Field(foreign_key="unit.id")
    since: datetime | None = Field(default=None, sa_type=Instant)
    until: datetime = Field(sa_type=Instant)


class TimeGoneRow(SQLModel, table=True):
    """A stretch in which somebody who came back did not belong to the organisation."""

    __tablename__ = "time_gone"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    left_at: datetime = Field(sa_type=Instant)
    back_at: datetime = Field(sa_type=Instant)


class OfficeRow(SQLModel, table=True):
    """A dated role of a person in a unit. Rights come from here alone."""

    __tablename__ = "office"
    __table_args__ = (
        one_of(
            "role",
            "head",
            "secretary",
            "committee_member",
            "group_leader",
            "member",
            "administrator",
        ),
        # One running office of a kind per person and unit, whoever writes it first.
        Index(
            "office_runs_once",
            "person_id",
            "unit_id",
            "role",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    unit_id: int = Field(foreign_key="unit.id", index=True)
    role: str = Field(max_length=32)
    began_at: datetime = Field(sa_type=Instant)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)


class TagRow(SQLModel, table=True):
    """A free label on a person."""

    __tablename__ = "person_tag"

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    tag: str = Field(max_length=64, primary_key=True)


class TieRow(SQLModel, table=True):
    """Who is what to whom. Each side is a person, or a unit as such: `p17` or `u4` in its key."""

    __tablename__ = "tie"
    __table_args__ = (
        one_of("kind", "oversee", "contact", "guide", "pair", "area"),
        Index(
            "tie_runs_once",
            "kind",
            "first_key",
            "second_key",
            unique=True,
            sqlite_where=text("ended_on IS NULL"),
            postgresql_where=text("ended_on IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(max_length=16)
    first_key: str = Field(max_length=16)
    first_unit_id: int | None = Field(default=None, foreign_key="unit.id")
    first_person_id: int | None = Field(default=None, foreign_key="person.id")
    second_key: str = Field(max_length=16)
    second_unit_id: int | None = Field(default=None, foreign_key="unit.id")
    second_person_id: int | None = Field(default=None, foreign_key="person.id")
    began_on: date
    ended_on: date | None = None


class AccountRow(SQLModel, table=True):
    """A Telegram account tied to a person. `lost` says why it cannot be written to now."""

    __tablename__ = "account"
    __table_args__ = (
        Index("account_person", "person_id", unique=True),
        one_of("lost", "blocked", "never_started", "deactivated", "kicked"),
    )

    telegram_user_id: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    person_id: int = Field(foreign_key="person.id")
    linked_at: datetime = Field(sa_type=Instant)
    lost: str | None = Field(default=None, max_length=16)
    lost_at: datetime | None = Field(default=None, sa_type=Instant)


class MenuRow(SQLModel, table=True):
    """The menu that a private chat shows. It outlives the account's link, to be taken away."""

    __tablename__ = "menu"

    telegram_user_id: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    fingerprint: str = Field(max_length=64)


class LinkRow(SQLModel, table=True):
    """A personal one-time link. Only the hash of its secret is kept."""

    __tablename__ = "link"
    __table_args__ = (
        Index("link_hash", "secret_hash", unique=True),
        one_of("purpose", "person", "administrator"),
    )

    id: int | None = Field(default=None, primary_key=True)
    secret_hash: str = Field(max_length=64)
    purpose: str = Field(max_length=16)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    made_by: int | None = Field(default=None, foreign_key="person.id")
    made_at: datetime = Field(sa_type=Instant)
    expires_at: datetime = Field(sa_type=Instant)
    opened_by: int | None = Field(default=None, sa_type=BigInteger)
    used_at: datetime | None = Field(default=None, sa_type=Instant)


class GuessRow(SQLModel, table=True):
    """A payload that opened nothing. Kept for minutes, to slow down whoever tries many."""

    __tablename__ = "guess"

    id: int | None = Field(default=None, primary_key=True)
    telegram_user_id: int = Field(index=True, sa_type=BigInteger)
    at: datetime = Field(sa_type=Instant)
