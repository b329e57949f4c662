"""Moments of the sandbox: what is kept, what makes room, what is refused."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.sandbox_clock import SandboxClock
from bot.sandbox_snapshots import MOST_KEPT, Snapshots
from sandbox.core import StandIn
from storage import memory
from storage.engine import Database
from tests.fakes.clock import FakeClock
from tests.harness.databases import fresh_database


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with fresh_database("sqlite", tmp_path) as database:
        yield database


@pytest.fixture
def snapshots(tmp_path: Path, database: Database, clock: FakeClock) -> Snapshots:
    sandbox_clock = SandboxClock(clock, database)
    stand_in = StandIn(now=sandbox_clock)
    return Snapshots(tmp_path / "moments", database, stand_in, sandbox_clock)


def write(database: Database, words: str) -> None:
    with Session(database.writer) as session:
        memory.remember(session, "words", words)
        session.commit()


def read(database: Database) -> str | None:
    with Session(database.reader) as session:
        return memory.recall(session, "words")


def test_the_database_is_as_it_was(snapshots: Snapshots, database: Database) -> None:
    write(database, "before")
    moment = snapshots.keep("早")
    write(database, "after")
    snapshots.put_back(moment.name)

    assert read(database) == "before"
    assert snapshots.moments() == [moment]


def test_unnamed_moments_after_it_are_forgotten(snapshots: Snapshots, clock: FakeClock) -> None:
    first = snapshots.keep("")
    clock.advance(hours=1)
    named = snapshots.keep("名")
    clock.advance(hours=1)
    snapshots.keep("")
    snapshots.put_back(first.name)

    assert snapshots.moments() == [first, named]


def test_the_oldest_unnamed_moments_make_room(snapshots: Snapshots, clock: FakeClock) -> None:
    named = snapshots.keep("名")
    for _ in range(MOST_KEPT + 2):
        clock.advance(hours=1)
        snapshots.keep("")
    kept = snapshots.moments()

    assert kept[0] == named
    assert len(kept) == MOST_KEPT + 1
    assert kept[1].at - named.at == timedelta(hours=3)


def test_a_moment_that_is_not_there_changes_nothing(
    snapshots: Snapshots, database: Database
) -> None:
    write(database, "present")
    with pytest.raises(LookupError, match="there is no moment"):
        snapshots.put_back("../../etc")

    assert read(database) == "present"
