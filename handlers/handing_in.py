"""Hand a report in, and the head's word where it is asked for."""

from actions import handing_in as actions
from actions.handing_in import Incomplete, NoHead
from domain.permission import Policy
from handlers.context import Context
from handlers.pressed import pressed
from handlers.registry import press
from handlers.reports import show
from texts import report_refusals as refused


@press("report_send", Policy.LINKED)
async def send(context: Context) -> None:
    """Hand in what the message shows."""
    outcome = await context.run(
        actions.hand_in,
        pressed(context).number,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    match outcome:
        case Incomplete():
            missing = refused.still_missing(context.lang, outcome.sections)
            await context.toast(missing, alert=True)
        case NoHead():
            await context.toast(refused.no_head(context.lang), alert=True)
        case _:
            await show(context, outcome)


@press("report_confirm", Policy.LINKED)
async def confirm(context: Context) -> None:
    """The head of the unit lets it count."""
    outcome = await context.run(
        actions.confirm,
        pressed(context).number,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    await show(context, outcome)


@press("report_back", Policy.LINKED)
async def take_back(context: Context) -> None:
    """Go on writing what is with the head."""
    outcome = await context.run(
        actions.take_back,
        pressed(context).number,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    await show(context, outcome)
