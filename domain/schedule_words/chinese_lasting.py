"""For how long a rule holds, in Chinese: 连续8周, 为期三个月."""

from dataclasses import replace

from domain.schedule_words.chinese_sentence import Sentence
from domain.schedule_words.how_often import times_in
from domain.schedule_words.meaning import Amount, Every, Expression, Offset, Point, Unit
from domain.schedule_words.reading import Question

_FINE_TO_COARSE = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR)


def with_length(heard: Sentence, said: Expression) -> Expression:
    """连续8周每周五 is eight times; from some day for three months ends with a day."""
    said = _each_of_the_run(heard, said)
    length = heard.run or _bounding(heard, said)
    point = said.when
    if length is None:
        return said
    if not isinstance(point, Point) or said.count is not None or said.until is not None:
        return replace(said, doubt=said.doubt or Question.WHICH_MEANING)
    said = replace(said, lasting=None)
    count = times_in(point, length)
    if count is not None:
        return replace(said, count=count)
    if point.every is None or length.unit not in _FINE_TO_COARSE:
        return replace(said, doubt=said.doubt or Question.WHICH_MEANING)
    since = said.since if isinstance(said.since, Point) else None
    # Counted from today or from the first time: for what comes every day that is the same.
    is_clear = since is not None or point.every.unit is Unit.DAY
    doubt = said.doubt if is_clear else said.doubt or Question.WHICH_MEANING
    return replace(said, until=Offset(amounts=(length,), sign=1, of=since), doubt=doubt)


def _each_of_the_run(heard: Sentence, said: Expression) -> Expression:
    """连续三周周六 is every Saturday of them, 连续五天9点 every day."""
    point, run = said.when, heard.run
    if run is None or not isinstance(point, Point) or point.every or point.repeats:
        return said
    if run.unit is Unit.WEEK and point == Point(weekdays=point.weekdays, clocks=point.clocks):
        each = Every(unit=Unit.WEEK) if point.weekdays else None
    else:
        is_hour = run.unit is Unit.DAY and point == Point(clocks=point.clocks)
        each = Every(unit=Unit.DAY) if is_hour else None
    return replace(said, when=replace(point, every=each)) if each else said


def _bounding(heard: Sentence, said: Expression) -> Amount | None:
    """Three days of each month are a window; three months of each Friday are a bound."""
    point, lasting = said.when, heard.lasting
    every = point.every if isinstance(point, Point) else None
    if lasting is None or every is None or lasting.unit not in _FINE_TO_COARSE:
        return None
    if every.unit not in _FINE_TO_COARSE:
        return None
    is_longer = _FINE_TO_COARSE.index(lasting.unit) >= _FINE_TO_COARSE.index(every.unit)
    return lasting if is_longer else None
