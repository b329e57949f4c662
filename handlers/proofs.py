"""The officer's side of codes: which way of checking in, the code itself, and guests."""

from typing import assert_never

from actions import guests, live_counts, proofs
from actions.activities import NotYours, Shown
from actions.live_counts import CountAsked, CountOver
from actions.proofs import NoCodeNow
from domain.activity import Proof
from domain.code import Shown as ShownCode
from domain.guest import GuestCard
from domain.permission import Policy
from handlers.context import Context
from handlers.registry import press
from handlers.subjects import subject_pair, version
from texts import guests as guest_texts
from texts import proofs as texts
from texts import refusals
from texts.activity_statuses import more_card, status_card


@press("proof", Policy.OFFICER)
async def choose(context: Context) -> None:
    """Button, code or wall."""
    activity_id, written = subject_pair(context)
    if written not in {proof.value for proof in Proof}:
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    done = await context.run(
        proofs.choose,
        activity_id,
        proof=Proof(written),
        now=context.now(),
        place=context.place,
    )
    await _show(context, done)


@press("wall_names", Policy.OFFICER)
async def turn_names(context: Context) -> None:
    """Name the latest arrivals on the wall, or do not."""
    done = await context.run(
        proofs.turn_names,
        context.pressed_id,
        version=version(context),
        now=context.now(),
        place=context.place,
    )
    await _show_more(context, done)


@press("quorum", Policy.OFFICER)
async def turn_quorum(context: Context) -> None:
    """Another share of those due."""
    done = await context.run(
        proofs.turn_quorum,
        context.pressed_id,
        version=version(context),
        now=context.now(),
        place=context.place,
    )
    await _show_more(context, done)


async def _show_more(context: Context, done: Shown) -> None:
    """What was pressed stands behind More, and is often pressed again."""
    if isinstance(done, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(more_card(context.lang, done))


async def _show(context: Context, done: Shown) -> None:
    if isinstance(done, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(status_card(context.lang, done))


@press("code", Policy.OFFICER)
async def show_code(context: Context) -> None:
    """The four digits to be told in the room."""
    found = await context.run(proofs.find_code, context.pressed_id, now=context.now())
    match found:
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case NoCodeNow():
            await context.toast(texts.no_code_now(context.lang), alert=True)
        case ShownCode():
            await context.toast(texts.code_now(context.lang, found), alert=True)
        case _:
            assert_never(found)


@press("live", Policy.OFFICER)
async def ask_count(context: Context) -> None:
    """A count that follows who comes."""
    done = await context.run(live_counts.ask, context.pressed_id, now=context.now())
    match done:
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case CountOver():
            await context.toast(texts.count_over(context.lang), alert=True)
        case CountAsked():
            await context.toast(texts.count_comes(context.lang, is_new=done.is_new))
        case _:
            assert_never(done)


@press("guest_add", Policy.OFFICER)
async def add_guest(context: Context) -> None:
    """Count somebody who was not on the list."""
    done = await context.run(guests.add, context.pressed_id, now=context.now(), place=context.place)
    await _show_guest(context, done)


@press("guest_no", Policy.OFFICER)
async def decline_guest(context: Context) -> None:
    """Do not count him."""
    done = await context.run(
        guests.decline, context.pressed_id, now=context.now(), place=context.place
    )
    await _show_guest(context, done)


async def _show_guest(context: Context, done: GuestCard | NotYours) -> None:
    if isinstance(done, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(guest_texts.guest_card(context.lang, done))
