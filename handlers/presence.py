"""Check in with a code: scanned, or four digits."""

from typing import assert_never

from actions import presence
from actions.check_ins import Answered, NotExpected, ProofNeeded, Recorded, Stands, TooEarly
from actions.guests import GuestNoted
from actions.presence import (
    NoCode,
    NoMoreCodes,
    NothingOpen,
    TooOld,
    Unknown,
    Used,
    WrongCode,
)
from domain.code import read_spoken
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import draft
from handlers.routing import CODE
from texts import check_ins as card_texts
from texts import presence as texts
from texts import refusals
from texts.activities import title_of
from texts.replies import Reply


async def scan(context: Context, payload: str) -> None:
    """A code was scanned: the deep link opened the bot."""
    done = await context.run(
        presence.scan, _used(context, payload), now=context.now(), place=context.place
    )
    lang = context.lang
    match done:
        case Unknown():
            await context.say(texts.unknown(lang))
        case NoCode():
            await context.say(texts.no_code(lang))
        case TooOld():
            await context.say(texts.too_old(lang))
        case GuestNoted():
            title = title_of(lang, done.activity)
            await context.say(texts.guest(lang, title, done.state, is_told=done.is_told))
        case _:
            await context.say(_reply(context, done))


@draft(CODE, Policy.LINKED)
async def take_digits(context: Context) -> None:
    """Four digits, without any command."""
    await enter(context, context.words)


async def enter(context: Context, words: str) -> None:
    """A code was typed."""
    digits = read_spoken(words)
    lang = context.lang
    if digits is None:
        await context.say(texts.four_digits(lang))
        return
    done = await context.run(
        presence.enter, _used(context, digits), now=context.now(), place=context.place
    )
    match done:
        case WrongCode():
            await context.say(texts.wrong_code(lang, done.left))
        case NoMoreCodes():
            await context.say(texts.no_more_codes(lang))
        case NothingOpen():
            await context.say(texts.nothing_open(lang))
        case _:
            await context.say(_reply(context, done))


def _used(context: Context, words: str) -> Used:
    return Used(words=words, at=context.sent_at, good_for=context.codes_good_for)


def _reply(context: Context, done: Answered) -> Reply:
    lang = context.lang
    match done:
        case Recorded():
            return card_texts.own_card(lang, done.attendance)
        case Stands():
            return texts.already(lang, done.attendance)
        case TooEarly():
            return texts.too_early(lang, done.opens_at)
        case NotExpected() | ProofNeeded():
            return refusals.unexpected_words(lang)
        case _:
            assert_never(done)
