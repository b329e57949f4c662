"""/status: the board of a unit and the level below."""

from actions import period_status
from actions import status as actions
from domain.period import Period
from domain.period_status import PeriodBoard
from domain.period_words import split_period
from domain.permission import Policy
from domain.status import NoSuchUnit
from handlers.context import Context
from handlers.registry import command, press
from texts.cleaning import one_line
from texts.period_status import period_board
from texts.refusals import not_yours
from texts.status import status as board_of
from texts.words import NAME_LIMIT

WORDS_LIMIT = 128


@command("status", Policy.OFFICER, alias="看板")
async def status(context: Context) -> None:
    """Say the board of the officer's own unit, or of the one that he names; now, or of a period."""
    now, place = context.now(), context.place
    asked = split_period(one_line(context.argument, WORDS_LIMIT), today=place.today(now))
    if asked.period is not None:
        await _say_period(context, asked.rest, asked.period)
        return
    name = one_line(context.argument, NAME_LIMIT)
    if name:
        found = await context.run(actions.find_named, name, now=now, place=place)
    else:
        found = await context.run(actions.find_own, now=now, place=place)
    await context.say(board_of(context.lang, found))


async def _say_period(context: Context, name: str, period: Period) -> None:
    now, place = context.now(), context.place
    found = await context.run(period_status.find_named, name, period, now=now, place=place)
    if isinstance(found, PeriodBoard):
        await context.say(period_board(context.lang, found))
    else:
        await context.say(board_of(context.lang, found))


@press("board", Policy.OFFICER)
async def show_board(context: Context) -> None:
    """Drill down, go up, turn the page or look again: the same message."""
    page = context.press.version if context.press else 1
    found = await context.run(
        actions.find_board, context.pressed_id, page=page, now=context.now(), place=context.place
    )
    if isinstance(found, NoSuchUnit):
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(board_of(context.lang, found))
