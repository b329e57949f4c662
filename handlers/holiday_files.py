"""A year's public holidays as a file: preview, confirm, discard."""

from typing import assert_never

from telegram import Document

from actions import confirming
from actions import holiday_files as actions
from actions.calendar_questions import DRAFT
from actions.confirming import Discarded, Gone, NotOfTheWhole
from actions.holiday_files import (
    ChangedMeanwhile,
    Imported,
    NothingNew,
)
from domain.approval import WaitingForSecond
from domain.holiday_file import FileFault, FilePreview, FileReason
from domain.permission import Policy
from domain.public_holiday import HolidayList
from handlers.context import Context
from handlers.documents import NotHere, at_the_desk, fetch
from handlers.pressed import pressed
from handlers.registry import press
from papers.holiday_files import MAX_FILE_BYTES, read_holiday_file
from texts import holiday_files as texts
from texts.approvals import waiting


async def take_file(context: Context, document: Document) -> None:
    """Read a file and show what it would change."""
    if not await context.run(confirming.may_send):
        await context.say(texts.not_of_the_whole(context.lang))
        return
    read = await _read(context, document)
    if isinstance(read, FileFault):
        await context.say(texts.refused_file(context.lang, read))
        return
    outcome = await context.run(actions.keep, read, now=context.now(), place=context.place)
    match outcome:
        case FilePreview():
            await context.say(texts.preview(context.lang, outcome))
        case NothingNew():
            await context.say(texts.nothing_new(context.lang, outcome.holidays))
        case NotOfTheWhole():
            await context.say(texts.not_of_the_whole(context.lang))
        case _:
            assert_never(outcome)


async def _read(context: Context, document: Document) -> HolidayList | FileFault:
    content = await fetch(context, document, limit=MAX_FILE_BYTES)
    match content:
        case NotHere.TOO_LARGE:
            return FileFault(reason=FileReason.TOO_LARGE)
        case NotHere.NOT_FETCHED:
            return FileFault(reason=FileReason.NOT_FETCHED)
        case _:
            today = context.place.today(context.now())
            return await at_the_desk(read_holiday_file, content, today=today)


@press("calendar_ok", Policy.ADMINISTRATOR)
async def confirm(context: Context) -> None:
    """Let the list hold."""
    lang = context.lang
    outcome = await context.run(
        actions.confirm,
        pressed(context).number,
        version=pressed(context).version,
        shown_in=context.shown_in,
        now=context.now(),
        place=context.place,
    )
    match outcome:
        case Imported():
            await context.show(texts.imported(lang, outcome.holidays, outcome.change_id))
        case WaitingForSecond():
            await context.show(waiting(lang, outcome))
        case ChangedMeanwhile():
            await context.show(texts.changed_meanwhile(lang, outcome.preview))
        case NotOfTheWhole():
            await context.show(texts.not_of_the_whole(lang))
        case Gone():
            await context.toast(texts.gone(lang), alert=True)
        case _:
            assert_never(outcome)


@press("calendar_drop", Policy.ADMINISTRATOR)
async def discard(context: Context) -> None:
    """Forget the file."""
    outcome = await context.run(confirming.discard, DRAFT, context.pressed_id, now=context.now())
    match outcome:
        case Discarded():
            await context.show(texts.discarded(context.lang))
        case Gone():
            await context.toast(texts.gone(context.lang), alert=True)
