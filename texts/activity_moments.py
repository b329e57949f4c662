"""When an activity begins: the question, and what the words about it left open."""

from domain.bilingual import Bilingual
from domain.schedule_words.reading import Ask, Kind, Reading, Refusal, Refused, Schedule
from texts.languages import Language
from texts.replies import Reply
from texts.schedule_words import question, refusal
from texts.schedules import numbered, schedule
from texts.words import Words, bold, lines, name, our_own, paragraphs


def ask_when(lang: Language, duty_name: Bilingual | None, doubt: Reading | None) -> Reply:
    """When? Or what exactly, of what was said."""
    heading = bold(name(lang.choose(zh=duty_name.zh, en=duty_name.en))) if duty_name else None
    asked = _doubtful(lang, doubt) if doubt is not None else None
    if asked is None or isinstance(doubt, Refused):
        asked = paragraphs(asked, _when(lang))
    return Reply(
        words=paragraphs(heading, asked, lang.say("/cancel ends this.")),
        asks=True,
        placeholder=lang.label("Nov 27 15:00"),
    )


def not_understood(lang: Language, reading: Reading) -> Reply:
    """A command whose moment cannot be read."""
    example = lang.say("Write for example: /activity Nov 27 15:00 Staff study, Room 2")
    return Reply(words=paragraphs(_doubtful(lang, reading), example))


def _when(lang: Language) -> Words:
    return lang.say(
        "When does it begin? Write the date and the time, for example {first} or {second}.",
        first=lang.label("Nov 27 15:00"),
        second=lang.label("Friday 3pm"),
    )


def _doubtful(lang: Language, reading: Reading) -> Words:
    match reading:
        case Ask():
            return _exactly(lang, reading)
        case Schedule(kind=Kind.ONCE, at=at) if at is not None:
            day = our_own(lang.day(at.day, with_year=True))
            return lang.say("At what time on {day}? For example: 15:00", day=day)
        case Schedule():
            return lang.say(
                "I understood “{meaning}”, but an activity begins once, at one hour.",
                meaning=schedule(lang, reading),
            )
        case Refused(refusal=Refusal.NO_SUCH_DATE | Refusal.TOO_FAR):
            return refusal(lang, reading)
        case Refused():
            return lang.say("I could not read a date and a time in that.")


def _exactly(lang: Language, ask: Ask) -> Words:
    """The meanings, numbered, and the request to say one of them in full."""
    more = lang.say("Write it once more with the day and the hour, such as “Nov 27 15:00”.")
    return paragraphs(question(lang, ask), lines(*numbered(lang, ask.readings)), more)
