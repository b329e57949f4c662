"""/duty: the duties, their next dates, and their pause."""

from typing import assert_never

from actions import duties as actions
from actions import duty_pausing
from actions.duties import NotThere
from actions.duty_pausing import AsItWas, Changed, TooLate
from domain.approval import WaitingForSecond
from domain.permission import Policy
from handlers import duty_making
from handlers.context import Context
from handlers.registry import command, press
from texts import duties as texts
from texts.approvals import waiting

_NEW = ("new", "add", "新建", "新增", "新任务", "添加")


@command("duty", Policy.ADMINISTRATOR, alias="任务")
async def duty(context: Context) -> None:
    """Say which duties there are; with words, begin to make one, or only try what they mean."""
    tried = _tried(context.words)
    if tried is not None:
        await duty_making.try_words(context, tried)
        return
    if context.words:
        is_new = context.words.strip().casefold() in _NEW
        await duty_making.begin(context, "" if is_new else context.words)
        return
    found = await context.run(actions.find_page, page=1, now=context.now(), place=context.place)
    if isinstance(found, NotThere):
        await context.say(texts.not_there(context.lang))
    else:
        await context.say(texts.duty_list(context.lang, found))


@press("duties", Policy.ADMINISTRATOR)
async def turn_page(context: Context) -> None:
    """Show another page in place."""
    page = context.press.version if context.press else 1
    found = await context.run(actions.find_page, page=page, now=context.now(), place=context.place)
    if isinstance(found, NotThere):
        await context.show(texts.not_there(context.lang))
    else:
        await context.show(texts.duty_list(context.lang, found))


@press("duty", Policy.ADMINISTRATOR)
async def open_duty(context: Context) -> None:
    """Show one duty in place of the list."""
    view = await context.run(
        actions.find_view, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(view, NotThere):
        await context.show(texts.not_there(context.lang))
    else:
        await context.show(texts.duty_card(context.lang, view))


@press("duty_rest", Policy.ADMINISTRATOR)
async def ask_pause(context: Context) -> None:
    """Ask once more before everybody falls silent."""
    view = await context.run(
        actions.find_view, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(view, NotThere):
        await context.show(texts.not_there(context.lang))
    else:
        await context.show(texts.ask_pause(context.lang, view))


@press("duty_sample", Policy.ADMINISTRATOR)
async def send_sample(context: Context) -> None:
    """Send the reminder to the one who asks, and to nobody else."""
    view = await context.run(
        actions.find_view, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(view, NotThere):
        await context.show(texts.not_there(context.lang))
    else:
        await context.say(texts.sample_message(context.lang, view))


@press("duty_pause", Policy.ADMINISTRATOR)
async def pause(context: Context) -> None:
    """Pause it."""
    outcome = await context.run(
        duty_pausing.pause,
        context.pressed_id,
        shown_in=context.shown_in,
        now=context.now(),
        place=context.place,
    )
    await _show(context, outcome)


@press("duty_run", Policy.ADMINISTRATOR)
async def resume(context: Context) -> None:
    """Let it run again."""
    outcome = await context.run(
        duty_pausing.resume,
        context.pressed_id,
        shown_in=context.shown_in,
        now=context.now(),
        place=context.place,
    )
    await _show(context, outcome)


@press("duty_undo", Policy.ADMINISTRATOR)
async def undo(context: Context) -> None:
    """Take a pause or a resumption back."""
    outcome = await context.run(
        duty_pausing.undo,
        context.pressed_id,
        pressed_at=context.sent_at,
        now=context.now(),
        place=context.place,
    )
    if isinstance(outcome, Changed):
        await context.show(texts.duty_card(context.lang, outcome.view))
    else:
        await _show(context, outcome)


async def _show(
    context: Context, outcome: Changed | WaitingForSecond | AsItWas | TooLate | NotThere
) -> None:
    lang = context.lang
    match outcome:
        case Changed(view=view, is_alone=is_alone):
            await context.show(texts.changed(lang, view, is_alone=is_alone))
        case WaitingForSecond():
            await context.show(waiting(lang, outcome))
        case AsItWas(view=view, may_undo=may_undo):
            await context.toast(texts.as_it_was(lang))
            shown = texts.changed(lang, view) if may_undo else texts.duty_card(lang, view)
            await context.show(shown)
        case TooLate(view=view):
            await context.toast(texts.too_late(lang), alert=True)
            await context.show(texts.duty_card(lang, view))
        case NotThere():
            await context.show(texts.not_there(lang))
        case _:
            assert_never(outcome)


def _tried(words: str) -> str | None:
    """What follows "try", where it stands alone at the beginning."""
    first, _, rest = words.partition(" ")
    return rest.strip() if first.casefold() in ("try", "试", "试试") else None
