"""What hangs on the dates of a school, or of the moon, that nobody has told us, in Chinese."""

from domain.schedule_words.chinese_amounts import read_amounts
from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_sentence import Sentence
from domain.schedule_words.chinese_weeks import read_week, weekdays_after_range
from domain.schedule_words.reading import Question


def hear_school(cursor: Cursor, sentence: Sentence) -> bool:
    """本学期内, 单周, 寒假, 农历."""
    if cursor.sees(T.EVERY, T.SCHOOL_TERM):
        cursor.take()
    word = cursor.take(T.WEEK_SET, T.SCHOOL_HOLIDAY, T.SCHOOL_TERM, T.LUNAR)
    if word is None:
        return False
    if word.kind is T.WEEK_SET:
        # 双周三.
        weekdays_after_range(cursor)
    if word.kind is T.LUNAR:
        sentence.ask(Question.NO_DATE, word.text)
        return True
    if word.kind is T.SCHOOL_TERM:
        # 本学期内, 下学期初.
        cursor.take(T.PART, T.WITHIN)
    is_holiday = word.kind is T.SCHOOL_HOLIDAY
    if is_holiday and cursor.take(T.BEFORE, T.AFTER):
        # 放暑假前一周.
        read_amounts(cursor)
        cursor.take(T.WITHIN)
    sentence.ask(Question.SCHOOL_DATES if is_holiday else Question.TERM_START, word.text)
    return True


def skip_school_week(cursor: Cursor) -> None:
    """开学后第二周周三: nobody knows it before the term is known."""
    before = cursor.at
    cursor.take(T.AFTER)
    cursor.take(T.OF)
    point = read_week(cursor)
    if point is None or not point.nth:
        cursor.at = before
