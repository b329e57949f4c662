"""What the sandbox's page can ask of this bot beyond the chats: moments, and the outbox."""

import asyncio
from collections.abc import Mapping
from functools import partial

from actions.vitals import count_outbox
from bot.sandbox_snapshots import Moment, Snapshots
from bot.sandbox_stage import Stage
from domain.place import Place
from sandbox.answers import Json
from sandbox.extension import Extension


class Desk:
    """Answers the page; names and shapes are those of `sandbox/page/js`."""

    def __init__(self, stage: Stage, snapshots: Snapshots, place: Place) -> None:
        self._stage = stage
        self._snapshots = snapshots
        self._place = place

    def extension(self) -> Extension:
        """What is handed to the sandbox."""
        return Extension(
            views={"moments": self._moments, "outbox": self._outbox},
            verbs={
                "keep_moment": self._keep_moment,
                "go_back": self._go_back,
            },
        )

    async def _moments(self, query: Mapping[str, str]) -> list[Json]:
        await self._stage.present()
        return [_written(one) for one in await asyncio.to_thread(self._snapshots.moments)]

    async def _keep_moment(self, body: Json) -> Json:
        await self._stage.settle()
        label = str(body.get("label", ""))[:60]
        if not label and self._has_one_today():
            return {}
        return _written(await asyncio.to_thread(self._snapshots.keep, label))

    def _has_one_today(self) -> bool:
        today = self._place.today(self._stage.now())
        return any(self._place.today(one.at) == today for one in self._snapshots.moments())

    async def _go_back(self, body: Json) -> Json:
        await self._stage.change(partial(self._snapshots.put_back, str(body["name"])))
        return {"now": self._stage.now().isoformat()}

    async def _outbox(self, query: Mapping[str, str]) -> Json:
        muduo = await self._stage.present()
        counted = await muduo.runner.read(partial(count_outbox, now=muduo.parts.now()))
        return {**counted, "pauses": len(muduo.gate.pauses)}


def _written(moment: Moment) -> Json:
    return {"name": moment.name, "at": moment.at.isoformat(), "label": moment.label}
