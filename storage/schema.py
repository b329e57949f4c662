"""Bring the tables up to date, all steps or none."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlmodel import SQLModel

from storage.engine import Database

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"


class SchemaError(Exception):
    """The tables are newer than this program, or damaged. The message is one sentence."""


def newest_step() -> str:
    """The name of the last step that this program knows."""
    return max(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("0*.py"))


def find_step(database: Database) -> str | None:
    """The step that the database has reached; None for an empty one."""
    with database.reader.begin() as connection:
        return _current(connection)


def upgrade(database: Database, *, to: str = "head") -> None:
    """Run every missing step inside one transaction; killed half-way, nothing has happened.

    Raises SchemaError when the database was written by a newer version.
    """
    if to == "head" and find_step(database) == newest_step():
        return
    # Alembic takes most of a second to import, and only the start needs it.
    from alembic import command
    from alembic.script import ScriptDirectory

    with database.writer.begin() as connection:
        config = _config(connection)
        known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
        current = _current(connection)
        if current is not None and current not in known:
            raise SchemaError(
                "The database was written by a newer version of Muduo; install that version."
            )
        command.upgrade(config, to)


def check(database: Database) -> list[str]:
    """What is wrong with the database as it lies on the disk; nothing is an empty list."""
    with database.writer.begin() as connection:
        if connection.dialect.name != "sqlite":
            return []
        found = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
        found += [str(row) for row in connection.execute(text("PRAGMA foreign_key_check"))]
        return [line for line in found if line != "ok"]


def differences(database: Database) -> list[object]:
    """Where the migrated tables differ from those that the code describes."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with database.writer.begin() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), SQLModel.metadata))


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def write_migration(database: Database, message: str) -> None:
    """For developers: write the step from the migrated tables to those that the code describes."""
    from alembic import command

    with database.writer.begin() as connection:
        command.revision(_config(connection), message=message, autogenerate=True)


if __name__ == "__main__":
    import sys

    from storage.engine import open_database

    scratch = open_database("sqlite://")
    upgrade(scratch)
    write_migration(scratch, " ".join(sys.argv[1:]))
