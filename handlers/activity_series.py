"""End a series of activities."""

from actions import activity_series
from actions.activities import NotYours
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import press
from texts import refusals
from texts.activity_changes import ask_end as say_end
from texts.activity_statuses import status_card


@press("series_end", Policy.OFFICER)
async def ask_end(context: Context) -> None:
    """Ask again before what follows is called off."""
    found = await context.run(
        activity_series.find_end, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(say_end(context.lang, found.activity, found.following))


@press("series_end_yes", Policy.OFFICER)
async def end(context: Context) -> None:
    """Nothing follows this one."""
    done = await context.run(
        activity_series.end, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(done, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(status_card(context.lang, done))
