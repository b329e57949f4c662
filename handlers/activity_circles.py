"""Ask whom an activity is for, with what can be pressed instead of writing it."""

from typing import Literal

from actions import activity_circles
from domain.activity_words import Label
from handlers.context import Context
from texts.activity_details import ask_field
from texts.circles import ask_circle


async def ask(
    context: Context, verb: Literal["plan_who", "amend_who"], draft_id: int, label: Label
) -> None:
    """Ask for one field of a dialogue; offices and tags can be pressed."""
    if label is not Label.WHO:
        await context.say(ask_field(context.lang, label))
        return
    choices = await context.run(activity_circles.find_choices, draft_id)
    await context.say(ask_circle(context.lang, choices, verb, draft_id))
