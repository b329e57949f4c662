"""One obligation in full: in hand, tomorrow, a problem; and the silent units of a duty."""

from typing import assert_never

from actions import items as actions
from actions import problems, silent
from actions.items import Answered, NotYours, Stands
from actions.problems import TooLong, WordsNeeded
from domain.item import Item
from domain.permission import Policy
from domain.problem import ProblemCard, ProblemReason
from handlers.context import Context
from handlers.pressed import pressed
from handlers.registry import draft, press
from handlers.subjects import subject_pair
from texts import items as texts
from texts import problems as problem_texts
from texts import refusals


@press("item", Policy.LINKED)
async def show(context: Context) -> None:
    """The item, as a message of its own under a list, in place behind *Back*."""
    found = await context.run(
        actions.find, pressed(context).number, now=context.now(), place=context.place
    )
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    elif pressed(context).version:
        await context.show(texts.item(context.lang, found))
    else:
        await context.say(texts.item(context.lang, found))


@press("in_hand", Policy.LINKED)
async def take_in_hand(context: Context) -> None:
    """Leave me in peace until the next stage."""
    done = await context.run(
        actions.take_in_hand, pressed(context).number, now=context.now(), place=context.place
    )
    await _answer(context, done, toast=texts.taken_in_hand(context.lang))


@press("tomorrow", Policy.LINKED)
async def put_off(context: Context) -> None:
    """Say it again on the next working day."""
    done = await context.run(
        actions.put_off,
        pressed(context).number,
        tomorrows=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    toast = texts.put_off(context.lang, done.item) if isinstance(done, Answered) else ""
    await _answer(context, done, toast=toast)


@press("problem", Policy.LINKED)
async def ask_reason(context: Context) -> None:
    """What is the problem?"""
    found = await context.run(
        actions.find, pressed(context).number, now=context.now(), place=context.place
    )
    if isinstance(found, Item) and found.may_tell:
        await context.show(problem_texts.ask_reason(context.lang, found.obligation))
    elif isinstance(found, Item) and found.is_own:
        await _answer(context, Stands(item=found))
    else:
        await context.toast(refusals.not_yours(context.lang), alert=True)


@press("problem_is", Policy.LINKED)
async def tell_problem(context: Context) -> None:
    """Tell the officer above, or ask for the words first."""
    obligation_id, written = subject_pair(context)
    if written not in {reason.value for reason in ProblemReason}:
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    if written == ProblemReason.OTHER:
        asked = await context.run(
            problems.ask_words, obligation_id, now=context.now(), place=context.place
        )
        if isinstance(asked, WordsNeeded):
            await context.say(problem_texts.ask_words(context.lang))
        else:
            await _answer(context, asked)
        return
    done = await context.run(
        problems.tell,
        obligation_id,
        reason=ProblemReason(written),
        now=context.now(),
        place=context.place,
    )
    await _answer(context, done, toast=problem_texts.told(context.lang))


@draft("problem", Policy.LINKED)
async def take_words(context: Context) -> None:
    """The problem in the unit's own words."""
    if not context.words:
        await context.say(problem_texts.words_needed(context.lang))
        return
    done = await context.run(
        problems.take_words, context.words, now=context.now(), place=context.place
    )
    match done:
        case Answered() | Stands():
            await context.say(texts.item(context.lang, done.item))
        case TooLong():
            await context.say(problem_texts.too_long(context.lang, done.excess))
        case NotYours():
            await context.say(refusals.unexpected_words(context.lang))
        case _:
            assert_never(done)


@press("problem_seen", Policy.OFFICER)
async def note_seen(context: Context) -> None:
    """The officer above knows."""
    done = await context.run(
        problems.note_seen, pressed(context).number, now=context.now(), place=context.place
    )
    if isinstance(done, ProblemCard):
        await context.show(problem_texts.problem_card(context.lang, done))
    else:
        await context.toast(refusals.not_yours(context.lang), alert=True)


@press("below", Policy.OFFICER)
async def show_silent(context: Context) -> None:
    """The silent units of a duty, as a message of their own under a digest."""
    page = pressed(context).version
    found = await context.run(
        silent.find_page,
        pressed(context).number,
        page=page,
        now=context.now(),
        place=context.place,
    )
    reply = texts.silent_units(context.lang, found)
    await (context.show(reply) if page else context.say(reply))


async def _answer(context: Context, done: Answered | Stands | NotYours, *, toast: str = "") -> None:
    match done:
        case Answered():
            await context.toast(toast)
            await context.show(texts.item(context.lang, done.item))
        case Stands():
            await context.toast(texts.stands(context.lang), alert=True)
            await context.show(texts.item(context.lang, done.item))
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(done)
