"""Mark by list: names are pasted or sent as a sheet, matched, and confirmed."""

from typing import assert_never

from telegram import Document

from actions import name_lists
from actions.activities import NotYours
from actions.attendance import NotOpen
from actions.name_lists import ListAsked, ListDone, Listing
from domain.name_list import ListPreview, split_lines
from domain.permission import Policy
from handlers.context import Context
from handlers.documents import NotHere, at_the_desk, fetch
from handlers.registry import draft, press
from handlers.subjects import subject_ids, version
from papers.name_lists import MAX_BYTES, read_untrusted_names
from texts import name_lists as texts
from texts import refusals
from texts.activities import not_open
from texts.activity_statuses import status_card


@press("mark_list", Policy.OFFICER)
async def begin(context: Context) -> None:
    """Wait for the names."""
    begun = await context.run(
        name_lists.begin, context.pressed_id, now=context.now(), place=context.place
    )
    await _tell(context, begun, is_new=True)


@draft(name_lists.KIND, Policy.OFFICER)
async def hear(context: Context) -> None:
    """The names, as words or as a file."""
    document = context.update.message.document if context.update.message else None
    names = split_lines(context.words) if document is None else await _read(context, document)
    if names is None:
        await context.say(texts.not_readable(context.lang))
        return
    heard = await context.run(name_lists.hear, names, now=context.now(), place=context.place)
    await _tell(context, heard, is_new=True)


async def _read(context: Context, document: Document) -> list[str] | None:
    content = await fetch(context, document, limit=MAX_BYTES)
    if isinstance(content, NotHere):
        return None
    return await at_the_desk(read_untrusted_names, content) or None


@press("list_pick", Policy.OFFICER)
async def choose(context: Context) -> None:
    """That one is meant, or none of them."""
    draft_id, person_id = subject_ids(context)
    chosen = await context.run(
        name_lists.choose,
        draft_id,
        person_id=person_id,
        version=version(context),
        now=context.now(),
        place=context.place,
    )
    await _tell(context, chosen, is_new=False)


@press("list_page", Policy.OFFICER)
async def turn(context: Context) -> None:
    """Other namesakes."""
    found = await context.run(
        name_lists.turn, context.pressed_id, page=version(context), place=context.place
    )
    await _tell(context, found, is_new=False)


@press("list_ok", Policy.OFFICER)
async def confirm(context: Context) -> None:
    """Mark them."""
    done = await context.run(
        name_lists.confirm,
        context.pressed_id,
        version=version(context),
        now=context.now(),
        place=context.place,
    )
    if not isinstance(done, ListDone):
        await _tell(context, done, is_new=False)
        return
    await context.toast(texts.marked(context.lang, done.marked))
    if not isinstance(done.status, NotYours):
        await context.show(status_card(context.lang, done.status))


async def _tell(context: Context, listing: Listing, *, is_new: bool) -> None:
    lang = context.lang
    match listing:
        case NotYours():
            await _refuse(context, refusals.not_yours(lang))
        case NotOpen():
            await _refuse(context, not_open(lang, listing.opens_at))
        case ListAsked():
            await context.say(texts.ask_names(lang, listing.activity))
        case ListPreview() if is_new:
            await context.say(texts.preview(lang, listing))
        case ListPreview():
            await context.show(texts.preview(lang, listing))
        case _:
            assert_never(listing)


async def _refuse(context: Context, refusal: str) -> None:
    if context.press is None:
        await context.say(refusals.unexpected_words(context.lang))
    else:
        await context.toast(refusal, alert=True)
