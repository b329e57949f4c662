"""Run actions in worker threads, one transaction each: the only place that opens and commits."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from bot.pulse import Pulse
from storage.engine import Database

T = TypeVar("T")
READERS = 3
WRITERS_ON_POSTGRES = 5
SERIALIZATION_FAILURES = ("40001", "40P01")


class ActionRunner:
    """SQLite has one writer thread, so that nobody ever waits for a lock; PostgreSQL has five."""

    def __init__(self, database: Database, *, pulse: Pulse | None = None) -> None:
        self._database = database
        writers = 1 if database.is_sqlite else WRITERS_ON_POSTGRES
        self._writers = ThreadPoolExecutor(writers, thread_name_prefix="write")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="read")
        self._pulse = pulse or Pulse()

    async def write(self, work: Callable[[Session], T]) -> T:
        """Run work and commit it; an exception rolls everything back."""
        outcome = await asyncio.get_running_loop().run_in_executor(self._writers, self._write, work)
        self._pulse.note("commit")
        return outcome

    async def read(self, work: Callable[[Session], T]) -> T:
        """Run work that only asks; whatever it changed by mistake is rolled back."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, work)

    def close(self) -> None:
        """Wait for what runs and let the threads go."""
        self._writers.shutdown()
        self._readers.shutdown()
        self._database.close()

    def _write(self, work: Callable[[Session], T]) -> T:
        try:
            return self._write_once(work)
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", None) not in SERIALIZATION_FAILURES:
                raise
            # PostgreSQL chose this transaction as the victim of a deadlock; the other one is done.
            return self._write_once(work)

    def _write_once(self, work: Callable[[Session], T]) -> T:
        with Session(self._database.writer, expire_on_commit=False) as session:
            outcome = work(session)
            session.commit()
            return outcome

    def _read(self, work: Callable[[Session], T]) -> T:
        with Session(self._database.reader, expire_on_commit=False) as session:
            return work(session)
