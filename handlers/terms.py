"""/terms: whose term ends when, of a unit and everything below it."""

import logging
from typing import assert_never

from actions import term_ledgers
from actions import terms as actions
from actions.terms import NotYours, SeveralUnits
from domain.permission import Policy
from domain.term_ledger import TermLedger
from domain.term_sheet import TermPage, TermSheet
from handlers.context import Context
from handlers.documents import at_the_desk
from handlers.pressed import pressed
from handlers.registry import command, press
from papers.term_ledger import make_term_ledger
from papers.worker import WorkerError
from texts import refusals
from texts import terms as texts
from texts.cleaning import one_line
from texts.ledgers import not_made
from texts.status import no_such_unit
from texts.term_ledgers import ledger_file
from texts.words import NAME_LIMIT

log = logging.getLogger("muduo.ledgers")


@command("terms", Policy.OFFICER, alias="任期")
async def terms(context: Context) -> None:
    """List the terms, the earliest end first: all, or those of the unit that is named."""
    named = one_line(context.argument, NAME_LIMIT)
    now, place = context.now(), context.place
    if named:
        await _say(context, await context.run(actions.find_named, named, now=now, place=place))
    else:
        await _say(context, await context.run(actions.find_page, page=1, now=now, place=place))


async def _say(context: Context, found: TermPage | SeveralUnits | NotYours) -> None:
    match found:
        case TermPage():
            await context.say(texts.term_list(context.lang, found))
        case SeveralUnits():
            await context.say(texts.units_to_choose(context.lang, found.units))
        case NotYours():
            await context.say(no_such_unit(context.lang))
        case _:
            assert_never(found)


@press("terms", Policy.OFFICER)
async def turn_page(context: Context) -> None:
    """Show another page in place."""
    page = await context.run(
        actions.find_page,
        unit_id=pressed(context).number,
        page=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    if isinstance(page, TermPage):
        await context.show(texts.term_list(context.lang, page))
    else:
        await context.toast(refusals.not_yours(context.lang), alert=True)


@press("term", Policy.OFFICER)
async def show(context: Context) -> None:
    """Show one body in place of the list."""
    sheet = await context.run(
        actions.find_sheet, pressed(context).number, now=context.now(), place=context.place
    )
    if isinstance(sheet, TermSheet):
        await context.show(texts.term_sheet(context.lang, sheet))
    else:
        await context.toast(refusals.not_yours(context.lang), alert=True)


@press("term_ledger", Policy.OFFICER)
async def send_ledger(context: Context) -> None:
    """Hand out the ledger of a unit and everything below it."""
    ledger = await context.run(
        term_ledgers.find, pressed(context).number, now=context.now(), place=context.place
    )
    if isinstance(ledger, TermLedger):
        await _send(context, ledger)
    else:
        await context.toast(refusals.not_yours(context.lang), alert=True)


async def _send(context: Context, ledger: TermLedger) -> None:
    try:
        content = await at_the_desk(make_term_ledger, ledger, context.lang.code)
    except WorkerError as error:
        log.warning("term_ledger_not_made", extra={"facts": {"reason": str(error)}})
        await context.say(not_made(context.lang))
    else:
        await context.say(ledger_file(context.lang, ledger, content))
