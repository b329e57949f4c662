"""/history: one's own year."""

from actions import own_records as actions
from domain.own_record import read_year
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import command, press
from handlers.subjects import version
from texts import own_records as texts
from texts.cleaning import one_line
from texts.refusals import not_yours

WORDS_LIMIT = 64


@command("history", Policy.LINKED, alias="我的记录")
async def history(context: Context) -> None:
    """This year, or the one that is named."""
    words = one_line(context.argument, WORDS_LIMIT)
    now, place = context.now(), context.place
    year = read_year(words, place.today(now))
    # Who may not ask hears so, whatever he has written.
    shown = year if year is not None else place.today(now).year
    found = await context.run(actions.find, shown, page=1, now=now, place=place)
    if year is None:
        await context.say(texts.no_such_year(context.lang))
    else:
        await context.say(texts.own_record(context.lang, found))


@press("history", Policy.LINKED)
async def turn_page(context: Context) -> None:
    """Another page or another year, in place."""
    now, place = context.now(), context.place
    today = place.today(now)
    year = read_year(context.press.subject_id if context.press else "", today)
    shown = year if year is not None else today.year
    found = await context.run(actions.find, shown, page=version(context), now=now, place=place)
    if year is None:
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(texts.own_record(context.lang, found))
