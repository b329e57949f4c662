"""The one message a day."""

from collections.abc import Sequence
from datetime import date

from domain.digest import DigestCard, DigestLine
from domain.notice import NoticeKind
from domain.obligation import Obligation, ObligationState
from texts.labels import more, nudge
from texts.languages import Language
from texts.obligations import (
    duty_and_period,
    item_rows,
    owner_in_unit,
    standing,
    title,
)
from texts.outlooks import what_next
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.terms import election_set, letter_button
from texts.words import Words, bold, lines, name, paragraphs

MOST_ROWS = 12
MOST_NAMES = 10


def digest(lang: Language, card: DigestCard) -> Reply:
    """Everything due, a line and a row of buttons each; what is done is ticked and loses its row.

    A row holds the one thing to do and, behind "more", the item with all that can be done.
    """
    own = [line for line in card.lines if line.kind is NoticeKind.OWN]
    entries: list[Words] = []
    found_rows: list[tuple[Button, ...]] = []
    for number, line in enumerate(own, start=1):
        entries.append(_own_entry(lang, line, card, number))
        if line.obligation:
            found_rows += item_rows(lang, line.obligation, number)
    silent = _by_duty(card)
    if silent:
        numbered = list(enumerate(silent, start=len(own) + 1))
        entries.append(_below_entry(lang, numbered, card))
        found_rows += [_below_row(lang, found, n) for n, found in numbered if _has_open(found)]
    return Reply(
        words=paragraphs(_heading(lang, card), *entries, *_other_entries(lang, card)),
        buttons=rows(
            *found_rows[:MOST_ROWS],
            _review_row(lang, card),
            _last_row(lang, own, silent),
        ),
    )


def _last_row(
    lang: Language, own: list[DigestLine], silent: list[list[Obligation]]
) -> tuple[Button, ...]:
    row = []
    if any(_has_open(found) for found in silent):
        row.append(Button(label=lang.label("Who is missing"), data=press("missing", 0)))
    if row or any(_is_open(line) for line in own):
        row.append(Button(label=lang.label("Why this?"), data=press("why", 0)))
    return tuple(row)


def _waiting(card: DigestCard) -> list[DigestLine]:
    """Reports that wait for the reader's review still."""
    return [
        line
        for line in card.lines
        if line.kind is NoticeKind.REVIEW and line.obligation and line.obligation.is_under_review
    ]


def _review_row(lang: Language, card: DigestCard) -> tuple[Button, ...]:
    count = len(_waiting(card))
    if not count:
        return ()
    return (Button(label=lang.label("Review: {count}", count=count), data=press("reviews", 0)),)


def _heading(lang: Language, card: DigestCard) -> Words:
    if all(_is_settled_well(line) for line in card.lines):
        return bold(lang.say("✅ Everything here is done"))
    day = lang.day(card.heard_on, now_year=card.today.year)
    return bold(lang.say("Due · {day}", day=day))


def _is_settled_well(line: DigestLine) -> bool:
    settled_well = (ObligationState.DONE, ObligationState.EXCUSED)
    return line.obligation is not None and line.obligation.state in settled_well


def _is_open(line: DigestLine) -> bool:
    return line.obligation is not None and line.obligation.state is ObligationState.OPEN


def _own_entry(lang: Language, line: DigestLine, card: DigestCard, number: int) -> Words:
    if line.obligation is None:
        return lang.say("{number}. This item no longer exists.", number=number)
    first = lang.say("{number}. {title}", number=number, title=title(lang, line.obligation))
    is_open = line.obligation.is_owed
    return lines(
        first,
        _stands_in(lang, [line]),
        standing(lang, line.obligation, card.today),
        lang.say("👌 In hand") if is_open and line.is_in_hand else None,
        election_set(lang, line.election, card.today) if is_open and line.election else None,
        what_next(lang, line.outlook, card.today) if is_open and line.outlook else None,
    )


def _by_duty(card: DigestCard) -> list[list[Obligation]]:
    """What units below have not done, one group for each duty, period and last day."""
    groups: dict[tuple[int, str, date], list[Obligation]] = {}
    for line in card.lines:
        if line.kind is NoticeKind.BELOW and (found := line.obligation):
            key = (found.duty_id, found.period_key, found.last_day)
            groups.setdefault(key, []).append(found)
    return list(groups.values())


