"""/signin: the staff of an office sign in on coming and on leaving, and see their own day."""

from typing import assert_never

from actions import sign_in_lists, sign_in_plans
from actions import sign_ins as actions
from actions.sign_in_lists import NothingOn
from actions.sign_in_plans import Proposed
from actions.sign_ins import DayOff, NotAsked, Signed, TakenBack, TooLate, TooSoon
from domain.permission import Policy
from domain.sign_in import Hours, Slot, StaffList, read_hours
from domain.status import NoSuchUnit, UnitsToChoose
from handlers.context import Context
from handlers.registry import command, press
from handlers.subjects import day_of, parts
from texts import sign_in_lists as list_texts
from texts import sign_in_plans as plan_texts
from texts import sign_ins as texts
from texts.cleaning import one_line
from texts.languages import Language

WORDS_LIMIT = 128


@command("signin", Policy.LINKED, alias="上下班")
async def signin(context: Context) -> None:
    """An officer sees his office, or sets its hours; whoever is only staff signs in."""
    words = one_line(context.argument, WORDS_LIMIT)
    asked = read_hours(words) if words else None
    if asked is not None:
        await _propose(context, *asked)
        return
    found = await context.run(sign_in_lists.find_mine, now=context.now(), place=context.place)
    if isinstance(found, NothingOn):
        await _sign_by_words(context, found, is_unclear=bool(words))
    elif words:
        await context.say(plan_texts.unclear(context.lang))
    elif isinstance(found, StaffList):
        await context.say(list_texts.staff_list(context.lang, found))
    else:
        await context.say(list_texts.offices(context.lang, found))


async def _sign_by_words(context: Context, found: NothingOn, *, is_unclear: bool) -> None:
    if is_unclear and found.may_set:
        await context.say(plan_texts.unclear(context.lang))
        return
    done = await context.run(
        actions.sign,
        at=context.sent_at,
        is_press=False,
        now=context.now(),
        place=context.place,
    )
    if isinstance(done, Signed):
        await context.say(texts.own_day(context.lang, done.day))
    elif isinstance(done, NotAsked) and found.may_set:
        await context.say(plan_texts.nothing_on(context.lang))
    else:
        await context.say(texts.briefly(_refused(context.lang, done)))


async def _propose(context: Context, unit_name: str, hours: Hours) -> None:
    lang = context.lang
    found = await context.run(
        sign_in_plans.propose, unit_name, hours, now=context.now(), place=context.place
    )
    match found:
        case Proposed():
            reply = plan_texts.proposed(
                lang, found.unit, hours, begins_on=found.begins_on, staff=found.staff
            )
        case NoSuchUnit():
            reply = plan_texts.no_such_unit(lang)
        case UnitsToChoose():
            reply = plan_texts.which_unit(lang, found.units)
        case _:
            assert_never(found)
    await context.say(reply)


@press("sign", Policy.LINKED)
async def sign(context: Context) -> None:
    """Coming or leaving, by the moment at which the press reached us."""
    done = await context.run(
        actions.sign, at=context.sent_at, is_press=True, now=context.now(), place=context.place
    )
    if not isinstance(done, Signed):
        await context.toast(_refused(context.lang, done), alert=True)
        return
    said = texts.signed(context.lang, done.sign) if done.sign else texts.nothing_new(context.lang)
    await context.toast(said)
    await context.show(texts.own_day(context.lang, done.day))


@press("sign_undo", Policy.LINKED)
async def take_back(context: Context) -> None:
    """For ten minutes."""
    day, slot = parts(context, 2)
    done = await context.run(
        actions.take_back,
        day_of(day),
        Slot.LEAVING if slot == Slot.LEAVING else Slot.COMING,
        at=context.sent_at,
        now=context.now(),
        place=context.place,
    )
    match done:
        case TakenBack():
            await context.toast(texts.taken_back(context.lang))
            await context.show(texts.own_day(context.lang, done.day))
        case TooLate():
            await context.toast(texts.too_late(context.lang), alert=True)
        case _:
            assert_never(done)


def _refused(lang: Language, why: NotAsked | DayOff | TooSoon) -> str:
    match why:
        case NotAsked():
            return texts.not_asked(lang, why.begins_on)
        case DayOff():
            return texts.day_off(lang)
        case TooSoon():
            return texts.too_soon(lang, why.hours)
        case _:
            assert_never(why)
