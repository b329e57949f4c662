"""Read one row of a roster sheet into a unit or a person, or refuse it."""

from collections.abc import Mapping
from datetime import date

from domain.roster import (
    LONGEST_TEXT,
    Column,
    Reason,
    Role,
    RosterOffice,
    RosterPerson,
    RosterUnit,
    RowRefusal,
    Sheet,
)
from papers.cell_values import (
    SEPARATORS,
    SURELY_TOO_LONG,
    clean,
    clean_code,
    date_of,
    months_of,
    pieces,
    raw_text,
)
from papers.roster_words import (
    LANGUAGE_OF,
    LANGUAGE_WORDS,
    ROLE_OF,
    ROLE_WORDS,
    accepted_words,
    folded,
)
from papers.workbook_cells import CellRow


class RowReader:
    """Reads cells by column and keeps the first refusal; what it returns then is not used."""

    def __init__(self, sheet: Sheet, row: CellRow, columns: Mapping[Column, int]) -> None:
        self.refusal: RowRefusal | None = None
        self.number = row.number
        self._sheet = sheet
        self._values = {column: row.values[position] for column, position in columns.items()}

    def refuse(
        self, reason: Reason, column: Column, value: str, *, expected: tuple[str, ...] = ()
    ) -> None:
        self.refusal = self.refusal or RowRefusal(
            sheet=self._sheet,
            row=self.number,
            reason=reason,
            column=column,
            value=value[:LONGEST_TEXT],
            expected=expected,
        )

    def said(self, column: Column) -> str:
        """What the cell says, cleaned and cut, whether it may be said or not."""
        return self._clean(column, raw_text(self._values.get(column))[:SURELY_TOO_LONG])

    def text(self, column: Column) -> str | None:
        """The cell's text, at most 64 letters; None if it is blank."""
        raw = raw_text(self._values.get(column))
        cleaned = self._clean(column, raw[:SURELY_TOO_LONG])
        if len(raw) > SURELY_TOO_LONG or len(cleaned) > LONGEST_TEXT:
            self.refuse(Reason.TEXT_TOO_LONG, column, cleaned)
        return cleaned or None

    def needed_text(self, column: Column) -> str:
        text = self.text(column)
        if text is None:
            self.refuse(Reason.VALUE_MISSING, column, "")
        return text or ""

    def code(self) -> str | None:
        code = self.text(Column.CODE)
        if code is not None and SEPARATORS.search(code):
            self.refuse(Reason.CODE_HAS_SEPARATOR, Column.CODE, code)
        return code

    def listed(self, column: Column) -> list[str]:
        """The texts between separators, in order; blanks are kept, a blank cell is empty."""
        value = self._values.get(column)
        if len(raw_text(value)) > SURELY_TOO_LONG:
            self.refuse(Reason.TEXT_TOO_LONG, column, self.said(column))
            return []
        found = pieces(value)
        for piece in found:
            if len(piece) > LONGEST_TEXT:
                self.refuse(Reason.TEXT_TOO_LONG, column, piece)
        return found if any(found) else []

    def day(self, column: Column) -> date | None:
        said, found = self.said(column), date_of(self._values.get(column))
        if said and found is None:
            self.refuse(Reason.DATE_UNREADABLE, column, said)
        return found

    def months(self, column: Column) -> int | None:
        said, found = self.said(column), months_of(self._values.get(column))
        if said and found is None:
            self.refuse(Reason.TERM_UNREADABLE, column, said)
        return found

    def _clean(self, column: Column, raw: str) -> str:
        return clean_code(raw) if column is Column.CODE else clean(raw)


def read_unit(reader: RowReader) -> RosterUnit | RowRefusal:
    unit = RosterUnit(
        code=reader.code(),
        name=reader.needed_text(Column.NAME),
        kind=reader.needed_text(Column.KIND),
        parent=reader.text(Column.PARENT),
        term_began_on=reader.day(Column.TERM_BEGAN),
        term_months=reader.months(Column.TERM_YEARS),
        row=reader.number,
    )
    return reader.refusal or unit


def read_person(reader: RowReader) -> RosterPerson | RowRefusal:
    home = reader.needed_text(Column.UNIT)
    person = RosterPerson(
        code=reader.code(),
        name=reader.needed_text(Column.NAME),
        unit=home,
        offices=_offices(reader, home),
        tags=tuple(dict.fromkeys(tag for tag in reader.listed(Column.TAGS) if tag)),
        language=_language(reader),
        row=reader.number,
    )
    return reader.refusal or person


def _offices(reader: RowReader, home: str) -> tuple[RosterOffice, ...]:
    """Offices with their units: all at home, all in one unit, or one unit for each."""
    roles = [_role(reader, word) for word in reader.listed(Column.OFFICE) if word]
    whole = reader.text(Column.OFFICE_UNIT) if len(roles) <= 1 else None
    units = [whole or ""] if len(roles) <= 1 else reader.listed(Column.OFFICE_UNIT) or [""]
    if not roles:
        if whole is not None:
            reader.refuse(Reason.VALUE_MISSING, Column.OFFICE, "")
        return ()
    if len(units) == 1:
        units *= len(roles)
    if len(units) != len(roles):
        reader.refuse(Reason.OFFICES_UNPAIRED, Column.OFFICE_UNIT, reader.said(Column.OFFICE_UNIT))
        return ()
    return tuple(
        dict.fromkeys(
            RosterOffice(role=role, unit=None if unit in ("", home) else unit)
            for role, unit in zip(roles, units, strict=True)
        )
    )


def _role(reader: RowReader, word: str) -> Role:
    role = ROLE_OF.get(folded(word))
    if role is None:
        reader.refuse(
            Reason.OFFICE_UNKNOWN,
            Column.OFFICE,
            word,
            expected=accepted_words(ROLE_WORDS.values()),
        )
    return role or Role.MEMBER


def _language(reader: RowReader) -> str | None:
    word = reader.text(Column.LANGUAGE)
    if word is None:
        return None
    language = LANGUAGE_OF.get(folded(word))
    if language is None:
        expected = accepted_words(LANGUAGE_WORDS.values())
        reader.refuse(Reason.LANGUAGE_UNKNOWN, Column.LANGUAGE, word, expected=expected)
    return language
