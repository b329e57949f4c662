"""What one call did: to the database, and in which chats it said what."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, SQLModel

from sandbox.journal import Entry
from tests.harness.world import World

Dump = dict[str, list[tuple[Any, ...]]]

# It grows with every update.
UNWATCHED = {"inbox"}


def dump(world: World) -> Dump:
    """Every row of every table but the inbox."""

    def read(session: Session) -> Dump:
        return {
            table.name: [tuple(row) for row in session.execute(table.select())]
            for table in SQLModel.metadata.sorted_tables
            if table.name not in UNWATCHED
        }

    return world.look(read)


def restore(world: World, before: Dump, tables: set[str]) -> None:
    """Put some tables back to what they were."""

    def write(session: Session) -> None:
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        for name in tables:
            table = SQLModel.metadata.tables[name]
            session.execute(table.delete())
            names = [column.name for column in table.columns]
            rows = [dict(zip(names, row, strict=True)) for row in before[name]]
            if rows:
                session.execute(table.insert(), rows)

    world.change(write)


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What was said: (chat, words with buttons and files), and the toasts of the presses."""

    said: list[tuple[int, str]]
    toasts: list[str]

    @property
    def words(self) -> str:
        """All of it, to look for names in."""
        return "\n".join([*(words for _, words in self.said), *self.toasts])


def read_entry(world: World, entry: Entry) -> str:
    """The words of one send or edit, its buttons, and the text inside its file."""
    params = dict(entry.params)
    if isinstance(markup := params.get("reply_markup"), str):
        params["reply_markup"] = json.loads(markup)
    shown = json.dumps(params, ensure_ascii=False, default=str)
    message = world.stand_in.world.chats[entry.chat_id].messages.get(entry.message_id)
    file = message.document if message and entry.method == "sendDocument" else None
    return shown + "".join(_texts_in(file.content) if file else ())


def _texts_in(content: bytes) -> Iterator[str]:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        yield content.decode(errors="replace")
        return
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            yield packed.read(name).decode(errors="replace")
