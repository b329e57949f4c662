"""Terms: whose ends when, and how one body stands."""

from datetime import date

from domain.bilingual import NO_NAME
from domain.election_rule import ElectionPlan
from domain.term import Extension, RecordedTerm, Term, TermState, longest_extension
from domain.term_answer import AnswerKind
from domain.term_sheet import TermPage, TermSheet
from domain.unit import Unit
from texts import labels
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs

MARKS = {
    TermState.RUNNING: "🟢",
    TermState.ENDING: "🟡",
    TermState.EXTENDED: "🔵",
    TermState.EXPIRED: "🔴",
    TermState.OVERDUE: "🔴",
    TermState.UNKNOWN: "⚪",
}
QUIET_STATES = (TermState.RUNNING, TermState.EXTENDED)
NAME_ON_BUTTON = 18
MOST_NAMES = 6


def term_list(lang: Language, page: TermPage) -> Reply:
    """Bodies and the ends of their terms, the earliest first."""
    if not page.terms:
        return Reply(words=lang.say("No body with a term is known here."))
    entries, buttons = [], []
    for number, term in enumerate(page.terms, start=1):
        entries.append(_entry(lang, page, term, number))
        buttons.append(_line_buttons(lang, term, number, page.today))
    unit_id = page.unit.id if page.unit else 0
    turning = page_buttons("terms", page.page, page.pages, subject_id=unit_id)
    ledger = Button(label=lang.label("📄 Ledger"), data=press("term_ledger", unit_id))
    return Reply(
        words=paragraphs(_heading(lang, page), lines(*entries)),
        buttons=rows(*buttons, turning, (ledger,)),
    )


def _heading(lang: Language, page: TermPage) -> Words:
    count = lang.many("{count} term", "{count} terms", page.total)
    if page.unit is None:
        return bold(count)
    return bold(lang.say("{unit}: {terms}", unit=name(page.unit.name), terms=count))


def units_to_choose(lang: Language, found: tuple[Unit, ...]) -> Reply:
    """Several units have such a name."""
    buttons = [
        (Button(label=name(unit.name, NAME_ON_BUTTON).plain(), data=press("terms", unit.id, 1)),)
        for unit in found
    ]
    return Reply(words=lang.say("Which one do you mean?"), buttons=tuple(buttons))


def _entry(lang: Language, page: TermPage, term: Term, number: int) -> Words:
    said = lang.say(
        "{number}. {mark} {unit}: {standing}",
        number=number,
        mark=MARKS[term.state(page.today)],
        unit=name(term.unit.name),
        standing=term_standing(lang, term, page.today),
    )
    return lines(said, *([acting(lang, held)] if (held := page.acting.get(term.unit.id)) else []))


def acting(lang: Language, held: tuple[str, ...]) -> Words:
    """Those who sit on although the term is over."""
    named = lang.list_of([name(one) for one in held[:MOST_NAMES]])
    return lang.say("Acting since the term is over: {names}", names=named)


def _line_buttons(lang: Language, term: Term, number: int, today: date) -> tuple[Button, ...]:
    word = lang.label("Details")
    details = Button(label=f"{number} {word}", data=press("term", term.unit.id))
    if term.state(today) in QUIET_STATES:
        return (details,)
    held = Button(label=f"{number} {labels.held(lang)}", data=press("elected", term.unit.id))
    return (details, held)


def term_standing(lang: Language, term: Term, today: date) -> Words:
    """When the term ends and whether it is time to prepare."""
    due_on = term.due_on
    if due_on is None or term.ends_on is None:
        return lang.say("end not known")
    day = lang.day(due_on, with_year=True)
    match term.state(today):
        case TermState.OVERDUE:
            return lang.say("⚠️ overdue, ended on {day}", day=day)
        case TermState.EXPIRED:
            return lang.say("ended on {day}, election due", day=day)
        case TermState.EXTENDED:
            return lang.say("extended until {day}", day=day)
        case TermState.ENDING:
            return lang.say("ends on {day}, within six months", day=day)
        case _:
            return lang.say("ends on {day}", day=day)


def term_sheet(lang: Language, sheet: TermSheet) -> Reply:
    """One body: its term, those before, and what may be answered."""
    return Reply(
        words=paragraphs(
            term_now(lang, sheet.term, sheet.today),
            _in_office(lang, sheet),
            election_set(lang, sheet.plan, sheet.today) if sheet.plan else None,
            _source(lang, sheet),
            *(_earlier(lang, sheet.past) if sheet.past else ()),
        ),
        buttons=rows(_undo(lang, sheet), *_answers(lang, sheet), _elsewhere(lang, sheet)),
    )


