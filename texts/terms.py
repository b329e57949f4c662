"""Terms: whose ends when, and the election that begins the next one."""

from datetime import date

from domain.term import (
    MOST_YEARS,
    BadDay,
    Election,
    ElectionStep,
    RecordedTerm,
    Term,
    TermPage,
    TermSheet,
    TermState,
)
from texts import labels
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs

_MARKS = {
    TermState.RUNNING: "🟢",
    TermState.ENDING: "🟡",
    TermState.EXPIRED: "🔴",
    TermState.UNKNOWN: "⚪",
}


def term_list(lang: Language, page: TermPage) -> Reply:
    """Bodies and the ends of their terms, the earliest first."""
    if not page.terms:
        return Reply(words=lang.say("No body with a term is known here."))
    entries, buttons = [], []
    for number, term in enumerate(page.terms, start=1):
        entries.append(_entry(lang, term, number, page.today))
        buttons.append(_line_buttons(lang, term, number, page.today))
    heading = bold(lang.many("{count} term", "{count} terms", page.total))
    turning = page_buttons("terms", page.page, page.pages)
    return Reply(words=paragraphs(heading, lines(*entries)), buttons=rows(*buttons, turning))


def _entry(lang: Language, term: Term, number: int, today: date) -> Words:
    return lang.say(
        "{number}. {mark} {unit}: {standing}",
        number=number,
        mark=_MARKS[term.state(today)],
        unit=name(term.unit.name),
        standing=term_standing(lang, term, today),
    )


def _line_buttons(lang: Language, term: Term, number: int, today: date) -> tuple[Button, ...]:
    word = lang.label("Details")
    details = Button(label=f"{number} {word}", data=press("term", term.unit.id))
    if term.state(today) is TermState.RUNNING:
        return (details,)
    held = Button(label=f"{number} {labels.held(lang)}", data=press("elected", term.unit.id))
    return (details, held)


def term_standing(lang: Language, term: Term, today: date) -> Words:
    """When the term ends and whether it is time to prepare."""
    ends_on = term.ends_on
    if ends_on is None:
        return lang.say("end not known")
    day = lang.day(ends_on, with_year=True)
    match term.state(today):
        case TermState.EXPIRED:
            return lang.say("ended on {day}, election due", day=day)
        case TermState.ENDING:
            return lang.say("ends on {day}, within six months", day=day)
        case _:
            return lang.say("ends on {day}", day=day)


def term_sheet(lang: Language, sheet: TermSheet) -> Reply:
    """One body: its term, those before, and the way to record an election."""
    term = sheet.term
    unit_id = term.unit.id
    undo = press("election_undo", unit_id, sheet.undo_stamp) if sheet.undo_stamp else None
    return Reply(
        words=paragraphs(
            _term_now(lang, term, sheet.today), *(_earlier(lang, sheet.past) if sheet.past else ())
        ),
        buttons=rows(
            (Button(label=labels.undo(lang), data=undo),) if undo else (),
            (
                Button(label=labels.held(lang), data=press("elected", unit_id)),
                Button(label=lang.label("All terms"), data=press("terms", 0, 1)),
            ),
        ),
    )


def _term_now(lang: Language, term: Term, today: date) -> Words:
    began = None
    if term.began_on is not None:
        began = lang.say("began on {day}", day=lang.day(term.began_on, with_year=True))
    length = lang.say("{length} long", length=_length(lang, term.months)) if term.months else None
    mark = _MARKS[term.state(today)]
    standing = lang.say("{mark} {standing}", mark=mark, standing=term_standing(lang, term, today))
    return lines(bold(name(term.unit.name)), standing, began, length)


def _earlier(lang: Language, past: tuple[RecordedTerm, ...]) -> list[Words]:
    entries = [
        lang.say(
            "{first} to {last}",
            first=lang.day(one.began_on, with_year=True),
            last=lang.day(one.ends_on, with_year=True),
        )
        for one in past[:8]
    ]
    return [lines(lang.say("Earlier terms:"), *entries)]


def _length(lang: Language, months: int) -> Words:
    if months % 12:
        return lang.many("{count} month", "{count} months", months)
    return lang.many("{count} year", "{count} years", months // 12)


def election(lang: Language, asked: Election) -> Reply:
    """What is asked next, or what was understood, to be confirmed."""
    match asked.step:
        case ElectionStep.DAY:
            return _ask_day(lang, asked)
        case ElectionStep.YEARS:
            return _ask_years(lang, asked)
        case ElectionStep.CONFIRM:
            return _read_back(lang, asked)


def _ask_day(lang: Language, asked: Election) -> Reply:
    question = lang.say(
        "On which day was the election held? For example: {forms}", forms=_forms(lang)
    )
    return Reply(
        words=paragraphs(_term_now(lang, asked.term, asked.today), question),
        asks=True,
        placeholder=lang.label("Day of the election"),
    )


def _forms(lang: Language) -> str:
    return lang.label("today, 2026-11-20 or Nov 20")


def _ask_years(lang: Language, asked: Election) -> Reply:
    return Reply(
        words=lang.say(
            "How many years does a term of {unit} last? For example: 3",
            unit=name(asked.term.unit.name),
        ),
        asks=True,
        placeholder=lang.label("Years, 1 to {most}", most=MOST_YEARS),
    )


def _read_back(lang: Language, asked: Election) -> Reply:
    following = asked.next_term
    held_on, ends_on = following.began_on, following.ends_on
    body = [
        lang.say("Election held on {day}", day=lang.day(held_on, with_year=True))
        if held_on
        else None,
        lang.say("The new term ends on {day}", day=lang.day(ends_on, with_year=True))
        if ends_on
        else None,
        lang.say("{length} long", length=_length(lang, following.months))
        if following.months
        else None,
    ]
    confirm = press("election_yes", asked.draft_id, asked.version)
    discard = press("election_no", asked.draft_id, asked.version)
    return Reply(
        words=paragraphs(bold(name(asked.term.unit.name)), lines(*body)),
        buttons=(
            (
                Button(label=labels.confirm(lang), data=confirm),
                Button(label=labels.discard(lang), data=discard),
            ),
        ),
    )


def not_understood(lang: Language, asked: Election) -> Reply:
    """The words are no answer."""
    if asked.step is ElectionStep.YEARS:
        words = lang.say("Please give whole years from 1 to {most}, such as 3.", most=MOST_YEARS)
        return Reply(words=words, asks=True)
    words = lang.say("I cannot read a day in this. Write it like: {forms}", forms=_forms(lang))
    return Reply(words=words, asks=True)


def day_refused(lang: Language, asked: Election, day: date, because: BadDay) -> Reply:
    """A day on which no election can have been held."""
    said = lang.day(day, with_year=True)
    if because is BadDay.FUTURE:
        words = lang.say(
            "{day} is still to come. Record the election once it is held; for a day of last year, "
            "write the year too.",
            day=said,
        )
        return Reply(words=words, asks=True)
    began_on = asked.term.began_on
    began = lang.day(began_on, with_year=True) if began_on else "—"
    words = lang.say(
        "The running term began on {began}; an election on {day} cannot follow it.",
        began=began,
        day=said,
    )
    return Reply(words=words, asks=True)


def recorded(lang: Language) -> str:
    """The election is written down."""
    return lang.label("Recorded. The reminders have stopped.")


def taken_back(lang: Language) -> str:
    """The record is gone."""
    return lang.label("Taken back. The former term runs on.")
