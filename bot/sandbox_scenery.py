"""What stands on the sandbox's stage: the invented organisation, or somebody's own."""

import shutil
import tempfile
from datetime import date, time
from pathlib import Path

from sqlmodel import Session

from bot.database import claim_for, open_ready
from bot.sandbox_clock import SandboxClock
from bot.sandbox_scene import Scene, Staged, demo_scene, opening_day, set_scene
from bot.sandbox_snapshots import Snapshots, fill
from domain.place import Place
from sandbox.core import StandIn
from storage import memory
from storage.engine import Database
from texts.languages import Code

# Before the first digest of the day, so that a newcomer sees it come.
BEGINS_AT = time(8, 20)
LANGUAGE = "sandbox_language"


class Scenery:
    """Sets scenes, and remembers in which language people are spoken to."""

    def __init__(
        self,
        database: Database,
        stand_in: StandIn,
        clock: SandboxClock,
        *,
        place: Place,
        language: Code,
    ) -> None:
        self._database = database
        self._stand_in = stand_in
        self._clock = clock
        self._place = place
        self.language: Code = self._recall_language() or language
        self.staged: Staged | None = None

    def begin(self) -> None:
        """The demo, for a sandbox that has no chats yet."""
        today = self._open_at_a_good_hour()
        self._set(demo_scene(today, self.language))

    def start_over(
        self, snapshots: Snapshots, *, language: Code | None = None, scene: Scene | None = None
    ) -> None:
        """Everything anew, with the demo or another scene. No bot must run meanwhile."""
        before = snapshots.keep("")
        spoken = self.language
        try:
            self._empty()
            claim_for(self._database, int(self._stand_in.token.partition(":")[0]))
            self.language = language or self.language
            today = self._open_at_a_good_hour()
            self._set(scene or demo_scene(today, self.language))
        except Exception:
            self.language = spoken
            snapshots.put_back(before.name)
            raise
        snapshots.clear()

    def _open_at_a_good_hour(self) -> date:
        today = opening_day(self._place.today(self._clock.system()))
        self._clock.set(self._place.at(today, BEGINS_AT))
        self._clock.keep()
        return today

    def _set(self, scene: Scene) -> None:
        now = self._clock()
        with Session(self._database.writer, expire_on_commit=False) as session:
            self.staged = set_scene(
                session,
                self._stand_in,
                scene,
                place=self._place,
                language=self.language,
                now=now,
            )
            memory.remember(session, LANGUAGE, self.language)
            session.commit()

    def _empty(self) -> None:
        self._stand_in.world.forget()
        folder = Path(tempfile.mkdtemp(prefix="muduo-"))
        try:
            fresh = folder / "fresh.db"
            open_ready(f"sqlite:///{fresh}", now=self._clock.system()).close()
            fill(self._database, fresh)
        finally:
            shutil.rmtree(folder)

    def _recall_language(self) -> Code | None:
        with Session(self._database.reader) as session:
            known = memory.recall(session, LANGUAGE)
        return "zh" if known == "zh" else "en" if known == "en" else None
