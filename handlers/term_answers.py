"""Answers to the end of a term: an election set or held, an extension, an office that is left."""

from typing import assert_never

from actions import elections, term_talk
from actions.elections import Recorded, Unseen
from actions.term_talk import DayRefused, NotUnderstood
from actions.terms import NotYours
from domain.permission import Policy
from domain.term import read_years
from domain.term_answer import AnswerKind, TermAnswer
from domain.term_sheet import TermSheet
from handlers.context import Context
from handlers.pressed import pressed
from handlers.registry import draft, press
from handlers.subjects import subject_ids, subject_pair
from texts import refusals, term_refusals
from texts import term_answers as texts
from texts.reports import changed_meanwhile
from texts.terms import term_sheet


@press("vote", Policy.OFFICER)
async def vote(context: Context) -> None:
    """Record the election that a reminder asks for; the reminder stays what it is."""
    outcome = await context.run(
        term_talk.ask_for, pressed(context).number, now=context.now(), place=context.place
    )
    await _ask(context, outcome)


@press("elected", Policy.OFFICER)
async def elected(context: Context) -> None:
    """Record an election of a body in the list."""
    await _begin(context, pressed(context).number, AnswerKind.HELD)


@press("term_say", Policy.OFFICER)
async def say(context: Context) -> None:
    """Begin any of the answers."""
    unit_id, kind = subject_pair(context)
    known = [one for one in AnswerKind if one.value == kind]
    await _begin(context, unit_id if known else 0, known[0] if known else AnswerKind.HELD)


async def _begin(context: Context, unit_id: int, kind: AnswerKind) -> None:
    outcome = await context.run(
        term_talk.ask, unit_id, kind=kind, now=context.now(), place=context.place
    )
    await _ask(context, outcome)


@draft(term_talk.DRAFT, Policy.OFFICER)
async def hear(context: Context) -> None:
    """Take what was said: any part of an answer, or another answer."""
    said = await context.run(
        term_talk.read_words, context.words, now=context.now(), place=context.place
    )
    outcome = await context.run(
        term_talk.hear,
        said,
        years=read_years(context.words),
        now=context.now(),
        place=context.place,
    )
    match outcome:
        case TermAnswer():
            await context.say(texts.answer(context.lang, outcome))
        case NotUnderstood():
            await context.say(term_refusals.not_understood(context.lang, outcome.answer))
        case DayRefused():
            asked, day, because = outcome.answer, outcome.day, outcome.because
            await context.say(term_refusals.day_refused(context.lang, asked, day, because))
        case NotYours():
            await context.say(refusals.unexpected_words(context.lang))
        case _:
            assert_never(outcome)


@press("term_holder", Policy.OFFICER)
async def choose_holder(context: Context) -> None:
    """This one has left."""
    draft_id, office_id = subject_ids(context)
    outcome = await context.run(
        term_talk.choose_holder, draft_id, office_id, now=context.now(), place=context.place
    )
    if isinstance(outcome, TermAnswer):
        await context.show(texts.answer(context.lang, outcome))
    else:
        await context.toast(refusals.not_yours(context.lang), alert=True)


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
        await _tell(context, outcome, texts.recorded(context.lang, outcome.kind))
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
    """Take the record of an election back."""
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


@press("term_undo", Policy.LINKED)
async def take_back_answer(context: Context) -> None:
    """Take another answer back; whoever has left his own office may do that too."""
    outcome = await context.run(
        elections.take_back_answer,
        pressed(context).number,
        now=context.now(),
        place=context.place,
    )
    match outcome:
        case Recorded():
            await _tell(context, outcome, texts.taken_back(context.lang, outcome.kind))
        case Unseen():
            await context.show(texts.taken_back_unseen(context.lang))
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(outcome)


async def _tell(context: Context, outcome: Recorded, done: str) -> None:
    await context.toast(changed_meanwhile(context.lang) if outcome.is_stale else done)
    await context.show(term_sheet(context.lang, outcome.sheet))


async def _ask(context: Context, outcome: TermAnswer | TermSheet | NotYours) -> None:
    """Ask in a new message, so that the list or the reminder above is not lost."""
    match outcome:
        case TermAnswer():
            await context.say(texts.answer(context.lang, outcome))
        case TermSheet():
            await context.say(term_sheet(context.lang, outcome))
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(outcome)


async def _show(context: Context, outcome: TermSheet | TermAnswer | NotYours) -> None:
    """Put the present state in place of the message that was pressed."""
    match outcome:
        case TermSheet():
            await context.show(term_sheet(context.lang, outcome))
        case TermAnswer():
            await context.toast(changed_meanwhile(context.lang))
            await context.show(texts.answer(context.lang, outcome))
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(outcome)
