"""/preset: install a ready plan, or those of its duties that fit."""

from typing import assert_never

from actions import confirming, preset_screens
from actions import presets as actions
from actions.config_carrying import Applied
from actions.confirming import Discarded, Gone, NotOfTheWhole
from actions.plans import AlreadyInstalled, Unmatched
from actions.presets import (
    Answer,
    Kept,
    NobodyOwes,
    NothingTaken,
)
from domain.approval import WaitingForSecond
from domain.permission import Policy
from domain.plan_view import KindQuestion, PlanPreview
from domain.preset import Preset
from handlers.context import Context, number
from handlers.registry import command, draft, press
from papers.preset_files import find_preset, ready_presets
from texts import presets as texts
from texts.approvals import waiting
from texts.preset_list import preset_list
from texts.rosters import not_of_the_whole

Outcome = (
    Kept
    | Unmatched
    | NobodyOwes
    | NothingTaken
    | AlreadyInstalled
    | Applied
    | WaitingForSecond
    | Discarded
    | NotOfTheWhole
    | Gone
)


@command("preset", Policy.ADMINISTRATOR, alias="方案")
async def preset(context: Context) -> None:
    """Say which plans there are, or begin with the one that is named."""
    named = context.argument
    found = find_preset(named.lower()) if named else None
    if found is not None:
        outcome = await context.run(actions.begin, found, now=context.now())
        await _show(context, outcome, found)
        return
    installed = await context.run(actions.find_installed)
    if isinstance(installed, NotOfTheWhole):
        await context.say(not_of_the_whole(context.lang))
    else:
        listed = preset_list(context.lang, ready_presets(), installed, unknown=named)
        await context.say(listed)


@press("preset", Policy.ADMINISTRATOR)
async def begin(context: Context) -> None:
    """Ask what the plan's words mean here."""
    chosen = find_preset(context.press.subject_id) if context.press else None
    if chosen is None:
        await context.run(actions.find_installed)
        await context.toast(texts.gone(context.lang), alert=True)
        return
    await _show(context, await context.run(actions.begin, chosen, now=context.now()), chosen)


@press("preset_kind", Policy.ADMINISTRATOR)
async def toggle(context: Context) -> None:
    """Choose a word, or take it back."""
    found, answer, number = await _asked(context)
    if found is None:
        await _show(context, Gone())
        return
    outcome = await context.run(actions.toggle, found, answer, number=number, now=context.now())
    await _show(context, outcome, found)


@press("preset_next", Policy.ADMINISTRATOR)
async def go_on(context: Context) -> None:
    """The next question, or the preview."""
    found, answer, _ = await _asked(context)
    if found is None:
        await _show(context, Gone())
        return
    await _show(context, await context.run(actions.go_on, found, answer, now=context.now()), found)


@press("preset_back", Policy.ADMINISTRATOR)
async def go_back(context: Context) -> None:
    """The question before."""
    found, answer, _ = await _asked(context)
    if found is None:
        await _show(context, Gone())
        return
    outcome = await context.run(actions.go_back, found, answer, now=context.now())
    await _show(context, outcome, found)


@press("preset_page", Policy.ADMINISTRATOR)
async def turn_page(context: Context) -> None:
    """Another page of the preview, in place."""
    found, answer, _ = await _asked(context)
    if found is None:
        await _show(context, Gone())
        return
    await _show(context, Kept(draft_id=answer.draft_id), found, page=answer.version)


@press("preset_duty", Policy.ADMINISTRATOR)
async def toggle_duty(context: Context) -> None:
    """Take a duty, or leave it out."""
    found, answer, number = await _asked(context)
    if found is None:
        await _show(context, Gone())
        return
    outcome = await context.run(
        actions.toggle_duty, found, answer, number=number, now=context.now(), place=context.place
    )
    await _show(context, outcome, found, page=preset_screens.page_of(number))


@press("preset_ok", Policy.ADMINISTRATOR)
async def confirm(context: Context) -> None:
    """Install what was shown."""
    found, answer, _ = await _asked(context)
    if found is None:
        await _show(context, Gone())
        return
    prepared = await context.run(
        actions.prepare, found, answer, now=context.now(), place=context.place
    )
    if isinstance(prepared, NothingTaken | Gone):
        await _show(context, prepared)
        return
    outcome = await context.run(
        actions.confirm,
        prepared,
        shown_in=context.shown_in,
        now=context.now(),
        place=context.place,
    )
    if isinstance(outcome, Applied):
        taken = prepared.compared.difference.added
        await context.show(
            texts.installed(context.lang, taken, outcome.version_id, is_alone=outcome.is_alone)
        )
    else:
        await _show(context, outcome)


@press("preset_drop", Policy.ADMINISTRATOR)
async def discard(context: Context) -> None:
    """Install nothing."""
    answer, _ = _pressed(context)
    forgotten = await context.run(
        confirming.discard, actions.KIND, answer.draft_id, now=context.now()
    )
    await _show(context, forgotten)


@draft(actions.KIND, Policy.ADMINISTRATOR)
async def take_words(context: Context) -> None:
    """The questions are answered by pressing."""
    await context.run(actions.find_installed)
    await context.say(texts.press_the_buttons(context.lang))


async def _asked(context: Context) -> tuple[Preset | None, Answer, int]:
    """The plan that the pressed dialogue is about, and what was pressed."""
    answer, chosen = _pressed(context)
    code = await context.run(actions.find_code, answer.draft_id)
    return find_preset(code), answer, chosen


def _pressed(context: Context) -> tuple[Answer, int]:
    pressed = context.press
    if pressed is None:
        return Answer(draft_id=0, version=0), -1
    draft_id, _, chosen = pressed.subject_id.partition("-")
    return Answer(draft_id=number(draft_id), version=pressed.version), number(chosen, -1)


async def _show(
    context: Context, outcome: Outcome, found: Preset | None = None, *, page: int = 1
) -> None:
    lang = context.lang
    match outcome:
        case Kept(draft_id=draft_id):
            await _show_screen(context, found, draft_id, page)
        case Unmatched(asked=asked):
            await context.toast(texts.unmatched(lang, asked), alert=True)
        case NobodyOwes():
            await context.toast(texts.nobody_owes(lang), alert=True)
        case NothingTaken():
            await context.toast(texts.nothing_taken(lang), alert=True)
        case AlreadyInstalled() | Applied():
            await context.show(texts.already_installed(lang))
        case WaitingForSecond():
            await context.show(waiting(lang, outcome))
        case Discarded():
            await context.show(texts.discarded(lang))
        case NotOfTheWhole():
            await context.show(not_of_the_whole(lang))
        case Gone():
            await context.toast(texts.gone(lang), alert=True)
        case _:
            assert_never(outcome)


async def _show_screen(context: Context, found: Preset | None, draft_id: int, page: int) -> None:
    if found is None:
        await context.toast(texts.gone(context.lang), alert=True)
        return
    screen = await context.run(
        preset_screens.find_screen,
        found,
        draft_id,
        page=page,
        now=context.now(),
        place=context.place,
    )
    match screen:
        case KindQuestion():
            await context.show(texts.kind_question(context.lang, screen))
        case PlanPreview():
            await context.show(texts.plan_preview(context.lang, screen))
        case Gone():
            await context.toast(texts.gone(context.lang), alert=True)
        case _:
            assert_never(screen)
