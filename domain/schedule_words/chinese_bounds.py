"""From when, until when, what is left out, and days off, in Chinese."""

from domain.schedule_words.chinese_amounts import read_amount
from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_sentence import (
    Bound,
    Sentence,
    add_fragment,
    read_point,
)
from domain.schedule_words.chinese_weeks import weekdays_after_range
from domain.schedule_words.meaning import Amount, Except, Offset, Point
from domain.schedule_words.merging import merged
from domain.schedule_words.reading import Question
from domain.schedule_words.rules import is_recurring
from domain.working_day import MOVED_OFF_WEEKENDS, Shift

_SHIFTS = {T.POSTPONED: Shift.AFTER, T.IN_ADVANCE: Shift.BEFORE, T.CANCELLED: Shift.SKIP}
_BESIDE_THE_WEEKEND = {Shift.BEFORE: (4,), Shift.AFTER: (0,)}


def hear_bounds(cursor: Cursor, sentence: Sentence) -> bool:
    """从下周开始, 自3月1日起至12月底, 到12月底为止, 9月1日起."""
    if cursor.take(T.FROM) and not cursor.sees(T.FROM_NOW):
        return _from(cursor, sentence)
    if sentence.since is None and cursor.take(T.FROM_NOW):
        sentence.since = Point(day_shift=0)
        return True
    before = cursor.at
    opening = cursor.take(T.TO, T.BY)
    if opening is not None:
        until = _bound(cursor, sentence)
        has_ended = cursor.take(T.ENDING, T.BEFORE) is not None
        is_whole = opening.value == "until" and is_recurring(sentence.point)
        if until is not None and sentence.until is None and (has_ended or is_whole):
            sentence.until = until
            return True
        cursor.at = before
        return False
    if T.STARTING not in cursor.kinds or sentence.since is not None:
        return False
    point = _bound(cursor, sentence)
    if point is None or not cursor.take(T.STARTING):
        return False
    if isinstance(point, Point) and point == Point(
        clocks=point.clocks, part_of_day=point.part_of_day
    ):
        # 下午4点开始 is when it is, and not since when.
        return add_fragment(sentence, point)
    return _since(cursor, sentence, point)


def _since(cursor: Cursor, sentence: Sentence, since: Bound) -> bool:
    """12月10日起三天 is a window, 12月10日起 alone begins something."""
    lasting = _length(cursor)
    point = sentence.point
    whole = merged(point, since) if isinstance(since, Point) else None
    if lasting is None or whole is None or point != Point(every=point.every):
        sentence.since = since
        return lasting is None
    cursor.take(T.WITHIN)
    sentence.point, sentence.lasting = whole, lasting
    return True


def _length(cursor: Cursor) -> Amount | None:
    """三天, 为期三天: right behind where it begins."""
    before = cursor.at
    cursor.skip(T.OF)
    is_told = cursor.take(T.LASTING) is not None
    lasting = read_amount(cursor) if is_told or cursor.at == before else None
    if lasting is None:
        cursor.at = before
    return lasting


def _from(cursor: Cursor, sentence: Sentence) -> bool:
    since = _bound(cursor, sentence)
    if since is None or sentence.since is not None:
        return False
    cursor.take(T.STARTING)
    cursor.skip(T.OF)
    before = cursor.at
    if not cursor.take(T.TO):
        return _since(cursor, sentence, since)
    until = _bound(cursor, sentence)
    if until is None:
        cursor.at = before
        sentence.since = since
        return True
    cursor.take(T.ENDING)
    if isinstance(since, Point) and isinstance(until, Point):
        # A span may turn out to be all that is said: then it is a window.
        sentence.range_start, sentence.to = since, until
        return True
    sentence.since, sentence.until = since, until
    return True


def _bound(cursor: Cursor, sentence: Sentence) -> Bound | None:
    point = read_point(cursor, sentence.settings)
    if point is not None:
        return point
    before = cursor.at
    amount = read_amount(cursor)
    if amount is not None and cursor.take(T.AFTER):
        return Offset(amounts=(amount,), sign=1)
    cursor.at = before
    return None


def hear_exception(cursor: Cursor, sentence: Sentence) -> bool:
    """除节假日外, 除了周五, 不含8月, 寒暑假除外."""
    opened = cursor.take(T.EXCEPT)
    if opened is not None:
        if not _leave_all_out(cursor, sentence):
            return False
        cursor.take(T.OUTSIDE)
        cursor.take(T.EXCEPTED)
        return True
    if T.EXCEPTED not in cursor.kinds:
        return False
    before = cursor.at
    trial = Sentence(settings=sentence.settings)
    if _leave_all_out(cursor, trial) and cursor.take(T.EXCEPTED):
        cursor.at = before
        return _leave_all_out(cursor, sentence) and cursor.take(T.EXCEPTED) is not None
    return False


def _leave_all_out(cursor: Cursor, sentence: Sentence) -> bool:
    """7月和8月, 周末和节假日: one after the other."""
    is_any, before = False, cursor.at
    while _leave_out(cursor, sentence):
        is_any, before = True, cursor.at
        cursor.skip(T.AND, T.OF)
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
    _where_to(cursor, shift)
    is_weekend = named == {T.WEEKEND}
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


def _where_to(cursor: Cursor, shift: Shift) -> None:
    """至下一个工作日, 到周五: nothing that the shift does not say already."""
    before = cursor.at
    if not cursor.take(T.TO) and not cursor.sees(T.SHIFT):
        # 顺延一天 is something else.
        return
    cursor.take(T.SHIFT, T.BEFORE, T.AFTER, T.FIRST)
    cursor.take(T.MEASURE)
    place = cursor.at
    if weekdays_after_range(cursor) == _BESIDE_THE_WEEKEND.get(shift):
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
