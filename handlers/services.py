"""/service: what somebody did at a second place, and the sums of a unit."""

from typing import assert_never

from actions import services as actions
from actions import word_standpoint
from actions.services import Asked, Entered, TakenBack, TooLate
from domain.own_record import read_year
from domain.permission import Policy
from domain.service import SaidService, read_service
from handlers.context import Context
from handlers.registry import command, draft, press
from handlers.subjects import version
from texts import refusals
from texts import services as texts
from texts.replies import Reply

WORDS_LIMIT = 200


@command("service", Policy.LINKED, alias="双报到")
async def service(context: Context) -> None:
    """Enter a service in one line, or ask for it."""
    done = await context.run(
        actions.enter,
        await _said(context, context.argument),
        now=context.now(),
        place=context.place,
    )
    await context.say(_worded(context, done))


@draft("service", Policy.LINKED)
async def hear(context: Context) -> None:
    """The rest of it."""
    done = await context.run(
        actions.hear,
        await _said(context, context.words),
        now=context.now(),
        place=context.place,
    )
    if isinstance(done, TooLate):
        await context.say(refusals.unexpected_words(context.lang))
    else:
        await context.say(_worded(context, done))


@press("service_undo", Policy.LINKED)
async def take_back(context: Context) -> None:
    """For ten minutes."""
    done = await context.run(
        actions.take_back,
        context.pressed_id,
        at=context.sent_at,
        now=context.now(),
        place=context.place,
    )
    match done:
        case TakenBack():
            await context.show(texts.taken_back(context.lang, done.year))
        case TooLate():
            await context.toast(texts.too_late(context.lang), alert=True)
        case _:
            assert_never(done)


@press("service_sums", Policy.OFFICER)
async def show_sums(context: Context) -> None:
    """This year, or the one that the button names."""
    today = context.place.today(context.now())
    year = read_year(context.press.subject_id if context.press else "", today)
    found = await context.run(
        actions.find_sums,
        year or today.year,
        page=version(context),
        now=context.now(),
        place=context.place,
    )
    await context.show(texts.sums(context.lang, found))


async def _said(context: Context, words: str) -> SaidService:
    """The day that stands first or last among the words, then place and length."""
    if len(words) > WORDS_LIMIT:
        return SaidService(place=words)
    rest, day = await context.run(
        word_standpoint.find_day, words, now=context.now(), place=context.place
    )
    return read_service(rest, day)


def _worded(context: Context, done: Entered | Asked) -> Reply:
    lang = context.lang
    if isinstance(done, Asked):
        return texts.asked(lang, done.place, done.why, done.year, is_officer=done.is_officer)
    return texts.entered(
        lang, done.service, done.year, is_new=done.is_new, is_officer=done.is_officer
    )
