"""The one message a day."""

from domain.digest import DigestCard, DigestLine
from domain.notice import NoticeKind
from domain.obligation import ObligationState
from texts.languages import Language
from texts.obligations import action_button, standing, title
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs

MOST_BUTTONS = 16


def digest(lang: Language, card: DigestCard) -> Reply:
    """Everything due, a line and a button each; what is done is ticked and loses its button."""
    own = [line for line in card.lines if line.kind is NoticeKind.OWN]
    below = [line for line in card.lines if line.kind is NoticeKind.BELOW]
    others = [line for line in card.lines if line.kind in (NoticeKind.VACANT, NoticeKind.LOST)]
    entries: list[Words] = []
    buttons: list[Button] = []
    for number, line in enumerate(own, start=1):
        entries.append(_own_entry(lang, line, card, number))
        if line.obligation and (button := action_button(lang, line.obligation, number)):
            buttons.append(button)
    if below:
        entries.append(_below_entry(lang, below, card))
        buttons += _below_buttons(lang, below)
    entries += [_other_entry(lang, line) for line in others]
    shown = buttons[:MOST_BUTTONS]
    rows = [tuple(shown[at : at + 2]) for at in range(0, len(shown), 2)]
    if any(_is_open(line) for line in own):
        rows.append((Button(label=lang.label("Why this?"), data=press("why", 0)),))
    return Reply(words=paragraphs(_heading(lang, card), *entries), buttons=tuple(rows))


def _heading(lang: Language, card: DigestCard) -> Words:
    if not any(_is_open(line) or line.obligation is None for line in card.lines):
        return bold(lang.say("✅ Everything here is done"))
    day = lang.day(card.today, now_year=card.today.year)
    return bold(lang.say("Due · {day}", day=day))


def _is_open(line: DigestLine) -> bool:
    return line.obligation is not None and line.obligation.state is ObligationState.OPEN


def _own_entry(lang: Language, line: DigestLine, card: DigestCard, number: int) -> Words:
    if line.obligation is None:
        return lang.say("{number}. This item no longer exists.", number=number)
    first = lang.say("{number}. {title}", number=number, title=title(lang, line.obligation))
    return lines(first, standing(lang, line.obligation, card.today), _what_next(lang, line, card))


def _what_next(lang: Language, line: DigestLine, card: DigestCard) -> Words | None:
    """Say beforehand what happens if nothing is done."""
    if line.next_step is None or line.superior is None:
        return None
    if line.obligation is None or not line.obligation.is_owed:
        return None
    return lang.say(
        "If nothing is done by then, {superior} is told on {day}.",
        superior=name(line.superior.name),
        day=lang.day(line.next_step.on, now_year=card.today.year),
    )


def _below_entry(lang: Language, below: list[DigestLine], card: DigestCard) -> Words:
    entries = [
        lang.say(
            "• {title}: {standing}",
            title=title(lang, line.obligation),
            standing=standing(lang, line.obligation, card.today),
        )
        for line in below
        if line.obligation is not None
    ]
    return lines(bold(lang.say("From below")), *entries)


def _below_buttons(lang: Language, below: list[DigestLine]) -> list[Button]:
    if not any(_is_open(line) for line in below):
        return []
    return [Button(label=lang.label("Who is missing"), data=press("missing", 0))]


def _other_entry(lang: Language, line: DigestLine) -> Words:
    unit = name(line.unit.name) if line.unit else lang.say("a unit")
    if line.kind is NoticeKind.VACANT:
        return lang.say(
            "🪑 {unit}: nobody can be reached there. Name a secretary or hand out a personal "
            "link with /reach.",
            unit=unit,
        )
    return lang.say("📵 {unit}: somebody can no longer be reached. See /reach.", unit=unit)
