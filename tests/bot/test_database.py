"""The database at the start: whole, up to date, and this bot's own."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.database import claim_for, open_ready
from bot.exits import CannotRunError, Exit
from storage import schema
from storage.backups import back_up, find_damage, keep_newest
from storage.engine import Database, open_database

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


def set_step(database: Database, step: str) -> None:
    with database.writer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :step"), {"step": step})


def test_a_current_database_is_at_the_newest_step(database: Database) -> None:
    assert schema.find_step(database) == schema.newest_step()


def test_a_database_keeps_to_its_bot(database: Database) -> None:
    claim_for(database, 4_000_000_001)
    claim_for(database, 4_000_000_001)

    with pytest.raises(CannotRunError, match="belongs to the bot 4000000001") as refused:
        claim_for(database, 4_000_000_002)

    assert refused.value.code is Exit.DATABASE


def test_a_database_of_a_newer_version_is_left_alone(database: Database) -> None:
    set_step(database, "9999")

    with pytest.raises(CannotRunError, match="written by a newer version"):
        open_ready(database.url, now=NOW)

    assert schema.find_step(database) == "9999"


def test_a_damaged_file_is_refused_and_the_copies_are_named(tmp_path: Path) -> None:
    path = tmp_path / "muduo.db"
    path.write_bytes(b"SQLite format 3\x00" + b"no database at all " * 400)

    with pytest.raises(CannotRunError, match="backups in its place") as refused:
        open_ready(f"sqlite:///{path}", now=NOW)

    assert refused.value.code is Exit.DATABASE


def test_a_copy_is_whole_and_holds_what_was_committed(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'muduo.db'}")
    schema.upgrade(database)
    claim_for(database, 4_000_000_001)

    copy = back_up(database, tmp_path / "backups" / "copy.db")

    database.close()
    with closing(sqlite3.connect(copy)) as connection:
        kept = connection.execute("SELECT value FROM memory WHERE key = 'bot_id'").fetchall()
    assert (find_damage(copy), kept) == ([], [("4000000001",)])


def test_an_older_database_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'muduo.db'}"
    database = open_database(url)
    schema.upgrade(database)
    set_step(database, "9999")
    database.close()

    with pytest.raises(CannotRunError):
        open_ready(url, now=NOW)

    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name == f"20261102T080000Z-before-{schema.newest_step()}.db"


def test_only_the_newest_copies_are_kept(tmp_path: Path) -> None:
    for day in range(10, 20):
        (tmp_path / f"202611{day}.db").touch()

    keep_newest(tmp_path, how_many=3)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "20261117.db",
        "20261118.db",
        "20261119.db",
    ]
