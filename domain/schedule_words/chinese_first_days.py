"""The first or the last few days of a stretch in Chinese: 每月前三天, 每月最后两个周五."""

from dataclasses import replace

from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_sentence import Sentence
from domain.schedule_words.chinese_weeks import weekdays_after_range
from domain.schedule_words.meaning import Amount, Point, Unit
from domain.schedule_words.reading import Question

_MOST = 5


def is_stretch(point: Point) -> bool:
    """A month, a quarter or a year that no day was chosen of."""
    chosen = (point.month_days, point.weekdays, point.nth, point.festival, point.clocks)
    return not any(chosen) and point.day_shift is None and point.part is None


def first_of(sentence: Sentence, amounts: tuple[Amount, ...], *, is_within: bool) -> bool:
    """每月前三天 are its first days; 12月前三天 may also be the days before it."""
    amount = amounts[0]
    if len(amounts) > 1 or amount.unit not in (Unit.DAY, Unit.WORKING_DAY):
        return False
    if sentence.point.every is None:
        sentence.ask(Question.WHICH_MEANING, "")
    if not is_within and amount.unit is Unit.DAY:
        sentence.point = replace(sentence.point, nth=(1,), nth_unit=Unit.DAY)
        sentence.lasting = amount
        return True
    # 每月前三个工作日 are done by the third one; with an hour it may be on each of them.
    sentence.is_run_of_days = not is_within
    working = amount.unit is Unit.WORKING_DAY
    sentence.is_deadline = True
    sentence.point = replace(
        sentence.point, nth=(amount.count,), nth_unit=amount.unit, of_working_days=working
    )
    return True


def hear_run(cursor: Cursor, sentence: Sentence) -> bool:
    """每月前两个周五, 最后三天: a few of them, side by side."""
    side = cursor.take(T.BEFORE, T.LAST)
    is_open = sentence.event is None and sentence.point != Point() and is_stretch(sentence.point)
    number = cursor.number() if side and is_open else None
    cursor.take(T.MEASURE)
    if side is None or number is None or not 2 <= number <= _MOST:
        return False
    days = weekdays_after_range(cursor) if cursor.sees(T.WEEK) else ()
    is_last = side.kind is T.LAST
    if days:
        places = range(-number, 0) if is_last else range(1, number + 1)
        sentence.point = replace(sentence.point, nth=tuple(places), weekdays=days)
        return True
    day = cursor.take(T.UNIT, T.DAY) if is_last else None
    if day is None or day.text not in ("天", "日"):
        return False
    sentence.point = replace(sentence.point, nth=(-number,), nth_unit=Unit.DAY)
    sentence.lasting = Amount(count=number, unit=Unit.DAY)
    return True
