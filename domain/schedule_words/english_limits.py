"""What narrows a rule in English: except Fridays, skipping holidays, else the next working day."""

from dataclasses import dataclass

from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_day import read_weekdays
from domain.schedule_words.english_every import WORKING_DAY
from domain.schedule_words.english_stretch import read_stretch
from domain.schedule_words.english_words import Kind
from domain.working_day import MOVED_OFF_WEEKENDS, Shift

_EXCEPT = (
    "except for",
    "except on",
    "except in",
    "except",
    "excluding",
    "but not on",
    "but not in",
    "but not",
    "but",
    "not on",
    "not in",
    "apart from",
    "other than",
    "skipping",
    "skip",
    "without",
    *("unless it is", "unless it falls on", "unless that is", "unless that day is"),
    *("unless the day is", "unless there is", "unless it", "unless on", "unless"),
)
_KINDS_OF_HOLIDAYS = ("public", "national", "legal", "official", "bank", "statutory", "any")
_DAYS_OFF = ("holidays", "holiday", "days off", "day off", "non - working day", "nonworking day")
_IF = ("if", "when", "whenever", "in case", "should")
_FALLING = (
    *("it falls on", "it fall on", "it is on", "it is", "it lands on", "that is", "this is"),
    *("that falls on", "that day is", "the day is", "the date is", "the date falls on"),
    *("falling on", "on", "falls on", "it", "that"),
)
_MOVING = (
    "or on",
    "or",
    "else",
    "otherwise",
    "it moves to",
    "it is moved to",
    "move it to",
    "move to",
    "moved to",
    "moving to",
    "moves to",
    "shift to",
    "shifted to",
    "postponed to",
    "postpone to",
    "postponed until",
    *("delayed to", "delayed until", "deferred to", "pushed to", "pushed back to"),
    "brought forward to",
)
_NAMING = ("use", "then on", "then", "on", "it is on", "do it on", "hold it on")
_NEXT = ("next", "following", "first")
_PREVIOUS = ("previous", "preceding", "last")
_BESIDE = {4: Shift.BEFORE, 0: Shift.AFTER}
_SIDES = {
    Shift.BEFORE: (*_PREVIOUS, "before", "beforehand"),
    Shift.AFTER: (*_NEXT, "after", "afterwards"),
}
# Which way, without saying where to.
_EARLIER = (
    *("moved earlier", "move it earlier", "moving earlier", "moves earlier", "brought forward"),
    *("bring it forward", "moved up", "or earlier", "earlier"),
)
_LATER = (
    *("moved later", "move it later", "moves later", "postponed", "postpone it", "pushed back"),
    *("put off", "deferred", "delayed", "or later", "later"),
)
_SKIPPING = ("skip it", "skip", "skipped", "it is skipped", "cancel it", "cancelled", "no meeting")


@dataclass(frozen=True, kw_only=True)
class Left:
    """What was left out; `days_off` are those of the working calendar."""

    weekdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    days_off: bool = False

    def with_more(self, more: "Left") -> "Left":
        """Both are left out."""
        return Left(
            weekdays=tuple(sorted({*self.weekdays, *more.weekdays})),
            months=tuple(sorted({*self.months, *more.months})),
            days_off=self.days_off or more.days_off,
        )


_ON_WEEKENDS = Left(weekdays=(5, 6))


@whole
def read_exception(cursor: Cursor) -> Left | None:
    """Except Fridays and holidays; excluding July and August."""
    if cursor.eat(*_EXCEPT) is None:
        return None
    left = _read_left(cursor)
    while left is not None and (more := _read_more(cursor)) is not None:
        left = left.with_more(more)
    return left


@whole
def _read_more(cursor: Cursor) -> Left | None:
    linked = cursor.eat(", and on", ", and", "and on", "and in", "and", "or", ",")
    if linked == "," and cursor.peek().text in ("in", "on"):
        # Except holidays, in December: that is when it is.
        return None
    return _read_left(cursor) if linked else None


def _read_left(cursor: Cursor) -> Left | None:
    cursor.eat("every", "each", "the", "on", "in")
    if _read_days_off(cursor):
        return Left(days_off=True)
    if cursor.eat("weekends", "weekend", "the weekend") is not None:
        return _ON_WEEKENDS
    weekdays = read_weekdays(cursor)
    if weekdays is not None:
        return Left(weekdays=weekdays.point.weekdays)
    months = read_stretch(cursor)
    only_months = months is not None and bool(months.months) and not (months.year or months.part)
    return Left(months=months.months) if months and only_months else None