def _undo(lang: Language, sheet: TermSheet) -> tuple[Button, ...]:
    if sheet.undo_stamp:
        data = press("election_undo", sheet.term.unit.id, sheet.undo_stamp)
        return (Button(label=labels.undo(lang), data=data),)
    if sheet.undo_id:
        return (Button(label=labels.undo(lang), data=press("term_undo", sheet.undo_id)),)
    return ()


def _answers(lang: Language, sheet: TermSheet) -> tuple[tuple[Button, ...], ...]:
    unit_id = sheet.term.unit.id
    planned = lang.label("Move the election") if sheet.plan else lang.label("Election on …")
    answering = [(AnswerKind.PLANNED, planned)]
    if sheet.term.ends_on is not None:
        answering.append((AnswerKind.EXTENDED, lang.label("Extended until …")))
    if sheet.holders:
        answering.append((AnswerKind.VACATED, lang.label("Office left")))
    buttons = [Button(label=labels.held(lang), data=press("elected", unit_id))]
    buttons += [
        Button(label=label, data=press("term_say", f"{unit_id}-{kind.value}"))
        for kind, label in answering
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _elsewhere(lang: Language, sheet: TermSheet) -> tuple[Button, ...]:
    unit_id = sheet.term.unit.id
    buttons = [Button(label=lang.label("All terms"), data=press("terms", 0, 1))]
    if sheet.rule.checklist:
        buttons.append(Button(label=lang.label("☑️ List"), data=press("term_list", unit_id)))
    if sheet.may_remind and sheet.term.due_on is not None:
        buttons.append(letter_button(lang, unit_id))
    return tuple(buttons)


def letter_button(lang: Language, unit_id: int, number: int | None = None) -> Button:
    """The way to the letter of reminder, numbered like its line."""
    label = lang.label("✉️ Letter")
    text = label if number is None else f"{number} {label}"
    return Button(label=text, data=press("term_letter", unit_id))


def _in_office(lang: Language, sheet: TermSheet) -> Words | None:
    """Whoever sits on after the end is acting; an empty chair is said too."""
    if not sheet.holders:
        return lang.say("🪑 nobody holds an office here")
    if sheet.is_acting:
        return acting(lang, tuple(one.name for one in sheet.holders))
    named = lang.list_of([name(one.name) for one in sheet.holders[:MOST_NAMES]])
    return lang.say("In office: {names}", names=named)


def election_set(lang: Language, plan: ElectionPlan, today: date) -> Words:
    """The day that is set, and what is to be done first."""
    said = lang.say("🗳 election on {day}", day=lang.day(plan.election_on, now_year=today.year))
    if plan.next_step is None:
        return said
    step, day = plan.next_step
    following = lang.say(
        "Next: {step} by {day}",
        step=name(lang.choose(zh=step.name.zh, en=step.name.en)),
        day=lang.day(day, now_year=today.year),
    )
    return lines(said, following)


def _source(lang: Language, sheet: TermSheet) -> Words | None:
    """Where the length is written, for whoever has to set it right."""
    if sheet.source == NO_NAME:
        return None
    return lang.say("Source: {source}", source=lang.choose(zh=sheet.source.zh, en=sheet.source.en))


def term_now(lang: Language, term: Term, today: date) -> Words:
    """The body with its term, as far as it is known."""
    began = None
    if term.began_on is not None:
        began = lang.say("began on {day}", day=lang.day(term.began_on, with_year=True))
    length = lang.say("{length} long", length=length_of(lang, term.months)) if term.months else None
    mark = MARKS[term.state(today)]
    standing = lang.say("{mark} {standing}", mark=mark, standing=term_standing(lang, term, today))
    extension = _extension(lang, term, term.extension) if term.extension else None
    return lines(bold(name(term.unit.name)), standing, extension, began, length)


def _extension(lang: Language, term: Term, extension: Extension) -> Words:
    approved = approval(lang, extension.approved_by, extension.approved_on)
    return lines(approved, long_extension(lang, term, extension.until))


def approval(lang: Language, by: str, on: date | None) -> Words:
    """Who approved, and when."""
    day = lang.day(on, with_year=True) if on else "—"
    return lang.say("approved by {body} on {day}", body=name(by), day=day)


def long_extension(lang: Language, term: Term, until: date) -> Words | None:
    """A warning: longer than is usual."""
    if term.ends_on is None or until <= longest_extension(term.ends_on):
        return None
    return lang.say("⚠️ More than a year beyond the end; usually a year is the most.")


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


def length_of(lang: Language, months: int) -> Words:
    """Years and months."""
    years, rest = divmod(months, 12)
    if not rest:
        return lang.many("{count} year", "{count} years", years)
    said = lang.many("{count} month", "{count} months", rest)
    if not years:
        return said
    whole = lang.many("{count} year", "{count} years", years)
    return lang.say("{years} {months}", years=whole, months=said)
