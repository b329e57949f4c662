"""What stands so long before or after something, in Chinese: 三天内, 会后3个工作日内, 节前."""

from dataclasses import replace

from domain.schedule_words.chinese_amounts import read_amounts
from domain.schedule_words.chinese_beside import hear_weekday_beside, hear_weekday_of_that_week
from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_first_days import first_of, is_stretch
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_sentence import Sentence
from domain.schedule_words.chinese_text import Word
from domain.schedule_words.meaning import Amount, Event, Part, Point, Unit
from domain.schedule_words.reading import Question

_SIGNS = {T.AFTER: 1, T.BEFORE: -1}


def hear_amount(cursor: Cursor, sentence: Sentence) -> bool:
    """三天内, 两小时后, 近30天, 届满前六个月和三个月, 会后3个工作日内, 提前一周."""
    if sentence.has_offset:
        return False
    if cursor.take(T.PAST, T.COMING):
        return _span_of_now(cursor, sentence)
    if cursor.sees(T.ENDING, T.AFTER) or cursor.sees(T.ENDING, T.BEFORE):
        # 每季度结束后10日内 counts from its end, and 结束前5天 too.
        cursor.take()
        if cursor.sees(T.BEFORE) and sentence.event is None and is_stretch(sentence.point):
            unit = _unit_of(sentence.point)
            sentence.point = replace(sentence.point, part=Part.LAST_DAY, part_unit=unit)
    if cursor.sees(T.BEFORE) or cursor.sees(T.AFTER) or cursor.sees(T.IN_ADVANCE):
        return _beside(cursor, sentence)
    if cursor.take(T.PASSING):
        amounts = read_amounts(cursor)
        return bool(amounts) and _offset(sentence, amounts, T.AFTER)
    return _counted(cursor, sentence)


def _counted(cursor: Cursor, sentence: Sentence) -> bool:
    """三天内, 两小时后, 届满30日前: what is counted comes first."""
    amounts = read_amounts(cursor)
    if not amounts:
        return False
    closing = cursor.take(T.WITHIN, T.AFTER, T.BEFORE)
    if closing is None:
        return _lasting(sentence, amounts)
    if _is_a_date(cursor, sentence, closing):
        return False
    if closing.kind is T.AFTER and hear_weekday_of_that_week(cursor, sentence, amounts[0]):
        return True
    if closing.kind is T.AFTER:
        cursor.take(T.WITHIN)
    return _offset(sentence, amounts, closing.kind)


def _lasting(sentence: Sentence, amounts: tuple[Amount, ...]) -> bool:
    """每周三14:00，2小时: behind an hour it is how long it takes."""
    is_short = len(amounts) == 1 and amounts[0].unit in (Unit.HOUR, Unit.MINUTE)
    if not is_short or not sentence.point.clocks or sentence.lasting or sentence.to:
        return False
    sentence.lasting = amounts[0]
    return True


def hear_next_working_day(cursor: Cursor, sentence: Sentence) -> bool:
    """下个工作日, 下一个工作日: the first one after today, and of nothing else."""
    word = cursor.peek()
    if not cursor.sees(T.SHIFT, T.WORKING_DAY) or word is None or word.value != 1:
        return False
    if sentence.has_offset or sentence.event is not None or sentence.point != Point():
        return False
    cursor.at += 2
    # 下个工作日前 is by its end, as 5日前 is.
    sentence.is_deadline = cursor.take(T.BEFORE, T.WITHIN) is not None or sentence.is_deadline
    return _offset(sentence, (Amount(count=1, unit=Unit.WORKING_DAY),), T.AFTER)


def _is_a_date(cursor: Cursor, sentence: Sentence, closing: Word) -> bool:
    """20日前 and 12月5日后 are dates; 5日内 and 届满30日前 are lengths."""
    if cursor.words[cursor.at - 2].text != "日" or sentence.event is not None:
        return False
    return closing.kind is T.BEFORE or sentence.point != Point()


def _span_of_now(cursor: Cursor, sentence: Sentence) -> bool:
    sign = -1 if cursor.words[cursor.at - 1].kind is T.PAST else 1
    cursor.take(T.OF)
    amounts = read_amounts(cursor)
    if len(amounts) != 1:
        return False
    cursor.take(T.WITHIN)
    sentence.amounts, sentence.sign, sentence.is_span = amounts, sign, True
    return True


