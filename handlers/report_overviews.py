"""The overview of reports behind /review, drilled down in one message."""

from actions import report_overviews as actions
from actions.report_overviews import NoSuchUnit
from domain.permission import Policy
from handlers.context import Context
from handlers.pressed import pressed
from handlers.registry import press
from texts import report_overviews as texts
from texts.refusals import not_yours


@press("review_units", Policy.OFFICER)
async def show_overview(context: Context) -> None:
    """Who has handed in what: a unit and what is below it."""
    asked = pressed(context)
    found = await context.run(
        actions.look, asked.number, page=asked.version, now=context.now(), place=context.place
    )
    if isinstance(found, NoSuchUnit):
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(texts.overview(context.lang, found))


@press("review_late", Policy.OFFICER)
async def show_late(context: Context) -> None:
    """What is late there."""
    asked = pressed(context)
    found = await context.run(
        actions.look_late, asked.number, page=asked.version, now=context.now(), place=context.place
    )
    if isinstance(found, NoSuchUnit):
        await context.toast(not_yours(context.lang), alert=True)
    else:
        await context.show(texts.late_list(context.lang, found))
