"""The list of what an election asks for, and the letter that reminds of it."""

import logging

from actions import election_lists as actions
from actions import term_letters
from actions.election_lists import Ticked
from actions.terms import NotYours
from domain.permission import Policy
from handlers.context import Context
from handlers.documents import at_the_desk
from handlers.pressed import pressed
from handlers.registry import press
from handlers.subjects import subject_pair
from papers.word_letter import make_letter
from papers.worker import WorkerError
from texts import election_lists as texts
from texts import refusals
from texts.reports import changed_meanwhile
from texts.term_letters import letter_file, letter_text, letter_words

log = logging.getLogger("muduo.letters")


@press("term_list", Policy.OFFICER)
async def show(context: Context) -> None:
    """Show the list in place of the sheet."""
    found = await context.run(
        actions.find, pressed(context).number, now=context.now(), place=context.place
    )
    if isinstance(found, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
    else:
        await context.show(texts.election_list(context.lang, found))


@press("term_tick", Policy.OFFICER)
async def tick(context: Context) -> None:
    """Tick a step, or take the tick away; what a button does it says when it is shown."""
    unit_id, code = subject_pair(context)
    is_done = pressed(context).version == 1
    outcome = await context.run(
        actions.tick, unit_id, code, is_done=is_done, now=context.now(), place=context.place
    )
    if isinstance(outcome, Ticked):
        done = texts.ticked(context.lang, is_done=is_done)
        await context.toast(changed_meanwhile(context.lang) if outcome.is_stale else done)
        await context.show(texts.election_list(context.lang, outcome.found))
    else:
        await context.toast(refusals.not_yours(context.lang), alert=True)


@press("term_letter", Policy.OFFICER)
async def write(context: Context) -> None:
    """Hand out the letter of reminder, as text and as a document."""
    letter = await context.run(
        term_letters.make, pressed(context).number, now=context.now(), place=context.place
    )
    if isinstance(letter, NotYours):
        await context.toast(refusals.not_yours(context.lang), alert=True)
        return
    words = letter_words(context.lang, letter)
    try:
        content = await at_the_desk(make_letter, words)
    except WorkerError as error:
        facts = {"unit": letter.unit.id, "reason": str(error)}
        log.warning("letter_not_made", extra={"facts": facts})
        await context.say(letter_text(context.lang, words))
        return
    await context.say(letter_file(context.lang, words, content))
