"""Keep the menus of private chats in step with offices and languages, a few at a time."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from actions import menus
from actions.running import Runner
from domain.menu import MenuChange

AT_A_TIME = 30


class Menus(Protocol):
    """Shows menus in Telegram. `edition` names the present commands and their words."""

    edition: str

    async def show(self, change: MenuChange) -> bool:
        """Write a menu or take it away; False when that must wait for another time."""
        ...


class MenuKeeper:
    """Rewrites what has drifted: after linking, a change of office or language, a new version."""

    def __init__(self, runner: Runner, shown: Menus) -> None:
        self._runner = runner
        self._menus = shown

    async def turn(self) -> int:
        """Change a few menus; returns how many, 0 when nothing is left or Telegram is away."""
        find = partial(menus.find_changes, edition=self._menus.edition, limit=AT_A_TIME)
        changed = await self._show(await self._runner.read(find))
        if changed:
            await self._runner.write(partial(menus.note_changed, changes=changed))
        return len(changed)

    async def drain(self) -> None:
        """Change everything that has drifted by now."""
        while await self.turn():
            continue

    async def _show(self, changes: Sequence[MenuChange]) -> list[MenuChange]:
        shown: list[MenuChange] = []
        for change in changes:
            if not await self._menus.show(change):
                break
            shown.append(change)
        return shown
