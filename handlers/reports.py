"""/report: what my unit owes in writing, and the way to hand it in."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from telegram.error import BadRequest

from actions import handing_in, review_queue
from actions import reports as actions
from actions.handing_in import Empty
from actions.reports import NotYours, RestOfAlbum, Shown
from domain.permission import Policy
from domain.report import MOST_BYTES, FileKind, Report, ReportFile, ReportState, TooMuch
from handlers.context import Context
from handlers.pressed import Pressed, pressed
from handlers.registry import command, draft, press
from handlers.report_parts import read_part
from texts import refusals
from texts import reports as texts
from texts.languages import Language
from texts.replies import Reply


@command("report", Policy.LINKED, alias="报告")
async def report(context: Context) -> None:
    """Say what is owed in writing and how it stands."""
    page = await context.run(actions.find_page, page=1, now=context.now(), place=context.place)
    await context.say(texts.report_list(context.lang, page))


@press("reports", Policy.LINKED)
async def turn_page(context: Context) -> None:
    """Show another page in place."""
    page = await context.run(
        actions.find_page, page=pressed(context).version, now=context.now(), place=context.place
    )
    await context.show(texts.report_list(context.lang, page))


@press("hand", Policy.LINKED)
async def hand(context: Context) -> None:
    """Begin or go on with a report; the message with the button stays what it is."""
    outcome = await context.run(
        actions.begin, pressed(context).number, now=context.now(), place=context.place
    )
    if isinstance(outcome, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return
    await context.say(texts.report_sheet(context.lang, outcome.sheet))


@draft("report", Policy.LINKED)
async def take_part(context: Context) -> None:
    """Add what was sent to the report."""
    message = context.update.message
    part = read_part(message) if message else None
    if part is None:
        await context.say(texts.only_words_and_files(context.lang))
        return
    if part.file and part.file.size > MOST_BYTES:
        await context.say(texts.file_too_big(context.lang))
        return
    outcome = await context.run(actions.add_part, part, now=context.now(), place=context.place)
    match outcome:
        case Shown():
            replaced = outcome.has_replaced
            await context.say(
                texts.report_sheet(context.lang, outcome.sheet, has_replaced=replaced)
            )
        case TooMuch():
            await context.say(texts.too_many_characters(context.lang, outcome.excess))
        case RestOfAlbum():
            if outcome.is_first:
                await context.say(texts.rest_of_album(context.lang))
        case NotYours():
            await context.say(refusals.unexpected_words(context.lang))
        case _:
            assert_never(outcome)


@press("report_send", Policy.LINKED)
async def send(context: Context) -> None:
    """Hand in what the message shows."""
    outcome = await context.run(
        handing_in.hand_in,
        pressed(context).number,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    if isinstance(outcome, Empty):
        await context.toast(texts.still_empty(context.lang), alert=True)
        return
    await _show(context, outcome)


@press("report_again", Policy.LINKED)
async def ask_to_start_again(context: Context) -> None:
    """Ask first."""
    await _ask_about_draft(context, texts.sure_to_start_again)


@press("report_again_yes", Policy.LINKED)
async def start_again(context: Context) -> None:
    """Empty the draft."""
    outcome = await context.run(
        actions.start_again,
        pressed(context).number,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    await _show(context, outcome)


@press("report_drop", Policy.LINKED)
async def ask_to_discard(context: Context) -> None:
    """Ask first."""
    await _ask_about_draft(context, texts.sure_to_discard)


@press("report_drop_yes", Policy.LINKED)
async def discard(context: Context) -> None:
    """Throw the draft away."""
    outcome = await context.run(
        actions.discard,
        pressed(context).number,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    if isinstance(outcome, Shown) and not outcome.is_stale:
        await context.toast(texts.thrown_away(context.lang))
    await _show(context, outcome)


@press("report_look", Policy.LINKED)
async def look(context: Context) -> None:
    """Show the report as it stands."""
    outcome = await context.run(
        actions.look, pressed(context).number, now=context.now(), place=context.place
    )
    await _show(context, outcome)


@press("report_file", Policy.LINKED)
async def show_file(context: Context) -> None:
    """Send the file of a report to whoever may see it."""
    found = await context.run(review_queue.find_file, pressed(context).number)
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return
    try:
        await _send_file(context, found)
    except BadRequest:
        await context.toast(texts.file_gone(context.lang), alert=True)


async def _send_file(context: Context, file: ReportFile) -> None:
    match file.kind:
        case FileKind.PHOTO:
            await context.bot.send_photo(context.user_id, file.file_id)
        case FileKind.DOCUMENT:
            await context.bot.send_document(context.user_id, file.file_id)
        case _:
            assert_never(file.kind)


async def _ask_about_draft(
    context: Context, question: Callable[[Language, int, int], Reply]
) -> None:
    """Ask while the message still shows the draft; else show what became of it."""
    asked = pressed(context)
    found = await context.run(actions.look, asked.number, now=context.now(), place=context.place)
    if isinstance(found, Shown) and not _is_draft(found.sheet.report, asked):
        found = replace(found, is_stale=True)
    if isinstance(found, NotYours) or found.is_stale:
        await _show(context, found)
    else:
        await context.show(question(context.lang, asked.number, asked.version))


def _is_draft(report: Report | None, asked: Pressed) -> bool:
    return (
        report is not None
        and report.state is ReportState.DRAFT
        and (report.id, report.version) == (asked.number, asked.version)
    )


async def _show(context: Context, outcome: Shown | NotYours) -> None:
    """Put the present state in place of the message that was pressed."""
    if isinstance(outcome, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return
    if outcome.is_stale:
        await context.toast(texts.changed_meanwhile(context.lang))
    await context.show(texts.report_sheet(context.lang, outcome.sheet))
