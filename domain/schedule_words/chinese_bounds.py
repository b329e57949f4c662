"""From when and until when, in Chinese: 从下周开始, 12月1日起, 到年底为止."""

from dataclasses import replace

from domain.schedule_words.chinese_amounts import read_amount
from domain.schedule_words.chinese_clocks import read_clocks
from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_sentence import (
    Bound,
    Sentence,
    add_fragment,
    read_point,
)
from domain.schedule_words.meaning import Amount, Offset, Point
from domain.schedule_words.merging import merged
from domain.schedule_words.reading import Question
from domain.schedule_words.rules import is_recurring


def hear_bounds(cursor: Cursor, sentence: Sentence) -> bool:
    """从下周开始, 自3月1日起至12月底, 到12月底为止, 9月1日起."""
    if cursor.take(T.FROM) and not cursor.sees(T.FROM_NOW):
        return _from(cursor, sentence)
    if sentence.since is None and cursor.take(T.FROM_NOW):
        if not _follows_a_limit(cursor):
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
    hours = cursor.at
    if read_clocks(cursor, sentence.settings) is not None and not cursor.sees(T.STARTING):
        # 上午9点，12月1日起: the hour is not that of the beginning.
        return False
    cursor.at = hours
    point = _bound(cursor, sentence)
    if point is None or not cursor.take(T.STARTING):
        return False
    if isinstance(point, Point) and point == _hours_of(point):
        # 下午4点开始 is when it is, and not since when.
        return add_fragment(sentence, point)
    return _since(cursor, sentence, point)


def _hours_of(point: Point) -> Point:
    return Point(clocks=point.clocks, part_of_day=point.part_of_day)


def _without_hours(sentence: Sentence, since: Bound) -> Bound:
    """12月1日上午9点起每周一: at that hour each time."""
    if not isinstance(since, Point) or _hours_of(since) == Point():
        return since
    if not add_fragment(sentence, _hours_of(since)):
        sentence.ask(Question.NOT_ALL_UNDERSTOOD, "")
    return replace(since, clocks=(), part_of_day=None)


def _follows_a_limit(cursor: Cursor) -> bool:
    """即日起三日内: within three days, as everything is counted from now."""
    before = cursor.at
    is_limit = read_amount(cursor) is not None and cursor.take(T.WITHIN) is not None
    cursor.at = before
    return is_limit


def _since(cursor: Cursor, sentence: Sentence, since: Bound) -> bool:
    """12月10日起三天 is a window, 12月10日起 alone begins something."""
    lasting = _length(cursor)
    point = sentence.point
    whole = merged(point, since) if isinstance(since, Point) else None
    if lasting is None or whole is None or point != Point(every=point.every):
        sentence.since = _without_hours(sentence, since)
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
    if isinstance(since, Point) and isinstance(until, Point) and sentence.to is None:
        # A span may turn out to be all that is said: then it is a window.
        sentence.range_start, sentence.to = since, until
        return True
    sentence.since, sentence.until = _without_hours(sentence, since), until
    return True


def _bound(cursor: Cursor, sentence: Sentence) -> Bound | None:
    point = read_point(cursor, sentence.settings, is_border=True)
    if point is not None:
        return point
    before = cursor.at
    amount = read_amount(cursor)
    if amount is not None and cursor.take(T.AFTER):
        return Offset(amounts=(amount,), sign=1)
    cursor.at = before
    return None
