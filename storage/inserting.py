"""Insert what is not there yet, where the unique key decides; and many rows at once."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Insert, bindparam, column
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, insert, update


def insert_new(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> int:
    """Insert the rows whose unique keys are free and say how many those were.

    All rows name the same columns; columns that they leave out are empty.
    """
    if not rows:
        return 0
    statement = _insert(table, session.get_bind().dialect.name)
    # One statement for many parameters: its text does not grow, so it is compiled once.
    return int(session.connection().execute(statement, list(rows)).rowcount)


@cache
def _insert(table: type[SQLModel], dialect: str) -> Insert:
    target = table.__table__  # type: ignore[attr-defined]  # SQLModel does not type it.
    if dialect == "sqlite":
        return sqlite.insert(target).on_conflict_do_nothing()
    return postgresql.insert(target).on_conflict_do_nothing()


def insert_many(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
    """Insert thousands of rows at the price of the driver alone."""
    if rows:
        session.connection().execute(insert(table), list(rows))


def update_many(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
    """Give each row, found by its `id`, its other values; all rows name the same ones."""
    if not rows:
        return
    named = [name for name in rows[0] if name != "id"]
    keyed = [{f"new_{name}": value for name, value in row.items()} for row in rows]
    statement = (
        update(table)
        .where(column("id") == bindparam("new_id"))
        .values({name: bindparam(f"new_{name}") for name in named})
    )
    session.connection().execute(statement, keyed)


def claim_new(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> list[int]:
    """Insert the rows whose unique keys are free and return the ids of those alone."""
    if not rows:
        return []
    target = table.__table__  # type: ignore[attr-defined]  # SQLModel does not type it.
    statement = _insert(table, session.get_bind().dialect.name).returning(target.c.id)
    return [int(row_id) for row_id in session.connection().execute(statement, list(rows)).scalars()]
