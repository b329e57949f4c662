"""The dialogue of somebody who will be away, and why something cannot be arranged so."""

from datetime import date

from domain.away import Away, AwayPlan, AwayRefusal, Candidate
from texts import labels
from texts.aways import spoken_days, who
from texts.languages import Language
from texts.offices import office
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import bold, lines, name, paragraphs


def plan(lang: Language, found: AwayPlan) -> Reply:
    """What is asked next, or everything read back."""
    if found.first_day is None or found.last_day is None:
        return Reply(
            words=lang.say(
                "From which day to which are you away? Write it such as 10-24 Dec. "
                "/cancel ends this."
            ),
            asks=True,
            placeholder=lang.label("10-24 Dec"),
        )
    days = spoken_days(lang, found.first_day, found.last_day, found.today)
    if found.deputy is None:
        return Reply(
            words=paragraphs(bold(days), lang.say("Who stands in? Press a name or write one.")),
            buttons=_candidates(lang, found),
        )
    unit = _where(lang, found.deputy)
    return Reply(
        words=paragraphs(
            bold(days),
            lang.say(
                "{deputy} ({unit}) stands in for you. All reminders, reviews and what climbs to "
                "you go there, with your rights; administrator rights stay with you.",
                deputy=name(found.deputy.name),
                unit=name(unit),
            ),
            lines(*(office(lang, one) for one in found.offices)),
            lang.say("It takes effect once {name} has agreed.", name=name(found.deputy.name)),
        ),
        buttons=(
            (
                Button(
                    label=labels.confirm(lang),
                    data=press("away_ok", found.draft_id, found.version),
                ),
                _drop(lang, found),
            ),
        ),
    )


def _candidates(lang: Language, found: AwayPlan) -> tuple[tuple[Button, ...], ...]:
    names = [one.name for one in found.candidates]
    buttons = [
        Button(
            label=_label(one.name, _where(lang, one) if names.count(one.name) > 1 else ""),
            data=press("away_deputy", f"{found.draft_id}-{one.person_id}"),
        )
        for one in found.candidates
    ]
    pairs = (tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return rows(*pairs, (_drop(lang, found),))


def _where(lang: Language, one: Candidate) -> str:
    return one.unit_name or lang.label("outside your units")


def _label(person: str, unit: str) -> str:
    short = name(person, 18).plain()
    return f"{name(person, 9).plain()} {name(unit, 9).plain()}" if unit else short


def _drop(lang: Language, found: AwayPlan) -> Button:
    return Button(label=labels.discard(lang), data=press("away_drop", found.draft_id))


def nobody_named(lang: Language, found: AwayPlan) -> Reply:
    """Nobody of that name is connected and near enough."""
    words = lang.say(
        "I find nobody of that name who is connected, or several. Write the full name as the "
        "roster has it, or the ID."
    )
    asked = plan(lang, found)
    return Reply(
        words=paragraphs(words, asked.words),
        buttons=asked.buttons,
        asks=asked.asks,
        placeholder=asked.placeholder,
    )


def asked(lang: Language, one: Away, today: date) -> Reply:
    """The deputy has the question now."""
    return Reply(
        words=paragraphs(
            who(lang, one, today),
            lang.say(
                "{name} is asked. Until the answer comes everything still comes to you.",
                name=name(one.deputy),
            ),
        )
    )


def dropped(lang: Language) -> Reply:
    """Nothing was arranged."""
    return Reply(words=lang.say("Nothing was arranged."))


def refused_briefly(lang: Language) -> str:
    """The reason follows in a message."""
    return lang.label("That is not possible.")


def refused(lang: Language, why: AwayRefusal, because_of: Away | None) -> Reply:
    """Why it cannot be arranged so."""
    match why:
        case AwayRefusal.NO_OFFICE:
            words = lang.say(
                "You hold no office that somebody could stand in for; administrator rights are "
                "never handed over."
            )
        case AwayRefusal.SELF:
            words = lang.say("Nobody stands in for himself.")
        case AwayRefusal.PAST:
            words = lang.say(
                "These days are over, or the last one lies before the first. Send the days again, "
                "from today on."
            )
        case AwayRefusal.TOO_LONG:
            words = lang.say(
                "That is too long or too far ahead: at most half a year, within the next year."
            )
        case AwayRefusal.OVERLAP:
            words = lang.say("For some of these days something is arranged already: /away")
        case AwayRefusal.STANDS_IN:
            person = name(because_of.person) if because_of else lang.say("Somebody")
            words = lang.say(
                "On some of these days you stand in for {name}. End that first: /away", name=person
            )
        case AwayRefusal.DEPUTY_AWAY:
            words = lang.say("That person is away on some of these days too. Choose another one.")
        case AwayRefusal.UNREACHABLE:
            words = lang.say("That person cannot be reached now. Choose another one.")
    return Reply(words=words)
