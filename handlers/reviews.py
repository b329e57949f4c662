"""/review: accept or return what was handed in."""

from typing import assert_never

from actions import review_queue
from actions import reviews as actions
from actions.reports import NotYours
from actions.review_queue import NothingWaits, OwnReport, Reviewed
from actions.reviews import CommentNeeded
from domain.permission import Policy
from domain.report import TooMuch
from handlers.context import Context
from handlers.pressed import pressed
from handlers.registry import command, draft, press
from texts import refusals
from texts import reviews as texts
from texts.replies import Reply
from texts.reports import changed_meanwhile


@command("review", Policy.OFFICER, alias="审阅")
async def review(context: Context) -> None:
    """Show the report that waits longest."""
    found = await context.run(review_queue.find_next, now=context.now(), place=context.place)
    await context.say(_waiting(context, found))


@press("review_next", Policy.OFFICER)
async def show_next(context: Context) -> None:
    """Show the next one in place."""
    found = await context.run(
        review_queue.find_next,
        after=pressed(context).number,
        now=context.now(),
        place=context.place,
    )
    await context.show(_waiting(context, found))


@press("reviews", Policy.OFFICER)
async def open_queue(context: Context) -> None:
    """The same from a daily message, which stays as it is."""
    found = await context.run(review_queue.find_next, now=context.now(), place=context.place)
    await context.say(_waiting(context, found))


@press("review_accept", Policy.OFFICER)
async def accept(context: Context) -> None:
    """Accept, if nobody was faster."""
    outcome = await context.run(
        actions.accept,
        pressed(context).number,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    await _show(context, outcome)


@press("review_undo", Policy.OFFICER)
async def undo(context: Context) -> None:
    """Take an acceptance back."""
    outcome = await context.run(
        actions.undo,
        pressed(context).number,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    await _show(context, outcome)


@press("review_return", Policy.OFFICER)
async def ask_comment(context: Context) -> None:
    """Ask for the reason before anything is returned."""
    outcome = await context.run(
        actions.ask_comment,
        pressed(context).number,
        version=pressed(context).version,
        now=context.now(),
        place=context.place,
    )
    if isinstance(outcome, CommentNeeded):
        await context.say(texts.ask_comment(context.lang))
        return
    await _show(context, outcome)


@draft("return_report", Policy.OFFICER)
async def give_back(context: Context) -> None:
    """Return the report with the words as the reason."""
    if not context.words:
        await context.say(texts.comment_needs_words(context.lang))
        return
    outcome = await context.run(
        actions.give_back, context.words, now=context.now(), place=context.place
    )
    match outcome:
        case Reviewed():
            if outcome.is_stale:
                await context.say(texts.not_returned(context.lang, context.words))
            await context.say(texts.review(context.lang, outcome.card))
        case TooMuch():
            await context.say(texts.comment_too_long(context.lang, outcome.excess))
        case OwnReport() | NotYours():
            await context.say(texts.not_returned(context.lang, context.words))
        case _:
            assert_never(outcome)


def _waiting(context: Context, found: Reviewed | NothingWaits) -> Reply:
    if isinstance(found, NothingWaits):
        return texts.nothing_waits(context.lang)
    return texts.review(context.lang, found.card)


async def _show(context: Context, outcome: Reviewed | OwnReport | NotYours) -> None:
    """Put the present state in place of the message that was pressed."""
    match outcome:
        case Reviewed():
            if outcome.is_stale:
                await context.toast(changed_meanwhile(context.lang))
            await context.show(texts.review(context.lang, outcome.card))
        case OwnReport():
            await context.toast(texts.own_report(context.lang, outcome.reviewers), alert=True)
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(outcome)
