"""The annexes of a report: for each figure what it counts, and whether the report says the same."""

from datetime import date
from typing import assert_never

from domain.record_figure import Entry, Figure
from domain.report import Report
from domain.report_document import Annex, AnnexWords, Reference
from texts.cleaning import one_line
from texts.languages import Language
from texts.official import paper_day
from texts.report_forms import section_name
from texts.words import NAME_LIMIT, name

# Number, day, what, unit, what is counted, who said so.
_WIDTHS = (9, 22, 29, 25, 21, 24)
_WITHOUT_COUNT = (9, 22, 39, 36, 24)

_UNKNOWN = "—"


def reference(lang: Language, annex: Annex) -> Reference:
    """Behind a figure, where its entries are."""
    return Reference(
        words=lang.label(", see Annex {number}", number=annex.number), place=_place(annex)
    )


def _place(annex: Annex) -> str:
    return f"annex_{annex.number}"


def annex_words(lang: Language, annex: Annex, report: Report, *, year: int) -> AnnexWords:
    """What the figure counts, line by line; days of the report's own year go without it."""
    label = lang.label("Annex {number}", number=annex.number)
    title = section_name(lang, annex.section).plain()
    comparison = _comparison(lang, annex, report)
    if not annex.figure.entries:
        nothing_there = lang.label("The record has nothing of this in the period.")
        return AnnexWords(
            place=_place(annex), label=label, title=title, said=comparison, notes=(nothing_there,)
        )
    figure = annex.figure.figure
    headings = _headings(lang, figure)
    return AnnexWords(
        place=_place(annex),
        label=label,
        title=title,
        said=comparison,
        headings=headings,
        widths=_WITHOUT_COUNT if figure is Figure.SESSIONS_CANCELLED else _WIDTHS,
        rows=tuple(
            (str(number), *_row(lang, figure, one, year=year))
            for number, one in enumerate(annex.figure.entries, start=1)
        ),
        notes=_notes(lang, annex),
    )


def _comparison(lang: Language, annex: Annex, report: Report) -> str:
    """The report's figure beside that of the record as it is now."""
    answer, recorded = report.answer(annex.section), annex.figure.value
    number, record = name(answer.text), name(recorded or "")
    if not answer.text and recorded is None:
        said = lang.say("Neither the report nor the record has a figure.")
    elif not answer.text:
        said = lang.say("The report gives no figure; the record says {record}.", record=record)
    elif recorded is None:
        said = lang.say(
            "The report says {number}, entered by hand; the record has no figure.", number=number
        )
    elif answer.text == recorded:
        said = lang.say("The report says {number}, as the record does.", number=number)
    elif answer.text == answer.record:
        said = lang.say(
            "The report says {number}, as the record did when the figure was taken; by now the "
            "record says {record}.",
            number=number,
            record=record,
        )
    else:
        said = lang.say(
            "✎ The report says {number}, changed by hand; the record says {record}.",
            number=number,
            record=record,
        )
    return said.plain()


def _headings(lang: Language, figure: Figure) -> tuple[str, ...]:
    number, day, unit = lang.label("No."), lang.label("Date"), lang.label("Unit")
    activity = lang.label("Activity")
    match figure:
        case Figure.SESSIONS_HELD | Figure.ATTENDANCE:
            counted, by = lang.label("Attended"), lang.label("Recorded by")
        case Figure.SESSIONS_MOVED:
            counted, by = lang.label("Planned for"), lang.label("Moved by")
        case Figure.SESSIONS_CANCELLED:
            return (number, day, activity, unit, lang.label("Called off by"))
        case Figure.TALKS_HELD:
            day, activity = lang.label("Due by"), lang.label("Duty")
            counted, by = lang.label("Talks"), lang.label("Recorded by")
        case Figure.REPORTS_IN_TIME | Figure.REPORTS_LATE:
            day, activity = lang.label("Handed in"), lang.label("Report")
            counted, by = lang.label("Due by"), lang.label("Handed in by")
        case _:
            assert_never(figure)
    return (number, day, activity, unit, counted, by)


def _row(lang: Language, figure: Figure, entry: Entry, *, year: int) -> tuple[str, ...]:
    title = one_line(lang.choose(zh=entry.title.zh, en=entry.title.en), NAME_LIMIT)
    day, unit = _day(lang, entry.day, year), one_line(entry.unit, NAME_LIMIT)
    who = _who(lang, entry, year=year)
    if figure is Figure.SESSIONS_CANCELLED:
        return (day, title, unit, who)
    return (day, title, unit, _counted(lang, entry, year=year), who)


def _day(lang: Language, day: date, year: int) -> str:
    return lang.day_of_year(day) if day.year == year else paper_day(lang, day)


def _counted(lang: Language, entry: Entry, *, year: int) -> str:
    if entry.other_day is not None:
        return _day(lang, entry.other_day, year)
    if entry.total is not None:
        came = entry.count or 0
        return lang.label("{came} of {expected}", came=came, expected=entry.total)
    return _UNKNOWN if entry.count is None else str(entry.count)


def _who(lang: Language, entry: Entry, *, year: int) -> str:
    """Nobody where it is not known, and where he is above the reader."""
    if entry.by is None:
        return _UNKNOWN
    who = one_line(entry.by.name, NAME_LIMIT)
    if entry.by.day is None:
        return who
    return lang.label("{name}, {day}", name=who, day=_day(lang, entry.by.day, year))


def _notes(lang: Language, annex: Annex) -> tuple[str, ...]:
    said = []
    figure = annex.figure.figure
    if annex.more:
        said.append(_more(lang, annex))
    if figure is Figure.ATTENDANCE:
        said.append(
            lang.label(
                "Altogether {came} of {expected} attended.",
                came=annex.came,
                expected=annex.expected,
            )
        )
    return tuple(said)


def _more(lang: Language, annex: Annex) -> str:
    """The ledger lists no talks; the chat lists whatever a figure counts."""
    if annex.figure.figure is Figure.TALKS_HELD:
        said = lang.many(
            "{count} more is not listed here: /report shows it under “What it counts”.",
            "{count} more are not listed here: /report shows them under “What it counts”.",
            annex.more,
        )
    else:
        said = lang.many(
            "{count} more is not listed here: /ledger has it.",
            "{count} more are not listed here: /ledger has them all.",
            annex.more,
        )
    return said.plain()
