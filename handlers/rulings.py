"""The level above gives more time, or excuses; and thinks again within a minute."""

from typing import assert_never

from actions import ruling_records
from actions import rulings as actions
from actions.ruling_records import NotYours, Ruled
from actions.rulings import NotPossible, Stale
from domain.permission import Policy
from domain.ruling import EXTENSIONS, Docket, ExcuseReason, RulingCard, Target, read_target
from domain.schedule_words.leaning import Lean
from handlers.context import Context
from handlers.inputs import read_day
from handlers.pressed import pressed
from handlers.registry import draft, press
from texts import refusals
from texts import rulings as texts
from texts.problems import BELOW
from texts.replies import Reply
from texts.reports import changed_meanwhile


@press("extend", Policy.OFFICER)
async def ask_extension(context: Context) -> None:
    """How much more time?"""
    docket = await _docket(context)
    if docket is not None:
        await _put(context, texts.ask_extension(context.lang, docket))


@press("waive", Policy.OFFICER)
async def ask_excuse(context: Context) -> None:
    """Why is it not owed?"""
    docket = await _docket(context)
    if docket is not None:
        await _put(context, texts.ask_excuse(context.lang, docket))


@press("extend_by", Policy.OFFICER)
async def extend(context: Context) -> None:
    """So many more working days."""
    target, written = _target(context)
    if target is None or written not in {str(days) for days in EXTENSIONS}:
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    done = await context.run(
        actions.extend,
        target,
        days=int(written),
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    await _answer(context, done)


@press("extend_to", Policy.OFFICER)
async def ask_day(context: Context) -> None:
    """Until which day?"""
    target, _ = _target(context)
    docket: Docket | NotYours = NotYours()
    if target is not None:
        docket = await context.run(actions.ask_day, target, now=context.now(), place=context.place)
    if isinstance(docket, Docket):
        await context.say(texts.ask_day(context.lang, docket))
    else:
        await context.toast(refusals.not_yours(context.lang), alert=True)


@draft("extension", Policy.OFFICER)
async def take_day(context: Context) -> None:
    """The new last day in words."""
    day = await read_day(context, context.words, lean=Lean.AHEAD)
    if day is None:
        await context.say(texts.no_day(context.lang))
        return
    done = await context.run(actions.extend_to, day, now=context.now(), place=context.place)
    match done:
        case Ruled():
            await context.say(_ruled(context, done))
        case NotPossible():
            await context.say(texts.not_possible(context.lang, done.docket))
        case Stale():
            await context.say(texts.ask_extension(context.lang, done.docket))
        case NotYours():
            await context.say(refusals.unexpected_words(context.lang))
        case _:
            assert_never(done)


@press("waive_as", Policy.OFFICER)
async def excuse(context: Context) -> None:
    """It is not owed, for this reason."""
    target, written = _target(context)
    if target is None or written not in {reason.value for reason in ExcuseReason}:
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    done = await context.run(
        actions.excuse,
        target,
        reason=ExcuseReason(written),
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    await _answer(context, done)


@press("unrule", Policy.OFFICER)
async def undo(context: Context) -> None:
    """Take it back."""
    done = await context.run(
        ruling_records.undo,
        pressed(context).number,
        pressed_at=context.sent_at,
        now=context.now(),
        place=context.place,
    )
    if isinstance(done, Ruled) and not done.ruling.is_undone:
        await context.toast(texts.too_late(context.lang), alert=True)
    await _answer(context, done)


async def _docket(context: Context) -> Docket | None:
    target, _ = _target(context)
    docket: Docket | NotYours = NotYours()
    if target is not None:
        docket = await context.run(
            actions.find_docket, target, now=context.now(), place=context.place
        )
    if isinstance(docket, Docket):
        return docket
    await context.toast(refusals.not_yours(context.lang), alert=True)
    return None


async def _put(context: Context, reply: Reply) -> None:
    _, where = _target(context)
    await (context.say(reply) if where == BELOW else context.show(reply))


def _target(context: Context) -> tuple[Target | None, str]:
    key, _, rest = (context.press.subject_id if context.press else "").partition("-")
    return read_target(key), rest


async def _answer(context: Context, done: Ruled | Stale | NotPossible | NotYours) -> None:
    match done:
        case Ruled():
            await context.show(_ruled(context, done))
        case Stale():
            await context.toast(changed_meanwhile(context.lang))
            await context.show(texts.ask_extension(context.lang, done.docket))
        case NotPossible():
            await context.toast(texts.day_not_possible(context.lang), alert=True)
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(done)


def _ruled(context: Context, done: Ruled) -> Reply:
    today = context.place.today(context.now())
    return texts.ruled(
        context.lang,
        RulingCard(today=today, ruling=done.ruling),
        passed_over=done.passed_over,
        may_undo=done.may_undo,
    )
