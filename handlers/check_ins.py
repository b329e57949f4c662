"""The member's side of an activity: check in, cannot come, undo."""

from typing import assert_never

from actions import check_ins
from actions.check_ins import (
    Answered,
    NotExpected,
    Press,
    ProofNeeded,
    Recorded,
    Stands,
    TooEarly,
)
from actions.own_check_ins import find_mine, find_one
from domain.permission import Policy
from handlers import presence
from handlers.context import Context
from handlers.registry import command, press
from handlers.subjects import subject_pair
from texts import check_ins as texts
from texts import own_check_ins


@command("checkin", Policy.LINKED, alias="签到")
async def checkin(context: Context) -> None:
    """What is open for me now, or what comes next; with four digits, check me in."""
    if context.words:
        await presence.enter(context, context.words)
        return
    found = await context.run(find_mine, now=context.now(), place=context.place)
    await context.say(own_check_ins.mine(context.lang, found.open, found.next))


@press("checkin", Policy.LINKED)
async def check_in(context: Context) -> None:
    """I am here."""
    done = await context.run(
        check_ins.check_in, press_of(context), now=context.now(), place=context.place
    )
    await answer(context, done)


@press("cannot", Policy.LINKED)
async def cannot_come(context: Context) -> None:
    """Ask why."""
    found = await context.run(
        find_one, context.pressed_id, now=context.sent_at, place=context.place
    )
    if found is None:
        await context.toast(texts.not_expected(context.lang), alert=True)
    elif found.may_excuse:
        await context.show(texts.ask_reason(context.lang, found))
    else:
        await context.toast(texts.stands(context.lang, found), alert=True)
        await context.show(texts.own_card(context.lang, found))


@press("attend", Policy.LINKED)
async def attend(context: Context) -> None:
    """How I stand at one activity."""
    found = await context.run(
        find_one, context.pressed_id, now=context.sent_at, place=context.place
    )
    if found is None:
        await context.toast(texts.not_expected(context.lang), alert=True)
    else:
        await context.show(texts.own_card(context.lang, found))


@press("uncheck", Policy.LINKED)
async def undo(context: Context) -> None:
    """Take it back."""
    done = await context.run(
        check_ins.undo, press_of(context), now=context.now(), place=context.place
    )
    if isinstance(done, Stands):
        await context.toast(texts.cannot_undo(context.lang, done.attendance), alert=True)
    await answer(context, done)


def press_of(context: Context) -> Press:
    """What was pressed, on which message, and when."""
    query = context.update.callback_query
    message = query.message if query else None
    activity_id, _ = subject_pair(context)
    return Press(
        activity_id=activity_id,
        at=context.sent_at,
        message_id=message.message_id if message else None,
    )


async def answer(context: Context, done: Answered) -> None:
    """Show what became of it."""
    lang = context.lang
    match done:
        case Recorded():
            await context.toast(texts.recorded(lang, done.attendance))
            await context.show(texts.own_card(lang, done.attendance))
        case Stands():
            await context.toast(texts.stands(lang, done.attendance), alert=True)
            await context.show(texts.own_card(lang, done.attendance))
        case TooEarly():
            await context.toast(texts.opens_later(lang, done.opens_at), alert=True)
        case NotExpected():
            await context.toast(texts.not_expected(lang), alert=True)
        case ProofNeeded():
            await context.toast(texts.how_to_prove(lang, done.attendance), alert=True)
            await context.show(texts.own_card(lang, done.attendance))
        case _:
            assert_never(done)
