"""What has been heard of a Chinese sentence so far."""

from dataclasses import dataclass, field

from domain.schedule_words.chinese_clocks import read_clocks
from domain.schedule_words.chinese_cursor import Cursor
from domain.schedule_words.chinese_dates import read_date
from domain.schedule_words.chinese_kinds import T
from domain.schedule_words.chinese_text import Word
from domain.schedule_words.chinese_weeks import read_week
from domain.schedule_words.meaning import Amount, Event, Except, Offset, Point
from domain.schedule_words.merging import merged, with_more
from domain.schedule_words.reading import Question
from domain.schedule_words.word_settings import WordSettings
from domain.working_day import Shift

Bound = Point | Offset


@dataclass(kw_only=True)
class Sentence:
    """Filled from left to right; a chinese.py turns it into an Expression."""

    settings: WordSettings
    point: Point = field(default_factory=Point)
    others: list[Point] = field(default_factory=list)
    due_point: Point | None = None
    to: Point | None = None
    range_start: Point | None = None
    event: Event | None = None
    base: Point | None = None
    amounts: tuple[Amount, ...] = ()
    sign: int = 0
    weekday: int | None = None
    is_deadline: bool = False
    is_inclusive: bool = False
    is_span: bool = False
    is_within: bool = False
    is_run_of_days: bool = False
    since: Bound | None = None
    until: Bound | None = None
    count: int | None = None
    shift: Shift = Shift.KEEP
    left_out: Except = field(default_factory=Except)
    at_least: int | None = None
    at_most: int | None = None
    is_minimum: bool = False
    is_each: bool = False
    lasting: Amount | None = None
    run: Amount | None = None
    gap_alternative: int | None = None
    says_next_month: bool = False
    doubt: Question | None = None
    doubt_about: str = ""
    unknown: list[Word] = field(default_factory=list)
    last_was_list: bool = False
    is_spoken_hour: bool = False

    @property
    def has_offset(self) -> bool:
        """Whether so long before or after something was said."""
        return bool(self.amounts)

    def take_base(self) -> None:
        """What was named is what it is measured from; hours may still follow."""
        if self.event is None:
            self.base, self.point = self.point, Point()

    def ask(self, question: Question, about: str) -> None:
        """Remember the first thing that has to be asked."""
        if self.doubt is None:
            self.doubt, self.doubt_about = question, about


def read_fragment(cursor: Cursor, settings: WordSettings) -> Point | None:
    """One part of a point: a date, a week, weekdays, hours."""
    before = cursor.at
    found = read_clocks(cursor, settings)
    if found is not None:
        return found
    cursor.at = before
    found = read_week(cursor)
    if found is not None:
        return found
    cursor.at = before
    found = read_date(cursor)
    if found is None:
        cursor.at = before
    return found


def read_point(cursor: Cursor, settings: WordSettings, *, is_border: bool = False) -> Point | None:
    """As many parts as fit together; of a border no more than stands before the comma."""
    point = Point()
    while True:
        before = cursor.at
        comma = cursor.peek()
        if is_border and comma is not None and comma.text == ",":
            return None if point == Point() else point
        if point != Point():
            cursor.skip(T.OF)
        fragment = read_fragment(cursor, settings)
        together = None if fragment is None else merged(point, fragment)
        if together is None:
            cursor.at = before
            return None if point == Point() else point
        point = together


def add_fragment(sentence: Sentence, fragment: Point) -> bool:
    """Say more about the point; False when it contradicts what was said."""
    together = merged(sentence.point, fragment)
    if together is None and fragment == Point(month_days=fragment.month_days):
        # 1号15号 needs no separator.
        together = with_more(sentence.point, fragment)
    if together is None:
        return False
    sentence.point = together
    return True
