"""/report: what my unit owes in writing, and the way to hand it in."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from actions import report_parts as parts
from actions import reports as actions
from actions import review_queue
from actions.report_parts import InAlbum
from actions.reports import NotYours, Shown
from domain.permission import Policy
from domain.report import Report, ReportState, TooMuch
from domain.report_file import ReportFile
from domain.report_sheet import NotTaken
from handlers import report_files
from handlers.context import Context
from handlers.pressed import Pressed, pressed
from handlers.registry import command, draft, press
from handlers.report_parts import read_part
from handlers.subjects import subject_ids
from texts import refusals
from texts import report_refusals as refused
from texts import reports as texts
from texts.languages import Language
from texts.replies import Reply

log = logging.getLogger("muduo.reports")


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
    """Add what was sent to the section that is being asked for."""
    message = context.update.message
    part = read_part(message) if message else None
    if part is None:
        await context.say(refused.only_words_and_files(context.lang))
        return
    if part.file is not None and await context.run(parts.has_room, part.file):
        taken = await report_files.take_in(context, part.file)
        if not isinstance(taken, ReportFile):
            await context.say(refused.file_refused(context.lang, part.file.name, taken))
            return
        part = replace(part, file=taken)
    outcome = await context.run(parts.add_part, part, now=context.now(), place=context.place)
    match outcome:
        case Shown():
            await context.say(texts.report_sheet(context.lang, outcome.sheet))
        case TooMuch():
            await context.say(refused.too_many_characters(context.lang, outcome))
        case NotTaken():
            if not outcome.is_told:
                await context.say(refused.not_taken(context.lang, outcome))
        case InAlbum():
            # One queued message answers the whole album, and waits for no tick.
            context.has_queued_answer = True
        case NotYours():
            await context.say(refusals.unexpected_words(context.lang))
        case _:
            assert_never(outcome)


@press("report_at", Policy.LINKED)
async def open_section(context: Context) -> None:
    """Ask for another section, or show the whole."""
    outcome = await context.run(
        actions.go_to,
        pressed(context).number,
        number=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    await show(context, outcome)


@press("report_empty", Policy.LINKED)
async def empty_section(context: Context) -> None:
    """Empty the section that the message shows."""
    report_id, number = subject_ids(context)
    outcome = await context.run(
        parts.empty,
        report_id,
        number=number,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    await show(context, outcome)


@press("report_again", Policy.LINKED)
async def ask_to_start_again(context: Context) -> None:
    """Ask first."""
    await _ask_about_draft(context, texts.sure_to_start_again)


@press("report_again_yes", Policy.LINKED)
async def start_again(context: Context) -> None:
    """Empty the draft of a report of no kind."""
    outcome = await context.run(
        parts.empty,
        pressed(context).number,
        number=1,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    await show(context, outcome)


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
    await show(context, outcome)


@press("report_look", Policy.LINKED)
async def look(context: Context) -> None:
    """Show the report as it stands."""
    outcome = await context.run(
        actions.look, pressed(context).number, now=context.now(), place=context.place
    )
    await show(context, outcome)


@press("report_file", Policy.LINKED)
async def show_files(context: Context) -> None:
    """Send the files of a report to whoever may see it."""
    found = await context.run(review_queue.find_files, pressed(context).number)
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    elif lost := await report_files.show(context, found.files):
        reference = secrets.token_hex(4)
        facts = {"report": pressed(context).number, "reference": reference}
        log.warning("files_not_shown", extra={"facts": facts})
        await context.say(texts.files_lost(context.lang, lost, reference))


async def _ask_about_draft(
    context: Context, question: Callable[[Language, int, int], Reply]
) -> None:
    """Ask while the message still shows the draft; else show what became of it."""
    asked = pressed(context)
    found = await context.run(actions.look, asked.number, now=context.now(), place=context.place)
    if isinstance(found, Shown) and not _is_draft(found.sheet.report, asked):
        found = replace(found, is_stale=True)
    if isinstance(found, NotYours) or found.is_stale:
        await show(context, found)
    else:
        await context.show(question(context.lang, asked.number, asked.version))


def _is_draft(report: Report | None, asked: Pressed) -> bool:
    return (
        report is not None
        and report.state is ReportState.DRAFT
        and (report.id, report.version) == (asked.number, asked.version)
    )


async def show(context: Context, outcome: Shown | NotYours) -> None:
    """Put the present state in place of the message that was pressed."""
    if isinstance(outcome, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return
    if outcome.is_stale:
        await context.toast(texts.changed_meanwhile(context.lang))
    await context.show(texts.report_sheet(context.lang, outcome.sheet))
