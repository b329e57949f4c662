"""End a series of activities, and decide about one of it that stands on a day off."""

from actions import activity_series, day_off_questions
from actions.activities import NotYours, Shown
from actions.day_off_questions import OtherDay
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import press
from handlers.subjects import day_of, subject_pair
from texts import refusals
from texts.activity_changes import ask_end as say_end
from texts.activity_statuses import status_card
from texts.day_offs import day_off_question


@press("series_end", Policy.OFFICER)
async def ask_end(context: Context) -> None:
    """Ask again before what follows is called off."""
    found = await context.run(
        activity_series.find_end, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(say_end(context.lang, found.activity, found.following))


@press("series_end_yes", Policy.OFFICER)
async def end(context: Context) -> None:
    """Nothing follows this one."""
    done = await context.run(
        activity_series.end, context.pressed_id, now=context.now(), place=context.place
    )
    await _show(context, done)


@press("day_off_move", Policy.OFFICER)
async def move(context: Context) -> None:
    """Give it the working day that was shown."""
    activity_id, written = subject_pair(context)
    done = await context.run(
        day_off_questions.move,
        activity_id,
        day_of(written),
        now=context.now(),
        place=context.place,
    )
    if isinstance(done, OtherDay):
        await context.show(day_off_question(context.lang, done.card))
    else:
        await _show(context, done)


@press("day_off_keep", Policy.OFFICER)
async def keep(context: Context) -> None:
    """It takes place on the day off."""
    done = await context.run(
        day_off_questions.keep, context.pressed_id, now=context.now(), place=context.place
    )
    await _show(context, done)


async def _show(context: Context, done: Shown) -> None:
    if isinstance(done, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(status_card(context.lang, done))
