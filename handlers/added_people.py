"""The officer's list of who was named besides the unit, and the way off it again."""

from actions import added_people
from actions.activities import NotYours
from actions.added_people import Asked
from domain.added_person import AddedPage, TakingOff
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import press
from handlers.subjects import subject_ids, version
from texts import added_people as texts
from texts import refusals
from texts.activity_statuses import status_card


@press("added", Policy.OFFICER)
async def show(context: Context) -> None:
    """Who was named?"""
    found = await context.run(
        added_people.find_page,
        context.pressed_id,
        page=version(context),
        now=context.now(),
        place=context.place,
    )
    await _show(context, found)


@press("added_off", Policy.OFFICER)
async def ask(context: Context) -> None:
    """Ask again before somebody is taken off."""
    activity_id, person_id = subject_ids(context)
    found = await context.run(
        added_people.ask,
        activity_id,
        person_id=person_id,
        now=context.now(),
        place=context.place,
    )
    await _show(context, found)


@press("added_off_yes", Policy.OFFICER)
async def take_off(context: Context) -> None:
    """He is not on the list any more."""
    activity_id, person_id = subject_ids(context)
    done = await context.run(
        added_people.take_off,
        activity_id,
        person_id=person_id,
        version=version(context),
        now=context.now(),
        place=context.place,
    )
    await _show(context, done)


async def _show(context: Context, found: Asked) -> None:
    match found:
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case TakingOff():
            await context.show(texts.ask_taking_off(context.lang, found))
        case AddedPage():
            await context.show(texts.added_page(context.lang, found))
        case _:
            await context.show(status_card(context.lang, found))
