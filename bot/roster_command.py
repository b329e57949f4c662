"""`import-roster FILE`: say what a roster file would change, and apply it when told to."""

import sys
from pathlib import Path
from typing import TextIO

from sqlmodel import Session

from actions import roster_effects, rosters
from bot.clock import SystemClock
from domain.place import Place
from domain.roster import RosterReading, WorkbookReason, WorkbookRefusal
from domain.roster_summary import RosterSummary, summarise
from papers.roster_reading import read_untrusted_roster
from papers.xlsx_guard import MAX_FILE_BYTES
from storage.engine import Database
from storage.roster_history import Author
from texts.languages import Code, Language
from texts.roster_changes import changes
from texts.roster_command import applied, cannot_be_opened, left_as_it_is
from texts.roster_details import details, unlinked
from texts.roster_files import file_fault
from texts.words import Words

FINE, FOUND_A_PROBLEM = 0, 1


def import_roster(
    database: Database, place: Place, language: Code, path: Path, *, apply: bool
) -> int:
    """Print the difference in words; without `apply` nothing changes.

    Returns 1 when the file or one of its rows is refused; the other rows are taken all the same.
    """
    lang = Language(code=language)
    reading = _read(path, lang)
    if isinstance(reading, Words):
        _print(reading, to=sys.stderr)
        return FOUND_A_PROBLEM
    with Session(database.writer, expire_on_commit=False) as session:
        summary = _import(session, reading, lang, apply=apply)
        session.commit()
    _print(changes(lang, summary), applied(lang) if apply else left_as_it_is(lang))
    return FOUND_A_PROBLEM if summary.refusals else FINE


def _import(
    session: Session, reading: RosterReading, lang: Language, *, apply: bool
) -> RosterSummary:
    difference = rosters.find_difference_now(session, reading)
    summary = summarise(reading, difference)
    _print(*details(lang, difference, summary.refusals))
    if apply and not difference.is_empty:
        author = Author(person_id=None, way="command", now=SystemClock()())
        roster_effects.apply(session, difference, author)
    return summary


def _read(path: Path, lang: Language) -> RosterReading | Words:
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAX_FILE_BYTES else b""
    except OSError as error:
        return cannot_be_opened(lang, str(path), error.strerror or "")
    if size > MAX_FILE_BYTES:
        refusal = WorkbookRefusal(reason=WorkbookReason.TOO_LARGE, found=size, limit=MAX_FILE_BYTES)
        return file_fault(lang, refusal)
    reading = read_untrusted_roster(content)
    return file_fault(lang, reading) if isinstance(reading, WorkbookRefusal) else reading


def _print(*said: Words, to: TextIO | None = None) -> None:
    for words in said:
        (to or sys.stdout).write(f"{unlinked(words)}\n")
