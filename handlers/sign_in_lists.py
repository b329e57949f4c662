"""What an officer does with an office that signs in: its days, hours, corrections and sheet."""

from datetime import time
from enum import StrEnum
from typing import TypeVar

from actions import sign_in_corrections, sign_in_lists, sign_in_plans
from actions.sign_in_corrections import OneDay, Said
from actions.sign_in_lists import NothingOn
from actions.sign_in_plans import Begun, NotYours
from domain.correction import Why
from domain.permission import Policy
from domain.sign_in import Hours, SignState, Slot, StaffList, time_of
from domain.sign_in_offices import Offices
from handlers.context import Context, number
from handlers.documents import at_the_desk
from handlers.registry import press
from handlers.subjects import day_of, parts, version
from papers.sign_in_sheets import write_month
from texts import refusals
from texts import sign_in_corrections as correction_texts
from texts import sign_in_lists as texts
from texts import sign_in_plans as plan_texts
from texts import sign_in_sheets as sheet_texts
from texts.corrections import not_saved, saved

Word = TypeVar("Word", bound=StrEnum)
_MINUTES_OF_A_DAY = 24 * 60


@press("sign_offices", Policy.OFFICER)
async def turn_offices(context: Context) -> None:
    """Another page of the offices that sign in."""
    found = await context.run(
        sign_in_lists.find_mine, page=version(context), now=context.now(), place=context.place
    )
    match found:
        case Offices():
            await context.show(texts.offices(context.lang, found))
        case StaffList():
            await context.show(texts.staff_list(context.lang, found))
        case NothingOn():
            await context.toast(refusals.not_yours(context.lang), alert=True)


@press("sign_day", Policy.OFFICER)
async def show_day(context: Context) -> None:
    """Another day or another page, in place."""
    found = await _find_day(context)
    if isinstance(found, StaffList):
        await context.show(texts.staff_list(context.lang, found))


@press("sign_names", Policy.OFFICER)
async def show_names(context: Context) -> None:
    """Whose entry is to be corrected?"""
    found = await _find_day(context)
    if isinstance(found, StaffList):
        await context.show(texts.names(context.lang, found))


@press("sign_hours", Policy.OFFICER)
async def show_hours(context: Context) -> None:
    """How the hours are changed."""
    found = await _find_day(context)
    if isinstance(found, StaffList) and found.may_set:
        await context.show(plan_texts.hours_of(context.lang, found))
    elif found is not None:
        await context.toast(refusals.not_yours(context.lang), alert=True)


@press("sign_off", Policy.OFFICER)
async def ask_end(context: Context) -> None:
    """Ask again before it ends."""
    found = await _find_day(context)
    if isinstance(found, StaffList) and found.may_set:
        await context.show(plan_texts.ask_end(context.lang, found.unit))
    elif found is not None:
        await context.toast(refusals.not_yours(context.lang), alert=True)


async def _find_day(context: Context) -> StaffList | None:
    """The day of an office that a button names, today where it names none."""
    unit_id, written = parts(context, 2)
    day = day_of(written)
    found = await context.run(
        sign_in_lists.find_day,
        number(unit_id),
        day=day if day.year > 1 else None,
        page=version(context),
        now=context.now(),
        place=context.place,
    )
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return None
    return found


@press("sign_off_yes", Policy.OFFICER)
async def end(context: Context) -> None:
    """Nobody has to sign in from tomorrow on."""
    done = await context.run(
        sign_in_plans.end, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(done, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(plan_texts.ended(context.lang, done.unit))


@press("sign_set", Policy.OFFICER)
async def begin(context: Context) -> None:
    """These hours, from tomorrow on."""
    unit_id, until, since = parts(context, 3)
    hours = Hours(until=_time(until), since=_time(since))
    done = await context.run(
        sign_in_plans.begin, number(unit_id), hours, now=context.now(), place=context.place
    )
    if isinstance(done, Begun):
        await context.show(plan_texts.begun(context.lang, done.unit, done.plan))
    else:
        await context.toast(refusals.not_yours(context.lang), alert=True)


@press("sign_one", Policy.OFFICER)
async def show_one(context: Context) -> None:
    """How one person's day stands, and what may be said instead."""
    day, person_id, *_ = parts(context, 2)
    found = await _find_one(context, person_id, day)
    if found is not None:
        await context.show(correction_texts.one_day(context.lang, found.unit, found.day, found.one))


@press("sign_to", Policy.OFFICER)
async def ask_why(context: Context) -> None:
    """Why is it corrected?"""
    day, person_id, slot, state = parts(context, 4)
    found = await _find_one(context, person_id, day)
    of, to = _word(Slot, slot), _word(SignState, state)
    if found is None:
        return
    if of is None or to is None:
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    await context.show(
        correction_texts.ask_why(context.lang, found.unit, found.day, found.one, slot=of, to=to)
    )


async def _find_one(context: Context, person_id: str, day: str) -> OneDay | None:
    found = await context.run(
        sign_in_corrections.find,
        number(person_id),
        day_of(day),
        now=context.now(),
        place=context.place,
    )
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return None
    return found


@press("sign_ok", Policy.OFFICER)
async def correct(context: Context) -> None:
    """Write it down."""
    day, person_id, slot, state, because = parts(context, 5)
    of, to, why = _word(Slot, slot), _word(SignState, state), _word(Why, because)
    if of is None or to is None or why is None:
        await context.toast(refusals.old_button(context.lang), alert=True)
        return
    said = Said(
        person_id=number(person_id),
        day=day_of(day),
        slot=of,
        state=to,
        why=why,
        version=version(context),
    )
    done = await context.run(
        sign_in_corrections.correct, said, now=context.now(), place=context.place
    )
    if isinstance(done, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return
    told = saved(context.lang) if done.is_saved else not_saved(context.lang)
    await context.toast(told, alert=not done.is_saved)
    await context.show(correction_texts.one_day(context.lang, done.unit, done.day, done.one))


@press("sign_sheet", Policy.OFFICER)
async def send_sheet(context: Context) -> None:
    """The month of an office as a file."""
    unit_id, month = parts(context, 2)
    found = await context.run(
        sign_in_lists.find_month,
        number(unit_id),
        month=day_of(month),
        now=context.now(),
        place=context.place,
    )
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return
    content = await at_the_desk(write_month, found, context.lang.code)
    await context.say(sheet_texts.month_file(context.lang, found, content=content))


def _word(kind: type[Word], written: str) -> Word | None:
    return kind(written) if written in {one.value for one in kind} else None


def _time(written: str) -> time:
    """Minutes of a day; what is none makes hours that are refused."""
    minute = number(written)
    return time_of(minute if minute < _MINUTES_OF_A_DAY else 0)
