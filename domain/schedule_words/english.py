"""The English grammar: from a sentence about when to an Expression."""

from dataclasses import replace
from datetime import timedelta

from domain.schedule_words.english_cursor import Cursor
from domain.schedule_words.english_meaning import compose
from domain.schedule_words.english_piece import Piece
from domain.schedule_words.english_said import Due, Said
from domain.schedule_words.english_sentence import read_clause, skip_filler, skip_noun
from domain.schedule_words.english_words import Kind, Token, cut
from domain.schedule_words.meaning import Expression, Point
from domain.schedule_words.plain_words import plain_english
from domain.schedule_words.reading import Ask, Question, Refusal, Refused
from domain.schedule_words.word_settings import WordSettings

_MOST_DOUBTS = 3
# The Friday before Christmas: no name, though not understood.
_LINKS = ("before", "after")
_HALF_DAY = timedelta(hours=12)


def read_english(text: str, words: WordSettings) -> Expression | Ask | Refused:
    """All of the text, or what was not understood of it."""
    text = plain_english(text)
    tokens = cut(text)
    if len(tokens) > words.most_words:
        return Refused(refusal=Refusal.TOO_LONG)
    cursor = Cursor(tokens, words)
    found = _read(text, cursor)
    if not isinstance(found, Expression):
        return found
    others = (
        _read(text, Cursor(tokens, words, choices=frozenset({doubt})))
        for doubt in cursor.doubts[:_MOST_DOUBTS]
    )
    alternatives = [other for other in others if isinstance(other, Expression)]
    return replace(found, alternatives=(*found.alternatives, *alternatives))


def _read(text: str, cursor: Cursor) -> Expression | Ask | Refused:
    said, unknown, has_noun = Said(), [], False
    while not cursor.is_at_end:
        if read_clause(cursor, said) or skip_filler(cursor):
            continue
        if skip_noun(cursor):
            has_noun = True
        else:
            unknown.append(cursor.skip())
    if cursor.is_closed and said.due is None:
        said.due = Due.BY
    # The March meeting has a name, not a date.
    is_name = has_noun and said == Said(base=Piece(point=Point(months=said.base.point.months)))
    is_count = said.times is not None and said.times.every is None and said.is_only("times")
    if said.is_empty or is_name or (is_count and not unknown):
        return Refused(refusal=Refusal.NO_TIME, about=text.strip())
    if unknown:
        return _not_all(text, said, unknown)
    meaning = compose(said, cursor)
    if meaning is None:
        return Ask(question=Question.NOT_ALL_UNDERSTOOD)
    return meaning


def _not_all(text: str, said: Said, unknown: list[Token]) -> Ask | Refused:
    """Names that merely look like time are left alone; a schedule with a strange part is asked."""
    about = text[unknown[0].start : unknown[-1].end]
    base = said.base
    is_figure = any(not hour.at % _HALF_DAY for hour in base.hours)
    told = (base.names_days, base.recurs, base.hours, said.due, said.since, said.until, said.times)
    shifts = (base.point.week_shift, base.point.month_shift, base.point.year_shift)
    is_surely_time = (
        sum(map(bool, told)) > 1
        or (base.hours and not is_figure)
        or said.distance
        or (base.names_days and all(one.text in _LINKS for one in unknown))
        or any(shift is not None for shift in shifts)
    )
    if is_surely_time and any(one.kind is not Kind.MARK for one in unknown):
        return Ask(question=Question.NOT_ALL_UNDERSTOOD, about=about)
    return Refused(refusal=Refusal.NOT_UNDERSTOOD, about=about)
