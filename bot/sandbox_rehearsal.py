"""Rehearse with one's own organisation: its roster and plan in, the set-up to go live out."""

import asyncio
import io
import json
from base64 import b64decode
from functools import partial
from zipfile import ZIP_DEFLATED, ZipFile

from sqlmodel import Session

from actions.running import reads
from bot.sandbox_scene import PRESET, Scene
from bot.sandbox_scenery import Scenery
from bot.sandbox_snapshots import Snapshots
from bot.sandbox_stage import Stage
from domain.file_fault import FileFault
from domain.preset import Preset
from domain.roster import Roster, RosterReading, WorkbookRefusal
from domain.roster_export import roster_of
from papers.preset_files import PRESETS, find_preset, read_preset
from papers.roster_reading import read_untrusted_roster
from papers.roster_writing import write_roster
from sandbox.answers import Json, UploadedFile
from sandbox.core import StandIn
from sandbox.extension import Extension
from storage import memory, rosters
from texts import preset_command
from texts.file_faults import refused
from texts.languages import Code, Language
from texts.roster_files import file_fault

OWN_PLAN = "sandbox_plan"
SETUP = "muduo-setup.zip"
GO_LIVE = """\
木铎 Muduo

1. 把令牌写进 .env（见 README）。 Put the token into .env (see README).
2. 导入名册。 Bring the roster in.

   .venv/bin/python -m bot import-roster roster.xlsx --apply

3. 安装方案：把 plan.yaml 放进 presets/。 Install the plan: put plan.yaml into presets/.

   .venv/bin/python -m bot install-preset {code}

4. 用 /reach 分发个人链接。 Hand out the personal links with /reach.
"""


class Rehearsal:
    """Answers the page about the organisation on the stage."""

    def __init__(
        self, stage: Stage, snapshots: Snapshots, scenery: Scenery, stand_in: StandIn
    ) -> None:
        self._stage = stage
        self._snapshots = snapshots
        self._scenery = scenery
        self._stand_in = stand_in

    def extension(self) -> Extension:
        """What is handed to the sandbox."""
        return Extension(
            verbs={
                "start_over": self._start_over,
                "use_own": self._use_own,
                "export_setup": self._export,
            }
        )

    async def _start_over(self, body: Json) -> Json:
        language = _language(body)
        await self._stage.change(
            partial(self._scenery.start_over, self._snapshots, language=language)
        )
        return {}

    async def _use_own(self, body: Json) -> Json:
        """Take a roster (base64 of an .xlsx) and a plan (YAML); raises ValueError with why not."""
        language = _language(body) or self._scenery.language
        lang = Language(code=language)
        plan_text = str(body.get("plan") or "")
        plan = _read_plan(plan_text, lang)
        content = b64decode(str(body["roster"]), validate=True)
        reading = await asyncio.to_thread(read_untrusted_roster, content)
        if isinstance(reading, WorkbookRefusal):
            raise ValueError(file_fault(lang, reading).plain())
        scene = Scene(roster=reading.roster, plan=plan)
        await self._stage.change(
            partial(self._scenery.start_over, self._snapshots, language=language, scene=scene)
        )
        await self._remember(plan_text)
        return self._told(lang, reading)

    def _told(self, lang: Language, reading: RosterReading) -> Json:
        staged = self._scenery.staged
        if staged is None:
            raise LookupError("nothing was put on the stage")
        present = sorted({unit.kind for unit in reading.roster.units})
        missing = (
            preset_command.unmatched(lang, staged.unmatched.asked, present)
            if staged.unmatched
            else None
        )
        return {
            "units": staged.units,
            "people": staged.people,
            "refused": len(reading.refusals) + staged.refused,
            "phones": len(self._stand_in.world.persons),
            "plan": missing.plain() if missing else "",
        }

    async def _remember(self, plan: str) -> None:
        def keep(session: Session) -> None:
            memory.remember(session, OWN_PLAN, json.dumps(plan))

        await (await self._stage.present()).runner.write(keep)

    async def _export(self, body: Json) -> Json:
        """A zip with the roster as it is now, the plan, and what to do with them."""
        runner = (await self._stage.present()).runner
        roster, plan = await runner.read(_load_setup)
        language = Language(code=self._scenery.language)
        content = await asyncio.to_thread(_pack, roster, plan, language)
        upload = UploadedFile(name=SETUP, content=content, mime="application/zip")
        return {"name": SETUP, "file_id": self._stand_in.world.files.put(upload).file_id}


@reads
def _load_setup(session: Session) -> tuple[Roster, str]:
    known = rosters.load_known(session)
    plan = json.loads(memory.recall(session, OWN_PLAN) or '""')
    return roster_of(known.units, known.people), plan


def _pack(roster: Roster, plan: str, language: Language) -> bytes:
    text = plan or (PRESETS / f"{PRESET}.yaml").read_text(encoding="utf-8")
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("roster.xlsx", write_roster(roster, language.code))
        archive.writestr("plan.yaml", text)
        archive.writestr("go-live.txt", GO_LIVE.format(code=_read_plan(plan, language).code))
    return packed.getvalue()


def _read_plan(text: str, lang: Language) -> Preset:
    plan = read_preset(text.encode()) if text else find_preset(PRESET)
    if isinstance(plan, FileFault):
        raise ValueError(" ".join(refused(lang, plan).words.plain().split()))
    if plan is None:
        raise LookupError(f"the preset {PRESET} is not there")
    return plan


def _language(body: Json) -> Code | None:
    match body.get("language"):
        case "zh":
            return "zh"
        case "en":
            return "en"
    return None
