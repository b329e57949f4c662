"""/todo: what is open for me."""

from actions import todo as actions
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import command, press
from texts.todo import todo_list


@command("todo", Policy.LINKED, alias="待办")
async def todo(context: Context) -> None:
    """Say what is open, the most urgent first."""
    found = await context.run(actions.find_open, page=1, now=context.now(), place=context.place)
    await context.say(todo_list(context.lang, found))


@press("todo", Policy.LINKED)
async def turn_page(context: Context) -> None:
    """Show another page in place."""
    page = context.press.version if context.press else 1
    found = await context.run(actions.find_open, page=page, now=context.now(), place=context.place)
    await context.show(todo_list(context.lang, found))
