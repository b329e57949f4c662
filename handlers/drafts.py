"""Go on with a dialogue that was set aside."""

from actions import drafts as actions
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import press
from texts.drafts import go_on, is_over


@press("resume", Policy.LINKED)
async def resume(context: Context) -> None:
    """Open the dialogue again and say what it waits for."""
    found = await context.run(actions.resume, context.pressed_id, now=context.now())
    if found is None:
        await context.toast(is_over(context.lang), alert=True)
    else:
        await context.say(go_on(context.lang, found.kind))
