"""Every update that we understand, on one screen. What is not here is not listened to."""

from handlers import duties, presets, rosters, todo
from handlers.context import Context
from handlers.registry import Command, DraftRoute, PressRoute
from handlers.routing import Routes

COMMANDS: tuple[Command, ...] = (todo.todo, rosters.roster, presets.preset, duties.duty)

PRESSES: tuple[PressRoute, ...] = (
    todo.turn_page,
    rosters.send_template,
    rosters.send_export,
    rosters.confirm,
    rosters.confirm_again,
    rosters.discard,
    presets.begin,
    presets.toggle,
    presets.go_on,
    presets.go_back,
    presets.confirm,
    presets.discard,
    duties.turn_page,
    duties.open_duty,
    duties.ask_pause,
    duties.send_sample,
    duties.pause,
    duties.resume,
    duties.undo,
)

DRAFTS: tuple[DraftRoute, ...] = (
    rosters.take_answer,
    rosters.take_unasked_file,
    presets.take_words,
)

ROUTES = Routes(commands=COMMANDS, presses=PRESSES, drafts=DRAFTS)


async def handle(context: Context) -> None:
    """Lead one update to its handler."""
    await ROUTES.handle(context)
