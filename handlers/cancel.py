"""/cancel: drop what is under way, with a minute to think again."""

from actions import drafts
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import command, press
from texts import cancel as texts


@command("cancel", Policy.LINKED, alias="取消")
async def cancel(context: Context) -> None:
    """End the open dialogue and say which it was."""
    draft = await context.run(drafts.drop_open, now=context.now())
    if draft is None:
        await context.say(texts.nothing_to_drop(context.lang))
    else:
        await context.say(texts.dropped(context.lang, draft.id, draft.kind))


@press("takeup", Policy.LINKED)
async def reopen(context: Context) -> None:
    """Take the dialogue up again."""
    is_open = await context.run(drafts.reopen, context.pressed_id, pressed_at=context.sent_at)
    if is_open:
        await context.show(texts.reopened(context.lang))
    else:
        await context.toast(texts.too_late(context.lang), alert=True)
