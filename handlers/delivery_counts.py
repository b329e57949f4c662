"""/delivery: whom the reminders of a duty reached."""

import re

from actions import delivery_counts as actions
from actions.delivery_counts import NoSuchDuty, NotYours
from domain.delivery_count import DeliveryScope, UnitsForDelivery
from domain.period_words import find_period, split_period
from domain.permission import Policy
from handlers.context import Context, number
from handlers.registry import command, press
from handlers.subjects import version
from texts import delivery_counts as texts
from texts.cleaning import one_line
from texts.refusals import not_yours

WORDS_LIMIT = 128
_KEY = re.compile(r"(?P<unit>\d+)-(?P<duty>\d+)-(?P<period>[0-9QH-]+)", re.ASCII)


@command("delivery", Policy.OFFICER, alias="送达")
async def delivery(context: Context) -> None:
    """The own unit, or which of several: all duties, or the one that is named."""
    now, place = context.now(), context.place
    words = one_line(context.argument, WORDS_LIMIT)
    asked = split_period(words, today=place.today(now))
    found = await context.run(actions.find_own, asked.rest, asked.period, now=now, place=place)
    match found:
        case NoSuchDuty():
            await context.say(texts.no_such_duty(context.lang))
        case UnitsForDelivery():
            await context.say(texts.units_to_choose(context.lang, found))
        case _:
            await context.say(texts.delivery_page(context.lang, found))


@press("told", Policy.OFFICER)
async def turn(context: Context) -> None:
    """Another unit, duty, period or page, in place."""
    scope = _scope(context)
    found = await context.run(
        actions.find_page, scope, page=version(context), now=context.now(), place=context.place
    )
    if isinstance(found, NotYours):
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(texts.delivery_page(context.lang, found))


@press("told_pick", Policy.OFFICER)
async def pick(context: Context) -> None:
    """The duties to choose from."""
    found = await context.run(actions.find_duties, _scope(context), page=version(context))
    if isinstance(found, NotYours):
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(texts.duty_choice(context.lang, found))


def _scope(context: Context) -> DeliveryScope | None:
    """None for what no button of ours carries."""
    found = _KEY.fullmatch(context.press.subject_id if context.press else "")
    period = find_period(found["period"]) if found else None
    if found is None or period is None:
        return None
    return DeliveryScope(
        unit_id=number(found["unit"]), duty_id=number(found["duty"]), period=period
    )
