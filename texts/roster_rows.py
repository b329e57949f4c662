"""The rows of a roster file that could not be taken, and why."""

from collections.abc import Mapping
from functools import lru_cache
from typing import assert_never

from domain.roster import Column, NoteKind, Reason, Role, RosterNote, RowRefusal, Sheet
from texts.languages import Language
from texts.words import Words


def sheet_name(lang: Language, sheet: Sheet) -> Words:
    """The sheet as the template calls it."""
    match sheet:
        case Sheet.UNITS:
            return lang.say("Units")
        case Sheet.PEOPLE:
            return lang.say("People")
        case _:
            assert_never(sheet)


def column_name(lang: Language, column: Column) -> Words:
    """The column as the template calls it."""
    return _columns(lang)[column]


def role_name(lang: Language, role: Role) -> Words:
    """The office as the template calls it."""
    match role:
        case Role.HEAD:
            return lang.say("Head")
        case Role.SECRETARY:
            return lang.say("Secretary")
        case Role.COMMITTEE_MEMBER:
            return lang.say("Committee member")
        case Role.GROUP_LEADER:
            return lang.say("Group leader")
        case Role.MEMBER:
            return lang.say("Member")
        case Role.ADMINISTRATOR:
            return lang.say("Administrator")
        case _:
            assert_never(role)


def refused_row(lang: Language, refusal: RowRefusal) -> Words:
    """Where the row stands and why it was not taken."""
    where = lang.say("{sheet}, row {row}", sheet=sheet_name(lang, refusal.sheet), row=refusal.row)
    if refusal.column is not None:
        column = column_name(lang, refusal.column)
        where = lang.say("{where}, “{column}”", where=where, column=column)
    reason = _reasons(lang)[refusal.reason]
    if refusal.value:
        reason = lang.say("{reason} ({value})", reason=reason, value=refusal.value)
    if refusal.expected:
        expected = lang.list_of([*refusal.expected])
        reason = lang.say("{reason}; known are {words}", reason=reason, words=expected)
    return lang.say("{where}: {reason}", where=where, reason=reason)


def left_aside(lang: Language, note: RosterNote) -> Words:
    """A sheet or a column that means nothing to us."""
    match note.kind:
        case NoteKind.COLUMN_IGNORED:
            return lang.say("The column “{heading}” was left aside.", heading=note.value)
        case NoteKind.SHEET_IGNORED:
            return lang.say("The sheet “{title}” was left aside.", title=note.value)
        case _:
            assert_never(note.kind)


@lru_cache
def _columns(lang: Language) -> Mapping[Column, Words]:
    return {
        Column.CODE: lang.say("ID"),
        Column.NAME: lang.say("Name"),
        Column.KIND: lang.say("Kind"),
        Column.PARENT: lang.say("Parent"),
        Column.TERM_BEGAN: lang.say("Term began"),
        Column.TERM_YEARS: lang.say("Term years"),
        Column.UNIT: lang.say("Unit"),
        Column.OFFICE: lang.say("Office"),
        Column.OFFICE_UNIT: lang.say("Office unit"),
        Column.TAGS: lang.say("Tags"),
        Column.LANGUAGE: lang.say("Language"),
    }


@lru_cache
def _reasons(lang: Language) -> Mapping[Reason, Words]:
    return {
        Reason.VALUE_MISSING: lang.say("the cell is empty"),
        Reason.TEXT_TOO_LONG: lang.say("the text is too long, 64 characters at most"),
        Reason.DATE_UNREADABLE: lang.say("this is not a date such as 2026-09-01"),
        Reason.TERM_UNREADABLE: lang.say("this is not a number of years such as 3 or 2.5"),
        Reason.CODE_HAS_SEPARATOR: lang.say("an ID holds no commas or line breaks"),
        Reason.OFFICES_UNPAIRED: lang.say("offices and office units do not pair up"),
        Reason.OFFICE_UNKNOWN: lang.say("this office is not known"),
        Reason.LANGUAGE_UNKNOWN: lang.say("this language is not known"),
        Reason.DUPLICATE_CODE: lang.say("this ID stands in several rows"),
        Reason.DUPLICATE_NAME: lang.say("this name stands there twice; give each an ID"),
        Reason.SEVERAL_ROOTS: lang.say("only one unit may be without a parent"),
        Reason.PARENT_MISSING: lang.say("the parent is missing"),
        Reason.CYCLE: lang.say("the unit would lie below itself"),
        Reason.REFERENCE_UNKNOWN: lang.say("there is no such unit"),
        Reason.REFERENCE_AMBIGUOUS: lang.say("several units are called so; write the ID"),
        Reason.REFERENCE_REFUSED: lang.say("the row of this unit was refused"),
        Reason.SEVERAL_CANDIDATES: lang.say("several known ones fit; write the ID of an export"),
    }
