"""/settings: what somebody chooses for himself."""

from actions import settings as actions
from domain.easing import Reminding
from domain.permission import Policy
from domain.preferences import Preferences, digest_hour, typed_hour, waking_hours
from handlers.context import Context
from handlers.registry import command, press
from texts import refusals, start
from texts import settings as texts


@command("settings", Policy.LINKED, alias="设置")
async def settings(context: Context) -> None:
    """Show what holds, with buttons to change it; an hour behind the command is taken at once."""
    if not context.words:
        mine = await context.run(actions.find_mine)
    elif (at := typed_hour(context.words)) is not None:
        now = context.now()
        mine = await context.run(actions.choose_digest_hour, at, now=now, place=context.place)
    else:
        mine = await context.run(actions.find_mine)
        if mine is not None:
            await context.say(texts.not_understood(context.lang, context.words, mine))
        return
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
    if mine is not None and context.press and context.press.version == texts.FIRST_CONTACT:
        await context.show(start.ready(context.lang, mine))
        return
    await _show(context, mine)


@press("waking", Policy.LINKED)
async def choose_waking_hours(context: Context) -> None:
    """Keep when to be written to."""
    waking = waking_hours(context.pressed_id)
    if waking is None:
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    await _show(context, await context.run(actions.choose_waking_hours, waking, now=context.now()))


@press("reminding", Policy.LINKED)
async def choose_reminding(context: Context) -> None:
    """Keep how early and how long to be reminded."""
    written = context.press.subject_id if context.press else ""
    if written not in {one.value for one in Reminding}:
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    chosen = Reminding(written)
    await _show(context, await context.run(actions.choose_reminding, chosen, now=context.now()))


@press("monthly_board", Policy.OFFICER)
async def choose_monthly_board(context: Context) -> None:
    """Have the board of each month sent, or no more; also from under such a picture."""
    is_wanted = context.pressed_id == 1
    mine = await context.run(actions.choose_monthly_board, is_wanted=is_wanted, now=context.now())
    await _show(context, mine)


async def _show(context: Context, mine: Preferences | None) -> None:
    if mine is not None:
        await context.show(texts.own_settings(context.lang, mine))
        await context.toast(texts.saved(context.lang))
