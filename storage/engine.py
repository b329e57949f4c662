"""Open the database so that a commit is kept and nobody waits on a lock he cannot get."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import StaticPool


@dataclass(frozen=True, kw_only=True)
class Database:
    """One database: `writer` opens transactions that write, `reader` those that only ask."""

    url: str
    writer: Engine
    reader: Engine

    @property
    def is_sqlite(self) -> bool:
        """SQLite has one writer; PostgreSQL settles conflicts by row."""
        return self.writer.dialect.name == "sqlite"

    @property
    def file(self) -> str:
        """Where a SQLite database lies."""
        return make_url(self.url).database or ":memory:"

    def close(self) -> None:
        """Give every connection back."""
        self.writer.dispose()
        self.reader.dispose()


SQLITE_PRAGMAS = (
    "journal_mode=WAL",
    # FULL keeps the last commits on a power cut and costs nothing at thirty messages a second.
    "synchronous=FULL",
    "busy_timeout=5000",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "secure_delete=ON",
)


def open_database(url: str, *, connections: int = 5) -> Database:
    """Connect lazily; raises on the first use when the database cannot be reached."""
    if make_url(url).get_backend_name() == "sqlite":
        return _open_sqlite(url)
    engine = create_engine(
        url, pool_size=connections, max_overflow=4, pool_pre_ping=True, hide_parameters=True
    )
    return Database(url=url, writer=engine, reader=engine)


def _open_sqlite(url: str) -> Database:
    in_memory = make_url(url).database in (None, "", ":memory:")
    options: dict[str, Any] = {
        "connect_args": {"check_same_thread": False},
        # Errors end in the log, and parameters are names and what people wrote.
        "hide_parameters": True,
    }
    if in_memory:
        options["poolclass"] = StaticPool
    writer = create_engine(url, **options)
    reader = writer if in_memory else create_engine(url, **options)
    for engine in {writer, reader}:
        event.listen(engine, "connect", _prepare_connection)
    # A deferred BEGIN that reads and then writes loses most of its transactions to
    # "database is locked" at once, whatever the timeout; IMMEDIATE waits its turn.
    event.listen(writer, "begin", _begin_immediate)
    if reader is not writer:
        event.listen(reader, "begin", _begin)
    return Database(url=url, writer=writer, reader=reader)


def _prepare_connection(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # The driver must not open transactions of its own.
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")
