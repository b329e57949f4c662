"""Every update that we understand, on one screen. What is not here is not listened to."""

from handlers import (
    activities,
    activity_plans,
    cancel,
    check_ins,
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
    settings.settings,
    todo.todo,
    check_ins.checkin,
    activity_plans.activity,
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
    check_ins.check_in,
    check_ins.cannot_come,
    check_ins.attend,
    check_ins.excuse,
    check_ins.undo,
    activities.show,
    activities.hold,
    activities.call_off,
    activities.hold_yes,
    activities.call_off_yes,
    activities.reopen,
    activities.show_missing,
    activities.show_markable,
    activities.mark,
    activity_plans.plan_new,
    activity_plans.plan,
    activity_plans.choose_unit,
    activity_plans.link,
    activity_plans.make,
    activity_plans.drop,
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
    activity_plans.answer,
    rosters.take_answer,
    rosters.take_unasked_file,
    presets.take_words,
)

ROUTES = Routes(commands=COMMANDS, presses=PRESSES, drafts=DRAFTS)


async def handle(context: Context) -> None:
    """Lead one update to its handler."""
    await ROUTES.handle(context)
