"""Read what was said about when, in Chinese or English: all of it, or ask, or refuse."""

import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.schedule_words.chinese import read_chinese
from domain.schedule_words.english import read_english
from domain.schedule_words.meaning import Expression
from domain.schedule_words.reading import Ask, Reading, Refusal, Refused
from domain.schedule_words.resolving import resolve
from domain.schedule_words.standpoint import Standpoint
from domain.schedule_words.word_settings import WordSettings
from domain.working_day import WorkingCalendar

# The letter of 2026-12-05T15:00 is no word.
_ISO_MOMENT = re.compile(r"(?<=[0-9])[tT](?=[0-9][0-9]:)")


def read(
    text: str,
    *,
    now_local: datetime,
    zone: ZoneInfo,
    calendar: WorkingCalendar,
    words: WordSettings,
) -> Reading:
    """What the expression means, seen from `now_local` (naive) in `zone`.

    Never raises, never guesses: what has two meanings is an Ask with both, what is not
    understood to the last word is an Ask or Refused that quotes the rest.
    """
    return read_from(text, Standpoint(now=now_local, zone=zone, calendar=calendar, words=words))


def read_from(text: str, standpoint: Standpoint) -> Reading:
    """The same, from a standpoint."""
    if len(text) > standpoint.words.longest:
        return Refused(refusal=Refusal.TOO_LONG)
    said = parse(text, standpoint.words)
    return resolve(said, standpoint) if isinstance(said, Expression) else said


def parse(text: str, words: WordSettings) -> Expression | Ask | Refused:
    """The meaning of the words, before it is set against the calendar."""
    if not names_language(text):
        return _parse_figures(text, words)
    return read_chinese(text, words) if is_chinese(text) else read_english(text, words)


def _parse_figures(text: str, words: WordSettings) -> Expression | Ask | Refused:
    """Figures belong to both languages: where the two differ, as in 3/4, it is asked."""
    chinese = read_chinese(text, words)
    if chinese == Refused(refusal=Refusal.TOO_LONG):
        return chinese
    readings = (chinese, read_english(text, words))
    understood = [one for one in readings if isinstance(one, Expression) and one.doubt is None]
    if not understood:
        return readings[0]
    first, others = understood[0], understood[1:]
    also = tuple(way for one in others for way in (one, *one.alternatives))
    return replace(first, alternatives=(*first.alternatives, *also))


def names_language(text: str) -> bool:
    """Whether there are letters: figures belong to every language."""
    return any(char.isalpha() for char in _ISO_MOMENT.sub("", text))


def is_chinese(text: str) -> bool:
    """Whether it is to be answered in Chinese: any Chinese character, or no letters at all."""
    has_chinese = any("\u3400" <= char <= "\u9fff" or char == "〇" for char in text)
    letters = _ISO_MOMENT.sub("", text)
    return has_chinese or not any(char.isascii() and char.isalpha() for char in letters)
