"""The duties that an activity counts for, ticked by an officer."""

from actions import activity_links
from actions.activities import NotYours
from actions.activity_links import Linkable, Links
from domain.activity_plan import COUNTED, NOT_COUNTED
from domain.permission import Policy
from handlers.context import Context, number
from handlers.registry import press
from handlers.subjects import parts
from texts import refusals
from texts.activity_links import links
from texts.activity_statuses import status_card


@press("counts_for", Policy.OFFICER)
async def show(context: Context) -> None:
    """What else could it count for?"""
    found = await context.run(
        activity_links.find, context.pressed_id, now=context.now(), place=context.place
    )
    await _show(context, found)


@press("count_for", Policy.OFFICER)
async def choose(context: Context) -> None:
    """Let it count for one, or no more, as the button says."""
    activity_id, duty_id, wanted = parts(context, 3)
    if wanted not in (COUNTED, NOT_COUNTED):
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    found = await context.run(
        activity_links.choose,
        number(activity_id),
        duty_id=number(duty_id),
        counts=wanted == COUNTED,
        now=context.now(),
        place=context.place,
    )
    await _show(context, found)


async def _show(context: Context, found: Links) -> None:
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    elif isinstance(found, Linkable):
        await context.show(links(context.lang, found.activity, found.duties, found.chosen))
    else:
        await context.show(status_card(context.lang, found))
