"""Every update that we understand, on one screen. What is not here is not listened to."""

from handlers import todo
from handlers.context import Context
from handlers.registry import Command, DraftRoute, PressRoute
from handlers.routing import Routes

COMMANDS: tuple[Command, ...] = (todo.todo,)

PRESSES: tuple[PressRoute, ...] = (todo.turn_page,)

DRAFTS: tuple[DraftRoute, ...] = ()

ROUTES = Routes(commands=COMMANDS, presses=PRESSES, drafts=DRAFTS)


async def handle(context: Context) -> None:
    """Lead one update to its handler."""
    await ROUTES.handle(context)
