"""Insert what is not there yet: the unique key decides, never a look beforehand."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


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
