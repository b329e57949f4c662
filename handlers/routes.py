"""Every update that we understand, on one screen. What is not here is not listened to."""

from handlers import (
    activities,
    activity_plans,
    cancel,
    check_ins,
    language,
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
    activity_plans.activity,
    check_ins.checkin,
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
    activity_plans.plan,
    activity_plans.plan_new,
    activity_plans.choose_unit,
    activity_plans.link,
    activity_plans.make,
    activity_plans.drop,
    activities.show,
    activities.hold,
    activities.hold_yes,
    activities.call_off,
    activities.call_off_yes,
    activities.reopen,
    activities.show_missing,
    activities.show_markable,
    activities.mark,
    check_ins.check_in,
    check_ins.cannot_come,
    check_ins.attend,
    check_ins.excuse,
    check_ins.undo,
)

DRAFTS: tuple[DraftRoute, ...] = (
    rosters.take_answer,
    rosters.take_unasked_file,
    activity_plans.answer,
)

ROUTES = Routes(commands=COMMANDS, presses=PRESSES, drafts=DRAFTS)


async def handle(context: Context) -> None:
    """Lead one update to its handler."""
    await ROUTES.handle(context)
