"""/missing: who has not, and the nudge to those alone."""

from actions import missing as actions
from actions import nudges
from domain.missing import AskFirst, MissingPage, Nudged, NudgeOutcome, Scope, read_scope
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import command, press
from texts.missing import missing_list
from texts.nudges import ask_first, nudged
from texts.refusals import not_yours


@command("missing", Policy.OFFICER, alias="未完成")
async def missing(context: Context) -> None:
    """Say who has not, over everything that the officer answers for."""
    found = await context.run(
        actions.find_missing, Scope(), page=1, now=context.now(), place=context.place
    )
    if isinstance(found, MissingPage):
        await context.say(missing_list(context.lang, found))


@press("missing", Policy.OFFICER)
async def show_missing(context: Context) -> None:
    """Another page, another duty, another unit. Under a digest it is a message of its own."""
    pressed = context.press
    scope = read_scope(pressed.subject_id) if pressed else None
    page = pressed.version if pressed else 0
    if scope is None:
        await context.toast(not_yours(context.lang), alert=True)
        return
    found = await context.run(
        actions.find_missing, scope, page=page, now=context.now(), place=context.place
    )
    if not isinstance(found, MissingPage):
        await context.toast(not_yours(context.lang), alert=True)
    elif page == 0:
        await context.say(missing_list(context.lang, found))
    else:
        await context.show(missing_list(context.lang, found))


@press("nudge", Policy.OFFICER)
async def nudge(context: Context) -> None:
    """Ask those on the list; before many are written to, ask the officer once more."""
    await _nudge(context, _scope(context), is_sure=False)


@press("nudge_sure", Policy.OFFICER)
async def nudge_surely(context: Context) -> None:
    """Ask them all."""
    await _nudge(context, _scope(context), is_sure=True)


@press("nudge_below", Policy.OFFICER)
async def nudge_below(context: Context) -> None:
    """Ask the silent units that the digest named for one duty; the digest stays as it is."""
    duty_id = context.pressed_id
    scope = Scope(duty_id=duty_id, is_told=True) if duty_id else None
    await _nudge(context, scope, is_sure=False, in_place=False)


def _scope(context: Context) -> Scope | None:
    return read_scope(context.press.subject_id) if context.press else None


async def _nudge(
    context: Context, scope: Scope | None, *, is_sure: bool, in_place: bool = True
) -> None:
    outcome: NudgeOutcome | None = None
    if scope is not None:
        outcome = await context.run(
            nudges.nudge, scope, is_sure=is_sure, now=context.now(), place=context.place
        )
    answer = context.show if in_place else context.say
    match outcome:
        case Nudged():
            await answer(nudged(context.lang, outcome))
        case AskFirst():
            await answer(ask_first(context.lang, outcome))
        case _:
            await context.toast(not_yours(context.lang), alert=True)
