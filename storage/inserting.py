"""Insert what is not there yet, where the unique key decides; and many rows at once."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, column
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, insert, update


def insert_new(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> int:
    """Insert the rows whose unique keys are free and say how many those were."""
    if not rows:
        return 0
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    statement = dialect.insert(table).values(list(rows)).on_conflict_do_nothing()
    return int(getattr(session.execute(statement), "rowcount", 0))


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
