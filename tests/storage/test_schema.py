"""Migrations lead to the tables that the code describes, all steps or none."""

from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from sqlmodel import SQLModel

from storage import schema
from storage.engine import Database, open_database


def test_the_migrated_tables_are_those_of_the_code(database: Database) -> None:
    assert schema.differences(database) == []


def test_numbers_that_are_never_given_again_on_sqlite_are_those_of_the_code(tmp_path: Path) -> None:
    opened = open_database(f"sqlite:///{tmp_path / 'numbers.db'}")
    schema.upgrade(opened)
    tables = SQLModel.metadata.tables.values()
    named = {one.name for one in tables if one.dialect_options["sqlite"]["autoincrement"]}
    query = "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"
    with opened.reader.begin() as connection:
        assert {*connection.execute(text(query)).scalars()} == named
    opened.close()


def test_upgrading_twice_changes_nothing(database: Database) -> None:
    schema.upgrade(database)
    assert schema.differences(database) == []


def test_a_database_of_a_newer_version_is_refused(database: Database) -> None:
    with database.writer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(schema.SchemaError, match="newer version"):
        schema.upgrade(database)


def test_a_migration_that_fails_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    opened = open_database(f"sqlite:///{tmp_path / 'half.db'}")
    with opened.writer.begin() as connection:
        # The last table of the step is in the way already.
        connection.execute(text("CREATE TABLE card (x INTEGER)"))
    with pytest.raises(Exception, match="card"):
        schema.upgrade(opened)
    assert inspect(opened.reader).get_table_names() == ["card"]
    opened.close()


def test_sqlite_keeps_its_promises_on_every_connection(tmp_path: Path) -> None:
    opened = open_database(f"sqlite:///{tmp_path / 'promises.db'}")
    for engine in (opened.writer, opened.reader):
        with engine.begin() as connection:
            pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            found = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in pragmas]
            assert found == ["wal", 2, 1, 5000]
    opened.close()
