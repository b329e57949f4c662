"""What comes again in Chinese: 每两周, 隔周, 逢双月, 每学期."""

from dataclasses import replace

from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_dates import read_date, with_part
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_sentence import Sentence, add_fragment
from domain.schedule_words.chinese_weeks import read_week, weekdays_after_range
from domain.schedule_words.meaning import Every, Point, Unit
from domain.schedule_words.narrowing import MONTHS_IN
from domain.schedule_words.reading import Question

_UNIT_OF = {
    T.MONTH: Unit.MONTH,
    T.WEEK: Unit.WEEK,
    T.YEAR: Unit.YEAR,
    T.WORKING_DAY: Unit.WORKING_DAY,
}


def hear_every(cursor: Cursor, sentence: Sentence) -> bool:
    """每 with what follows it."""
    word = cursor.take(T.EVERY, T.GAP)
    if word is None:
        return False
    if isinstance(word.value, Unit):
        return _add(sentence, Point(every=Every(unit=word.value)))
    if cursor.take(T.WEEK_SET):
        weekdays_after_range(cursor)
        sentence.ask(Question.TERM_START, word.text)
        return True
    before = cursor.at
    point = _every_unit(cursor, sentence, is_gap=word.kind is T.GAP)
    if point is not None and point.every and point.every.unit in (Unit.HOUR, Unit.MINUTE):
        # 每天每小时: no rule of days can say it.
        sentence.ask(Question.VAGUE, word.text)
    if point is not None and point.every is not None and point.every.unit in MONTHS_IN:
        point = _month_after(cursor, point) or with_part(cursor, point, point.every.unit)
    if point is not None and add_fragment(sentence, point):
        return True
    cursor.at = before
    point = None if word.kind is T.GAP else _every_named(cursor)
    return point is not None and add_fragment(sentence, point)


def _month_after(cursor: Cursor, point: Point) -> Point | None:
    """每季度次月, 每月次月: the months before which one of them has just ended."""
    every = point.every
    if every is None or point != Point(every=every) or every.interval > 1:
        return None
    if every.unit is Unit.YEAR or not cursor.take(T.NEXT_MONTH):
        return None
    months = tuple(range(1, 13, MONTHS_IN[every.unit]))
    return point if every.unit is Unit.MONTH else Point(months=months, repeats=True)


def _add(sentence: Sentence, point: Point) -> bool:
    return add_fragment(sentence, point)


def _every_unit(cursor: Cursor, sentence: Sentence, *, is_gap: bool) -> Point | None:
    """每周一, 每两周, 每个月, 每晚, 隔天."""
    number = cursor.number()
    is_measured = cursor.take(T.MEASURE) is not None
    word = cursor.peek()
    if word is None:
        return None
    if word.kind is T.PART_OF_DAY and number is None:
        return Point(every=Every(unit=Unit.DAY))
    if word.kind is T.WEEKEND and number is None:
        cursor.take()
        return Point(every=Every(unit=Unit.WEEK), weekend=True)
    unit = read_unit(cursor)
    interval = 1 if number is None else number
    if unit is None or not 1 <= interval <= 100:
        return None
    if number is not None and not _is_interval(cursor, unit, is_measured=is_measured):
        return None
    if is_gap:
        if number is not None and number > 1:
            # 每隔两天: literally every third day, often said for every second.
            sentence.gap_alternative = number
        interval += 1
    every = Every(unit=unit, interval=interval)
    return Point(every=every) if unit is not Unit.WEEK else _weekly(cursor, every)


def _weekly(cursor: Cursor, every: Every) -> Point:
    """每两周, 每周一三五: the word for week has been taken."""
    cursor.at -= 1
    days = read_week(cursor)
    if days is not None and not days.nth:
        return replace(days, every=every)
    cursor.take(T.WEEK)
    return Point(every=every)


def _is_interval(cursor: Cursor, unit: Unit, *, is_measured: bool) -> bool:
    """每3月 is no three months, and 逢15日 a day of the month."""
    falls_on = cursor.words[cursor.at - 1].text == "日" and _falls_on(cursor)
    return not falls_on and (unit is not Unit.MONTH or is_measured)


def _falls_on(cursor: Cursor) -> bool:
    """逢15日 is a day of the month, 每15日 a fortnight and a day."""
    opening = cursor.words[cursor.at - 3].text if cursor.at >= 3 else ""
    return opening.endswith("逢")


def read_unit(cursor: Cursor) -> Unit | None:
    """天, 日, 周, 月, 季度: what is counted in."""
    word = cursor.take()
    if word is None:
        return None
    if word.kind is T.UNIT and isinstance(word.value, Unit):
        return word.value
    if word.kind is T.DAY and word.text == "日":
        return Unit.DAY
    return _UNIT_OF.get(word.kind)


def _every_named(cursor: Cursor) -> Point | None:
    """逢3、6、9月, 逢15日, 每逢春节, 逢双月."""
    point = read_date(cursor)
    if point is None:
        return None
    if point.months or point.quarters or point.halves:
        return replace(point, repeats=True)
    if point.festival:
        return replace(point, every=Every(unit=Unit.YEAR))
    return replace(point, every=Every(unit=Unit.MONTH)) if point.month_days else None
