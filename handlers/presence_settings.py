"""The rules of check-in below /config: looked at, and changed with a preview."""

from actions import config as config_actions
from actions import presence_settings
from actions.confirming import NotOfTheWhole
from domain.permission import Policy
from domain.presence_rules import Rule
from handlers import config
from handlers.context import Context
from handlers.registry import press
from texts import refusals
from texts.check_in_rules import rules_page
from texts.rosters import not_of_the_whole


@press("config_rules", Policy.ADMINISTRATOR)
async def show(context: Context) -> None:
    """Every rule, and the trade-off of the codes' time."""
    found = await context.run(presence_settings.find)
    if isinstance(found, NotOfTheWhole):
        await context.say(not_of_the_whole(context.lang))
    else:
        await context.show(rules_page(context.lang, found, good_for=context.codes_good_for))


@press("config_rule", Policy.ADMINISTRATOR)
async def turn(context: Context) -> None:
    """Show what the next value of one rule would change."""
    written = context.press.subject_id if context.press else ""
    if written not in {rule.value for rule in Rule}:
        await context.run(presence_settings.find)
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    compared = await context.run(
        presence_settings.prepare, Rule(written), now=context.now(), place=context.place
    )
    if isinstance(compared, NotOfTheWhole):
        await context.say(not_of_the_whole(context.lang))
        return
    kept = await context.run(config_actions.keep, compared, now=context.now())
    await config.tell(context, kept)
