"""Copies of a SQLite database that are whole, and known to be."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from storage.engine import Database


class BackupError(Exception):
    """A copy could not be made, or is not whole. The message is one sentence."""


def back_up(database: Database, target: Path) -> Path:
    """Copy a SQLite database while it is in use, and check the copy before it gets its name.

    A copy of the file itself would be damaged now and then while somebody writes.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(database.file, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", [str(unfinished)])
    if problems := find_damage(unfinished):
        raise BackupError(f"The copy {unfinished} is damaged: {problems[0]}.")
    os.replace(unfinished, target)
    return target


def find_damage(path: Path) -> list[str]:
    """What is wrong with a database file; nothing is an empty list."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
            found += [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [line for line in found if line != "ok"]


def keep_newest(folder: Path, *, how_many: int) -> None:
    """Delete all but the newest copies; their names sort by time."""
    for old in sorted(folder.glob("*.db"))[:-how_many]:
        old.unlink()