def _offset(sentence: Sentence, amounts: tuple[Amount, ...], closing: T) -> bool:
    """Measured from what was named before, else from now."""
    has_base = sentence.event is not None or sentence.point != Point()
    if closing is T.WITHIN:
        sentence.is_deadline = True
    is_open = sentence.event is None and sentence.point != Point(every=sentence.point.every)
    if closing is T.WITHIN and is_open and is_stretch(sentence.point):
        # 首月5个工作日内 are the first ones of it.
        if first_of(sentence, amounts, is_within=True):
            return True
        sentence.ask(Question.WHICH_MEANING, "")
    sentence.amounts = amounts
    sentence.sign = -1 if closing is T.BEFORE else 1
    if has_base:
        sentence.take_base()
    return True


def _beside(cursor: Cursor, sentence: Sentence) -> bool:
    """前一周, 后3个工作日内, 后第一个工作日: after a point or an event."""
    # After the days off, and not after the day that names them.
    is_holiday = cursor.at > 0 and "假" in cursor.words[cursor.at - 1].text
    word = cursor.take()
    if word is None:
        return False
    if sentence.event is None and sentence.point == Point():
        return _lead_alone(cursor, sentence, word)
    if word.kind in _SIGNS and hear_weekday_beside(cursor, sentence, is_after=word.kind is T.AFTER):
        return True
    if word.kind is T.IN_ADVANCE and (sentence.point.clocks or sentence.point.every):
        # 每周五15:00提前1天提醒: the lead is not the schedule.
        return False
    cursor.skip(T.OF)
    amounts = read_amounts(cursor)
    if not amounts:
        amounts = read_ordinal(cursor) if word.kind is T.AFTER else _last_working_day(cursor)
    if not amounts:
        return False
    is_within = cursor.take(T.WITHIN) is not None
    if word.kind is T.BEFORE and sentence.event is None and is_stretch(sentence.point):
        return first_of(sentence, amounts, is_within=is_within)
    if word.kind is T.BEFORE and is_within:
        # 届满前三个月内: any time in these months, or by the first day of them?
        sentence.ask(Question.WHICH_MEANING, "")
    if word.kind is T.AFTER and is_holiday:
        sentence.ask(Question.HOLIDAY, "")
    sentence.is_deadline = sentence.is_deadline or is_within
    cursor.take(T.BEFORE)
    sentence.amounts = amounts
    sentence.sign = 1 if word.kind is T.AFTER else -1
    sentence.take_base()
    return True


def _lead_alone(cursor: Cursor, sentence: Sentence, word: Word) -> bool:
    """提前3天和1天, before something that is not named."""
    amounts = read_amounts(cursor) if word.kind is T.IN_ADVANCE else ()
    if not amounts:
        return False
    sentence.event = Event(name="event")
    sentence.amounts, sentence.sign = amounts, -1
    return True


def _unit_of(point: Point) -> Unit:
    """Of what it is the end: of each quarter, of next month, of 2027."""
    if point.every is not None:
        return point.every.unit
    if point.months or point.month_shift is not None:
        return Unit.MONTH
    if point.quarters or point.quarter_shift is not None:
        return Unit.QUARTER
    is_half = point.halves or point.half_shift is not None
    return Unit.HALF_YEAR if is_half else Unit.YEAR


def _last_working_day(cursor: Cursor) -> tuple[Amount, ...]:
    """国庆前最后一个工作日."""
    before = cursor.at
    if cursor.take(T.LAST):
        cursor.number()
        cursor.take(T.MEASURE)
        if cursor.take(T.WORKING_DAY):
            return (Amount(count=1, unit=Unit.WORKING_DAY),)
    cursor.at = before
    return ()


def read_ordinal(cursor: Cursor) -> tuple[Amount, ...]:
    """第一个工作日, 首个工作日, 第二天 after something."""
    if cursor.take(T.NEXT_DAY):
        return (Amount(count=1, unit=Unit.DAY),)
    first = cursor.take(T.FIRST)
    number = 1 if first else (cursor.number() if cursor.take(T.NTH) else None)
    if number is None:
        return ()
    cursor.take(T.MEASURE)
    if cursor.take(T.WORKING_DAY):
        return (Amount(count=number, unit=Unit.WORKING_DAY),)
    day = cursor.take(T.UNIT, T.DAY)
    # The third day after may count the day itself or not.
    is_clear = day is not None and day.text in ("天", "日") and number == 1
    return (Amount(count=1, unit=Unit.DAY),) if is_clear else ()
