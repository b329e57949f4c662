"""Hear what is written about an activity: the moment, the fields, and the other words."""

from datetime import date

from actions.activity_hearing import Heard
from domain.activity_words import Label, take_apart
from domain.schedule_words.reading import Kind, Schedule
from domain.schedule_words.rule import Rule
from domain.schedule_words.typed import Typed
from handlers.context import Context
from handlers.inputs import read_line, read_moment


async def hear(
    context: Context, *, asked: Label | None = None, asks_when: bool, day: date | None = None
) -> Heard:
    """What the words say; all of them answer `asked` where one field was asked for.

    An hour alone is one of `day`.
    """
    lines = take_apart(context.words)
    if asked is not None and not lines.fields:
        if asked is not Label.WHEN:
            return Heard(fields={asked: context.words})
        asks_when = True
    when = lines.fields.get(Label.WHEN, "")
    words = f"{when} {lines.head}".strip()
    is_moment = bool(words) and (asks_when or bool(when))
    typed = await read_moment(context, words, day=day) if is_moment else None
    if typed is not None and typed.is_unread:
        named = await read_line(context, words)
        typed = named if _is_when(named) else typed
    return Heard(words=words, typed=typed, fields=lines.fields)


def _is_when(typed: Typed) -> bool:
    """Whether a moment, or a rule with its hour, was found behind a name."""
    match typed.reading:
        case Schedule(kind=Kind.RECURRING | Kind.PERIOD, rule=Rule(clocks=clocks), quota=None):
            return bool(clocks)
    return typed.moment is not None
