"""/reach: who is not connected, personal links, and taking a connection back."""

from telegram.helpers import create_deep_linked_url

from actions import links
from actions import reach as actions
from actions.account_approvals import NotEntitled
from domain.approval import WaitingForSecond
from domain.link import LinkMade
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import command, press
from texts import links as link_texts
from texts import reach as texts
from texts import refusals


@command("reach", Policy.OFFICER, alias="联络")
async def reach(context: Context) -> None:
    """Show the own unit, or what the words after the command name."""
    if context.argument:
        page = await context.run(actions.search, words=context.argument[:64])
    else:
        page = await context.run(actions.look, unit_id=None, page=1)
    if page is None:
        await context.say(texts.no_such_unit(context.lang))
    else:
        await context.say(texts.reach_page(context.lang, page))


@press("reach", Policy.OFFICER)
async def turn(context: Context) -> None:
    """Show another page or another unit in place."""
    page_number = context.press.version if context.press else 1
    page = await context.run(actions.look, unit_id=context.pressed_id, page=page_number)
    if page is None:
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(texts.reach_page(context.lang, page))


@press("invite", Policy.OFFICER)
async def invite(context: Context) -> None:
    """Make a personal link; it is said once, in a message of its own."""
    outcome = await context.run(
        links.make_personal_link, context.pressed_id, now=context.now(), place=context.place
    )
    match outcome:
        case LinkMade():
            url = create_deep_linked_url(context.bot_username, outcome.secret)
            await context.say(link_texts.link_made(context.lang, outcome, url))
        case links.JustMade():
            await context.toast(link_texts.link_just_made(context.lang))
        case links.NotThere():
            await context.toast(refusals.not_yours(context.lang), alert=True)


@press("unlink", Policy.OFFICER)
async def undo(context: Context) -> None:
    """Cut the tie that a link has made."""
    outcome = await context.run(
        links.undo, context.pressed_id, now=context.now(), place=context.place
    )
    match outcome:
        case links.Undone():
            await context.show(link_texts.undone(context.lang, outcome.name))
        case WaitingForSecond():
            await context.toast(link_texts.asked_second(context.lang), alert=True)
        case NotEntitled():
            await context.toast(link_texts.only_administrators(context.lang), alert=True)
        case links.LastAdministrator():
            await context.toast(link_texts.last_administrator(context.lang), alert=True)
        case links.NotThere():
            await context.toast(link_texts.nothing_to_undo(context.lang), alert=True)
