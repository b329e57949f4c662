"""/roster: the roster as a workbook, out and in."""

from typing import assert_never

from telegram import Document

from actions import confirming
from actions import rosters as actions
from actions.confirming import Gone, NotOfTheWhole
from actions.rosters import (
    Applied,
    AskedAgain,
    ChangedMeanwhile,
    NothingToApply,
    Previewed,
)
from domain.approval import WaitingForSecond
from domain.permission import Policy
from domain.roster import RosterReading, WorkbookReason, WorkbookRefusal
from handlers.context import Context
from handlers.documents import NotHere, at_the_desk, fetch
from handlers.pressed import pressed
from handlers.registry import command, draft, press
from papers.roster_reading import read_untrusted_roster
from papers.roster_template import write_roster_template
from papers.roster_writing import write_roster
from papers.xlsx_guard import MAX_FILE_BYTES
from texts import rosters as texts
from texts.approvals import waiting
from texts.roster_details import details_file
from texts.roster_files import refused_file


@command("roster", Policy.ADMINISTRATOR, alias="花名册")
async def roster(context: Context) -> None:
    """Explain, offer the files, and wait for one."""
    begun = await context.run(confirming.begin, actions.KIND, now=context.now())
    if isinstance(begun, NotOfTheWhole):
        await context.say(texts.not_of_the_whole(context.lang))
    else:
        await context.say(texts.explained(context.lang))


@press("roster_blank", Policy.ADMINISTRATOR)
async def send_template(context: Context) -> None:
    """Hand out the empty workbook."""
    await context.run(confirming.may_send)
    content = await at_the_desk(write_roster_template, context.lang.code)
    await context.say(texts.template_file(context.lang, content))


@press("roster_export", Policy.ADMINISTRATOR)
async def send_export(context: Context) -> None:
    """Hand out the roster as it is."""
    known = await context.run(actions.export)
    content = await at_the_desk(write_roster, known, context.lang.code)
    await context.say(texts.export_file(context.lang, content))


@draft(actions.KIND, Policy.ADMINISTRATOR)
async def take_answer(context: Context) -> None:
    """A file while the roster waits for one; anything else is the wrong thing."""
    document = context.update.message.document if context.update.message else None
    if document is None:
        await context.run(confirming.may_send)
        await context.say(texts.wants_a_file(context.lang))
    else:
        await take_file(context, document)


async def take_file(context: Context, document: Document) -> None:
    """Read a file, compare it, and show what it would change."""
    if not await context.run(confirming.may_send):
        await context.say(texts.not_of_the_whole(context.lang))
        return
    reading = await _read(context, document)
    if isinstance(reading, WorkbookRefusal):
        await context.say(refused_file(context.lang, reading))
    else:
        await _show_difference(context, reading)


async def _read(context: Context, document: Document) -> RosterReading | WorkbookRefusal:
    content = await fetch(context, document, limit=MAX_FILE_BYTES)
    size = document.file_size or 0
    match content:
        case NotHere.TOO_LARGE:
            reason = WorkbookReason.TOO_LARGE
            return WorkbookRefusal(reason=reason, found=size, limit=MAX_FILE_BYTES)
        case NotHere.NOT_FETCHED:
            return WorkbookRefusal(reason=WorkbookReason.NOT_FETCHED, found=size)
        case bytes():
            return await at_the_desk(read_untrusted_roster, content)
        case _:
            assert_never(content)


async def _show_difference(context: Context, reading: RosterReading) -> None:
    difference = await context.run(actions.find_difference, reading)
    shown = await context.run(actions.keep, reading, difference, now=context.now())
    summary = shown.summary
    if summary.is_long:
        file = details_file(context.lang, difference, summary.refusals)
        await context.say(texts.details_caption(context.lang, file))
    if isinstance(shown, Previewed):
        await context.say(texts.preview(context.lang, summary, shown.draft_id, shown.version))
    else:
        await context.say(texts.nothing_changes(context.lang, summary))


@press("roster_ok", Policy.ADMINISTRATOR)
async def confirm(context: Context) -> None:
    """Apply, unless so many would leave that it is asked again."""
    await _confirm(context, is_sure=False)


@press("roster_sure", Policy.ADMINISTRATOR)
async def confirm_again(context: Context) -> None:
    """Apply although many leave."""
    await _confirm(context, is_sure=True)


async def _confirm(context: Context, *, is_sure: bool) -> None:
    asked = pressed(context)
    lang = context.lang
    prepared = await context.run(actions.prepare, asked.number, version=asked.version)
    if isinstance(prepared, Gone):
        await context.toast(texts.gone(lang), alert=True)
        return
    outcome = await context.run(
        actions.confirm,
        prepared,
        is_sure=is_sure,
        shown_in=context.shown_in,
        now=context.now(),
        place=context.place,
    )
    match outcome:
        case Applied():
            await context.show(texts.applied(lang, outcome.summary, is_alone=outcome.is_alone))
        case WaitingForSecond():
            await context.show(waiting(lang, outcome))
        case AskedAgain():
            await context.show(
                texts.ask_again(lang, outcome.summary, outcome.draft_id, outcome.version)
            )
        case ChangedMeanwhile(preview=shown):
            await context.show(
                texts.changed_meanwhile(lang, shown.summary, shown.draft_id, shown.version)
            )
        case NothingToApply():
            await context.show(texts.nothing_changes(lang, outcome.summary))
        case Gone():
            await context.toast(texts.gone(lang), alert=True)
        case _:
            assert_never(outcome)


@press("roster_drop", Policy.ADMINISTRATOR)
async def discard(context: Context) -> None:
    """Forget the file."""
    outcome = await context.run(
        confirming.discard, actions.KIND, context.pressed_id, now=context.now()
    )
    if isinstance(outcome, Gone):
        await context.toast(texts.gone(context.lang), alert=True)
    else:
        await context.show(texts.discarded(context.lang))
