"""The words of a nudge, and what the officer hears about it."""

from domain.missing import AskFirst, Nudged
from domain.nudge import NudgeCard
from texts.languages import Language
from texts.obligations import action_buttons, standing, title
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import bold, lines, name, paragraphs

MOST_SHOWN = 8


def nudge_card(lang: Language, card: NudgeCard) -> Reply:
    """Who asks, for what, and the one thing to do about each."""
    shown = card.items[:MOST_SHOWN]
    entries = [
        lines(
            lang.say("{number}. {title}", number=number, title=title(lang, item)),
            standing(lang, item, card.today),
        )
        for number, item in enumerate(shown, start=1)
    ]
    buttons = [
        button
        for number, item in enumerate(shown, start=1)
        for button in action_buttons(lang, item, number)
    ]
    why = (Button(label=lang.label("Why this?"), data=press("why", 0)),) if buttons else ()
    asking = (
        lang.say("{name} asks:", name=name(card.asker))
        if card.asker
        else lang.say("You are asked:")
    )
    rest = len(card.items) - len(shown)
    more = lang.many("And {count} more: /todo", "And {count} more: /todo", rest) if rest else None
    pairs = (tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Reply(words=paragraphs(bold(asking), *entries, more), buttons=rows(*pairs, why))


def nudged(lang: Language, done: Nudged) -> Reply:
    """How many were reached, and why the others were not."""
    reached = (
        lang.many("📣 {count} person is reminded.", "📣 {count} people are reminded.", done.people)
        if done.people
        else lang.say("Nobody new was reminded.")
    )
    already = lang.many(
        "{count} was reminded today already.", "{count} were reminded today already.", done.already
    )
    vacant = lang.many(
        "{count} unit has nobody who can be reached: see /reach.",
        "{count} units have nobody who can be reached: see /reach.",
        done.vacant,
    )
    unreached = lang.many(
        "{count} person cannot be reached: see /reach.",
        "{count} people cannot be reached: see /reach.",
        done.unreached,
    )
    own = lang.many("{count} is yours to do: /todo", "{count} are yours to do: /todo", done.own)
    left = lang.say("There are more: nudge once more for the next ones.")
    words = lines(
        reached,
        already if done.already else None,
        vacant if done.vacant else None,
        unreached if done.unreached else None,
        own if done.own else None,
        left if done.left else None,
    )
    return Reply(words=words, buttons=((_back(lang, done.scope.key),),))


def ask_first(lang: Language, asked: AskFirst) -> Reply:
    """Asked again in place before many people are written to."""
    question = lang.many(
        "This writes to {count} person. Nudge?",
        "This writes to {count} people. Nudge?",
        asked.people,
    )
    label = lang.label("📣 Nudge {count} people", count=asked.people)
    sure = Button(label=label, data=press("nudge_sure", asked.scope.key))
    return Reply(words=question, buttons=((sure, _back(lang, asked.scope.key)),))


def _back(lang: Language, key: str) -> Button:
    return Button(label=lang.label("Back to the list"), data=press("missing", key, 1))
