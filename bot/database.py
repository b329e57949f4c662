"""Make the database ready for the process: whole, up to date, and this bot's own."""

import logging
from datetime import datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError, SQLAlchemyError
from sqlmodel import Session

from bot.exits import CannotRunError, Exit
from bot.logs import fact, without_tokens
from storage import memory, schema
from storage.backups import BackupError, back_up
from storage.engine import Database, open_database

log = logging.getLogger("muduo.database")

BOT_ID = "bot_id"


def folder_of(url: str) -> Path | None:
    """Where a SQLite database lies; None for a server."""
    parsed = make_url(url)
    is_file = parsed.get_backend_name() == "sqlite" and parsed.database
    return Path(parsed.database).parent if is_file and parsed.database else None


def open_ready(url: str, *, now: datetime) -> Database:
    """Open, check and upgrade; raises CannotRunError with what to do about it."""
    database = open_database(url)
    try:
        _refuse_damage(database)
        _upgrade(database, now)
    except schema.SchemaError as error:
        raise CannotRunError(str(error), Exit.DATABASE) from error
    except BackupError as error:
        raise CannotRunError(f"{error} Nothing was changed.", Exit.DATABASE) from error
    except DatabaseError as error:
        raise _unusable(url, error) from error
    return database


def claim_for(database: Database, bot_id: int) -> None:
    """Let the database remember its bot; raises CannotRunError when it belongs to another one.

    Ids of chats and messages mean nothing to another bot: it would write to nobody.
    """
    with Session(database.writer) as session:
        known = memory.recall(session, BOT_ID)
        if known is None:
            memory.remember(session, BOT_ID, str(bot_id))
            session.commit()
    if known is not None and known != str(bot_id):
        sentence = (
            f"This database belongs to the bot {known}, and the token to the bot {bot_id}: "
            "use that bot's token, or another MUDUO_DATA_DIR."
        )
        raise CannotRunError(sentence, Exit.DATABASE)


def _refuse_damage(database: Database) -> None:
    if not database.is_sqlite:
        return
    with database.reader.begin() as connection:
        found = connection.execute(text("PRAGMA quick_check(1)")).scalar()
    if found != "ok":
        folder = folder_of(database.url)
        raise CannotRunError(
            f"The database is damaged ({found}); put the newest copy from "
            f"{folder}/backups in its place.",
            Exit.DATABASE,
        )


def _upgrade(database: Database, now: datetime) -> None:
    step, newest = schema.find_step(database), schema.newest_step()
    if step == newest:
        return
    folder = folder_of(database.url)
    if step is not None and folder is not None:
        copy = folder / "backups" / f"{now:%Y%m%dT%H%M%SZ}-before-{newest}.db"
        fact(log, "backed_up", copy=back_up(database, copy))
    schema.upgrade(database)
    fact(log, "upgraded", before=step, after=newest)


def _unusable(url: str, error: SQLAlchemyError) -> CannotRunError:
    where = make_url(url).render_as_string(hide_password=True)
    reason = without_tokens(str(getattr(error, "orig", error)).splitlines()[0])
    folder = folder_of(url)
    advice = f" If it is damaged, put the newest copy from {folder}/backups in its place." * bool(
        folder
    )
    sentence = f"The database {where} cannot be used: {reason}.{advice}"
    return CannotRunError(sentence, Exit.DATABASE)
