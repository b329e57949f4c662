"""A place in a sentence that moves forward as words are understood."""

from collections.abc import Callable
from functools import lru_cache
from typing import Concatenate, ParamSpec, TypeVar

from domain.schedule_words.english_words import NOTHING, Kind, Token
from domain.schedule_words.word_settings import WordSettings

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Cursor:
    """The words still to be read; `is_due` once they turned out to be a deadline.

    `is_closed` when the end of work was named as the limit that it is: COB Friday.

    Where words may mean two things, `prefers_other` says which one is read this time, and
    `doubts` remembers that there was a choice: whoever asks reads again the other way.
    """

    def __init__(
        self, tokens: list[Token], words: WordSettings, *, choices: frozenset[str] = frozenset()
    ) -> None:
        self.words = words
        self._tokens = tokens
        self._choices = choices
        self.at = 0
        self.is_due = False
        self.is_closed = False
        self.doubts: list[str] = []

    @property
    def is_at_end(self) -> bool:
        """Whether everything was read."""
        return self.at >= len(self._tokens)

    def peek(self, ahead: int = 0) -> Token:
        """The word to come."""
        place = self.at + ahead
        return self._tokens[place] if 0 <= place < len(self._tokens) else NOTHING

    def tokens_of(self, kind: Kind) -> list[Token]:
        """All words of one kind, read or not."""
        return [token for token in self._tokens if token.kind is kind]

    def tokens_before(self) -> list[Token]:
        """All words that were passed."""
        return self._tokens[: self.at]

    def skip(self) -> Token:
        """The word to come, taken."""
        self.at += 1
        return self.peek(-1)

    def sees(self, phrase: str, *, ahead: int = 0) -> bool:
        """Whether these words come, divided by spaces."""
        return self._comes(tuple(phrase.split()), ahead)

    def take(self, *kinds: Kind) -> Token | None:
        """The next word when it is one of these kinds."""
        return self.skip() if self.peek().kind in kinds else None

    def eat(self, *phrases: str) -> str | None:
        """The first of the phrases that comes next; words are divided by spaces."""
        for phrase, words in _by_first_word(phrases).get(self.peek().text, ()):
            if self._comes(words, 0):
                self.at += len(words)
                return phrase
        return None

    def _comes(self, words: tuple[str, ...], ahead: int) -> bool:
        return all(self.peek(ahead + at).text == word for at, word in enumerate(words))

    def reads_other(self, doubt: str) -> bool:
        """Whether a doubt was met, and settled the less likely way."""
        return doubt in self.doubts and doubt in self._choices

    def prefers_other(self, doubt: str) -> bool:
        """Whether to read a doubtful spot the less likely way."""
        if doubt not in self.doubts:
            self.doubts.append(doubt)
        return doubt in self._choices


@lru_cache(maxsize=1024)
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The phrases in their order, found by the word that they begin with."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((phrase, words))
    return found


def whole(
    read: Callable[Concatenate[Cursor, _P], _T | None],
) -> Callable[Concatenate[Cursor, _P], _T | None]:
    """Make a reader take all of what it looks for, or nothing."""

    def reader(cursor: Cursor, /, *args: _P.args, **named: _P.kwargs) -> _T | None:
        start, doubts = cursor.at, len(cursor.doubts)
        found = read(cursor, *args, **named)
        if found is None:
            cursor.at = start
            del cursor.doubts[doubts:]
        return found

    return reader
