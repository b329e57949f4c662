"""Keep the messages in groups true, a few at a time."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from actions import group_cards
from actions.running import Runner
from domain.group import CardEnding, GroupCard
from domain.place import Place


class Groups(Protocol):
    """Shows messages in groups. It never raises for what Telegram says."""

    async def show(self, card: GroupCard) -> CardEnding:
        """Send it or bring it up to date, and say how that ended."""
        ...


class GroupCardKeeper:
    """Sends each message once, and edits it when it would show something else."""

    def __init__(
        self, runner: Runner, shown: Groups, *, now: Callable[[], datetime], place: Place
    ) -> None:
        self._runner = runner
        self._groups = shown
        self._now = now
        self._place = place

    async def turn(self) -> int:
        """Show a few; returns how many were looked at."""
        now = self._now()
        find = partial(group_cards.find_due, now=now, place=self._place)
        found = await self._runner.read(find)
        if not found:
            return 0
        claimed = await self._runner.write(
            partial(group_cards.claim, cards=found, now=now, place=self._place)
        )
        endings = await asyncio.gather(*(self._groups.show(one) for one in claimed))
        if endings:
            settle = partial(group_cards.settle, endings=endings, now=self._now())
            await self._runner.write(settle)
        return len(found)

    async def drain(self) -> None:
        """Show everything that is due by now."""
        while await self.turn():
            continue
