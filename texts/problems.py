"""A problem: what is asked, what was told, and what the officer above is shown."""

from domain.obligation import Obligation
from domain.problem import MOST_WORDS, Problem, ProblemCard, ProblemReason
from domain.ruling import Target
from texts import labels
from texts.languages import Language
from texts.obligations import standing, title
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs

# What a button under a message of the outbox carries: answer with a message of its own.
BELOW = "below"


def reason_words(lang: Language, reason: ProblemReason) -> str:
    """A reason in a word or two, as on its button."""
    match reason:
        case ProblemReason.TIME:
            return lang.label("Not enough time")
        case ProblemReason.PEOPLE:
            return lang.label("People are missing")
        case ProblemReason.MATERIAL:
            return lang.label("Material is missing")
        case ProblemReason.OTHER:
            return lang.label("Something else")


def ask_reason(lang: Language, obligation: Obligation) -> Reply:
    """What is the problem?"""
    buttons = [
        Button(
            label=reason_words(lang, reason),
            data=press("problem_is", f"{obligation.id}-{reason.value}", obligation.version),
        )
        for reason in ProblemReason
    ]
    back = Button(label=lang.label("Back"), data=press("item", obligation.id, 1))
    return Reply(
        words=paragraphs(
            bold(title(lang, obligation)),
            lang.say("What is the problem? Only the officer above reads it, once."),
        ),
        buttons=rows(*(tuple(buttons[at : at + 2]) for at in (0, 2)), (back,)),
    )


def ask_words(lang: Language) -> Reply:
    """The next message is for the officer above."""
    return Reply(
        words=lang.say(
            "Write it in a few words. Only the officer above reads them; /cancel ends this."
        ),
        asks=True,
        placeholder=lang.label("The problem in a few words"),
    )


def words_needed(lang: Language) -> Reply:
    """A picture or a file does not say it."""
    return Reply(words=lang.say("Please write it in words. /cancel ends this."), asks=True)


def too_long(lang: Language, excess: int) -> Reply:
    """Shorter, please."""
    return Reply(
        words=lang.many(
            "That is {count} character too long. Please say it shorter.",
            "That is {count} characters too long. Please say it shorter.",
            excess,
        ),
        asks=True,
    )


def told(lang: Language) -> str:
    """The officer above hears of it."""
    return lang.label("The officer above is told.")


def problem_words(lang: Language, problem: Problem) -> Words:
    """What was said, as one line."""
    if problem.words:
        return lang.say("⚠ Problem: {words}", words=problem.words)
    return lang.say("⚠ Problem: {words}", words=reason_words(lang, problem.reason))


def problem_card(lang: Language, card: ProblemCard) -> Reply:
    """For the officer above alone: who says what about which obligation."""
    owed, problem = card.obligation, card.problem
    said = name(problem.words or reason_words(lang, problem.reason), MOST_WORDS)
    seen = lang.say("👀 seen by {name}", name=name(problem.seen_by)) if problem.seen_by else None
    return Reply(
        words=paragraphs(
            bold(lang.say("⚠ {name} has a problem", name=name(problem.by))),
            lines(title(lang, owed), standing(lang, owed, card.today)),
            said,
            seen,
        ),
        buttons=_buttons(lang, card),
    )


def _buttons(lang: Language, card: ProblemCard) -> tuple[tuple[Button, ...], ...]:
    owed, problem = card.obligation, card.problem
    if not owed.is_owed:
        return ()
    # This message is brought up to date by itself, so what is pressed here is answered below it.
    target = f"{Target(obligation_id=owed.id).key}-{BELOW}"
    ruling = (
        Button(label=f"🕓 {labels.extend(lang)}", data=press("extend", target, owed.version)),
        Button(label=f"🕊 {labels.excuse(lang)}", data=press("waive", target, owed.version)),
    )
    seen = Button(label=f"👌 {labels.in_hand(lang)}", data=press("problem_seen", problem.id))
    return rows(ruling if card.may_rule else (), () if problem.seen_by else (seen,))
