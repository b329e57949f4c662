"""/ties: who oversees, contacts, guides or is paired with whom."""

from typing import assert_never

from actions import ties as actions
from actions.ties import Ended, NewTie, NotFound, NotYours, SameSides, Several, Tied
from domain.permission import Policy
from domain.tie import TieKind
from handlers.context import Context
from handlers.pressed import pressed
from handlers.registry import command, press
from texts import refusals
from texts import ties as texts

KINDS = {
    "包抓": TieKind.OVERSEE,
    "oversees": TieKind.OVERSEE,
    "联系": TieKind.CONTACT,
    "contacts": TieKind.CONTACT,
    "指导": TieKind.GUIDE,
    "guides": TieKind.GUIDE,
    "结对": TieKind.PAIR,
    "pairs": TieKind.PAIR,
    "片区": TieKind.AREA,
    "leads": TieKind.AREA,
}


@command("ties", Policy.ADMINISTRATOR, alias="关系")
async def ties(context: Context) -> None:
    """List the ties; with three words after it tie two."""
    words = context.words.split()
    # Read first: whoever may not use it hears nothing of how it is used.
    page = await context.run(actions.find_page, page=1)
    if not words:
        await context.say(texts.tie_list(context.lang, page))
        return
    new = _read(words)
    if new is None:
        await context.say(texts.not_understood(context.lang))
        return
    outcome = await context.run(actions.tie, new, now=context.now(), place=context.place)
    match outcome:
        case Tied(tie=tie, is_new=is_new):
            await context.say(texts.tied(context.lang, tie, is_new=is_new))
        case NotFound(name=name):
            await context.say(texts.not_found(context.lang, name))
        case Several(name=name, ends=ends):
            await context.say(texts.several(context.lang, name, ends))
        case SameSides():
            await context.say(texts.same_sides(context.lang))
        case _:
            assert_never(outcome)


def _read(words: list[str]) -> NewTie | None:
    """`包抓 周敏 青石小学`, or `周敏 包抓 青石小学`."""
    if len(words) != 3:
        return None
    for kind, first in ((words[0], words[1]), (words[1], words[0])):
        if kind.lower() in KINDS:
            return NewTie(kind=KINDS[kind.lower()], first=first, second=words[2])
    return None


@press("ties", Policy.ADMINISTRATOR)
async def turn_page(context: Context) -> None:
    """Show another page in place."""
    page = await context.run(actions.find_page, page=pressed(context).version)
    await context.show(texts.tie_list(context.lang, page))


@press("tie_end", Policy.ADMINISTRATOR)
async def end(context: Context) -> None:
    """Let it end, with ten minutes to think again."""
    outcome = await context.run(
        actions.end, pressed(context).number, now=context.now(), place=context.place
    )
    await _show(context, outcome)


@press("tie_undo", Policy.ADMINISTRATOR)
async def undo(context: Context) -> None:
    """Take back what was done last."""
    outcome = await context.run(
        actions.undo,
        pressed(context).number,
        pressed_at=context.sent_at,
        now=context.now(),
        place=context.place,
    )
    await _show(context, outcome)


async def _show(context: Context, outcome: Tied | Ended | NotYours) -> None:
    match outcome:
        case Tied(tie=tie):
            await context.show(texts.tied(context.lang, tie, is_new=True))
        case Ended(tie=tie):
            await context.show(texts.ended(context.lang, tie))
        case NotYours():
            await context.toast(refusals.not_yours(context.lang), alert=True)
        case _:
            assert_never(outcome)
