"""The list of who has not."""

from itertools import groupby

from domain.missing import MissingDuty, MissingPage, Scope
from domain.obligation import Obligation
from texts.cleaning import one_line
from texts.languages import Language
from texts.obligations import duty_and_period, owner_in_unit, standing
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs

MOST_FILTERS = 12
NAME_ON_BUTTON = 13


def missing_list(lang: Language, page: MissingPage) -> Reply:
    """By duty the units that have not, a filter for each duty, and the nudge."""
    if not page.items:
        return _nobody(lang, page)
    entries = [
        lines(bold(heading), *(_entry(lang, item, page) for item in items))
        for heading, items in groupby(page.items, key=lambda item: duty_and_period(lang, item))
    ]
    label = lang.label("📣 Nudge: {count} items", count=page.total)
    if page.total == 1:
        label = lang.label("📣 Nudge: 1 item")
    nudging = Button(label=label, data=press("nudge", page.scope.key))
    return Reply(
        words=paragraphs(_heading(lang, page), *entries),
        buttons=rows(
            *_filters(lang, page),
            page_buttons("missing", page.page, page.pages, subject_id=page.scope.key),
            (nudging, *_to_board(lang, page)),
        ),
    )


def _heading(lang: Language, page: MissingPage) -> Words:
    count = lang.many("{count} not done", "{count} not done", page.total)
    if page.unit is None:
        return bold(count)
    return bold(lang.say("{unit}: {count}", unit=name(page.unit.name), count=count))


def _entry(lang: Language, item: Obligation, page: MissingPage) -> Words:
    return lang.say(
        "• {unit}: {standing}",
        unit=owner_in_unit(lang, item),
        standing=standing(lang, item, page.today),
    )


def _filters(lang: Language, page: MissingPage) -> tuple[tuple[Button, ...], ...]:
    """The duties, three in a row; none where there is nothing to choose."""
    if len(page.duties) < 2:
        return ()
    buttons = [_filter(lang, page, duty) for duty in page.duties[:MOST_FILTERS]]
    if page.scope.duty_id:
        every = Scope(unit_id=page.scope.unit_id, is_told=page.scope.is_told)
        buttons.insert(0, Button(label=lang.label("All"), data=press("missing", every.key, 1)))
    return tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))


def _filter(lang: Language, page: MissingPage, duty: MissingDuty) -> Button:
    short = name(one_line(lang.choose(zh=duty.name.zh, en=duty.name.en), NAME_ON_BUTTON)).plain()
    chosen = "● " if duty.duty_id == page.scope.duty_id else ""
    scope = Scope(unit_id=page.scope.unit_id, duty_id=duty.duty_id, is_told=page.scope.is_told)
    return Button(label=f"{chosen}{short} {duty.total}", data=press("missing", scope.key, 1))


def _to_board(lang: Language, page: MissingPage) -> tuple[Button, ...]:
    if page.unit is None:
        return ()
    return (Button(label=lang.label("Board"), data=press("board", page.unit.id, 1)),)


def _nobody(lang: Language, page: MissingPage) -> Reply:
    words = lang.say("✅ Nothing is missing here.")
    return Reply(words=words, buttons=rows(*_filters(lang, page), _to_board(lang, page)))
