"""Points, ranges and deadlines in Chinese, as they come in a sentence."""

from collections.abc import Callable

from domain.schedule_words.chinese_amounts import read_amount
from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_sentence import (
    Sentence,
    add_fragment,
    read_fragment,
    read_point,
)
from domain.schedule_words.chinese_spans import hear_range_end, hear_short_range, hear_so_far
from domain.schedule_words.meaning import Point
from domain.schedule_words.merging import merged, said_slots, with_more
from domain.schedule_words.reading import Question
from domain.schedule_words.soundness import is_sound

_STRETCHES = {"year", "year_shift", "half_shift", "quarter_shift", "month_shift", "week_shift"}
_DAYS = {"month_days", "weekdays", "nth", "day_shift"}


def hear_point(cursor: Cursor, sentence: Sentence) -> bool:
    """A part of a point, or a word that says what part it plays."""
    word = cursor.take(*_MARKS)
    if word is not None:
        return _MARKS[word.kind](cursor, sentence)
    return hear_short_range(cursor, sentence) or _hear_fragment(cursor, sentence)


def _hear_by(cursor: Cursor, sentence: Sentence) -> bool:
    """截止到X is a deadline, or how long a rule holds."""
    if sentence.point.every is not None:
        sentence.until = read_point(cursor, sentence.settings)
        return sentence.until is not None
    sentence.is_deadline = True
    # 本周内完成，最晚周日: the last word holds.
    sentence.is_within = False
    cursor.take(T.TO)
    return True


def _hear_lasting(cursor: Cursor, sentence: Sentence) -> bool:
    sentence.lasting = read_amount(cursor)
    return sentence.lasting is not None


def _hear_during(cursor: Cursor, sentence: Sentence) -> bool:
    """12月1日至15日期间 says nothing more; 国庆期间 is longer than the day."""
    if sentence.point.festival:
        sentence.ask(Question.HOLIDAY, cursor.words[cursor.at - 1].text)
    return sentence.point != Point()


def _hear_within(cursor: Cursor, sentence: Sentence) -> bool:
    """本周内 is a deadline at the end of the week."""
    has_point = sentence.point != Point()
    sentence.is_deadline = sentence.is_inclusive = has_point
    sentence.due_point = sentence.point
    sentence.is_within = has_point
    return has_point


def _hear_ending(cursor: Cursor, sentence: Sentence) -> bool:
    sentence.is_deadline = sentence.is_inclusive = True
    return sentence.point != Point()


def _hear_two_days(cursor: Cursor, sentence: Sentence) -> bool:
    """明后天."""
    value = cursor.words[cursor.at - 1].value
    if not isinstance(value, tuple) or sentence.point != Point():
        return False
    first, last = value
    sentence.point = sentence.range_start = Point(day_shift=first)
    sentence.to = Point(day_shift=last)
    return True


def _hear_before(cursor: Cursor, sentence: Sentence) -> bool:
    if sentence.event is None and sentence.point == Point():
        return False
    if _follows_a_doing(cursor):
        return False
    if sentence.is_deadline and sentence.others:
        # 1月10日前、7月10日前 are deadlines alike.
        return True
    sentence.is_deadline = True
    sentence.due_point = sentence.point
    return True


def _follows_a_doing(cursor: Cursor) -> bool:
    """周一升旗前 is before something that happens then, and not before Monday."""
    doing = cursor.words[cursor.at - 2]
    is_doing = doing.kind is T.FILLER and len(doing.text) > 1
    return is_doing and not doing.text.startswith("含")


def _hear_fragment(cursor: Cursor, sentence: Sentence) -> bool:
    says_next_month = cursor.sees(T.NEXT_MONTH)
    if cursor.take(T.NEXT_YEAR):
        return add_fragment(sentence, Point(year_shift=1))
    fragment = read_fragment(cursor, sentence.settings)
    if fragment is None:
        return False
    if says_next_month:
        sentence.says_next_month = True
    if fragment.festival and _names_days_off(cursor):
        sentence.ask(Question.HOLIDAY, cursor.words[cursor.at - 1].text)
    if sentence.last_was_list:
        return _hear_listed(cursor, sentence, fragment)
    if _is_of_what_is_done(sentence, fragment):
        return False
    return add_fragment(sentence, fragment)


def _is_of_what_is_done(sentence: Sentence, fragment: Point) -> bool:
    """每月20日前报下月计划: the plan is next month's, or it would be said before the day."""
    point = sentence.point
    has_days = bool(point.month_days or point.weekdays or point.nth or point.part)
    is_closed = point.every is not None and sentence.is_deadline
    slots = said_slots(fragment).keys()
    is_stretch = bool(slots & _STRETCHES) and not slots & _DAYS
    return is_stretch and (has_days or is_closed or point.day_shift is not None)


def _names_days_off(cursor: Cursor) -> bool:
    """国庆假期 is longer than the day; what lies before or after it is clear."""
    name = cursor.words[cursor.at - 1].text
    following = cursor.peek()
    is_border = following is not None and following.kind in (T.BEFORE, T.AFTER)
    return not is_border and name.endswith(("假", "假期", "周"))


def _hear_listed(cursor: Cursor, sentence: Sentence, fragment: Point) -> bool:
    """After a comma: one more of the same, more about it, or another point altogether."""
    before = cursor.at
    rest = read_point(cursor, sentence.settings, is_border=True)
    whole = fragment if rest is None else merged(fragment, rest)
    if whole is None:
        cursor.at = before
        return add_fragment(sentence, fragment)
    together = merged(sentence.point, whole) or with_more(sentence.point, whole)
    if together is not None and is_sound(together):
        sentence.point = together
        return True
    kept = Point(
        every=sentence.point.every,
        repeats=sentence.point.repeats,
        year=sentence.point.year,
        year_shift=sentence.point.year_shift,
    )
    another = merged(kept, whole)
    if another is None or sentence.to is not None:
        return False
    sentence.others.append(sentence.point)
    sentence.point = another
    return True


_MARKS: dict[T, Callable[[Cursor, Sentence], bool]] = {
    T.DAY_PAIR: _hear_two_days,
    T.BY: _hear_by,
    T.LASTING: _hear_lasting,
    T.DURING: _hear_during,
    T.BEFORE: _hear_before,
    T.WITHIN: _hear_within,
    T.ENDING: _hear_ending,
    T.TO: hear_range_end,
    T.SO_FAR: hear_so_far,
}
