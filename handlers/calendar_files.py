"""An activity as a calendar file, and the address of one's own calendar."""

from actions import calendar_feeds
from domain.permission import Policy
from handlers.context import Context
from handlers.documents import at_the_desk
from handlers.registry import press
from papers.calendar_files import activity_file
from texts import calendar_files as texts


@press("calendar_file", Policy.LINKED)
async def send_file(context: Context) -> None:
    """The file of an activity that the actor is on the list of."""
    event = await context.run(calendar_feeds.find_event, context.pressed_id)
    if event is None:
        await context.toast(texts.no_such_activity(context.lang), alert=True)
        return
    zone, bot = context.place.zone, context.bot_username
    content = await at_the_desk(activity_file, context.lang, event, zone=zone, bot=bot)
    await context.say(texts.calendar_file(context.lang, event, content=content))


@press("calendar_own", Policy.LINKED)
async def show_own(context: Context) -> None:
    """Whether there is an address, and what it is for."""
    address = await context.run(calendar_feeds.find_own, place=context.place)
    if context.web_address is None:
        await context.toast(texts.not_reachable(context.lang), alert=True)
        return
    await context.say(texts.own_calendar(context.lang, address))


@press("calendar_new", Policy.LINKED)
async def make_address(context: Context) -> None:
    """A new address; the old one ends."""
    if context.web_address is None:
        await context.run(calendar_feeds.find_own, place=context.place)
        await context.toast(texts.not_reachable(context.lang), alert=True)
        return
    made = await context.run(calendar_feeds.make_address, now=context.now())
    url = f"{context.web_address}/calendar/{made.secret}.ics"
    await context.show(texts.new_address(context.lang, url))


@press("calendar_end", Policy.LINKED)
async def remove_address(context: Context) -> None:
    """No address any longer."""
    await context.run(calendar_feeds.remove_address, now=context.now())
    await context.show(texts.no_address_now(context.lang))
