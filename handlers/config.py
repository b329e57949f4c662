"""/config: what is set up, as one file, out and in, with its history."""

from typing import assert_never

from telegram import Document

from actions import config as actions
from actions import config_comparing, config_history, confirming
from actions.config import ChangedMeanwhile, NothingToApply
from actions.config_carrying import Applied
from actions.confirming import Gone, NotOfTheWhole
from domain.approval import WaitingForSecond
from domain.configuration import ConfigurationPreview, ConfigurationReading
from domain.file_fault import FaultReason, FileFault
from domain.permission import Policy
from handlers.context import Context
from handlers.documents import NotHere, at_the_desk, fetch
from handlers.registry import command, draft, press
from papers.config_files import read_config, write_config, write_schema
from papers.yaml_documents import MAX_BYTES
from texts import config as texts
from texts.approvals import waiting
from texts.file_faults import refused
from texts.rosters import not_of_the_whole

Outcome = (
    ConfigurationPreview
    | Applied
    | WaitingForSecond
    | ChangedMeanwhile
    | NothingToApply
    | NotOfTheWhole
    | Gone
)
WORKBOOK = (".xlsx", ".xls")
HISTORY_WORDS = frozenset({"history", "历史", "记录"})


@command("config", Policy.ADMINISTRATOR, alias="配置")
async def config(context: Context) -> None:
    """Explain, offer the file, and wait for one; `/config history` lists what was changed."""
    if context.argument.lower() in HISTORY_WORDS:
        await _show_history(context, page=1, is_new=True)
        return
    begun = await context.run(confirming.begin, actions.KIND, now=context.now())
    if isinstance(begun, NotOfTheWhole):
        await context.say(not_of_the_whole(context.lang))
    else:
        await context.say(texts.explained(context.lang))


@press("config_export", Policy.ADMINISTRATOR)
async def send_export(context: Context) -> None:
    """Hand out the set-up as it is."""
    known = await context.run(actions.export, now=context.now(), place=context.place)
    if isinstance(known, NotOfTheWhole):
        await context.say(not_of_the_whole(context.lang))
        return
    content = await at_the_desk(write_config, known)
    await context.say(texts.export_file(context.lang, content))


@press("config_schema", Policy.ADMINISTRATOR)
async def send_schema(context: Context) -> None:
    """Hand out what editors check the file against."""
    if await context.run(confirming.may_send):
        await context.say(texts.schema_file(context.lang, write_schema()))
    else:
        await context.say(not_of_the_whole(context.lang))


@press("config_page", Policy.ADMINISTRATOR)
async def turn_page(context: Context) -> None:
    """Show a page of the history in place."""
    await _show_history(context, page=context.press.version if context.press else 1, is_new=False)


async def _show_history(context: Context, *, page: int, is_new: bool) -> None:
    found = await context.run(config_history.find_page, page=page, place=context.place)
    reply = not_of_the_whole(context.lang) if found is None else texts.history(context.lang, found)
    await (context.say(reply) if is_new else context.show(reply))


@press("config_undo", Policy.ADMINISTRATOR)
async def ask_undo(context: Context) -> None:
    """Show what taking a version back would change now."""
    compared = await context.run(
        config_history.prepare_undo, context.pressed_id, now=context.now(), place=context.place
    )
    if compared is None:
        await context.toast(texts.gone(context.lang), alert=True)
        return
    await tell(context, await context.run(actions.keep, compared, now=context.now()))


@draft(actions.KIND, Policy.ADMINISTRATOR)
async def take_answer(context: Context) -> None:
    """A file while the configuration waits for one; anything else is the wrong thing."""
    document = context.update.message.document if context.update.message else None
    if document is None or (document.file_name or "").lower().endswith(WORKBOOK):
        await context.run(confirming.may_send)
        await context.say(texts.wants_a_file(context.lang))
    else:
        await take_file(context, document)


async def take_file(context: Context, document: Document) -> None:
    """Read a file, compare it, and show what it would change."""
    lang = context.lang
    if not await context.run(confirming.may_send):
        await context.say(not_of_the_whole(lang))
        return
    reading = await _read(context, document)
    if isinstance(reading, FileFault):
        await context.say(refused(lang, reading))
        return
    compared = await context.run(
        config_comparing.compare_file, reading, now=context.now(), place=context.place
    )
    if isinstance(compared, FileFault):
        await context.say(refused(lang, compared))
        return
    await tell(context, await context.run(actions.keep, compared, now=context.now()))


async def _read(context: Context, document: Document) -> ConfigurationReading | FileFault:
    content = await fetch(context, document, limit=MAX_BYTES)
    match content:
        case NotHere.TOO_LARGE:
            limit = (str(MAX_BYTES // 1024),)
            return FileFault(line=1, reason=FaultReason.TOO_LARGE, expected=limit)
        case NotHere.NOT_FETCHED:
            return FileFault(line=1, reason=FaultReason.NOT_FETCHED)
        case bytes():
            return await at_the_desk(read_config, content)
        case _:
            assert_never(content)


@press("config_open", Policy.ADMINISTRATOR)
async def toggle_open(context: Context) -> None:
    """Let what is open follow too, or not."""
    shown = await context.run(
        actions.toggle_open,
        context.pressed_id,
        version=_version(context),
        now=context.now(),
        place=context.place,
    )
    await _show(context, shown)


@press("config_ok", Policy.ADMINISTRATOR)
async def confirm(context: Context) -> None:
    """Apply what was shown."""
    outcome = await context.run(
        actions.confirm,
        context.pressed_id,
        version=_version(context),
        shown_in=context.shown_in,
        now=context.now(),
        place=context.place,
    )
    await _show(context, outcome)


@press("config_drop", Policy.ADMINISTRATOR)
async def discard(context: Context) -> None:
    """Forget the file."""
    outcome = await context.run(
        confirming.discard, actions.KIND, context.pressed_id, now=context.now()
    )
    if isinstance(outcome, Gone):
        await _show(context, outcome)
    else:
        await context.show(texts.discarded(context.lang))


def _version(context: Context) -> int:
    return context.press.version if context.press else 0


async def tell(
    context: Context, outcome: ConfigurationPreview | NothingToApply | NotOfTheWhole
) -> None:
    lang = context.lang
    match outcome:
        case ConfigurationPreview():
            await context.say(texts.preview(lang, outcome))
        case NothingToApply():
            await context.say(texts.nothing_changes(lang))
        case NotOfTheWhole():
            await context.say(not_of_the_whole(lang))
        case _:
            assert_never(outcome)


async def _show(context: Context, outcome: Outcome) -> None:
    lang = context.lang
    match outcome:
        case ConfigurationPreview():
            await context.show(texts.preview(lang, outcome))
        case Applied(version_id=version_id, is_alone=is_alone):
            await context.show(texts.applied(lang, version_id, is_alone=is_alone))
        case WaitingForSecond():
            await context.show(waiting(lang, outcome))
        case ChangedMeanwhile(preview=shown):
            await context.show(texts.changed_meanwhile(lang, shown))
        case NothingToApply():
            await context.show(texts.nothing_changes(lang))
        case NotOfTheWhole():
            await context.show(not_of_the_whole(lang))
        case Gone():
            await context.toast(texts.gone(lang), alert=True)
        case _:
            assert_never(outcome)
