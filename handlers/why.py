"""/why: why did I get this?"""

from actions import why as actions
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import command, press
from texts.why import nothing_yet
from texts.why import why as reasons


@command("why", Policy.LINKED, alias="为什么")
async def why(context: Context) -> None:
    """Explain the last reminder."""
    await _explain(context, message_id=None)


@press("why", Policy.LINKED)
async def explain(context: Context) -> None:
    """Explain the message under which the button is, in a message of its own."""
    query = context.update.callback_query
    pressed = query.message if query else None
    await _explain(context, message_id=pressed.message_id if pressed else None)


async def _explain(context: Context, *, message_id: int | None) -> None:
    found = await context.run(
        actions.explain, message_id=message_id, now=context.now(), place=context.place
    )
    await context.say(reasons(context.lang, found) if found else nothing_yet(context.lang))
