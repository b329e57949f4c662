"""Write a report as a Word document in the plain layout of official papers."""

from domain.report_sheet import DocumentWords
from papers.worker import run_guarded

WRITING_SECONDS = 60
WRITING_MEGABYTES = 600


def make_report(words: DocumentWords) -> bytes:
    """`write_report` in a process of its own; raises WorkerError."""
    return run_guarded(write_report, words, seconds=WRITING_SECONDS, megabytes=WRITING_MEGABYTES)


def write_report(words: DocumentWords) -> bytes:
    """Title, sections, and below them who signs, when, and the receipts."""
    from papers.official_paper import OfficialPaper, Part  # Late: only documents need it.

    paper = OfficialPaper(words.title)
    paper.add(words.title, Part.TITLE)
    paper.add("", Part.BODY)
    for part in words.parts:
        paper.add(part.heading, Part.HEADING, beside=part.beside, with_next=bool(part.paragraphs))
        for text in part.paragraphs:
            paper.add(text, Part.BODY)
    # Name and day never stand alone on a page.
    paper.add("", Part.BODY, with_next=True)
    paper.add(words.sender, Part.SIGNATURE, with_next=True)
    paper.add(words.day, Part.SIGNATURE)
    for note in words.notes:
        paper.add(note, Part.NOTE)
    return paper.content()
