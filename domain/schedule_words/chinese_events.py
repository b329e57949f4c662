"""Something dated elsewhere that a moment hangs on, in Chinese: 会议, 任期届满, 每学期末."""

from domain.schedule_words.chinese_amounts import read_amounts
from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_offsets import read_ordinal
from domain.schedule_words.chinese_school import skip_school_week
from domain.schedule_words.chinese_sentence import Sentence
from domain.schedule_words.chinese_text import Word
from domain.schedule_words.meaning import Amount, Event, Point, Unit
from domain.schedule_words.reading import Question

# Both their start and their end may be meant.
_HELD = ("meeting", "activity", "inspection", "training", "exam", "election")
OFTEN_NEUTRAL = (*_HELD, "meeting_start", "meeting_end", "activity_start", "notice")
_SCHOOL_DATES = ("school_start", "term_of_school_end", "midterm")


def hear_event(cursor: Cursor, sentence: Sentence) -> bool:
    """任期届满, 会议, 开学, 节: followed by something that hangs on it."""
    if cursor.sees(T.BY) and sentence.event is None:
        return _hear_deadline(cursor, sentence)
    _skip_opening(cursor)
    if sentence.event is None and _hear_edge(cursor, sentence):
        return True
    word = cursor.take(T.EVENT, T.HOLIDAY)
    if word is not None and word.text == "通知" and sentence.has_offset:
        # 会前3天通知 is what is done then.
        return cursor.is_done
    if word is None or sentence.event is not None:
        return False
    if word.kind is T.HOLIDAY:
        return _hear_holiday(cursor, sentence, word)
    name = _with_edge(cursor, str(word.value))
    is_measured = _is_measured_from(cursor) or _sees_that_day(cursor)
    if word.value in OFTEN_NEUTRAL and not is_measured:
        # 每周五开会 says nothing about another meeting.
        return True
    if _is_on_that_day(cursor, sentence):
        sentence.event = Event(name=name)
        return True
    if name in _SCHOOL_DATES and not _is_measured_from(cursor, by_amount=True):
        sentence.ask(Question.TERM_START, word.text)
        skip_school_week(cursor)
    sentence.event = Event(name=name)
    return True


def _skip_opening(cursor: Cursor) -> None:
    """每次会议前三天, 每学期末, 自收到通知之日起."""
    if cursor.sees(T.FROM, T.EVENT):
        cursor.take()
    if cursor.take(T.EVERY):
        cursor.take(T.TIMES)


def _hear_deadline(cursor: Cursor, sentence: Sentence) -> bool:
    """截止前三天."""
    cursor.take()
    if not cursor.sees(T.BEFORE) and not _sees_that_day(cursor):
        return False
    sentence.event = Event(name="deadline")
    _is_on_that_day(cursor, sentence)
    return True


def _hear_holiday(cursor: Cursor, sentence: Sentence, word: Word) -> bool:
    """节前, 收假后."""
    is_after = cursor.sees(T.AFTER) or word.text == "收假"
    if not is_after and not cursor.sees(T.BEFORE):
        return False
    if word.text == "放假":
        sentence.ask(Question.SCHOOL_DATES, word.text)
    sentence.event = Event(name="holiday_end" if is_after else "holiday_start")
    return True


def _with_edge(cursor: Cursor, name: str) -> str:
    """活动开始 and 活动结束 are hours apart."""
    edge = cursor.take(T.STARTING, T.ENDING) if name in _HELD else None
    if edge is None:
        return name
    return f"{name}_start" if edge.kind is T.STARTING else f"{name}_end"


def _sees_that_day(cursor: Cursor) -> bool:
    word = cursor.peek()
    return word is not None and word.text in ("当天", "当日")


def _is_on_that_day(cursor: Cursor, sentence: Sentence) -> bool:
    """会议当天."""
    if not _sees_that_day(cursor) or sentence.has_offset:
        return False
    cursor.take()
    sentence.amounts, sentence.sign = (Amount(count=0, unit=Unit.DAY),), -1
    return True


def _is_measured_from(cursor: Cursor, *, by_amount: bool = False) -> bool:
    """Followed by 前, or by an amount and 前 or 后."""
    before = cursor.at
    amounts = read_amounts(cursor)
    mark = cursor.take(T.BEFORE, T.AFTER, T.IN_ADVANCE)
    follows = mark is not None and (
        amounts or _counts(cursor) or (mark.kind is T.BEFORE and not by_amount)
    )
    cursor.at = before
    return bool(follows)


def _counts(cursor: Cursor) -> bool:
    cursor.skip(T.OF)
    return bool(read_amounts(cursor) or read_ordinal(cursor))


def _hear_edge(cursor: Cursor, sentence: Sentence) -> bool:
    """开始前10分钟, 结束后一小时内: of what the line is about."""
    if sentence.point != Point():
        return False
    word = cursor.take(T.STARTING, T.ENDING)
    if word is None or word.text not in ("开始", "结束") or not _is_measured_from(cursor):
        return False
    sentence.event = Event(name="event_start" if word.text == "开始" else "event_end")
    return True
