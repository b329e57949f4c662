"""The button that says that something is done, and ten minutes to think again."""

from datetime import date
from typing import assert_never

from actions import done as actions
from actions.done import NotYours, Pressed, TakenBack, Ticked, TooLate
from domain.act import Act
from domain.permission import Policy
from handlers.context import Context, number
from handlers.registry import press
from handlers.subjects import subject_pair, version
from texts import done as texts
from texts import refusals

# More acts than this no obligation has.
NO_ACT = 999


@press("done", Policy.LINKED)
async def done(context: Context) -> None:
    """Count it; the message with the button stays what it is, or is brought up to date."""
    outcome = await context.run(
        actions.tick, _pressed(context), now=context.now(), place=context.place
    )
    match outcome:
        case Ticked(act=Act() as act):
            await context.say(texts.ticked(context.lang, outcome.obligation, act, _today(context)))
        case Ticked():
            await context.say(texts.as_it_stands(context.lang, outcome.obligation, _today(context)))
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(outcome)


@press("undone", Policy.LINKED)
async def take_back(context: Context) -> None:
    """Take it back in place."""
    outcome = await context.run(
        actions.take_back,
        _pressed(context),
        pressed_at=context.sent_at,
        now=context.now(),
        place=context.place,
    )
    match outcome:
        case TakenBack():
            await context.show(texts.taken_back(context.lang, outcome.obligation, _today(context)))
        case TooLate():
            await context.toast(texts.too_late(context.lang), alert=True)
            await context.show(
                texts.as_it_stands(context.lang, outcome.obligation, _today(context))
            )
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(outcome)


def _pressed(context: Context) -> Pressed:
    """`12-1` is the second act of obligation 12; an id that nothing has for anything else."""
    obligation_id, act = subject_pair(context)
    return Pressed(
        obligation_id=obligation_id,
        act=number(act or "0", NO_ACT),
        version=version(context),
    )


def _today(context: Context) -> date:
    return context.place.today(context.now())
