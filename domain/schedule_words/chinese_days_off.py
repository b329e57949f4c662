"""What is left out, and where a day off goes, in Chinese: 除节假日外, 遇周末顺延."""

from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_sentence import Sentence, read_point
from domain.schedule_words.chinese_weeks import weekdays_after_range
from domain.schedule_words.meaning import Except, Point
from domain.schedule_words.reading import Question
from domain.working_day import MOVED_OFF_WEEKENDS, Shift

_SHIFTS = {T.POSTPONED: Shift.AFTER, T.IN_ADVANCE: Shift.BEFORE, T.CANCELLED: Shift.SKIP}
_BESIDE_THE_WEEKEND = {Shift.BEFORE: (4,), Shift.AFTER: (0,)}


def hear_exception(cursor: Cursor, sentence: Sentence) -> bool:
    """除节假日外, 除了周五, 不含8月, 寒暑假除外."""
    opened = cursor.take(T.EXCEPT)
    if opened is not None:
        if not _leave_all_out(cursor, sentence, T.AND, T.OF):
            return False
        cursor.take(T.OUTSIDE)
        cursor.take(T.EXCEPTED)
        return True
    if T.EXCEPTED not in cursor.kinds:
        return False
    before = cursor.at
    trial = Sentence(settings=sentence.settings)
    # 周二和周四，节假日除外: a comma parts the days from those that are left out.
    if _leave_all_out(cursor, trial, T.AND) and cursor.take(T.EXCEPTED):
        cursor.at = before
        return _leave_all_out(cursor, sentence, T.AND) and cursor.take(T.EXCEPTED) is not None
    return False


def _leave_all_out(cursor: Cursor, sentence: Sentence, *links: T) -> bool:
    """7月和8月, 周末和节假日: one after the other."""
    is_any, before = False, cursor.at
    while _leave_out(cursor, sentence):
        is_any, before = True, cursor.at
        cursor.skip(*links)
    cursor.at = before
    return is_any


def _leave_out(cursor: Cursor, sentence: Sentence) -> bool:
    word = cursor.take(T.SCHOOL_HOLIDAY, T.HOLIDAY)
    if word is not None:
        sentence.ask(Question.SCHOOL_DATES, word.text)
        return True
    if cursor.take(T.DAYS_OFF):
        cursor.take(T.AND)
        cursor.take(T.WEEKEND, T.DAYS_OFF)
        sentence.shift = Shift.SKIP
        return True
    point = read_point(cursor, sentence.settings)
    if point is None:
        return False
    weekdays = (5, 6) if point.weekend else point.weekdays
    if point == Point(weekdays=point.weekdays, weekend=point.weekend) and weekdays:
        return _add_left_out(sentence, Except(weekdays=weekdays))
    if point == Point(months=point.months) and point.months:
        return _add_left_out(sentence, Except(months=point.months))
    return False


def _add_left_out(sentence: Sentence, more: Except) -> bool:
    before = sentence.left_out
    sentence.left_out = Except(
        weekdays=tuple(sorted({*before.weekdays, *more.weekdays})),
        months=tuple(sorted({*before.months, *more.months})),
    )
    return True


def hear_shift(cursor: Cursor, sentence: Sentence) -> bool:
    """遇节假日顺延, 节假日提前, 遇法定节假日取消, 顺延至下一个工作日."""
    met = cursor.take(T.IF_MET) or cursor.take(T.EVERY)
    named = _take_days_off(cursor)
    if not named and met is not None:
        return False
    cursor.skip(T.FILLER, T.OF)
    verb = cursor.take(*_SHIFTS, T.KEPT)
    if verb is None:
        return False
    if verb.kind is T.KEPT:
        return True
    if not named and verb.kind is not T.POSTPONED:
        return False
    shift = _SHIFTS[verb.kind]
    is_weekend = named == {T.WEEKEND}
    _where_to(cursor, shift, is_weekend=is_weekend)
    if is_weekend and shift is Shift.SKIP:
        return _add_left_out(sentence, Except(weekdays=(5, 6)))
    same = (shift, MOVED_OFF_WEEKENDS.get(shift))
    leads_elsewhere = cursor.sees(T.TO) or sentence.shift not in (Shift.KEEP, *same)
    if leads_elsewhere:
        # 提前到周四; 周末顺延，节假日提前.
        sentence.ask(Question.NOT_ALL_UNDERSTOOD, verb.text)
    # 周末顺延，节假日也顺延: together they are all days off.
    is_weekend = is_weekend and sentence.shift is not shift
    sentence.shift = MOVED_OFF_WEEKENDS[shift] if is_weekend else shift
    return True


def _take_days_off(cursor: Cursor) -> set[T]:
    """Which days off are named: a weekend alone is no holiday."""
    kinds: set[T] = set()
    first = cursor.take(T.DAYS_OFF, T.HOLIDAY, T.WEEKEND)
    while first is not None:
        kinds.add(first.kind)
        cursor.skip(T.AND)
        first = cursor.take(T.DAYS_OFF, T.HOLIDAY, T.WEEKEND)
    return kinds


def _where_to(cursor: Cursor, shift: Shift, *, is_weekend: bool) -> None:
    """至下一个工作日; off a weekend 到周五: nothing that the shift does not say already."""
    before = cursor.at
    if not cursor.take(T.TO) and not cursor.sees(T.SHIFT):
        # 顺延一天 is something else.
        return
    cursor.take(T.SHIFT, T.BEFORE, T.AFTER, T.FIRST)
    cursor.take(T.MEASURE)
    place = cursor.at
    if is_weekend and weekdays_after_range(cursor) == _BESIDE_THE_WEEKEND.get(shift):
        return
    cursor.at = place
    if cursor.take(T.HOLIDAY):
        cursor.take(T.AFTER)
    cursor.take(T.OF)
    if cursor.take(T.NTH) or cursor.sees(T.NUMBER):
        cursor.number()
        cursor.take(T.MEASURE)
    cursor.take(T.MEASURE)
    last = cursor.take(T.WORKING_DAY, T.UNIT, T.DAY)
    if last is None:
        cursor.at = before
