"""/terms: whose term ends when, and the election that begins the next one."""

from typing import assert_never

from actions import elections
from actions import terms as actions
from actions.elections import Recorded
from actions.terms import DayRefused, NotUnderstood, NotYours
from domain.permission import Policy
from domain.schedule_words.leaning import Lean
from domain.term import Election, TermSheet, read_years
from handlers.context import Context
from handlers.inputs import read_day
from handlers.pressed import pressed
from handlers.registry import command, draft, press
from texts import refusals
from texts import terms as texts
from texts.reports import changed_meanwhile


@command("terms", Policy.OFFICER, alias="任期")
async def terms(context: Context) -> None:
    """List the terms, the earliest end first."""
    page = await context.run(actions.find_page, page=1, now=context.now(), place=context.place)
    await context.say(texts.term_list(context.lang, page))


@press("terms", Policy.OFFICER)
async def turn_page(context: Context) -> None:
    """Show another page in place."""
    page = await context.run(
        actions.find_page, page=pressed(context).version, now=context.now(), place=context.place
    )
    await context.show(texts.term_list(context.lang, page))


@press("term", Policy.OFFICER)
async def show(context: Context) -> None:
    """Show one body in place of the list."""
    sheet = await context.run(
        actions.find_sheet, pressed(context).number, now=context.now(), place=context.place
    )
    await _show(context, sheet)


@press("vote", Policy.OFFICER)
async def vote(context: Context) -> None:
    """Record the election that a reminder asks for; the reminder stays what it is."""
    outcome = await context.run(
        actions.ask_for, pressed(context).number, now=context.now(), place=context.place
    )
    await _ask(context, outcome)


@press("elected", Policy.OFFICER)
async def elected(context: Context) -> None:
    """Record an election of a body in the list."""
    outcome = await context.run(
        actions.ask, pressed(context).number, now=context.now(), place=context.place
    )
    await _ask(context, outcome)


@draft("election", Policy.OFFICER)
async def hear(context: Context) -> None:
    """Take the day, or the years."""
    outcome = await context.run(
        actions.hear,
        day=await read_day(context, context.words, lean=Lean.BACK),
        years=read_years(context.words),
        now=context.now(),
        place=context.place,
    )
    match outcome:
        case Election():
            await context.say(texts.election(context.lang, outcome))
        case NotUnderstood():
            await context.say(texts.not_understood(context.lang, outcome.election))
        case DayRefused():
            asked, day, because = outcome.election, outcome.day, outcome.because
            await context.say(texts.day_refused(context.lang, asked, day, because))
        case NotYours():
            await context.say(refusals.unexpected_words(context.lang))
        case _:
            assert_never(outcome)


@press("election_yes", Policy.OFFICER)
async def confirm(context: Context) -> None:
    """Record it."""
    outcome = await context.run(
        elections.record,
        pressed(context).number,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    if isinstance(outcome, Recorded):
        await _tell(context, outcome, texts.recorded(context.lang))
    else:
        await _show(context, outcome)


@press("election_no", Policy.OFFICER)
async def discard(context: Context) -> None:
    """Record nothing."""
    outcome = await context.run(
        elections.discard, pressed(context).number, now=context.now(), place=context.place
    )
    await _show(context, outcome.sheet if isinstance(outcome, Recorded) else outcome)


@press("election_undo", Policy.OFFICER)
async def take_back(context: Context) -> None:
    """Take the record back."""
    outcome = await context.run(
        elections.take_back,
        pressed(context).number,
        stamp=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    if isinstance(outcome, Recorded):
        await _tell(context, outcome, texts.taken_back(context.lang))
    else:
        await _show(context, outcome)


async def _tell(context: Context, outcome: Recorded, done: str) -> None:
    await context.toast(changed_meanwhile(context.lang) if outcome.is_stale else done)
    await context.show(texts.term_sheet(context.lang, outcome.sheet))


async def _ask(context: Context, outcome: Election | TermSheet | NotYours) -> None:
    """Ask in a new message, so that the list or the reminder above is not lost."""
    match outcome:
        case Election():
            await context.say(texts.election(context.lang, outcome))
        case TermSheet():
            await context.say(texts.term_sheet(context.lang, outcome))
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(outcome)


async def _show(context: Context, outcome: TermSheet | Election | NotYours) -> None:
    """Put the present state in place of the message that was pressed."""
    match outcome:
        case TermSheet():
            await context.show(texts.term_sheet(context.lang, outcome))
        case Election():
            await context.toast(changed_meanwhile(context.lang))
            await context.show(texts.election(context.lang, outcome))
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(outcome)
