"""Walk through the words of a sentence, forwards and, where a try fails, back."""

from dataclasses import dataclass, field

from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_text import Word


@dataclass(kw_only=True)
class Cursor:
    """A place among the words."""

    words: list[Word]
    at: int = 0
    kinds: frozenset[T] = field(init=False)

    def __post_init__(self) -> None:
        self.kinds = frozenset(word.kind for word in self.words)

    @property
    def is_done(self) -> bool:
        """Whether no word is left."""
        return self.at >= len(self.words)

    def sees(self, *kinds: T) -> bool:
        """Whether the words from here on are of these kinds."""
        end = self.at + len(kinds)
        if end > len(self.words) or self.words[self.at].kind is not kinds[0]:
            return False
        return all(self.words[self.at + n].kind is kind for n, kind in enumerate(kinds))

    def peek(self) -> Word | None:
        """The next word, left where it is."""
        return self.words[self.at] if self.at < len(self.words) else None

    def take(self, *kinds: T) -> Word | None:
        """The next word if it is of one of these kinds; any word when none are named."""
        if self.at >= len(self.words):
            return None
        word = self.words[self.at]
        if kinds and word.kind not in kinds:
            return None
        self.at += 1
        return word

    def skip(self, *kinds: T) -> None:
        """Pass over such words."""
        while self.take(*kinds):
            pass

    def number(self) -> int | None:
        """The number that comes next; the cursor stays when there is none."""
        word = self.peek()
        if word is None or word.kind is not T.NUMBER:
            return None
        number = word.number
        if number is not None:
            self.at += 1
        return number
