"""/preset: install a ready plan."""

from typing import assert_never

from actions import presets as actions
from actions.plans import AlreadyInstalled, Installed, Unmatched
from actions.presets import Answer, Gone, NotOfTheWhole
from domain.duty_view import KindQuestion, PlanPreview
from domain.permission import Policy
from domain.preset import Preset
from handlers.context import Context
from handlers.registry import command, draft, press
from papers.preset_files import find_preset, ready_presets
from texts import presets as texts
from texts.rosters import not_of_the_whole

Outcome = (
    KindQuestion | PlanPreview | Unmatched | AlreadyInstalled | Installed | NotOfTheWhole | Gone
)


@command("preset", Policy.ADMINISTRATOR, alias="方案")
async def preset(context: Context) -> None:
    """Say which plans there are."""
    installed = await context.run(actions.find_installed)
    if isinstance(installed, NotOfTheWhole):
        await context.say(not_of_the_whole(context.lang))
    else:
        await context.say(texts.preset_list(context.lang, ready_presets(), installed))


@press("preset", Policy.ADMINISTRATOR)
async def begin(context: Context) -> None:
    """Ask what the plan's words mean here."""
    chosen = find_preset(context.press.subject_id) if context.press else None
    if chosen is None:
        await context.run(actions.find_installed)
        await context.toast(texts.gone(context.lang), alert=True)
        return
    await _show(context, await context.run(actions.begin, chosen, now=context.now()))


@press("preset_kind", Policy.ADMINISTRATOR)
async def toggle(context: Context) -> None:
    """Choose a kind, or take it back."""
    found, answer, number = await _asked(context)
    if found is None:
        await _show(context, Gone())
        return
    outcome = await context.run(actions.toggle, found, answer, number=number, now=context.now())
    await _show(context, outcome)


@press("preset_next", Policy.ADMINISTRATOR)
async def go_on(context: Context) -> None:
    """The next question, or the preview."""
    found, answer, _ = await _asked(context)
    if found is None:
        await _show(context, Gone())
        return
    outcome = await context.run(
        actions.go_on, found, answer, now=context.now(), place=context.place
    )
    await _show(context, outcome)


@press("preset_back", Policy.ADMINISTRATOR)
async def go_back(context: Context) -> None:
    """The question before."""
    found, answer, _ = await _asked(context)
    if found is None:
        await _show(context, Gone())
        return
    await _show(context, await context.run(actions.go_back, found, answer, now=context.now()))


@press("preset_ok", Policy.ADMINISTRATOR)
async def confirm(context: Context) -> None:
    """Install what was shown."""
    found, answer, _ = await _asked(context)
    if found is None:
        await _show(context, Gone())
        return
    outcome = await context.run(
        actions.confirm, found, answer, now=context.now(), place=context.place
    )
    await _show(context, outcome)


@press("preset_drop", Policy.ADMINISTRATOR)
async def discard(context: Context) -> None:
    """Install nothing."""
    answer, _ = _pressed(context)
    outcome = await context.run(actions.discard, answer.draft_id, now=context.now())
    if isinstance(outcome, Gone):
        await _show(context, outcome)
    else:
        await context.show(texts.discarded(context.lang))


@draft(actions.KIND, Policy.ADMINISTRATOR)
async def take_words(context: Context) -> None:
    """The questions are answered by pressing."""
    await context.run(actions.find_installed)
    await context.say(texts.press_the_buttons(context.lang))


async def _asked(context: Context) -> tuple[Preset | None, Answer, int]:
    """The plan that the pressed dialogue is about, and what was pressed."""
    answer, number = _pressed(context)
    code = await context.run(actions.find_code, answer.draft_id)
    return find_preset(code), answer, number


def _pressed(context: Context) -> tuple[Answer, int]:
    pressed = context.press
    if pressed is None:
        return Answer(draft_id=0, version=0), -1
    draft_id, _, number = pressed.subject_id.partition("-")
    return (
        Answer(draft_id=int(draft_id) if draft_id.isdecimal() else 0, version=pressed.version),
        int(number) if number.isdecimal() else -1,
    )


async def _show(context: Context, outcome: Outcome) -> None:
    lang = context.lang
    match outcome:
        case KindQuestion():
            await context.show(texts.kind_question(lang, outcome))
        case PlanPreview():
            await context.show(texts.plan_preview(lang, outcome))
        case Unmatched(asked=asked):
            await context.toast(texts.unmatched(lang, asked), alert=True)
        case AlreadyInstalled():
            await context.show(texts.already_installed(lang))
        case Installed(duties=duties):
            await context.show(texts.installed(lang, duties))
        case NotOfTheWhole():
            await context.show(not_of_the_whole(lang))
        case Gone():
            await context.toast(texts.gone(lang), alert=True)
        case _:
            assert_never(outcome)
