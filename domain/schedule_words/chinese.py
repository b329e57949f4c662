"""The Chinese grammar: from a sentence about when to an Expression."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from domain.schedule_words.chinese_bounds import hear_bounds
from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_days_off import hear_exception, hear_shift
from domain.schedule_words.chinese_events import hear_event
from domain.schedule_words.chinese_every import hear_every
from domain.schedule_words.chinese_expression import expression_of
from domain.schedule_words.chinese_first_days import hear_run
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_offsets import hear_amount, hear_next_working_day
from domain.schedule_words.chinese_points import hear_point
from domain.schedule_words.chinese_quota import (
    hear_each,
    hear_finer,
    hear_halves,
    hear_per,
    hear_quota,
)
from domain.schedule_words.chinese_school import hear_school
from domain.schedule_words.chinese_sentence import Sentence
from domain.schedule_words.chinese_text import Word, normalise, words_of
from domain.schedule_words.meaning import Every, Expression, Offset, Point, Unit
from domain.schedule_words.mixed_words import unmixed
from domain.schedule_words.plain_words import plain_chinese, ways_to_say
from domain.schedule_words.reading import Ask, Question, Refusal, Refused
from domain.schedule_words.rules import is_recurring
from domain.schedule_words.word_settings import WordSettings

_STRANGE = (T.UNKNOWN, T.LOOKALIKE)
_NEUTRAL = (T.FILLER, T.OF, T.AND)


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What the words mean, None when they name no time, and the words that were not understood."""

    expression: Expression | None
    rest: tuple[str, ...] = ()


def hear_words(words: list[Word], settings: WordSettings) -> Heard:
    """Every word is in the expression or in the rest."""
    cursor = Cursor(words=words)
    kinds = {word.kind for word in words}
    is_spoken = T.O_CLOCK in kinds and T.PART_OF_DAY not in kinds
    sentence = Sentence(settings=settings, is_spoken_hour=is_spoken)
    while not cursor.is_done:
        _hear_next(cursor, sentence)
    return Heard(expression=expression_of(sentence), rest=_joined(sentence.unknown))


def _hear_next(cursor: Cursor, sentence: Sentence) -> None:
    begins = cursor.at
    for hear in _PHRASES:
        if hear(cursor, sentence):
            sentence.last_was_list = False
            return
        cursor.at = begins
    word = cursor.take()
    if word is None:
        return
    if word.kind in _NEUTRAL:
        sentence.last_was_list = word.kind is T.AND or word.text == ","
        return
    sentence.unknown.append(word)


def _joined(words: list[Word]) -> tuple[str, ...]:
    """Words that stood side by side are quoted as one."""
    quoted: list[str] = []
    end = -1
    for word in words:
        if word.begins == end:
            quoted[-1] += word.text
        else:
            quoted.append(word.text)
        end = word.ends
    return tuple(quoted)


def _hear_vague(cursor: Cursor, sentence: Sentence) -> bool:
    word = cursor.take(T.VAGUE, T.APPROXIMATE)
    if word is None:
        return False
    sentence.ask(Question.VAGUE, word.text)
    return True


_PHRASES: tuple[Callable[[Cursor, Sentence], bool], ...] = (
    hear_exception,
    hear_shift,
    hear_bounds,
    hear_halves,
    hear_each,
    hear_finer,
    hear_per,
    hear_quota,
    hear_next_working_day,
    hear_run,
    hear_amount,
    hear_event,
    hear_every,
    hear_point,
    _hear_vague,
    hear_school,
)


def names_time(said: Expression) -> bool:
    """Whether so much was said about when that the rest may be asked about."""
    point = said.when
    if not isinstance(point, Point):
        return said.quota is not None or isinstance(point, Offset)
    has_day = (
        (point.day_shift is not None and point.part_of_day)
        or (point.months and point.month_days)
        or (point.week_shift is not None and point.weekdays)
        or (point.month_shift is not None and point.month_days)
    )
    # 每日 and 今日 begin many names.
    comes_daily = point == Point(every=Every(unit=Unit.DAY))
    return bool(has_day or point.clocks or (is_recurring(point) and not comes_daily))


def read_chinese(text: str, settings: WordSettings) -> Expression | Ask | Refused:
    """All of the text, or what was not understood of it."""
    plain = plain_chinese(normalise(unmixed(text)))
    ways = ways_to_say(plain)
    if ways is None:
        return _read(plain, settings)
    one, other = (_read(way, settings) for way in ways)
    if isinstance(one, Expression) and isinstance(other, Expression):
        return replace(one, alternatives=(*one.alternatives, other))
    return one


def _read(text: str, settings: WordSettings) -> Expression | Ask | Refused:
    words = words_of(text)
    if sum(word.kind not in _STRANGE for word in words) > settings.most_words:
        return Refused(refusal=Refusal.TOO_LONG)
    heard = hear_words(words, settings)
    about = " ".join(heard.rest)
    if heard.expression is None:
        refusal = Refusal.NOT_UNDERSTOOD if heard.rest else Refusal.NO_TIME
        return Refused(refusal=refusal, about=about)
    if heard.rest and not names_time(heard.expression):
        return Refused(refusal=Refusal.NOT_UNDERSTOOD, about=about)
    if heard.rest and heard.expression.doubt is None:
        return replace(heard.expression, doubt=Question.NOT_ALL_UNDERSTOOD, doubt_about=about)
    return heard.expression
