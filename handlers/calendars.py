"""/calendar: the working calendar of a unit, its own days, school terms and country."""

from dataclasses import replace
from typing import assert_never

from actions import calendar_changes as changes
from actions import calendar_questions
from actions import calendars as actions
from actions.calendar_changes import Outcome, Wanted
from domain.approval import WaitingForSecond
from domain.calendar_change import (
    AlreadySettled,
    AskEverybody,
    CalendarChange,
    CalendarUndone,
    ChangeRefused,
    NoSuchUnit,
    SameAsBefore,
    WhichUnit,
)
from domain.calendar_page import CalendarPage
from domain.calendar_words import (
    Look,
    NotUnderstood,
    Said,
    read_calendar_words,
)
from domain.permission import Policy
from handlers.calendar_countries import find_countries
from handlers.context import Context
from handlers.holiday_files import take_file
from handlers.registry import command, draft, press
from handlers.subjects import subject_ids, version
from texts import calendar_changes as change_texts
from texts import calendars as texts
from texts import holiday_files, refusals
from texts.approvals import waiting
from texts.cleaning import one_line
from texts.words import NAME_LIMIT


@command("calendar", Policy.LINKED, alias="日历")
async def calendar(context: Context) -> None:
    """Show a calendar, or change it by words."""
    read = read_calendar_words(context.argument, today=context.place.today(context.now()))
    match read:
        case Look():
            await _show(context, read)
        case Said():
            await _change(context, read, unit_id=None)
        case NotUnderstood():
            await _say_not_understood(context, read.line)
        case _:
            assert_never(read)


@press("calendar", Policy.LINKED)
async def turn_page(context: Context) -> None:
    """Show another quarter, year or unit in place."""
    unit_id, year = subject_ids(context)
    found = await context.run(
        actions.find_page,
        unit_id,
        year=year,
        quarter=version(context),
        now=context.now(),
        place=context.place,
    )
    if isinstance(found, NoSuchUnit):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(texts.calendar_page(context.lang, found))


@press("calendar_edit", Policy.OFFICER)
async def edit(context: Context) -> None:
    """Say what can be written, and wait for it."""
    asked = await context.run(
        actions.begin, context.pressed_id, now=context.now(), place=context.place
    )
    if isinstance(asked, NoSuchUnit):
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return
    year = asked.today.year + 1
    await context.say(
        change_texts.asked(context.lang, asked.unit, year, is_of_the_whole=asked.is_of_the_whole)
    )


@draft(calendar_questions.DRAFT, Policy.OFFICER)
async def hear(context: Context) -> None:
    """Words or a file while the calendar waits for them."""
    message = context.update.message
    if message is not None and message.document is not None:
        await take_file(context, message.document)
        return
    unit_id = await context.run(actions.find_waiting)
    read = read_calendar_words(context.words, today=context.place.today(context.now()))
    match read:
        case Said():
            await _change(context, read, unit_id=unit_id)
        case _ if message is None or not message.text:
            await context.say(holiday_files.wants_words_or_a_file(context.lang))
        case Look():
            await _hear_unit(context, read)
        case NotUnderstood():
            await _say_not_understood(context, read.line)


@press("calendar_all", Policy.ADMINISTRATOR)
async def confirm_for_everybody(context: Context) -> None:
    """Let it hold for everybody in the country, as it was shown."""
    draft_id = context.pressed_id
    kept = await context.run(
        calendar_questions.find_kept, draft_id=draft_id, version=version(context)
    )
    said = read_calendar_words(kept.words, today=kept.said_on) if kept else None
    if not isinstance(said, Said):
        await context.toast(change_texts.settled(context.lang), alert=True)
        return
    outcome = await _run_change(context, said, confirmed=draft_id)
    match outcome:
        case CalendarChange():
            await context.show(change_texts.changed(context.lang, outcome))
        case WaitingForSecond():
            await context.show(waiting(context.lang, outcome))
        case AlreadySettled():
            await context.toast(change_texts.settled(context.lang), alert=True)
        case _:
            await _say_outcome(context, outcome)


async def _hear_unit(context: Context, look: Look) -> None:
    """While a country's change waits for Confirm, a name says for which unit alone it is."""
    kept = await context.run(calendar_questions.find_kept)
    said = read_calendar_words(kept.words, today=kept.said_on) if kept else None
    if isinstance(said, Said) and look.unit and look.year is None:
        await _change(context, replace(said, unit=one_line(look.unit, NAME_LIMIT)), unit_id=None)
    else:
        await _say_not_understood(context, context.words)


@press("calendar_undo", Policy.OFFICER)
async def undo(context: Context) -> None:
    """Take a change back."""
    outcome = await context.run(
        changes.undo, context.pressed_id, pressed_at=context.sent_at, now=context.now()
    )
    if isinstance(outcome, CalendarUndone):
        await context.show(change_texts.undone(context.lang))
    else:
        await context.toast(change_texts.too_late(context.lang), alert=True)


async def _show(context: Context, look: Look) -> None:
    now, place, name = context.now(), context.place, one_line(look.unit, NAME_LIMIT)
    if name:
        found = await context.run(actions.find_named, name, year=look.year, now=now, place=place)
    else:
        found = await context.run(actions.find_own, year=look.year, now=now, place=place)
    match found:
        case CalendarPage():
            await context.say(texts.calendar_page(context.lang, found))
        case WhichUnit(units=units):
            year = look.year or place.today(now).year
            await context.say(texts.choose_unit(context.lang, units, year))
        case NoSuchUnit():
            await context.say(texts.no_such_unit(context.lang))
        case _:
            assert_never(found)


async def _change(context: Context, said: Said, *, unit_id: int | None) -> None:
    await _say_outcome(context, await _run_change(context, said, unit_id=unit_id))


async def _run_change(
    context: Context, said: Said, *, unit_id: int | None = None, confirmed: int = 0
) -> Outcome | str:
    """What came of it, or the words that name no country."""
    found = await find_countries(context, said)
    if isinstance(found, str):
        return found
    wanted = Wanted(
        said=replace(said, statements=found.statements),
        countries=found.lists,
        unit_id=unit_id,
        words=context.argument or context.words,
        confirmed=confirmed,
        shown_in=context.shown_in if confirmed else None,
    )
    return await context.run(changes.change, wanted, now=context.now(), place=context.place)


async def _say_outcome(context: Context, outcome: Outcome | str) -> None:
    lang = context.lang
    match outcome:
        case str(written):
            await context.say(change_texts.no_such_country(lang, written))
        case AskEverybody():
            await context.say(change_texts.ask_everybody(lang, outcome))
        case AlreadySettled():
            await context.toast(change_texts.settled(lang), alert=True)
        case CalendarChange():
            await context.say(change_texts.changed(lang, outcome))
        case WaitingForSecond():
            await context.say(waiting(lang, outcome))
        case SameAsBefore():
            await context.say(change_texts.same_as_before(lang))
        case ChangeRefused():
            today = context.place.today(context.now())
            await context.say(change_texts.refused(lang, outcome, today))
        case WhichUnit(units=units):
            await context.say(change_texts.which_unit(lang, units, context.argument))
        case NoSuchUnit():
            await context.say(change_texts.not_yours(lang))
        case _:
            assert_never(outcome)


async def _say_not_understood(context: Context, line: str) -> None:
    year = context.place.today(context.now()).year + 1
    await context.say(change_texts.not_understood(context.lang, line, year))
