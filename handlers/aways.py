"""/away: who stands in while somebody is away."""

from typing import assert_never

from actions import away_plans, word_standpoint
from actions import aways as actions
from actions.away_plans import NobodyNamed, Planned, Said
from actions.aways import Asked, Moved, NotYours, Refused
from domain.permission import Policy
from handlers.context import Context
from handlers.pressed import pressed
from handlers.registry import command, draft, press
from handlers.subjects import subject_ids
from texts import away_plans as plan_texts
from texts import aways as texts
from texts import refusals
from texts.replies import Reply


@command("away", Policy.OFFICER, alias="外出")
async def away(context: Context) -> None:
    """What is arranged; with words, the beginning of a new arrangement."""
    if context.argument:
        outcome = await context.run(
            away_plans.begin, await _said(context), now=context.now(), place=context.place
        )
        await context.say(_worded(context, outcome))
        return
    found = await context.run(actions.find_mine, now=context.now(), place=context.place)
    await context.say(texts.arranged(context.lang, found))


@press("away_new", Policy.OFFICER)
async def begin(context: Context) -> None:
    """Ask for the days."""
    outcome = await context.run(away_plans.begin, Said(), now=context.now(), place=context.place)
    await context.say(_worded(context, outcome))


@draft("away", Policy.OFFICER)
async def hear(context: Context) -> None:
    """The days, the deputy, or both."""
    outcome = await context.run(
        away_plans.hear, await _said(context), now=context.now(), place=context.place
    )
    if isinstance(outcome, NotYours):
        await context.say(refusals.unexpected_words(context.lang))
    else:
        await context.say(_worded(context, outcome))


@press("away_deputy", Policy.OFFICER)
async def choose(context: Context) -> None:
    """This one stands in."""
    draft_id, person_id = subject_ids(context)
    outcome = await context.run(
        away_plans.choose, draft_id, person_id, now=context.now(), place=context.place
    )
    await _show(context, outcome)


@press("away_ok", Policy.OFFICER)
async def confirm(context: Context) -> None:
    """Ask the deputy."""
    outcome = await context.run(
        away_plans.confirm,
        pressed(context).number,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    await _show(context, outcome)


@press("away_drop", Policy.OFFICER)
async def drop(context: Context) -> None:
    """Arrange nothing."""
    if await context.run(away_plans.drop, pressed(context).number, now=context.now()):
        await context.show(plan_texts.dropped(context.lang))
    else:
        await context.toast(refusals.not_yours(context.lang), alert=True)


@press("away_yes", Policy.LINKED)
async def agree(context: Context) -> None:
    """The deputy agrees."""
    await _answer(context, agrees=True)


@press("away_no", Policy.LINKED)
async def decline(context: Context) -> None:
    """The deputy cannot."""
    await _answer(context, agrees=False)


@press("away_end", Policy.LINKED)
async def end(context: Context) -> None:
    """One of the two ends it early."""
    done = await context.run(
        actions.end, pressed(context).number, now=context.now(), place=context.place
    )
    await _moved(context, done)


async def _answer(context: Context, *, agrees: bool) -> None:
    done = await context.run(
        actions.answer,
        pressed(context).number,
        agrees=agrees,
        now=context.now(),
        place=context.place,
    )
    await _moved(context, done)


async def _moved(context: Context, done: Moved | Refused | NotYours) -> None:
    match done:
        case Moved():
            if done.is_stale:
                await context.toast(texts.stands(context.lang), alert=True)
            today = context.place.today(context.now())
            reply = texts.moved(context.lang, done.away, today, is_deputy=done.is_deputy)
            await context.show(reply)
        case Refused():
            await context.toast(plan_texts.refused_briefly(context.lang), alert=True)
            await context.say(plan_texts.refused(context.lang, done.why, done.because_of))
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(done)


async def _said(context: Context) -> Said:
    read = await context.run(
        word_standpoint.read_days, context.words, now=context.now(), place=context.place
    )
    return Said(days=read.days, name=read.rest)


async def _show(
    context: Context, outcome: Asked | Planned | NobodyNamed | Refused | NotYours
) -> None:
    if isinstance(outcome, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(_worded(context, outcome))


def _worded(context: Context, outcome: Asked | Planned | NobodyNamed | Refused) -> Reply:
    lang = context.lang
    match outcome:
        case Planned():
            return plan_texts.plan(lang, outcome.plan)
        case NobodyNamed():
            return plan_texts.nobody_named(lang, outcome.plan)
        case Refused():
            return plan_texts.refused(lang, outcome.why, outcome.because_of)
        case Asked():
            return plan_texts.asked(lang, outcome.away, context.place.today(context.now()))
        case _:
            assert_never(outcome)
