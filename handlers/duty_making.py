"""Make a duty: /duty with words, the dialogue, and the buttons under what was understood."""

from typing import assert_never

from actions import duties, duty_making, duty_owners
from actions.confirming import Gone, NotOfTheWhole
from actions.duties import NotThere
from actions.duty_drafting import Making, Shown
from actions.duty_making import Made, NobodyOwes
from domain.approval import WaitingForSecond
from domain.duty_making import DutyInTheMaking
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import draft, press
from handlers.subjects import subject_ids, version
from texts import duties as duty_texts
from texts import duty_making as texts
from texts import schedules as schedule_texts
from texts.approvals import waiting


async def begin(context: Context, words: str) -> None:
    """Begin with what was written after /duty."""
    making = await context.run(duty_making.begin, words, now=context.now(), place=context.place)
    await _say(context, making)


async def try_words(context: Context, words: str) -> None:
    """Say what words about when mean; nothing is made of them."""
    reading = await context.run(
        duty_making.try_words, words, now=context.now(), place=context.place
    )
    # Asked even without words: whoever may not use the command must not hear how it is used.
    if words:
        await context.say(schedule_texts.tried(context.lang, reading, words))
    else:
        await context.say(schedule_texts.ask_what_to_try(context.lang))


@press("duty_new", Policy.ADMINISTRATOR)
async def new(context: Context) -> None:
    """Begin to ask."""
    await begin(context, "")


@press("duty_edit", Policy.ADMINISTRATOR)
async def change(context: Context) -> None:
    """Open a duty that exists."""
    making = await context.run(
        duty_making.begin_change, context.pressed_id, now=context.now(), place=context.place
    )
    await _say(context, making)


@draft("duty", Policy.ADMINISTRATOR)
async def hear(context: Context) -> None:
    """Take what was typed."""
    making = await context.run(
        duty_making.hear, context.words, now=context.now(), place=context.place
    )
    await _say(context, making)


@press("dm_mean", Policy.ADMINISTRATOR)
async def choose(context: Context) -> None:
    """One of the meanings is the right one."""
    shown, number = _shown(context)
    making = await context.run(
        duty_making.choose, shown, number=number, now=context.now(), place=context.place
    )
    await _show(context, making)


@press("dm_kind", Policy.ADMINISTRATOR)
async def toggle_kind(context: Context) -> None:
    """A kind of unit owes it, or no longer."""
    shown, number = _shown(context)
    making = await context.run(
        duty_owners.toggle_kind, shown, number=number, now=context.now(), place=context.place
    )
    await _show(context, making)


@press("dm_role", Policy.ADMINISTRATOR)
async def toggle_role(context: Context) -> None:
    """Whoever holds an office owes it, or no longer."""
    shown, number = _shown(context)
    making = await context.run(
        duty_owners.toggle_role, shown, number=number, now=context.now(), place=context.place
    )
    await _show(context, making)


@press("dm_tag", Policy.ADMINISTRATOR)
async def toggle_tag(context: Context) -> None:
    """Whoever has a label owes it, or no longer."""
    shown, number = _shown(context)
    making = await context.run(
        duty_owners.toggle_tag, shown, number=number, now=context.now(), place=context.place
    )
    await _show(context, making)


async def _turn(context: Context, what: str) -> None:
    shown, _ = _shown(context)
    making = await context.run(
        duty_making.turn, shown, what=what, now=context.now(), place=context.place
    )
    await _show(context, making)


@press("dm_who", Policy.ADMINISTRATOR)
async def open_owners(context: Context) -> None:
    """Choose the owners again."""
    await _turn(context, "who")


@press("dm_done", Policy.ADMINISTRATOR)
async def close_owners(context: Context) -> None:
    """The owners are chosen."""
    await _turn(context, "who_done")


@press("dm_act", Policy.ADMINISTRATOR)
async def next_act(context: Context) -> None:
    """Fulfilled in another way."""
    await _turn(context, "act")


@press("dm_shift", Policy.ADMINISTRATOR)
async def next_shift(context: Context) -> None:
    """Another answer to days off."""
    await _turn(context, "shift")


@press("dm_repeat", Policy.ADMINISTRATOR)
async def next_repeats(context: Context) -> None:
    """Reminded otherwise after the end."""
    await _turn(context, "repeats")


@press("dm_sample", Policy.ADMINISTRATOR)
async def sample(context: Context) -> None:
    """Send a reminder as it would look, to this administrator only."""
    shown, _ = _shown(context)
    making = await context.run(duty_making.look, shown, now=context.now(), place=context.place)
    if isinstance(making, DutyInTheMaking) and making.view is not None:
        await context.say(duty_texts.sample_message(context.lang, making.view))
    else:
        await context.toast(texts.gone(context.lang), alert=True)


@press("dm_more", Policy.ADMINISTRATOR)
async def show_more(context: Context) -> None:
    """Unfold everything that would follow, or fold it up again."""
    shown, number = _shown(context)
    making = await context.run(duty_making.look, shown, now=context.now(), place=context.place)
    if isinstance(making, DutyInTheMaking):
        await context.show(texts.making(context.lang, making, is_full=bool(number)))
    else:
        await context.toast(texts.gone(context.lang), alert=True)


@press("dm_make", Policy.ADMINISTRATOR)
async def confirm(context: Context) -> None:
    """Make it as it was shown."""
    shown, number = _shown(context)
    outcome = await context.run(
        duty_making.confirm,
        shown,
        includes_open=bool(number),
        shown_in=context.shown_in,
        now=context.now(),
        place=context.place,
    )
    match outcome:
        case Made():
            await _show_made(context, outcome)
        case WaitingForSecond():
            await context.show(waiting(context.lang, outcome))
        case NobodyOwes():
            await context.toast(texts.nobody_owes(context.lang), alert=True)
        case _:
            await _show(context, outcome)


async def _show_made(context: Context, outcome: Made) -> None:
    if not outcome.version_id:
        await context.toast(texts.nothing_changed(context.lang))
    view = await context.run(
        duties.find_view, outcome.duty_id, now=context.now(), place=context.place
    )
    if isinstance(view, NotThere):
        await context.show(duty_texts.not_there(context.lang))
        return
    if outcome.version_id:
        await context.show(
            texts.made(
                context.lang,
                version_id=outcome.version_id,
                view=view,
                is_alone=outcome.is_alone,
            )
        )
    else:
        await context.show(duty_texts.duty_card(context.lang, view))


@press("dm_drop", Policy.ADMINISTRATOR)
async def drop(context: Context) -> None:
    """Throw the draft away."""
    draft_id, _ = subject_ids(context)
    if await context.run(duty_making.discard, draft_id, now=context.now()):
        await context.show(texts.discarded(context.lang))
    else:
        await context.toast(texts.gone(context.lang), alert=True)


def _shown(context: Context) -> tuple[Shown, int]:
    draft_id, number = subject_ids(context)
    return Shown(draft_id=draft_id, version=version(context)), number


async def _say(context: Context, making: Making) -> None:
    match making:
        case DutyInTheMaking():
            await context.say(texts.making(context.lang, making))
        case NotOfTheWhole():
            await context.say(duty_texts.not_there(context.lang))
        case Gone():
            await context.toast(texts.gone(context.lang), alert=True)
        case _:
            assert_never(making)


async def _show(context: Context, making: Making) -> None:
    if isinstance(making, DutyInTheMaking):
        await context.show(texts.making(context.lang, making))
    else:
        await context.toast(texts.gone(context.lang), alert=True)
