"""Column kinds that every table shares."""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ColumnElement,
    DateTime,
    Dialect,
    TextClause,
    TypeDecorator,
    text,
    true,
)
from sqlalchemy.orm import Mapped

# SQLite takes 32,766 values in a statement.
MOST_NAMED = 20_000


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant. SQLite keeps it without a zone; it always comes back with one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive time: it would mean something else on every machine."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone, got {value!r}")
        instant = value.astimezone(UTC)
        return instant.replace(tzinfo=None) if dialect.name == "sqlite" else instant

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back that SQLite cannot keep."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """Plain JSON, the same on SQLite and PostgreSQL; None is SQL's NULL."""

    impl = JSON(none_as_null=True)
    cache_ok = True


def one_of(column: str, *values: str) -> CheckConstraint:
    """A column that holds one of a few words."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=f"{column}_is_known")


def is_any(column: Mapped[int], ids: Collection[int]) -> ColumnElement[bool]:
    """One of these ids. Of very many, which a statement cannot name, all rows are taken."""
    return column.in_(ids) if len(ids) <= MOST_NAMED else true()


def is_in(table: str, state: str) -> TextClause:
    """`table.state = 'word'` with the word inline: a partial index is only used for a literal."""
    return text(f"{table}.state = '{state}'")