def _below_entry(
    lang: Language, numbered: list[tuple[int, list[Obligation]]], card: DigestCard
) -> Words:
    entries = [_silent_units(lang, number, found, card) for number, found in numbered]
    below = [line for line in card.lines if line.kind is NoticeKind.BELOW]
    return lines(bold(lang.say("Units below")), _stands_in(lang, below), *entries)


def _stands_in(lang: Language, told: Sequence[DigestLine]) -> Words | None:
    """Whose lines these are while somebody is away."""
    principals = dict.fromkeys(line.stands_in_for for line in told if line.stands_in_for)
    if not principals:
        return None
    return lang.say("🔁 for {names}", names=lang.list_of([name(one) for one in principals]))


def _silent_units(lang: Language, number: int, found: list[Obligation], card: DigestCard) -> Words:
    """Those who are silent on one duty; those that have done it since are ticked."""
    still = [one for one in found if one.state is ObligationState.OPEN]
    done = [one for one in found if one.state is not ObligationState.OPEN]
    return lines(
        lang.say("{number}. {title}", number=number, title=duty_and_period(lang, found[0])),
        _named(lang, still, standing(lang, still[0], card.today)) if still else None,
        _named(lang, done, standing(lang, done[0], card.today)) if done else None,
    )


def _named(lang: Language, found: list[Obligation], standing_: Words) -> Words:
    named = _some(lang, [owner_in_unit(lang, one) for one in found[:MOST_NAMES]], len(found))
    return lang.say("{units}: {standing}", units=named, standing=standing_)


def _some(lang: Language, names: Sequence[Words], total: int) -> Words:
    """The first ones by name, and how many more there are."""
    named = lang.list_of(names)
    rest = total - len(names)
    if not rest:
        return named
    return lang.many("{units} and {count} more", "{units} and {count} more", rest, units=named)


def _has_open(found: list[Obligation]) -> bool:
    return any(one.state is ObligationState.OPEN for one in found)


def _below_row(lang: Language, found: list[Obligation], number: int) -> tuple[Button, ...]:
    duty_id = found[0].duty_id
    still = [one for one in found if one.state is ObligationState.OPEN]
    is_one_term = len(still) == 1 and still[0].is_about_a_term
    letter = (letter_button(lang, still[0].unit.id, number),) if is_one_term else ()
    return (
        *letter,
        Button(label=f"{number} {nudge(lang)}", data=press("nudge_below", duty_id)),
        Button(label=f"{number} {more(lang)}", data=press("below", duty_id)),
    )


def _other_entries(lang: Language, card: DigestCard) -> list[Words]:
    """What is wrong with the way to people: one line for all vacant offices."""
    vacant = [line.unit for line in card.lines if line.kind is NoticeKind.VACANT and line.unit]
    entries = [_lost(lang, line) for line in card.lines if line.kind is NoticeKind.LOST]
    entries += [_list(lang, line) for line in card.lines if line.kind is NoticeKind.CALENDAR]
    if waiting := _waiting(card):
        said = lang.many(
            "📨 {count} report has waited for your review for five working days or more.",
            "📨 {count} reports have waited for your review for five working days or more.",
            len(waiting),
        )
        entries.insert(0, lines(said, _stands_in(lang, waiting)))
    if vacant:
        entries.append(
            lang.say(
                "🪑 {units}: nobody there can be reached. Name a secretary, or hand out a "
                "personal link with /reach.",
                units=_some(lang, [name(unit.name) for unit in vacant[:MOST_NAMES]], len(vacant)),
            )
        )
    return entries


def _lost(lang: Language, line: DigestLine) -> Words:
    unit = name(line.unit.name) if line.unit else lang.say("a unit")
    return lang.say("📵 {unit}: somebody can no longer be reached. See /reach.", unit=unit)


def _list(lang: Language, line: DigestLine) -> Words:
    country, _, year = line.step.partition("-")
    return lang.say(
        "📅 {country}: the holiday list of {year} is not published yet; dates that depend on it "
        "are provisional. Once it is out, send me its file, see /calendar",
        country=lang.country(country),
        year=year,
    )
