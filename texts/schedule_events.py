"""Moments that hang on something dated elsewhere: 6 months before the term ends."""

import re

from domain.schedule_words.moon import lunar_date_of
from domain.schedule_words.reading import RelativeTo
from texts.amounts import length
from texts.languages import Language
from texts.words import Words, name, our_own

_NOTHING = re.compile(r"[+-]?P?0(?:D|WD)")


def is_after(one: RelativeTo) -> bool:
    """Whether some time passes between the event and the moment."""
    return one.offset.startswith("+") and not _NOTHING.fullmatch(one.offset)


def relative(lang: Language, one: RelativeTo, *, is_deadline: bool) -> Words:
    """How far from the event, and on which side of it."""
    event = _event(lang, one.event)
    if _NOTHING.fullmatch(one.offset):
        return lang.say("{event} (that day)", event=event)
    stretch = length(lang, one.offset)
    if one.offset.startswith("-"):
        return lang.say("{stretch} before {event}", stretch=stretch, event=event)
    if is_deadline:
        return lang.say("within {stretch} after {event}", stretch=stretch, event=event)
    return lang.say("{stretch} after {event}", stretch=stretch, event=event)


def _event(lang: Language, code: str) -> Words:
    known = _happenings(lang) | _ends(lang) | _festivals(lang)
    lunar = lunar_date_of(code)
    if lunar is not None:
        month, day = lunar
        return lang.say("day {day} of lunar month {month}", day=day, month=month)
    return our_own(known[code]) if code in known else name(code)


def _happenings(lang: Language) -> dict[str, str]:
    return {
        "election": lang.label("the election"),
        "meeting": lang.label("the meeting"),
        "activity": lang.label("the activity"),
        "exam": lang.label("the exam"),
        "midterm": lang.label("the mid-term exam"),
        "notice": lang.label("the notice"),
        "approval": lang.label("the approval"),
        "inspection": lang.label("the inspection"),
        "event": lang.label("the event"),
        "session": lang.label("the session"),
        "training": lang.label("the training"),
        "deadline": lang.label("the deadline"),
    }


def _ends(lang: Language) -> dict[str, str]:
    return {
        "event_start": lang.label("the event begins"),
        "event_end": lang.label("the event ends"),
        "meeting_start": lang.label("the meeting begins"),
        "meeting_end": lang.label("the meeting ends"),
        "activity_start": lang.label("the activity begins"),
        "activity_end": lang.label("the activity ends"),
        "term_start": lang.label("the term begins"),
        "term_end": lang.label("the term ends"),
        "school_start": lang.label("school starts"),
        "school_end": lang.label("the school term ends"),
        "term_of_school_end": lang.label("the school term ends"),
        "holiday_start": lang.label("the holiday begins"),
        "holiday_end": lang.label("the holiday ends"),
        "training_end": lang.label("the training ends"),
        "probation_end": lang.label("the probation ends"),
        "contract_end": lang.label("the contract ends"),
        "end": lang.label("it ends"),
    }


def _festivals(lang: Language) -> dict[str, str]:
    """Those that move; the others are dates of their own."""
    return {
        "new_years_eve": lang.label("New Year's Eve"),
        "spring_festival": lang.label("Spring Festival"),
        "spring_second_day": lang.label("the second day of Spring Festival"),
        "lantern_festival": lang.label("Lantern Festival"),
        "qingming": lang.label("Tomb-Sweeping Day"),
        "dragon_boat": lang.label("Dragon Boat Festival"),
        "mid_autumn": lang.label("Mid-Autumn Festival"),
        "double_ninth": lang.label("Double Ninth Festival"),
        "winter_solstice": lang.label("Winter Solstice"),
    }
