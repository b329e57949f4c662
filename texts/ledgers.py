"""The ledger in the chat: choose a unit and a period, and the file that comes."""

from domain.ledger import (
    MOST_ROWS,
    Format,
    LedgerChoice,
    NothingOfThatName,
    Sheet,
    TooLong,
    UnitsForLedger,
    ledger_key,
)
from domain.period import Period
from domain.unit import Unit
from texts.cleaning import one_line
from texts.languages import Language
from texts.ledger_words import sheet_name
from texts.period_buttons import Shown, kind_buttons, neighbour_buttons
from texts.presses import page_buttons, press, rows
from texts.replies import Attachment, Button, Reply
from texts.words import Words, bold, code, lines, name, paragraphs

NAME_ON_BUTTON = 16
NAME_IN_FILE = 40
# What no file system takes in a name.
_NOT_IN_A_FILE = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


def choice(lang: Language, chosen: LedgerChoice) -> Reply:
    """What would be made, and the way to another unit or period."""
    return _choice(lang, chosen, None)


def being_made(lang: Language, chosen: LedgerChoice) -> Reply:
    """The file is on its way; everything else can be done meanwhile."""
    return _choice(lang, chosen, lang.say("⏳ The file is being made and comes below."))


def _choice(lang: Language, chosen: LedgerChoice, note: Words | None) -> Reply:
    shown = Shown(verb="ledger", subject_key=str(chosen.unit.id), period=chosen.period)
    words = paragraphs(
        lines(
            bold(_titled(lang, chosen.unit, chosen.period)),
            lang.say("With everything below it: {sheets}.", sheets=_sheets(lang)),
        ),
        note or lang.say("Choose the period and the unit, then the kind of file."),
    )
    return Reply(
        words=words,
        buttons=rows(
            kind_buttons(lang, shown, chosen.today),
            neighbour_buttons(lang, shown, chosen.today),
            *_units_below(chosen),
            page_buttons("ledger", chosen.page, chosen.pages, subject_id=chosen.key),
            _above(chosen),
            (
                _make_button(chosen, Format.XLSX, lang.label("📗 Excel")),
                _make_button(chosen, Format.CSV, lang.label("📄 CSV")),
            ),
        ),
    )


def _titled(lang: Language, unit: Unit, period: Period) -> Words:
    return lang.say(
        "Ledger: {unit} · {period}", unit=name(unit.name), period=lang.period_name(period.key)
    )


def _sheets(lang: Language) -> Words:
    return lang.list_of([sheet_name(lang, sheet) for sheet in Sheet])


def _make_button(chosen: LedgerChoice, wanted: Format, label: str) -> Button:
    return Button(label=label, data=press(f"ledger_{wanted.value}", chosen.key))


def _units_below(chosen: LedgerChoice) -> tuple[tuple[Button, ...], ...]:
    buttons = [_unit_button(unit, chosen.period) for unit in chosen.below]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _unit_button(unit: Unit, period: Period, mark: str = "") -> Button:
    label = mark + name(one_line(unit.name, NAME_ON_BUTTON)).plain()
    return Button(label=label, data=press("ledger", ledger_key(unit.id, period), 1))


def _above(chosen: LedgerChoice) -> tuple[Button, ...]:
    return (_unit_button(chosen.above, chosen.period, "⬆️ "),) if chosen.above else ()


def units_to_choose(lang: Language, found: UnitsForLedger) -> Reply:
    """Several units could be meant."""
    buttons = [(_unit_button(unit, found.period),) for unit in found.units]
    return Reply(words=lang.say("Which one do you mean?"), buttons=tuple(buttons))


def nothing_of_that_name(lang: Language, _found: NothingOfThatName) -> Reply:
    """Neither a unit of the reader's nor a period that we know."""
    return Reply(
        words=lang.say(
            "Among your units there is none of that name, or the period is not one that I know. "
            "For example: {example}",
            example=code(lang.label("/ledger Bluestone School 2026-H2")),
        )
    )


def ledger_file(
    lang: Language, unit: Unit, period: Period, *, content: bytes, wanted: Format
) -> Reply:
    """The file."""
    ending = "xlsx" if wanted is Format.XLSX else "zip"
    word = lang.label("Ledger")
    file_name = f"{word}-{_in_file(unit.name)}-{period.key}.{ending}"
    attachment = Attachment(file_name=file_name, content=content)
    words = lines(
        _titled(lang, unit, period),
        lang.say("It holds names: keep it in good hands."),
    )
    return Reply(words=words, attachment=attachment)


def _in_file(unit_name: str) -> str:
    return one_line(unit_name.translate(_NOT_IN_A_FILE), NAME_IN_FILE)


def just_made(lang: Language) -> str:
    """Pressed twice at once: one file is enough."""
    return lang.label("This file is being made already, or stands above.")


def too_long(lang: Language, found: TooLong) -> Reply:
    """More rows than a file may hold."""
    return Reply(
        words=lang.say(
            "The sheet “{sheet}” would have {rows} rows; {most} is the most. Choose a shorter "
            "period or a unit further below.",
            sheet=sheet_name(lang, found.sheet),
            rows=lang.number(found.rows),
            most=lang.number(MOST_ROWS),
        )
    )


def not_made(lang: Language) -> Reply:
    """It took too long, or too much memory."""
    return Reply(
        words=lang.say(
            "The file could not be made. Choose a shorter period or a unit further below."
        )
    )
