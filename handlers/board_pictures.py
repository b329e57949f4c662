"""The board and attendance of a year as pictures, under /status."""

import logging
from collections.abc import Callable
from typing import TypeVar

from actions import board_pictures as actions
from domain.board_picture import EARLIEST_YEAR, LATEST_YEAR
from domain.period import Period, PeriodKind
from domain.period_words import find_period
from domain.permission import Policy
from domain.status import NoSuchUnit
from handlers.context import Context
from handlers.documents import at_the_desk
from handlers.registry import press
from handlers.subjects import subject_pair, version
from papers.pictures import make_board, make_turnout
from papers.worker import WorkerError
from texts import board_pictures as texts
from texts.languages import Code
from texts.refusals import not_yours

log = logging.getLogger("muduo.pictures")

Picture = TypeVar("Picture")


@press("board_pic", Policy.OFFICER)
async def send_board(context: Context) -> None:
    """Units and months; a new message, so that the text stays to go on with."""
    unit_id, year = _subject(context)
    found = await context.run(
        actions.find_board,
        unit_id,
        year,
        page=version(context),
        now=context.now(),
        place=context.place,
    )
    if isinstance(found, NoSuchUnit):
        await context.toast(not_yours(context.lang), alert=True)
        return
    content = await _drawn(context, make_board, found)
    await context.say(texts.board_file(context.lang, found, content))


@press("turnout_pic", Policy.OFFICER)
async def send_turnout(context: Context) -> None:
    """Who was expected and who came, month by month."""
    unit_id, year = _subject(context)
    found = await context.run(
        actions.find_turnout, unit_id, year, now=context.now(), place=context.place
    )
    if isinstance(found, NoSuchUnit):
        await context.toast(not_yours(context.lang), alert=True)
        return
    content = await _drawn(context, make_turnout, found)
    await context.say(texts.turnout_file(context.lang, found, content))


def _subject(context: Context) -> tuple[int, Period | None]:
    unit_id, key = subject_pair(context)
    period = find_period(key)
    is_year = period is not None and period.kind is PeriodKind.YEAR
    if not is_year or not EARLIEST_YEAR <= int(key) <= LATEST_YEAR:
        return unit_id, None
    return unit_id, period


async def _drawn(
    context: Context, make: Callable[[Picture, Code], bytes], picture: Picture
) -> bytes | None:
    """The words say the same figures: without a picture they go alone."""
    # Drawing takes longer than a press may wait for its answer.
    await context.toast(texts.being_drawn(context.lang))
    try:
        return await at_the_desk(make, picture, context.lang.code)
    except WorkerError as error:
        log.warning("picture_not_drawn", extra={"facts": {"reason": str(error)}})
        return None
