"""Every update that we understand, on one screen. What is not here is not listened to."""

from handlers import (
    cancel,
    duties,
    language,
    presets,
    reach,
    rosters,
    settings,
    start,
    todo,
)
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
    rosters.roster,
    presets.preset,
    duties.duty,
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
