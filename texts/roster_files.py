"""Why a whole roster file was not read, and what to send instead."""

from collections.abc import Mapping
from functools import lru_cache

from domain.roster import WorkbookReason, WorkbookRefusal
from texts.languages import Language
from texts.replies import Reply
from texts.roster_rows import sheet_name
from texts.words import Words, lines

MEGABYTE = 1024 * 1024


def refused_file(lang: Language, refusal: WorkbookRefusal) -> Reply:
    """One sentence that says what is wrong and what helps."""
    return Reply(words=lines(file_fault(lang, refusal), lang.say("Nothing was changed.")))


def file_fault(lang: Language, refusal: WorkbookRefusal) -> Words:
    """What is wrong with the file."""
    match refusal.reason:
        case WorkbookReason.TOO_LARGE:
            limit = (refusal.limit or 0) // MEGABYTE
            return lang.say("The file is too large: {limit} MB at most.", limit=limit)
        case WorkbookReason.TOO_MANY_ROWS:
            return lang.say(
                "There are too many rows ({found}): {limit} a sheet at most.",
                found=refusal.found or 0,
                limit=refusal.limit or 0,
            )
        case WorkbookReason.SHEET_MISSING:
            return lang.say("A sheet is missing: {names}.", names=_names(lang, refusal))
        case WorkbookReason.SHEET_TWICE:
            return lang.say("A sheet stands there twice: {names}.", names=_names(lang, refusal))
        case WorkbookReason.COLUMNS_MISSING:
            return lang.say(
                "The sheet {sheet} lacks: {names}.",
                sheet=_sheet(lang, refusal),
                names=_names(lang, refusal),
            )
        case WorkbookReason.COLUMN_TWICE:
            return lang.say(
                "The sheet {sheet} has a column twice: {names}.",
                sheet=_sheet(lang, refusal),
                names=_names(lang, refusal),
            )
        case other:
            return _sentences(lang)[other]


def _names(lang: Language, refusal: WorkbookRefusal) -> Words:
    return lang.list_of([*refusal.names]) if refusal.names else _sheet(lang, refusal)


def _sheet(lang: Language, refusal: WorkbookRefusal) -> Words:
    return sheet_name(lang, refusal.sheet) if refusal.sheet else lang.say("of the file")


@lru_cache
def _sentences(lang: Language) -> Mapping[WorkbookReason, Words]:
    odd = lang.say("This workbook is built in an odd way. Copy its rows into the template.")
    heavy = lang.say("This workbook is too heavy to read. Copy its rows into the template.")
    return {
        WorkbookReason.NOT_FETCHED: lang.say(
            "Telegram did not hand the file over. Please send it again."
        ),
        WorkbookReason.EMPTY: lang.say("The file is empty."),
        WorkbookReason.OLD_EXCEL: lang.say("This is an old .xls file. Save it as .xlsx."),
        WorkbookReason.ENCRYPTED: lang.say("The file has a password. Save it without one."),
        WorkbookReason.PLAIN_TEXT: lang.say(
            "This is a text file. Open it in a spreadsheet and save it as .xlsx."
        ),
        WorkbookReason.NOT_A_WORKBOOK: lang.say("This is not an .xlsx workbook."),
        WorkbookReason.MACROS: lang.say("The file holds macros. Save it as .xlsx without them."),
        WorkbookReason.DAMAGED: lang.say(
            "The file is damaged. Open it, save it and send it again."
        ),
        WorkbookReason.UNPACKS_TOO_LARGE: heavy,
        WorkbookReason.TOO_MANY_PARTS: odd,
        WorkbookReason.TOO_MUCH_MARKUP: heavy,
        WorkbookReason.ODD_PARTS: odd,
        WorkbookReason.TOO_SLOW: heavy,
        WorkbookReason.TOO_MUCH_MEMORY: heavy,
    }
