"""What comes again in Chinese, and how often: 每两周, 隔周, 逢双月, 每学期至少两次."""

from dataclasses import replace

from domain.schedule_words.chinese_amounts import read_amount
from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_dates import read_date, with_part
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_sentence import Sentence, add_fragment
from domain.schedule_words.chinese_weeks import read_week
from domain.schedule_words.meaning import Every, Point, Unit
from domain.schedule_words.merging import merged
from domain.schedule_words.narrowing import MONTHS_IN
from domain.schedule_words.reading import Question

_UNIT_OF = {
    T.MONTH: Unit.MONTH,
    T.WEEK: Unit.WEEK,
    T.YEAR: Unit.YEAR,
    T.WORKING_DAY: Unit.WORKING_DAY,
}
_PAIRS = {"一两": (1, 2), "两三": (2, 3), "一二": (1, 2), "二三": (2, 3), "三四": (3, 4)}


def hear_every(cursor: Cursor, sentence: Sentence) -> bool:
    """每 with what follows it."""
    word = cursor.take(T.EVERY, T.GAP)
    if word is None:
        return False
    if isinstance(word.value, Unit):
        return _add(sentence, Point(every=Every(unit=word.value)))
    if cursor.take(T.WEEK_SET):
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
    unit = _unit(cursor)
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


def _unit(cursor: Cursor) -> Unit | None:
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


def hear_quota(cursor: Cursor, sentence: Sentence) -> bool:
    """至少两次, 不少于1次, 2次以上, 1到2次, 最多三次, 共8次."""
    opening = cursor.take(T.AT_LEAST, T.AT_MOST, T.IN_ALL)
    kind = None if opening is None else opening.kind
    if kind is not None:
        cursor.skip(T.FILLER, T.OF, T.EVENT)
    if kind is T.AT_LEAST and cursor.sees(T.EVERY):
        return True
    if kind is T.IN_ALL and sentence.run is None:
        sentence.run = read_amount(cursor)
        if sentence.run is not None:
            return True
    numbers = _how_many(cursor)
    if numbers is None or not cursor.take(T.TIMES):
        return False
    or_more = cursor.take(T.OR_MORE) is not None
    if kind is T.IN_ALL:
        return _hear_count(sentence, numbers)
    sentence.is_minimum = or_more or kind is T.AT_LEAST
    return _hear_bounds(sentence, numbers, at_most=kind is T.AT_MOST, or_more=or_more)


def _hear_count(sentence: Sentence, numbers: tuple[int, ...]) -> bool:
    if len(numbers) != 1 or sentence.count is not None:
        return False
    sentence.count = numbers[0]
    return True


def hear_halves(cursor: Cursor, sentence: Sentence) -> bool:
    """每年两次，上下半年各一次: the halves say more than the year."""
    halves = 0
    while cursor.take(T.HALVES) is not None:
        halves += 1
        cursor.take(T.AND)
    cursor.skip(T.FILLER)
    is_both = halves == 2 or (halves == 0 and cursor.take(T.BOTH_HALVES) is not None)
    cursor.skip(T.FILLER, T.OF)
    if not is_both or not (cursor.take(T.EVERY) or halves == 0):
        return False
    cursor.take(T.AT_LEAST)
    numbers = _how_many(cursor)
    if numbers is None or len(numbers) > 1 or not cursor.take(T.TIMES):
        return False
    whole = sentence.at_least
    yearly = sentence.point in (Point(), Point(every=Every(unit=Unit.YEAR)))
    if not yearly or whole not in (None, 2 * numbers[0]) or sentence.at_most is not None:
        return False
    sentence.at_least = numbers[0]
    sentence.point = Point(every=Every(unit=Unit.HALF_YEAR))
    return True


def _hear_bounds(
    sentence: Sentence, numbers: tuple[int, ...], *, at_most: bool, or_more: bool
) -> bool:
    if sentence.at_least is not None or sentence.at_most is not None or numbers[-1] == 0:
        return False
    if numbers[0] == 0 and not at_most:
        return False
    sentence.at_least = 0 if at_most else numbers[0]
    if at_most or (len(numbers) > 1 and not or_more):
        sentence.at_most = numbers[-1]
    return True


def _how_many(cursor: Cursor) -> tuple[int, ...] | None:
    word = cursor.peek()
    if word is not None and word.text in _PAIRS:
        cursor.take()
        return _PAIRS[word.text]
    first = cursor.number()
    if first is None:
        return None
    before = cursor.at
    second = cursor.number() if cursor.take(T.TO) else None
    if second is None or second <= first:
        cursor.at = before
        return (first,)
    return first, second


def hear_per(cursor: Cursor, sentence: Sentence) -> bool:
    """一年四次, 两周一次, 半年一次: the stretch that is counted in, before the count."""
    before = cursor.words[cursor.at - 1].kind if cursor.at else None
    if sentence.point.every is not None or before in (T.BEFORE, T.AFTER, T.IN_ADVANCE):
        return False
    every = _per(cursor)
    together = None if every is None else merged(sentence.point, Point(every=every))
    cursor.skip(T.FILLER, T.OF)
    if together is None or not hear_quota(cursor, sentence):
        return False
    sentence.point = together
    return True


def _per(cursor: Cursor) -> Every | None:
    word = cursor.take(T.UNIT)
    if word is not None:
        return Every(unit=Unit.HALF_YEAR) if word.value is Unit.HALF_YEAR else None
    number = cursor.number()
    is_measured = cursor.take(T.MEASURE) is not None
    unit = _unit(cursor) if number is not None and 1 <= number <= 100 else None
    if number is None or unit is None or unit in (Unit.HOUR, Unit.MINUTE):
        return None
    if number > 1 and unit in (Unit.MONTH, Unit.QUARTER) and not is_measured:
        # 两个月一次, but 5月一次 is in May, 二季度一次 in the second quarter.
        return None
    return Every(unit=unit, interval=number)
