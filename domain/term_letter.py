"""The letter in which the level above reminds a body that its term ends."""

from dataclasses import dataclass
from datetime import date

from domain.term import Term
from domain.unit import Unit


@dataclass(frozen=True, kw_only=True)
class TermLetter:
    """From `sender`, the nearest level above that the writer answers for, to the body."""

    today: date
    sender: str
    term: Term
    request_days: int | None = None

    @property
    def unit(self) -> Unit:
        """To whom it goes."""
        return self.term.unit


@dataclass(frozen=True, kw_only=True)
class LetterWords:
    """A letter ready to be set: plain text, paragraph by paragraph."""

    title: str
    addressee: str
    paragraphs: tuple[str, ...]
    sender: str
    day: str

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything that stands on the sheet, in order."""
        return (self.title, self.addressee, *self.paragraphs, self.sender, self.day)
