"""The attendance sheet as a picture to pass on, from an activity's card."""

import logging

from actions import attendance_pictures as actions
from actions.activities import NotYours
from domain.attendance_picture import AttendancePicture
from domain.permission import Policy
from handlers.context import Context
from handlers.documents import at_the_desk
from handlers.registry import PressRoute, press
from handlers.subjects import version
from papers.pictures import make_attendance
from papers.worker import WorkerError
from texts import attendance_pictures as texts
from texts.board_pictures import being_drawn
from texts.refusals import not_yours

log = logging.getLogger("muduo.pictures")


@press("sheet_pic", Policy.OFFICER)
async def choose(context: Context) -> None:
    """Ask whether names shall be on it."""
    found = await context.run(actions.find_subject, context.pressed_id, place=context.place)
    if isinstance(found, NotYours):
        await context.toast(not_yours(context.lang), alert=True)
        return
    await context.show(texts.ask(context.lang, found))


@press("names_pic", Policy.OFFICER)
async def send_names(context: Context) -> None:
    """Figures and a page of names; a new message, so that the card stays to go on with."""
    now, place, page = context.now(), context.place, version(context)
    found = await context.run(
        actions.find_names, context.pressed_id, page=page, now=now, place=place
    )
    await _send(context, found)


@press("figures_pic", Policy.OFFICER)
async def send_figures(context: Context) -> None:
    """Figures alone."""
    now, place = context.now(), context.place
    await _send(
        context, await context.run(actions.find_figures, context.pressed_id, now=now, place=place)
    )


async def _send(context: Context, found: AttendancePicture | NotYours) -> None:
    if isinstance(found, NotYours):
        await context.toast(not_yours(context.lang), alert=True)
        return
    # Drawing takes longer than a press may wait for its answer.
    await context.toast(being_drawn(context.lang))
    await context.say(texts.picture_file(context.lang, found, await _drawn(context, found)))


async def _drawn(context: Context, picture: AttendancePicture) -> bytes | None:
    """The words say the same figures: without a picture they go alone."""
    try:
        return await at_the_desk(make_attendance, picture, context.lang.code)
    except WorkerError as error:
        log.warning("picture_not_drawn", extra={"facts": {"reason": str(error)}})
        return None


PRESSES: tuple[PressRoute, ...] = (choose, send_names, send_figures)
