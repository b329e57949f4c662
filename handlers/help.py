"""/help: what the one who asks can do, here and now."""

from actions import settings as actions
from domain.menu import offered_to
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import command
from texts import help as texts


@command("help", Policy.ANYONE, alias="帮助")
async def help_me(context: Context) -> None:
    """Tell all commands open to the reader, or about one of them."""
    me = await context.run(actions.find_me)
    offers = offered_to(me, context.offers)
    topic = context.argument.partition(" ")[0].removeprefix("/").lower()
    if not topic:
        await context.say(texts.help_for(context.lang, me, offers))
        return
    found = next((offer for offer in offers if topic in (offer.name, offer.alias)), None)
    if found is None:
        await context.say(texts.no_such_topic(context.lang))
    else:
        await context.say(texts.help_about(context.lang, found))
