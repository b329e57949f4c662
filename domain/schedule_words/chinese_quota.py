"""How often in Chinese: 至少两次, 1到2次, 上下半年各一次, 半年一次, 6月、12月各一次."""

from domain.schedule_words.chinese_amounts import read_amount
from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_every import hear_every, read_unit
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_sentence import Sentence
from domain.schedule_words.meaning import Every, Point, Unit
from domain.schedule_words.merging import merged
from domain.schedule_words.narrowing import MONTHS_IN
from domain.schedule_words.reading import Question

_PAIRS = {"一两": (1, 2), "两三": (2, 3), "一二": (1, 2), "二三": (2, 3), "三四": (3, 4)}


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


def hear_finer(cursor: Cursor, sentence: Sentence) -> bool:
    """每年不少于4次，每季度至少1次: the quarters say more than the year."""
    whole, every = sentence.at_least, sentence.point.every
    if whole is None or every is None or not cursor.sees(T.EVERY):
        return False
    trial = Sentence(settings=sentence.settings)
    if sentence.point != Point(every=every) or not hear_every(cursor, trial):
        return False
    cursor.skip(T.FILLER, T.OF)
    finer = trial.point.every
    if finer is None or trial.point != Point(every=finer) or not hear_quota(cursor, trial):
        return False
    times = MONTHS_IN.get(every.unit, 0) // MONTHS_IN.get(finer.unit, 1000)
    if times < 2 or finer.interval > 1 or whole != times * (trial.at_least or 0):
        sentence.ask(Question.NOT_ALL_UNDERSTOOD, "")
    sentence.point = trial.point
    sentence.at_least, sentence.at_most = trial.at_least, trial.at_most
    return True


def hear_each(cursor: Cursor, sentence: Sentence) -> bool:
    """6月、12月各一次, 5日、20日各一次: so often in each that was named."""
    word = cursor.take(T.EVERY)
    stretches, days = _named(sentence.point)
    many = max(stretches, days, len(sentence.amounts))
    if word is None or word.text != "各" or many < 2:
        return False
    whole, sentence.at_least = sentence.at_least, None
    cursor.skip(T.FILLER)
    if not hear_quota(cursor, sentence) or sentence.at_least is None:
        sentence.at_least = whole
        return False
    if sentence.has_offset:
        # 届满前6个月、3个月各提醒一次.
        once, sentence.at_least = sentence.at_least == 1, whole
        return once
    together = sentence.at_least * many
    if whole not in (None, together) or (days and sentence.at_least > 1):
        sentence.ask(Question.NOT_ALL_UNDERSTOOD, word.text)
    if days:
        sentence.at_least = together
    else:
        sentence.is_each = True
    return True


def _named(point: Point) -> tuple[int, int]:
    """How many months, quarters or halves were listed, and how many days or hours in them."""
    lists = (point.months, point.quarters, point.halves)
    days = max(map(len, (point.month_days, point.weekdays, point.clocks)))
    return max(map(len, lists)), days


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
    unit = read_unit(cursor) if number is not None and 1 <= number <= 100 else None
    if number is None or unit is None or unit in (Unit.HOUR, Unit.MINUTE):
        return None
    if number > 1 and unit in (Unit.MONTH, Unit.QUARTER) and not is_measured:
        # 两个月一次, but 5月一次 is in May, 二季度一次 in the second quarter.
        return None
    return Every(unit=unit, interval=number)
