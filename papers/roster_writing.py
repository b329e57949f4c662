"""Write a roster as a workbook that the import reads back word for word."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from domain.roster import Column, Roster, RosterOffice, RosterPerson, RosterUnit, Sheet
from papers.cell_values import MONTHS_A_YEAR
from papers.roster_words import (
    COLUMNS,
    KIND_EXAMPLES,
    LANGUAGE_WORDS,
    ROLE_WORDS,
    SHEET_WORDS,
    Language,
)
from papers.workbook_cells import MAX_ROWS

CellOut = str | float | date | None

WIDTHS = {
    Column.CODE: 10,
    Column.NAME: 28,
    Column.KIND: 14,
    Column.PARENT: 28,
    Column.TERM_BEGAN: 14,
    Column.TERM_YEARS: 12,
    Column.UNIT: 28,
    Column.OFFICE: 22,
    Column.OFFICE_UNIT: 28,
    Column.TAGS: 24,
    Column.LANGUAGE: 12,
}
DATE_FORMAT = "yyyy-mm-dd"
JOINT = {"zh": "、", "en": ", "}


def write_roster(roster: Roster, language: Language) -> bytes:
    """Both sheets with headings in this language; every cell of text is text, never a formula."""
    paper = BytesIO()
    with RosterBook(paper, language) as book:
        book.add_roster(roster)
    return paper.getvalue()


class RosterBook:
    """A workbook under way, in one language; closing it writes it."""

    def __init__(self, paper: BytesIO, language: Language) -> None:
        import xlsxwriter  # Late: only exports need it.

        self.language = language
        self.book: Any = xlsxwriter.Workbook(
            paper, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self.bold = self.book.add_format({"bold": True, "bottom": 1, "bg_color": "#EFEFEF"})
        self.wrapped = self.book.add_format({"text_wrap": True, "valign": "top"})
        self._day = self.book.add_format({"num_format": DATE_FORMAT, "align": "left"})
        self._text = self.book.add_format({"num_format": "@"})

    def __enter__(self) -> "RosterBook":
        return self

    def __exit__(self, *_: object) -> None:
        self.book.close()

    def add_roster(self, roster: Roster) -> None:
        units = [unit_cells(unit) for unit in roster.units]
        people = [person_cells(person, self.language) for person in roster.people]
        self._add_sheet(Sheet.UNITS, units)
        self._add_sheet(Sheet.PEOPLE, people)

    def _add_sheet(self, sheet: Sheet, rows: Sequence[Sequence[CellOut]]) -> None:
        page = self.book.add_worksheet(SHEET_WORDS[sheet][self.language])
        page.freeze_panes(1, 0)
        for position, (column, words) in enumerate(COLUMNS[sheet].items()):
            # A text format keeps the zeros of a code that somebody types later.
            look = self._day if column is Column.TERM_BEGAN else self._text
            look = None if column is Column.TERM_YEARS else look
            page.set_column(position, position, WIDTHS[column], look)
            page.write_string(0, position, words[self.language], self.bold)
            self._offer(page, position, column)
        for number, row in enumerate(rows, start=1):
            for position, value in enumerate(row):
                self._write(page, (number, position), value)

    def _offer(self, page: Any, position: int, column: Column) -> None:
        """Lists to choose from; other words may be typed, the import says if it knows them."""
        offered: dict[Column, Iterable[str]] = {
            Column.KIND: KIND_EXAMPLES[self.language],
            Column.OFFICE: [words[self.language] for words in ROLE_WORDS.values()],
            Column.LANGUAGE: [words[self.language] for words in LANGUAGE_WORDS.values()],
        }
        if column in offered:
            rule = {"validate": "list", "source": list(offered[column]), "show_error": False}
            page.data_validation(1, position, MAX_ROWS, position, rule)

    def _write(self, page: Any, place: tuple[int, int], value: CellOut) -> None:
        match value:
            case None | "":
                return
            case str():
                page.write_string(*place, value, self._text)
            case date():
                page.write_datetime(*place, value, self._day)
            case _:
                page.write_number(*place, value)


def unit_cells(unit: RosterUnit) -> list[CellOut]:
    """One row in the order of the columns."""
    years = None if unit.term_months is None else round(unit.term_months / MONTHS_A_YEAR, 4)
    return [unit.code, unit.name, unit.kind, unit.parent, unit.term_began_on, years]


def person_cells(person: RosterPerson, language: Language) -> list[CellOut]:
    """One row in the order of the columns."""
    joint = JOINT[language]
    return [
        person.code,
        person.name,
        person.unit,
        joint.join(ROLE_WORDS[office.role][language] for office in person.offices),
        _office_units(person.offices, person.unit, joint),
        joint.join(person.tags),
        None if person.language is None else LANGUAGE_WORDS[person.language][language],
    ]


def _office_units(offices: tuple[RosterOffice, ...], home: str, joint: str) -> str:
    """Blank if all are at home, else one unit for each office."""
    if all(office.unit is None for office in offices):
        return ""
    return joint.join(office.unit or home for office in offices)
