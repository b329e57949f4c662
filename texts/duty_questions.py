"""What is asked while a duty is being made: its name, when, which meaning, and who."""

from domain.duty_making import ROLES, DutyInTheMaking
from texts.audiences import audience
from texts.cadences import cadence
from texts.labels import discard
from texts.languages import Language
from texts.offices import role_name
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, fitted, lines, name, paragraphs, value

LABEL_LIMIT = 18
MOST_CHOICES = 8


def unknown_words(lang: Language, shown: DutyInTheMaking) -> Words | None:
    """Words that belong to nothing; None when there are none."""
    if not shown.unknown:
        return None
    return lang.say(
        "I do not know “{words}”. Name a kind of unit, a unit, a label or a person as the roster "
        "does, or say when.",
        words=lang.list_of([value(one) for one in shown.unknown]),
    )


def _known(lang: Language, shown: DutyInTheMaking) -> Words:
    """What is settled by now, a line each."""
    draft = shown.draft
    return lines(
        bold(name(draft.name)) if draft.name else None,
        lang.say("🗓 {when}", when=cadence(lang, draft.cadence)) if draft.cadence else None,
        None
        if draft.audience.is_empty
        else lang.say("👥 {owners}", owners=audience(lang, draft.audience)),
    )


def ask(lang: Language, shown: DutyInTheMaking, said: Words | None, asked: Words) -> Reply:
    """A question that is answered in words."""
    words = paragraphs(_known(lang, shown), said, asked, lang.say("/cancel ends this."))
    return Reply(words=fitted(words), asks=True)


def ask_when(lang: Language) -> Words:
    """The question, with examples."""
    return lang.say(
        "When, or how often? In your own words, for example: {first} · {second} · {third} · "
        "{fourth}",
        first=lang.label("the last Friday of each month at 15:00"),
        second=lang.label("at least twice a quarter"),
        third=lang.label("by 10 January every year"),
        fourth=lang.label("at any time"),
    )


def which(lang: Language, shown: DutyInTheMaking, said: Words | None) -> Reply:
    """The meanings to choose from."""
    draft = shown.draft
    asked = said or lang.say("This can mean different things. Which one do you mean?")
    numbered = [
        lang.say("{number}. {meaning}", number=number, meaning=cadence(lang, one))
        for number, one in enumerate(draft.choices[:MOST_CHOICES], start=1)
    ]
    buttons = [
        Button(label=str(number), data=data(shown, "dm_mean", number - 1))
        for number in range(1, len(numbered) + 1)
    ]
    words = paragraphs(_known(lang, shown), asked, lines(*numbered))
    return Reply(words=fitted(words), buttons=rows(tuple(buttons), (drop(lang, shown),)))


def who(lang: Language, shown: DutyInTheMaking, said: Words | None) -> Reply:
    """The owners: kinds of unit, and people by office or label."""
    asked = lang.say(
        "Who owes it? Press, or write names as the roster has them, such as {example}.",
        example=lang.label("schools, except Bluestone School"),
    )
    hint = lang.say(
        "Units alone: each unit owes it once. With an office or a label: each of these people."
    )
    kinds = [
        Button(
            label=_ticked(f"{name(one.name, LABEL_LIMIT).plain()} {one.count}", one.is_chosen),
            data=data(shown, "dm_kind", number),
        )
        for number, one in enumerate(shown.kinds)
    ]
    roles = [
        Button(
            label=_ticked(role_name(lang, role), role in shown.draft.audience.roles),
            data=data(shown, "dm_role", number),
        )
        for number, role in enumerate(ROLES)
    ]
    tags = [
        Button(
            label=_ticked("# " + name(tag, LABEL_LIMIT).plain(), tag in shown.draft.audience.tags),
            data=data(shown, "dm_tag", number),
        )
        for number, tag in enumerate(shown.tags)
    ]
    ready = () if shown.draft.audience.is_empty else (_go_on(lang, shown),)
    words = paragraphs(_known(lang, shown), said, asked, hint)
    return Reply(
        words=fitted(words),
        buttons=rows(
            *_in_pairs(kinds), *_in_pairs(roles), *_in_pairs(tags), (*ready, drop(lang, shown))
        ),
    )


def _ticked(label: str, is_chosen: bool) -> str:
    return ("✓ " if is_chosen else "") + label


def _in_pairs(buttons: list[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _go_on(lang: Language, shown: DutyInTheMaking) -> Button:
    return Button(label=lang.label("Go on ›"), data=data(shown, "dm_done", 0))


def drop(lang: Language, shown: DutyInTheMaking) -> Button:
    """Throw the draft away."""
    return Button(label=discard(lang), data=data(shown, "dm_drop", 0))


def data(shown: DutyInTheMaking, verb: str, number: int) -> str:
    """What a button of the dialogue sends back."""
    return press(verb, f"{shown.draft_id}-{number}", shown.version)