def _read_days_off(cursor: Cursor) -> bool:
    start = cursor.at
    cursor.eat("a", "an", "the", "on", "when it is a")
    cursor.eat(*_KINDS_OF_HOLIDAYS)
    if cursor.eat(*_DAYS_OFF) is None:
        cursor.at = start
        return False
    cursor.eat("or weekends", "or weekend", "or a weekend", "and weekends", "or on weekends")
    return True


def read_shift(cursor: Cursor) -> Shift | Left | None:
    """If it falls on a holiday, the next working day; moved to the previous business day."""
    start = cursor.at
    found = _read_shift(cursor)
    if found is None:
        cursor.at = start
    return found


def _read_shift(cursor: Cursor) -> Shift | Left | None:
    condition = _read_condition(cursor)
    before = cursor.at
    cursor.eat(",", ";", "-")
    cursor.eat("then", "and")
    if condition is None and cursor.eat("or ,", "or else ,", "or", "else") is not None:
        # Or, if that is a holiday, the working day before.
        condition = _read_condition(cursor)
        if condition is None:
            cursor.at = before
        cursor.eat(",")
    move = _read_move(cursor) or _read_way(cursor)
    if move is None:
        cursor.at = before
        return _read_move_beside(cursor, condition)
    shift, may_stand_alone = move
    condition = condition or _read_condition(cursor)
    if condition is None:
        return shift if may_stand_alone else None
    if condition == _ON_WEEKENDS and shift is Shift.SKIP:
        return condition
    return _moved_off(condition, shift)


def _moved_off(condition: Left, shift: Shift) -> Shift:
    """What moves off a weekend stays on a holiday."""
    return MOVED_OFF_WEEKENDS.get(shift, shift) if condition == _ON_WEEKENDS else shift


def _read_way(cursor: Cursor) -> tuple[Shift, bool] | None:
    """Moved earlier, postponed: to the nearest working day, as everybody understands it."""
    if cursor.eat(*_EARLIER) is not None:
        return Shift.BEFORE, False
    return (Shift.AFTER, False) if cursor.eat(*_LATER) is not None else None


@whole
def _read_move_beside(cursor: Cursor, condition: Left | None) -> Shift | None:
    """Moved to Friday when it falls on a weekend: what stands beside the days off."""
    cursor.eat(",", ";", "-")
    if cursor.eat(*_MOVING) is None:
        cursor.eat(*_NAMING)
    cursor.eat("the")
    side = cursor.eat(*_NEXT, *_PREVIOUS) or ""
    weekday = cursor.take(Kind.WEEKDAY)
    shift = _BESIDE.get(weekday.number) if weekday and not weekday.is_plural else None
    side = cursor.eat("before", "after", "beforehand", "afterwards") or side
    cursor.eat("that", "it")
    cursor.eat("instead")
    agrees = side in ("", *_SIDES[shift]) if shift else False
    if shift is None or not agrees:
        return None
    condition = condition or _read_condition(cursor)
    return _moved_off(condition, shift) if condition else None


def _read_condition(cursor: Cursor) -> Left | None:
    """If it is a holiday; on holidays; on a weekend, where nothing is said of holidays."""
    start = cursor.at
    is_told = cursor.eat(*_IF) is not None
    cursor.eat(*(_FALLING if is_told else ("on", "for")))
    cursor.eat("a", "the")
    is_weekend = (
        cursor.eat("weekend or", "weekend", "saturday or sunday", "weekends or") is not None
    )
    if _read_days_off(cursor):
        return Left(days_off=True)
    if is_weekend and is_told:
        return _ON_WEEKENDS
    cursor.at = start
    return None


def _read_move(cursor: Cursor) -> tuple[Shift, bool] | None:
    """Where it goes, and whether words told that it moves at all."""
    if cursor.eat(*_SKIPPING) is not None:
        return Shift.SKIP, False
    is_moved = cursor.eat(*_MOVING) is not None
    if not is_moved:
        cursor.eat(*_NAMING)
    cursor.eat("the")
    side = cursor.eat(*_NEXT, *_PREVIOUS) or ""
    if cursor.eat(*WORKING_DAY) is None:
        return None
    later = cursor.eat("after", "afterwards", "thereafter") is not None
    earlier = not later and cursor.eat("before", "beforehand") is not None
    if (side in _PREVIOUS and later) or (side in ("next", "following") and earlier):
        return None
    cursor.eat("that", "it")
    cursor.eat("instead")
    is_back = earlier or side in _PREVIOUS
    if not side and not (earlier or later):
        return None
    return (Shift.BEFORE if is_back else Shift.AFTER), is_moved
