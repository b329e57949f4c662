"""The packet of an office: its parts are looked at in place of it."""

from actions import handovers as actions
from actions.terms import NotYours
from domain.handover import HandoverPart
from domain.permission import Policy
from handlers.context import Context
from handlers.pressed import pressed
from handlers.registry import press
from handlers.subjects import subject_pair
from texts import handovers as texts
from texts.refusals import not_yours


@press("handover", Policy.OFFICER)
async def show(context: Context) -> None:
    """Show the packet again, as it stands now."""
    found = await context.run(
        actions.find, pressed(context).number, now=context.now(), place=context.place
    )
    if isinstance(found, NotYours):
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(texts.handover(context.lang, found))


@press("handover_part", Policy.OFFICER)
async def show_part(context: Context) -> None:
    """Show what is open, what comes, or the last year."""
    office_id, part = subject_pair(context)
    known = [one for one in HandoverPart if one.value == part]
    found = await context.run(
        actions.find_page,
        office_id if known else 0,
        part=known[0] if known else HandoverPart.OPEN,
        page=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    if isinstance(found, NotYours):
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(texts.handover_page(context.lang, found))
