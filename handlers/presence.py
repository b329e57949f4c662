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
from texts import presence as texts
from texts import refusals
from texts.activities import title_of


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
            await _tell(context, done)


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
            await _tell(context, done)


def _used(context: Context, words: str) -> Used:
    return Used(words=words, at=context.sent_at, good_for=context.codes_good_for)


async def _tell(context: Context, done: Answered) -> None:
    lang = context.lang
    match done:
        case Recorded():
            # The answer is queued in the transaction that recorded it: a whole school that scans at
            # once is recorded at once, and nobody waits behind the answers of others.
            return
        case Stands():
            await context.say(texts.already(lang, done.attendance))
        case TooEarly():
            await context.say(texts.too_early(lang, done.opens_at))
        case NotExpected() | ProofNeeded():
            await context.say(refusals.unexpected_words(lang))
        case _:
            assert_never(done)
