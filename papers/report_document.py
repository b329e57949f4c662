"""Write a report as a Word document in the plain layout of official papers."""

from typing import TYPE_CHECKING

from domain.report_document import AnnexWords, DocumentWords
from papers.worker import run_guarded

if TYPE_CHECKING:
    from papers.official_paper import OfficialPaper

WRITING_SECONDS = 60
WRITING_MEGABYTES = 600


def make_report(words: DocumentWords) -> bytes:
    """`write_report` in a process of its own; raises WorkerError."""
    return run_guarded(write_report, words, seconds=WRITING_SECONDS, megabytes=WRITING_MEGABYTES)


def write_report(words: DocumentWords) -> bytes:
    """Title, sections, below them who signs, when, and the receipts; then the annexes."""
    from papers.official_paper import OfficialPaper, Part  # Late: only documents need it.

    paper = OfficialPaper(words.title)
    paper.add(words.title, Part.TITLE)
    paper.add("", Part.BODY)
    for part in words.parts:
        paper.add(part.heading, Part.HEADING, beside=part.beside, with_next=bool(part.paragraphs))
        if part.annex:
            paper.refer(part.annex.words, to=part.annex.place)
        for text in part.paragraphs:
            paper.add(text, Part.BODY)
    # Name and day never stand alone on a page.
    paper.add("", Part.BODY, with_next=True)
    paper.add(words.sender, Part.SIGNATURE, with_next=True)
    paper.add(words.day, Part.SIGNATURE)
    for note in words.notes:
        paper.add(note, Part.NOTE)
    for number, annex in enumerate(words.annexes):
        _add_annex(paper, annex, is_first=number == 0)
    return paper.content()


def _add_annex(paper: "OfficialPaper", annex: AnnexWords, *, is_first: bool) -> None:
    """The first begins a page, the others follow it."""
    from papers.official_paper import Part

    if is_first:
        paper.turn_page()
    else:
        paper.add("", Part.BODY)
    paper.add(annex.label, Part.ANNEX, with_next=True)
    paper.mark(annex.place)
    paper.add(annex.title, Part.ANNEX_TITLE, with_next=True)
    paper.add(annex.said, Part.NOTE, with_next=bool(annex.rows or annex.notes))
    if annex.rows:
        paper.add_table(annex.headings, annex.rows, annex.widths)
    for note in annex.notes:
        paper.add(note, Part.NOTE)
