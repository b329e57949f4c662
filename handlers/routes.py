"""Every update that we understand, on one screen. What is not here is not listened to."""

from handlers import cancel, duties, language, presets, reach, rosters, settings, start, todo
from handlers import help as help_
from handlers.context import Context
from handlers.registry import Command, DraftRoute, PressRoute
from handlers.routing import Routes

COMMANDS: tuple[Command, ...] = (
    start.start,
    help_.help_me,
    language.language,
    cancel.cancel,
    settings.settings,
    todo.todo,
    reach.reach,
    rosters.roster,
    duties.duty,
    presets.preset,
)

PRESSES: tuple[PressRoute, ...] = (
    start.confirm,
    start.deny,
    language.choose,
    cancel.reopen,
    settings.choose_hour,
    todo.turn_page,
    reach.turn,
    reach.invite,
    reach.undo,
    rosters.send_template,
    rosters.send_export,
    rosters.confirm,
    rosters.confirm_again,
    rosters.discard,
    duties.turn_page,
    duties.open_duty,
    duties.ask_pause,
    duties.send_sample,
    duties.pause,
    duties.resume,
    duties.undo,
    presets.begin,
    presets.toggle,
    presets.go_on,
    presets.go_back,
    presets.confirm,
    presets.discard,
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
