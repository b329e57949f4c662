"""Walk through the words of a sentence, forwards and, where a try fails, back."""

from dataclasses import dataclass, field

from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_numbers import number_in
from domain.schedule_words.chinese_text import Word


@dataclass(kw_only=True)
class Cursor:
    """A place among the words."""

    words: list[Word]
    at: int = field(default=0)

    @property
    def is_done(self) -> bool:
        """Whether no word is left."""
        return self.at >= len(self.words)

    def sees(self, *kinds: T) -> bool:
        """Whether the words from here on are of these kinds."""
        following = self.words[self.at : self.at + len(kinds)]
        return tuple(word.kind for word in following) == kinds

    def peek(self) -> Word | None:
        """The next word, left where it is."""
        return None if self.is_done else self.words[self.at]

    def take(self, *kinds: T) -> Word | None:
        """The next word if it is of one of these kinds; any word when none are named."""
        word = self.peek()
        if word is None or (kinds and word.kind not in kinds):
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
        number = number_in(word.text)
        if number is not None:
            self.at += 1
        return number
