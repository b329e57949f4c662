"""The Chinese grammar: from a sentence about when to an Expression."""

from domain.schedule_words.meaning import Expression
from domain.schedule_words.reading import Ask, Refusal, Refused
from domain.schedule_words.word_settings import WordSettings


def read_chinese(text: str, words: WordSettings) -> Expression | Ask | Refused:
    """All of the text, or what was not understood of it."""
    return Refused(refusal=Refusal.NOT_UNDERSTOOD, about=text)
