"""A make-up session for who was absent: its moment in plain words, a preview, Confirm."""

from typing import assert_never

from actions import make_ups, moving
from actions.activities import NotYours
from actions.make_ups import MakingUp, NobodyAbsent
from actions.moving import WhenAsked
from domain.holding import MakeUpPreview
from domain.permission import Policy
from handlers.context import Context
from handlers.inputs import read_moment
from handlers.registry import draft, press
from handlers.subjects import version
from texts import make_ups as texts
from texts import refusals
from texts.activity_statuses import status_card


@press("make_up", Policy.OFFICER)
async def begin(context: Context) -> None:
    """When is it?"""
    begun = await context.run(
        make_ups.begin, context.pressed_id, now=context.now(), place=context.place
    )
    await _tell(context, begun)


@draft(make_ups.KIND, Policy.OFFICER)
async def hear(context: Context) -> None:
    """Its moment."""
    before = await context.run(moving.find_day, place=context.place)
    words, typed = context.words, None
    if words and before is not None:
        typed = await read_moment(context, words)
    heard = await context.run(make_ups.hear, typed, now=context.now(), place=context.place)
    await _tell(context, heard)


@press("make_up_yes", Policy.OFFICER)
async def confirm(context: Context) -> None:
    """Make it as it was shown."""
    done = await context.run(
        make_ups.confirm,
        context.pressed_id,
        version=version(context),
        now=context.now(),
        place=context.place,
    )
    if isinstance(done, NotYours):
        await context.toast(refusals.old_button(context.lang), alert=True)
    else:
        await context.show(status_card(context.lang, done))


async def _tell(context: Context, found: MakingUp) -> None:
    lang = context.lang
    match found:
        case WhenAsked():
            await context.say(texts.ask_moment(lang, found.activity, found.doubt))
        case MakeUpPreview():
            await context.say(texts.preview(lang, found))
        case NobodyAbsent():
            await context.toast(texts.nobody_absent(lang), alert=True)
        case NotYours() if context.press is not None:
            await context.toast(refusals.not_yours(lang), alert=True)
        case NotYours():
            await context.say(refusals.unexpected_words(lang))
        case _:
            assert_never(found)
