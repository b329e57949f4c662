"""/event: something has happened from which duties follow."""

from datetime import date
from typing import assert_never

from actions import events as actions
from actions import word_standpoint
from actions.events import DayToCome, Happening, NotYet, NotYours, TakenBack, TooLate
from domain.event import EventMenu, RecordedEvent
from domain.permission import Policy
from domain.status import NoSuchUnit, UnitsToChoose
from handlers.context import Context, number
from handlers.pressed import pressed
from handlers.registry import command, press
from texts import events as texts
from texts import refusals
from texts.replies import Reply


@command("event", Policy.OFFICER, alias="事件")
async def event(context: Context) -> None:
    """Show what may be recorded; a unit and a day may follow the command."""
    now, place = context.now(), context.place
    name, named = await context.run(word_standpoint.find_day, context.words, now=now, place=place)
    day = named or place.today(now)
    found = await context.run(actions.find_menu, name, day=day, now=now, place=place)
    await context.say(_worded(context, found, day))


@press("event_at", Policy.OFFICER)
async def show(context: Context) -> None:
    """Show another unit, or another day, in place."""
    what = _happening(context)
    if what is None:
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return
    found = await context.run(
        actions.find_menu_of, what.unit_id, day=what.day, now=context.now(), place=context.place
    )
    await context.show(_worded(context, found, what.day))


@press("event_do", Policy.OFFICER)
async def record(context: Context) -> None:
    """Record it in place."""
    what = _happening(context)
    if what is None:
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return
    outcome = await context.run(actions.record, what, now=context.now(), place=context.place)
    match outcome:
        case RecordedEvent():
            await context.show(texts.recorded(context.lang, outcome))
        case NotYet():
            await context.toast(texts.not_yet(context.lang), alert=True)
            await context.show(texts.event_menu(context.lang, outcome.menu))
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(outcome)


@press("event_undo", Policy.OFFICER)
async def take_back(context: Context) -> None:
    """It did not happen."""
    outcome = await context.run(
        actions.take_back,
        pressed(context).number,
        pressed_at=context.sent_at,
        now=context.now(),
    )
    match outcome:
        case TakenBack():
            await context.show(texts.taken_back(context.lang, outcome.event, outcome.name))
        case TooLate():
            await context.toast(texts.too_late(context.lang), alert=True)
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(outcome)


def _happening(context: Context) -> Happening | None:
    """`duty-unit-20261103`; None for what we did not write."""
    parts = context.press.subject_id.split("-") if context.press else []
    if len(parts) != 3:
        return None
    try:
        day = date.fromisoformat(parts[2])
    except ValueError:
        return None
    return Happening(duty_id=number(parts[0]), unit_id=number(parts[1]), day=day)


def _worded(
    context: Context, found: EventMenu | UnitsToChoose | NoSuchUnit | DayToCome, day: date
) -> Reply:
    match found:
        case DayToCome():
            return texts.day_to_come(context.lang, found.day, found.today)
        case EventMenu():
            return texts.event_menu(context.lang, found)
        case UnitsToChoose():
            return texts.units_to_choose(context.lang, found, day)
        case NoSuchUnit():
            return texts.no_such_unit(context.lang)
        case _:
            assert_never(found)
