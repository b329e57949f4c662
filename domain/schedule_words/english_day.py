"""Days with names in English: Friday, next Friday, tomorrow morning, Christmas."""

from domain.schedule_words.english_cursor import Cursor, whole
from domain.schedule_words.english_month import SHIFTS
from domain.schedule_words.english_piece import Piece
from domain.schedule_words.english_words import Kind, Token
from domain.schedule_words.meaning import Point

_TO = ("-", "to", "through", "until")
_AND = (", and", "and", ",", "/", "+")
_NEAR = {
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "the day before yesterday": -2,
    "today": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "yesterday": -1,
}
PARTS_OF_DAY = {
    "early morning": "early morning",
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "night": "evening",
}
PLURAL_PARTS = {f"{part}s": meant for part, meant in PARTS_OF_DAY.items()}
_FESTIVALS = {
    "may day": "labour_day",
    "international labour day": "labour_day",
    "labour day": "labour_day",
    "labor day": "labour_day",
    "international women day": "womens_day",
    "international children day": "childrens_day",
    "army day": "army_day",
    "arbor day": "arbor_day",
    "constitution day": "constitution_day",
    "teachers ' day": "teachers_day",
    "double ninth festival": "double_ninth",
    "tomb - sweeping day": "qingming",
    "tomb sweeping day": "qingming",
    "mid autumn festival": "mid_autumn",
    "winter solstice": "winter_solstice",
    **dict.fromkeys(
        ("chinese new year eve", "spring festival eve", "lunar new year eve"), "new_years_eve"
    ),
    **dict.fromkeys(("lunar new year", "the lunar new year"), "spring_festival"),
    "new year day": "new_year",
    "new year": "new_year",
    "the new year": "new_year",
    "christmas eve": "christmas_eve",
    "christmas day": "christmas",
    "christmas": "christmas",
    "women day": "womens_day",
    "teachers day": "teachers_day",
    "teacher day": "teachers_day",
    "children day": "childrens_day",
    "youth day": "youth_day",
    "national day": "national_day",
    "spring festival": "spring_festival",
    "chinese new year": "spring_festival",
    "lantern festival": "lantern_festival",
    "dragon boat festival": "dragon_boat",
    "mid - autumn festival": "mid_autumn",
    "qingming festival": "qingming",
}


@whole
def read_weekdays(cursor: Cursor, *, is_each: bool = False) -> Piece | None:
    """Friday, Mondays, Mon, Wed and Fri, Monday to Friday.

    With `is_each` what follows "until" is the end of a rule and not of a week.
    """
    first = cursor.take(Kind.WEEKDAY)
    if first is None:
        return None
    tokens = [first]
    days = _read_range(cursor, first, is_each=is_each or first.is_plural) or ()
    to = Point(weekdays=days[-1:]) if days else None
    while not days and (following := _read_following(cursor)) is not None:
        tokens.append(following)
    cursor.eat(".")
    days = days or tuple(sorted({token.number for token in tokens}))
    part = cursor.eat(*PLURAL_PARTS)
    repeats = any(token.is_plural for token in tokens) or part is not None
    part_of_day = PLURAL_PARTS[part] if part else None
    return Piece(point=Point(weekdays=days, repeats=repeats, part_of_day=part_of_day), to=to)


@whole
def _read_range(cursor: Cursor, first: Token, *, is_each: bool) -> tuple[int, ...] | None:
    """Monday to Friday."""
    linked = cursor.eat(*(_TO[:-1] if is_each else _TO))
    last = cursor.take(Kind.WEEKDAY) if linked is not None else None
    if last is None or last.number == first.number:
        return None
    count = (last.number - first.number) % 7
    return tuple((first.number + offset) % 7 for offset in range(count + 1))


@whole
def _read_following(cursor: Cursor) -> Token | None:
    cursor.eat(".")
    cursor.eat(*_AND)
    cursor.eat("on")
    return cursor.take(Kind.WEEKDAY)


@whole
def read_near(cursor: Cursor) -> Piece | None:
    """Today, tonight, tomorrow morning, this Friday, Friday week."""
    if cursor.eat("tonight", "this night") is not None:
        return Piece(point=Point(day_shift=0, part_of_day="evening"))
    word = cursor.eat(*_NEAR)
    if word is not None:
        return Piece(point=Point(day_shift=_NEAR[word]))
    if cursor.eat("this") is not None and (part := cursor.eat(*PARTS_OF_DAY)) is not None:
        return Piece(point=Point(day_shift=0, part_of_day=PARTS_OF_DAY[part]))
    return None


@whole
def read_shifted_weekday(cursor: Cursor) -> Piece | None:
    """Next Friday is in the next week, from Monday; the coming one is the nearest."""
    cursor.eat("the")
    is_coming = cursor.eat("this coming", "coming", "upcoming", "nearest") is not None
    word = None if is_coming else cursor.eat("this", "next", "last", "past", "previous")
    weekday = cursor.take(Kind.WEEKDAY)
    if weekday is None or weekday.is_plural:
        return None
    if is_coming:
        return Piece(point=Point(weekdays=(weekday.number,)))
    shift = 2 if word is None and cursor.eat("after next") is not None else SHIFTS.get(word or "")
    if shift is None:
        return None
    return Piece(point=Point(week_shift=shift, weekdays=(weekday.number,)))


@whole
def read_festival(cursor: Cursor) -> Piece | None:
    """Christmas, the Spring Festival."""
    cursor.eat("the")
    if cursor.eat("new year eve") is not None:
        return Piece(point=Point(months=(12,), month_days=(31,)))
    name = cursor.eat(*_FESTIVALS)
    return Piece(point=Point(festival=_FESTIVALS[name])) if name else None


@whole
def read_part_of_day(cursor: Cursor) -> Piece | None:
    """In the morning, evening."""
    cursor.eat("in the", "at", "during the", "the")
    part = cursor.eat(*PARTS_OF_DAY)
    return Piece(point=Point(part_of_day=PARTS_OF_DAY[part])) if part else None
