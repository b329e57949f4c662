"""The one-time link of a wall."""

from typing import assert_never

from actions import activities, walls
from actions.activities import NotYours
from actions.walls import WallLink, WallOver
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import press
from texts import proofs as texts
from texts import refusals
from texts.activities import title_of


@press("wall", Policy.OFFICER)
async def open_wall(context: Context) -> None:
    """A fresh link in a message of its own; the card stays as it is."""
    if context.web_address is None:
        await _say_why_not(context)
        return
    made = await context.run(
        walls.make_link, context.pressed_id, now=context.now(), place=context.place
    )
    lang = context.lang
    match made:
        case NotYours():
            await context.toast(refusals.not_yours(lang), alert=True)
        case WallOver():
            await context.toast(texts.wall_over(lang), alert=True)
        case WallLink():
            # Behind the # it reaches no log, and no messenger that looks at links in advance.
            url = f"{context.web_address}/wall/#{made.secret}"
            await context.say(texts.wall_link(lang, title_of(lang, made.activity), url))
        case _:
            assert_never(made)


async def _say_why_not(context: Context) -> None:
    found = await context.run(
        activities.find_status, context.pressed_id, now=context.now(), place=context.place
    )
    lang = context.lang
    is_foreign = isinstance(found, NotYours)
    words = refusals.not_yours(lang) if is_foreign else texts.no_address(lang)
    await context.toast(words, alert=True)
