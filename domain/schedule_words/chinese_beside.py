"""The weekday beside something in Chinese: 后第一个周一, 前最后一个周五, 两周后的周三."""

from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_sentence import Sentence
from domain.schedule_words.chinese_weeks import weekdays_after_range
from domain.schedule_words.meaning import Amount, Point, Unit

_MOST = 10


def hear_weekday_beside(cursor: Cursor, sentence: Sentence, *, is_after: bool) -> bool:
    """国庆节后第一个周一, 春节前最后一个周五, 元旦后的周三: behind the 后 or 前."""
    if sentence.event is not None or sentence.point.clocks:
        return False
    found = _weekday_beside(cursor, is_after=is_after)
    if found is None:
        return False
    which, sentence.weekday = found
    sentence.amounts = (Amount(count=which, unit=Unit.WEEK),)
    sentence.sign = 1 if is_after else -1
    sentence.take_base()
    return True


def hear_weekday_of_that_week(cursor: Cursor, sentence: Sentence, amount: Amount) -> bool:
    """两周后的周三 is the Wednesday of that week."""
    if amount.unit is not Unit.WEEK or sentence.point != Point() or sentence.event is not None:
        return False
    before = cursor.at
    cursor.skip(T.OF)
    days = weekdays_after_range(cursor) if cursor.sees(T.WEEK) else ()
    if not days:
        cursor.at = before
        return False
    sentence.point = Point(week_shift=amount.count, weekdays=days)
    return True


def _weekday_beside(cursor: Cursor, *, is_after: bool) -> tuple[int, int] | None:
    """Which one on that side, and its weekday; the cursor stays where none is named."""
    before = cursor.at
    is_told = cursor.take(T.OF) is not None
    which = _after(cursor) if is_after else _before(cursor)
    if which is None and (is_told or is_after):
        # 12月底前周五 may be every Friday until then.
        which = 1
    is_weekday = cursor.sees(T.WEEK)
    days = weekdays_after_range(cursor) if which is not None and is_weekday else ()
    if which is None or not days:
        cursor.at = before
        return None
    return which, days[0]


def _after(cursor: Cursor) -> int | None:
    """第一个, 首个, 下一个."""
    if cursor.take(T.FIRST, T.SHIFT):
        cursor.take(T.MEASURE)
        return 1
    number = cursor.number() if cursor.take(T.NTH) else None
    cursor.take(T.MEASURE)
    return number if number is not None and 1 <= number <= _MOST else None


def _before(cursor: Cursor) -> int | None:
    """最后一个, 一个, 上一个."""
    is_last = cursor.take(T.LAST, T.SHIFT) is not None
    number = cursor.number()
    is_counted = cursor.take(T.MEASURE) is not None
    if number not in (None, 1):
        return None
    return 1 if is_last or (number and is_counted) else None
