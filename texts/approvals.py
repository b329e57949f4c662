"""What needs two administrators: the question to the second one, and how it ended."""

from typing import assert_never

from domain.approval import (
    ApprovalCard,
    ApprovalState,
    Change,
    ConfigurationChange,
    RosterChange,
)
from texts.config_changes import difference_words
from texts.labels import confirm, discard
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.roster_changes import roster_changes
from texts.words import Words, bold, fitted, lines, name, paragraphs


def approval_card(lang: Language, card: ApprovalCard) -> Reply:
    """The question with what would change; without buttons when it is over."""
    asked = bold(lang.say("🔑 {name} asks for a second administrator", name=name(card.asker)))
    if card.change is None or card.state is not ApprovalState.WAITING:
        return Reply(words=lines(asked, ending(lang, card)))
    change = card.change
    words = paragraphs(
        asked,
        _change(lang, change),
        lang.say("Nothing changes before you confirm; after three days it lapses."),
    )
    go = Button(label=confirm(lang), data=press("approval_ok", card.approval_id))
    stop = Button(label=discard(lang), data=press("approval_drop", card.approval_id))
    return Reply(words=fitted(words), buttons=((stop, go),))


def _change(lang: Language, change: Change) -> Words:
    match change:
        case RosterChange(summary=summary):
            return paragraphs(
                bold(lang.say("Roster: what would change")), *roster_changes(lang, summary)
            )
        case ConfigurationChange():
            return paragraphs(
                difference_words(lang, change.difference, change.reach), _also_open(lang, change)
            )
        case _:
            assert_never(change)


def _also_open(lang: Language, change: ConfigurationChange) -> Words | None:
    if not change.includes_open or not change.open_items:
        return None
    return lang.many(
        "Also for the {count} open item.",
        "Also for the {count} open items.",
        change.open_items,
    )


def alone(lang: Language) -> Words:
    """Said beside what would have needed a second administrator, where there is none."""
    return lang.say(
        "ℹ️ This reaches so many people that a second administrator should confirm, but there is "
        "none who can be written to. Give somebody the office “administrator” of the top unit in "
        "/roster, and a personal link from /reach."
    )


def approval_ended(lang: Language, card: ApprovalCard) -> Reply:
    """Told to those who were not there when it was decided."""
    first = (
        lang.say("🔑 Your change that needed a second administrator")
        if card.is_for_asker
        else lang.say("🔑 A change that {name} asked for", name=name(card.asker))
    )
    return Reply(words=lines(bold(first), ending(lang, card)))


def ending(lang: Language, card: ApprovalCard) -> Words:
    """How it ended, or that it still waits."""
    decider = name(card.decider)
    match card.state:
        case ApprovalState.CONFIRMED:
            return lang.say("✅ Confirmed by {name}. It is in effect.", name=decider)
        case ApprovalState.DISCARDED:
            return lang.say("Discarded by {name}. Nothing was changed.", name=decider)
        case ApprovalState.EXPIRED:
            return lang.say("Lapsed after three days. Nothing was changed.")
        case ApprovalState.OUTDATED:
            return lang.say(
                "The set-up has changed since it was asked. Nothing was changed; ask again."
            )
        case ApprovalState.WAITING:
            return lang.say("It still waits.")


def not_yours(lang: Language) -> str:
    """Not for this administrator, or for nobody."""
    return lang.label("This is for another administrator to confirm.")
