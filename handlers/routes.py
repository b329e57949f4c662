"""Every update that we understand, on one screen. What is not here is not listened to."""

from handlers import (
    cancel,
    drafts,
    language,
    missing,
    reach,
    rosters,
    settings,
    start,
    status,
    todo,
    why,
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
    status.status,
    missing.missing,
    why.why,
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
    status.show_board,
    missing.show_missing,
    missing.nudge,
    missing.nudge_surely,
    missing.nudge_below,
    drafts.resume,
    why.explain,
)

DRAFTS: tuple[DraftRoute, ...] = (rosters.take_answer, rosters.take_unasked_file)

ROUTES = Routes(commands=COMMANDS, presses=PRESSES, drafts=DRAFTS)


async def handle(context: Context) -> None:
    """Lead one update to its handler."""
    await ROUTES.handle(context)
