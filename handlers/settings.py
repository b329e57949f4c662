"""/settings: what somebody chooses for himself."""

from actions import settings as actions
from domain.permission import Policy
from domain.preferences import digest_hour
from handlers.context import Context
from handlers.registry import command, press
from texts import refusals, start
from texts import settings as texts


@command("settings", Policy.LINKED, alias="设置")
async def settings(context: Context) -> None:
    """Show what holds, with buttons to change it."""
    mine = await context.run(actions.find_mine)
    if mine is not None:
        await context.say(texts.own_settings(context.lang, mine))


@press("hour", Policy.LINKED)
async def choose_hour(context: Context) -> None:
    """Keep the hour of the daily message."""
    at = digest_hour(context.pressed_id)
    if at is None:
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    mine = await context.run(actions.choose_digest_hour, at, now=context.now(), place=context.place)
    if context.press is not None and context.press.version == texts.FIRST_CONTACT:
        await context.show(start.ready(context.lang, mine))
        return
    await context.show(texts.own_settings(context.lang, mine))
    await context.toast(texts.saved(context.lang))
