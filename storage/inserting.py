"""Insert what is not there yet, where the unique key decides; and many rows at once."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Insert, bindparam, column
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, insert, update

# PostgreSQL's driver forgets how many rows were inserted unless told to keep it.
COUNTED: dict[str, Any] = {"preserve_rowcount": True}


def insert_new(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> int:
    """Insert the rows whose unique keys are free and say how many those were.

    All rows name the same columns; columns that they leave out are empty.
    """
    if not rows:
        return 0
    statement = _insert(table, session.get_bind().dialect.name)
    # One statement for many parameters: its text does not grow, so it is compiled once.
    done = session.connection().execute(statement, list(rows), execution_options=COUNTED)
    return int(done.rowcount)


@cache
def _insert(table: type[SQLModel], dialect: str) -> Insert:
    target = table.__table__  # type: ignore[attr-defined]  # SQLModel does not type it.
    new = sqlite.insert(target) if dialect == "sqlite" else postgresql.insert(target)
    # PostgreSQL's driver knows how many rows were new, but is only asked on request.
    return new.on_conflict_do_nothing().execution_options(preserve_rowcount=True)


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
