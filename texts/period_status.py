"""What was due in a period, compared unit by unit: one message that is edited in place."""

from dataclasses import replace

from domain.audience import OwnerKind
from domain.period_status import (
    ComparedUnit,
    Filter,
    FilterChoice,
    PeriodBoard,
    PeriodScope,
    RecordPage,
    due,
)
from domain.status import DutyLine, Mark, Tally
from texts.board_pictures import share
from texts.cleaning import one_line
from texts.languages import Language
from texts.obligations import duty_and_period, owner_in_unit, standing
from texts.period_buttons import Shown, kind_buttons, neighbour_buttons
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.status import SYMBOLS
from texts.words import Words, bold, fitted, in_a_row, lines, name, our_own, paragraphs

LABEL = 20


def period_board(lang: Language, page: PeriodBoard) -> Reply:
    """The sums, the duties, and the units in the order of what is done."""
    compared = [_line(lang, one) for one in page.compared]
    return Reply(
        words=fitted(
            paragraphs(
                lines(bold(_heading(lang, page)), _narrowed(lang, page)),
                _sums(lang, page),
                lines(*compared) if compared else None,
            )
        ),
        buttons=_buttons(lang, page),
    )


def _heading(lang: Language, page: PeriodBoard) -> Words:
    period = lang.period_name(page.scope.period.key)
    return lang.say("{unit} · due in {period}", unit=name(page.unit.name), period=period)


def _narrowed(lang: Language, page: PeriodBoard) -> Words | None:
    said = []
    if page.duty:
        said.append(name(lang.choose(zh=page.duty.zh, en=page.duty.en)))
    if page.kind:
        said.append(lang.say("every {kind} below", kind=name(page.kind)))
    return in_a_row([one for said_one in said for one in (our_own(" · "), said_one)][1:]) or None


def _sums(lang: Language, page: PeriodBoard) -> Words:
    if not due(page.whole):
        return lang.say("Nothing was due here in this period.")
    duties = [] if page.duty else [_duty(lang, line) for line in page.duties]
    return lines(lang.say("In all: {tally}", tally=_tally(page.whole)), *duties)


def _duty(lang: Language, line: DutyLine) -> Words:
    called = name(lang.choose(zh=line.name.zh, en=line.name.en))
    tally = _tally(line.tally)
    if line.owner is OwnerKind.UNIT:
        return lang.say("{duty}: {tally}", duty=called, tally=tally)
    return lang.say("{duty} (people): {tally}", duty=called, tally=tally)


def _tally(tally: Tally) -> Words:
    said = f"✅ {tally.done}/{due(tally)} ({share(tally.done, due(tally))})"
    still = f" · {SYMBOLS[Mark.OPEN]} {tally.open}" if tally.open else ""
    late = f" · {SYMBOLS[Mark.OVERDUE]} {tally.overdue}" if tally.overdue else ""
    return our_own(said + still + late)


def _line(lang: Language, one: ComparedUnit) -> Words:
    if one.rank is None:
        return lang.say("– {unit}: nothing was due", unit=name(one.unit.name))
    return lang.say(
        "{rank}. {unit}: {tally}",
        rank=one.rank,
        unit=name(one.unit.name),
        tally=_tally(one.tally),
    )


def _buttons(lang: Language, page: PeriodBoard) -> tuple[tuple[Button, ...], ...]:
    scope = page.scope
    shown = Shown(verb="period", subject_key=scope.subject_key, period=scope.period)
    units = [_to_unit(scope, one) for one in page.compared]
    return rows(
        *(tuple(units[at : at + 2]) for at in range(0, len(units), 2)),
        page_buttons("period", page.page, page.pages, subject_id=scope.key),
        kind_buttons(lang, shown, page.today),
        neighbour_buttons(lang, shown, page.today),
        (
            Button(label=lang.label("Duty"), data=press("period_duty", scope.key, 1)),
            *(
                [Button(label=lang.label("Kind of unit"), data=press("period_kind", scope.key, 1))]
                if page.has_kinds
                else []
            ),
            Button(label=lang.label("One by one"), data=press("records", scope.key, 1)),
        ),
        _ways_out(lang, page),
    )


def _to_unit(scope: PeriodScope, one: ComparedUnit) -> Button:
    there = replace(scope, unit_id=one.unit.id, kind_id=0)
    mark = f"{SYMBOLS[one.tally.mark]} " if one.tally.mark else ""
    label = mark + name(one_line(one.unit.name, LABEL - 4)).plain()
    return Button(label=label, data=press("period", there.key, 1))


def _ways_out(lang: Language, page: PeriodBoard) -> tuple[Button, ...]:
    now = Button(label=lang.label("Now"), data=press("board", page.unit.id, 1))
    if page.above is None:
        return (now,)
    there = replace(page.scope, unit_id=page.above.id, kind_id=0)
    label = f"⬆️ {name(one_line(page.above.name, LABEL - 4)).plain()}"
    return (Button(label=label, data=press("period", there.key, 1)), now)


def filter_choice(lang: Language, choice: FilterChoice) -> Reply:
    """A button for each duty or kind, and one for all."""
    scope = choice.scope
    is_duty = choice.by is Filter.DUTY
    none = lang.label("All duties") if is_duty else lang.label("The level below")
    found = [(one, lang.choose(zh=called.zh, en=called.en)) for one, called in choice.options]
    buttons = [
        (
            Button(
                label=name(one_line(label, LABEL)).plain(),
                data=press("period", _narrowed_to(scope, choice.by, one).key, 1),
            ),
        )
        for one, label in ((0, none), *found)
    ]
    verb = "period_duty" if is_duty else "period_kind"
    turning = page_buttons(verb, choice.page, choice.pages, subject_id=scope.key)
    asked = lang.say("Which duty?") if is_duty else lang.say("Compare which units?")
    return Reply(words=asked, buttons=rows(*buttons, turning))


def _narrowed_to(scope: PeriodScope, by: Filter, one: int) -> PeriodScope:
    return replace(scope, duty_id=one) if by is Filter.DUTY else replace(scope, kind_id=one)


def record_page(lang: Language, page: RecordPage) -> Reply:
    """What counts in one unit itself, one by one; each line opens its record."""
    period = lang.period_name(page.scope.period.key)
    said = [
        lang.say(
            "{number}. {title}: {standing}",
            number=at,
            title=owner_in_unit(lang, one) if one.person_id else duty_and_period(lang, one),
            standing=standing(lang, one, page.today),
        )
        for at, one in enumerate(page.items, start=1)
    ]
    buttons = [
        Button(
            label=f"{at} ›",
            data=press("record", f"{one.id}-{page.scope.period.key}", 1),
        )
        for at, one in enumerate(page.items, start=1)
    ]
    heading = lang.say("{unit} itself · due in {period}", unit=name(page.unit.name), period=period)
    nothing = lang.say("Nothing was due here in this period.")
    return Reply(
        words=fitted(paragraphs(bold(heading), lines(*said) if said else nothing)),
        buttons=rows(
            *(tuple(buttons[at : at + 4]) for at in range(0, len(buttons), 4)),
            page_buttons("records", page.page, page.pages, subject_id=page.scope.key),
            (Button(label=lang.label("‹ Back"), data=press("period", page.scope.key, 1)),),
        ),
    )
