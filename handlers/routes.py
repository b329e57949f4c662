"""Every update that we understand, on one screen. What is not here is not listened to."""

from handlers import cancel, language, reach, settings, start, todo
from handlers import help as help_
from handlers.context import Context
from handlers.registry import Command, DraftRoute, PressRoute
from handlers.routing import Routes

COMMANDS: tuple[Command, ...] = (
    start.start,
    help_.help_me,
    language.language,
    cancel.cancel,
    todo.todo,
    settings.settings,
    reach.reach,
)

PRESSES: tuple[PressRoute, ...] = (
    todo.turn_page,
    start.confirm,
    start.deny,
    language.choose,
    settings.choose_hour,
    cancel.reopen,
    reach.turn,
    reach.invite,
    reach.undo,
)

DRAFTS: tuple[DraftRoute, ...] = ()

ROUTES = Routes(commands=COMMANDS, presses=PRESSES, drafts=DRAFTS)


async def handle(context: Context) -> None:
    """Lead one update to its handler."""
    await ROUTES.handle(context)
