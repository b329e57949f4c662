"""Write a letter as a Word document in a process of its own."""

from domain.term_letter import LetterWords
from papers.worker import run_guarded

WRITING_SECONDS = 30
WRITING_MEGABYTES = 400


def make_letter(words: LetterWords) -> bytes:
    """`write_letter` beside the bot, so that no press waits for it; raises WorkerError."""
    return run_guarded(write_letter, words, seconds=WRITING_SECONDS, megabytes=WRITING_MEGABYTES)


def write_letter(words: LetterWords) -> bytes:
    """The document: title, addressee, paragraphs, and below them who signs and when."""
    from papers.official_paper import OfficialPaper, Part  # Late: only documents need it.

    paper = OfficialPaper(words.title)
    paper.add(words.title, Part.TITLE)
    paper.add("", Part.BODY)
    paper.add(words.addressee, Part.ADDRESSEE)
    for paragraph in words.paragraphs:
        paper.add(paragraph, Part.BODY)
    # Name and day never stand alone on a page.
    paper.add("", Part.BODY, with_next=True)
    paper.add(words.sender, Part.SIGNATURE, with_next=True)
    paper.add(words.day, Part.SIGNATURE)
    return paper.content()
