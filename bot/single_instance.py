"""One process for one database: the second one steps back."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.exits import CannotRunError, Exit

# Any number will do, so long as every version of Muduo uses the same one.
ADVISORY_KEY = 0x4D75_6475_6F


class Claim(Protocol):
    """The right to be the only process; `still_stands` may ask the database."""

    def still_stands(self) -> bool:
        """Whether nobody else can have taken it."""
        ...


class _FileClaim:
    """The system gives the lock back by itself when the process ends, however that happens."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def still_stands(self) -> bool:
        return not self._file.closed


class _ServerClaim:
    """PostgreSQL keeps the lock as long as this one connection lives."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def still_stands(self) -> bool:
        try:
            self._connection.execute(text("SELECT 1"))
        except SQLAlchemyError:
            return False
        return True


@contextmanager
def only_instance(url: str) -> Iterator[Claim]:
    """Hold the claim on a database; raises CannotRunError while another process holds it."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        with _file_claim(Path(parsed.database or "muduo.db").with_suffix(".lock")) as claim:
            yield claim
    else:
        with _server_claim(url) as claim:
            yield claim


@contextmanager
def _file_claim(path: Path) -> Iterator[Claim]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _taken(f"it holds {path}") from None
        yield _FileClaim(file)


@contextmanager
def _server_claim(url: str) -> Iterator[Claim]:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            query = text("SELECT pg_try_advisory_lock(:key)")
            if not connection.execute(query, {"key": ADVISORY_KEY}).scalar():
                raise _taken("it holds the advisory lock")
            yield _ServerClaim(connection)
    finally:
        engine.dispose()


def _taken(reason: str) -> CannotRunError:
    sentence = f"Another Muduo is already running on this database ({reason}); stop it first."
    return CannotRunError(sentence, Exit.ANOTHER_INSTANCE)
