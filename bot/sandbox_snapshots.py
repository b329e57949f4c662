"""Moments of the sandbox that one can go back to: its chats, its database and its clock."""

import json
import os
import secrets
import sqlite3
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from bot.sandbox_clock import SandboxClock
from sandbox.core import StandIn
from sandbox.snapshot import restore, take
from storage.backups import back_up
from storage.engine import Database

MOST_KEPT = 60


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One snapshot; `label` is empty where the sandbox took it by itself."""

    name: str
    at: datetime
    label: str


class Snapshots:
    """Three files for each moment: the database, the chats, and what the moment is called."""

    def __init__(
        self, folder: Path, database: Database, stand_in: StandIn, clock: SandboxClock
    ) -> None:
        self._folder = folder
        self._database = database
        self._stand_in = stand_in
        self._clock = clock

    def moments(self) -> list[Moment]:
        """Everything that can be gone back to, oldest first."""
        found: list[Moment] = []
        for path in self._folder.glob("*.json"):
            with suppress(FileNotFoundError):  # It was forgotten while we looked.
                found.append(_read(path))
        return sorted(found, key=lambda one: (one.at, one.name))

    def keep(self, label: str) -> Moment:
        """Take a snapshot now; the oldest unnamed ones make room."""
        now = self._clock()
        moment = Moment(name=f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(2)}", at=now, label=label)
        back_up(self._database, self._folder / f"{moment.name}.db")
        _write(self._folder / f"{moment.name}.chats", take(self._stand_in.world))
        # The name comes last: what has one is whole.
        described = asdict(moment) | {"at": now.isoformat()}
        _write(self._folder / f"{moment.name}.json", json.dumps(described, ensure_ascii=False))
        unnamed = [one for one in self.moments() if not one.label]
        for old in unnamed[:-MOST_KEPT]:
            self._forget(old)
        return moment

    def put_back(self, name: str) -> None:
        """Make everything as it was at that moment. The bot must not run meanwhile."""
        moment = next((one for one in self.moments() if one.name == name), None)
        if moment is None:
            raise LookupError(f"there is no moment {name}")
        fill(self._database, self._folder / f"{name}.db")
        restore(self._stand_in.world, (self._folder / f"{name}.chats").read_text(encoding="utf-8"))
        self._clock.set(moment.at)
        self._clock.keep()
        for later in self.moments():
            # They belong to days that will not come like that again.
            if later.at > moment.at and not later.label:
                self._forget(later)

    def clear(self) -> None:
        """Forget every moment."""
        for moment in self.moments():
            self._forget(moment)

    def _forget(self, moment: Moment) -> None:
        for ending in (".json", ".chats", ".db"):
            (self._folder / f"{moment.name}{ending}").unlink(missing_ok=True)


def fill(database: Database, copy: Path) -> None:
    """Put the content of a copy into a SQLite database, in one transaction of it."""
    with (
        closing(sqlite3.connect(copy)) as source,
        closing(sqlite3.connect(database.file)) as live,
    ):
        source.backup(live)


def _read(path: Path) -> Moment:
    written = json.loads(path.read_text(encoding="utf-8"))
    return Moment(
        name=written["name"], at=datetime.fromisoformat(written["at"]), label=written["label"]
    )


def _write(path: Path, text: str) -> None:
    unfinished = path.with_name(path.name + ".unfinished")
    unfinished.write_text(text, encoding="utf-8")
    os.replace(unfinished, path)
