"""Every update that we understand, on one screen. What is not here is not listened to."""

from handlers import (
    cancel,
    language,
    reach,
    reports,
    reviews,
    rosters,
    settings,
    start,
    terms,
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
    reports.report,
    reviews.review,
    terms.terms,
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
    reports.turn_page,
    reports.hand,
    reports.send,
    reports.ask_to_start_again,
    reports.start_again,
    reports.ask_to_discard,
    reports.discard,
    reports.look,
    reports.show_file,
    reviews.show_next,
    reviews.accept,
    reviews.undo,
    reviews.ask_comment,
    terms.turn_page,
    terms.show,
    terms.vote,
    terms.elected,
    terms.confirm,
    terms.discard,
    terms.take_back,
)

DRAFTS: tuple[DraftRoute, ...] = (
    rosters.take_answer,
    rosters.take_unasked_file,
    reports.take_part,
    reviews.give_back,
    terms.hear,
)

ROUTES = Routes(commands=COMMANDS, presses=PRESSES, drafts=DRAFTS)


async def handle(context: Context) -> None:
    """Lead one update to its handler."""
    await ROUTES.handle(context)
