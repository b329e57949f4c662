"""Why a message came: the duty, the office, the rung, what comes next and how it ends."""

from collections.abc import Sequence

from domain.delivery import Kind
from domain.ladder import Hearer
from domain.notice import NoticeKind
from domain.obligation import ObligationState
from domain.why import Why, WhyLine
from texts.languages import Language
from texts.obligations import title
from texts.offices import role_name
from texts.replies import Reply
from texts.words import Words, bold, lines, name, paragraphs

MOST_LINES = 8


def why(lang: Language, found: Why) -> Reply:
    """One message explained, line by line."""
    moment = lang.moment(found.sent_at, now_year=found.today.year)
    vacant = [line for line in found.lines if line.kind is NoticeKind.VACANT]
    others = [line for line in found.lines if line.kind is not NoticeKind.VACANT]
    shown = others[:MOST_LINES]
    entries = [_entry(lang, found, line, n) for n, line in enumerate(shown, start=1)]
    rest = len(others) - len(shown)
    if vacant:
        entries.append(_vacancies(lang, vacant, len(entries) + 1))
    return Reply(
        words=paragraphs(
            bold(lang.say("The message of {moment}", moment=moment)),
            _activity(lang, found),
            *entries,
            lang.many("And {count} more like these.", "And {count} more like these.", rest)
            if rest
            else None,
            _how_to_stop(lang, found),
        )
    )


def nothing_yet(lang: Language) -> Reply:
    """The person was never reminded."""
    return Reply(words=lang.say("I have not reminded you of anything yet."))


def _activity(lang: Language, found: Why) -> Words | None:
    if found.kind not in (Kind.INVITATION, Kind.CHECK_IN_OPEN):
        return None
    return lang.say(
        "You are expected at {activity}. Answer it once and no more messages come about it.",
        activity=name(found.activity),
    )


def _entry(lang: Language, found: Why, line: WhyLine, number: int) -> Words:
    if line.obligation is None:
        return lines(_about_people(lang, line, number), _office(lang, line))
    source = lang.choose(zh=line.source.zh, en=line.source.en) if line.source else ""
    return lines(
        lang.say("{number}. {title}", number=number, title=title(lang, line.obligation)),
        lang.say("Source: {source}", source=name(source, 128)) if source else None,
        _office(lang, line),
        _rung(lang, found, line),
        _next(lang, found, line),
    )


def _vacancies(lang: Language, vacant: Sequence[WhyLine], number: int) -> Words:
    """All vacant offices are one line of the message, and one of its explanation."""
    units = list(dict.fromkeys(line.unit.name for line in vacant if line.unit))
    named = [name(unit) for unit in units[:MOST_LINES]]
    rest = len(units) - len(named)
    if rest:
        named.append(lang.many("{count} more", "{count} more", rest))
    said = lang.say(
        "{number}. Once a week, while nobody can be reached in {units} and something is open "
        "there.",
        number=number,
        units=lang.list_of(named or [lang.say("a unit")]),
    )
    return lines(said, _office(lang, vacant[0]))


def _about_people(lang: Language, line: WhyLine, number: int) -> Words:
    unit = name(line.unit.name) if line.unit else lang.say("a unit")
    if line.kind is NoticeKind.CALENDAR:
        return lang.say(
            "{number}. Administrators hear once a week, from November, that a holiday list is "
            "missing.",
            number=number,
        )
    return lang.say(
        "{number}. Somebody in {unit} could no longer be reached.", number=number, unit=unit
    )


def _office(lang: Language, line: WhyLine) -> Words:
    if line.is_personal:
        return lang.say("It came to you because you owe it yourself.")
    if line.office is None:
        return lang.say("It came to you by an office that you no longer hold.")
    if line.office.stands_in_for:
        return lang.say(
            "It came to you because you stand in for {name}, {role} of {unit}.",
            name=name(line.office.stands_in_for),
            role=role_name(lang, line.office.role),
            unit=name(line.office.unit_name),
        )
    return lang.say(
        "It came to you as {role} of {unit}.",
        role=role_name(lang, line.office.role),
        unit=name(line.office.unit_name),
    )


def _rung(lang: Language, found: Why, line: WhyLine) -> Words:
    """Which step of the ladder spoke; its key ends in its number."""
    if line.kind is NoticeKind.NUDGE:
        if not found.asker:
            return lang.say("When: an officer above asked.")
        return lang.say("When: {name} asked.", name=name(found.asker))
    if line.step == "tomorrow":
        return lang.say("When: you had put it off to this day.")
    if line.kind is NoticeKind.REVIEW:
        return lang.say("When: a report has waited for your review for five working days.")
    family, _, last = line.step.rpartition("-")
    count = int("".join(digit for digit in last if digit.isdigit()) or 0)
    if family == "before" and count == 0:
        return lang.say("When: on the last day, or the working day before.")
    if family == "before":
        return lang.many(
            "When: {count} day before the end, or the working day before that.",
            "When: {count} days before the end, or the working day before that.",
            count,
        )
    if family == "after":
        return lang.many(
            "When: {count} working day after the end.",
            "When: {count} working days after the end.",
            count,
        )
    if family == "term":
        return lang.many(
            "When: {count} month before the term ends.",
            "When: {count} months before the term ends.",
            count,
        )
    if family in ("term-week", "term-month"):
        return lang.say("When: from time to time since the term ended.")
    return lang.say("When: the unit was silent, so the level above is told.")


def _next(lang: Language, found: Why, line: WhyLine) -> Words:
    if line.obligation is None or line.obligation.state is not ObligationState.OPEN:
        return lang.say("Next: nothing, it is settled.")
    if line.next_step is None:
        return lang.say("Next: no further reminder; it stays open.")
    day = lang.day(line.next_step.on, now_year=found.today.year)
    if line.next_step.hearer is Hearer.OWNER and line.is_personal:
        return lang.say("Next, if it is not done: a reminder to you on {day}.", day=day)
    if line.next_step.hearer is Hearer.OWNER:
        return lang.say("Next, if it is not done: a reminder to the unit on {day}.", day=day)
    superior = name(line.superior.name) if line.superior else lang.say("the level above")
    return lang.say(
        "Next, if it is not done: {superior} is told on {day}.", superior=superior, day=day
    )


def _how_to_stop(lang: Language, found: Why) -> Words:
    if not found.lines:
        return lang.say("If this is not yours, ask your administrator.")
    return lang.say(
        "It stops as soon as it is done. /settings changes the hour of the daily message. If this "
        "is not yours, ask your administrator."
    )
