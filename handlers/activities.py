"""The officer's side of an activity: look, mark, cancelled, and *held* taken back."""

from collections.abc import Callable

from actions import activities, attendance
from actions.activities import NotYours, Shown
from actions.attendance import Listed, NotOpen, Said
from domain.check_in import HERE, NOT_HERE, AttendeePage
from domain.permission import Policy
from handlers.context import Context, number
from handlers.registry import press
from handlers.subjects import parts, version
from texts import activities as texts
from texts import attendance as name_texts
from texts import refusals
from texts.activity_statuses import more_card, status_card
from texts.languages import Language
from texts.replies import Reply


@press("activity", Policy.OFFICER)
async def show(context: Context) -> None:
    """How it stands now."""
    await _show(context, await _find(context))


@press("activity_more", Policy.OFFICER)
async def show_more(context: Context) -> None:
    """What else can be done with it."""
    found = await _find(context)
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(more_card(context.lang, found))


async def _find(context: Context) -> Shown:
    return await context.run(
        activities.find_status, context.pressed_id, now=context.now(), place=context.place
    )


async def _show(context: Context, shown: Shown) -> None:
    if isinstance(shown, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(status_card(context.lang, shown))


@press("call_off", Policy.OFFICER)
async def call_off(context: Context) -> None:
    """Ask again before it is cancelled."""
    shown = await _find(context)
    if isinstance(shown, NotYours) or not shown.activity.is_planned:
        await _show(context, shown)
    else:
        await context.show(texts.ask_call_off(context.lang, shown))


@press("call_off_yes", Policy.OFFICER)
async def call_off_yes(context: Context) -> None:
    """It does not take place."""
    done = await context.run(
        activities.call_off, context.pressed_id, now=context.now(), place=context.place
    )
    await _show(context, done)


@press("absent", Policy.OFFICER)
async def show_missing(context: Context) -> None:
    """Who is missing; only here, in private."""
    found = await context.run(
        attendance.find_missing, context.pressed_id, page=version(context), place=context.place
    )
    await _show_page(context, found, name_texts.missing_page)


@press("marks", Policy.OFFICER)
async def show_markable(context: Context) -> None:
    """Whom the officer can mark."""
    found = await context.run(
        attendance.find_markable, context.pressed_id, page=version(context), place=context.place
    )
    await _show_page(context, found, name_texts.marks_page)


@press("mark", Policy.OFFICER)
async def mark(context: Context) -> None:
    """Somebody is here without a phone, or is not after all, as the button says."""
    activity_id, person_id, wanted = parts(context, 3)
    if wanted not in (HERE, NOT_HERE):
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    said = Said(person_id=number(person_id), is_here=wanted == HERE, page=version(context))
    done = await context.run(
        attendance.mark,
        number(activity_id),
        said,
        at=context.sent_at,
        now=context.now(),
        place=context.place,
    )
    if isinstance(done, NotOpen):
        await context.toast(texts.not_open(context.lang, done.opens_at), alert=True)
    else:
        await _show_page(context, done, name_texts.marks_page)


async def _show_page(
    context: Context, found: Listed, say: Callable[[Language, AttendeePage], Reply]
) -> None:
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(say(context.lang, found))
