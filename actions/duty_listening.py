"""What somebody typed while a duty is being made: a name, dates, reminders, owners."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from actions import word_standpoint
from actions.concerned_units import find_only_owner
from actions.duty_audiences import choose_by_words
from domain.cadence import NoCadence
from domain.climb_phrases import Climb, find_climb
from domain.dated_cadence import Fitted, MovingFeast, Unfit
from domain.draft_ladder import climbing, may_repeat, reminded, repeated
from domain.duty_draft import DutyDraft, Step, named, phrased, scheduled
from domain.duty_making import Trouble
from domain.duty_phrases import find_phrases
from domain.place import Place
from domain.repeat_phrases import Repeats, find_repeats
from domain.schedule_cadence import cadence_of
from domain.schedule_words.line import ScheduleLine, find_schedule
from domain.schedule_words.meaning import Amount, Unit
from domain.schedule_words.reader import read_from
from domain.schedule_words.reading import Ask, Question, Reading, Refusal, Refused, Schedule

# A month before is told as thirty days, and the preview says so.
_ANY_TIME = re.compile(
    r"(?:^|[\s,，])(?:随时|时间不限|任何时候|不限时间|(?:at\s+)?any\s?time)(?=$|[\s,，.。])",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\s*(?:改名为?|名称为?|叫|call\s+it|name)\s*[:：]?\s*(\S.*)$", re.IGNORECASE)
_EDGES = " ,，.。"
_DAYS_OF = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30}


@dataclass(frozen=True, kw_only=True)
class Heard:
    """The draft after it. `trouble` is what the words about when left open, `unknown` what
    belongs to nothing."""

    draft: DutyDraft
    trouble: Trouble | None = None
    unknown: tuple[str, ...] = ()


def listen(session: Session, known: DutyDraft, words: str, *, now: datetime, place: Place) -> Heard:
    """Everything in the words finds its place, or is told: nothing is dropped."""
    climb = find_climb(words)
    repeats = find_repeats(climb.rest)
    if climb.after is not None:
        known = climbing(known, climb.after)
    if repeats.after is not None:
        known = repeated(known, repeats.after)
    heard = _listen(session, known, repeats.rest, now=now, place=place)
    return replace(heard, trouble=heard.trouble or _unfit_after(heard.draft, climb, repeats))


def _unfit_after(draft: DutyDraft, climb: Climb, repeats: Repeats) -> Unfit | None:
    """What was said of the time after the end, and cannot be done."""
    if climb.is_too_much:
        return Unfit.CLIMBS
    if repeats.is_too_much:
        return Unfit.REPEATS
    is_said = climb.after is not None or repeats.after is not None
    return Unfit.NOT_REPEATED if is_said and not may_repeat(draft) else None


def _listen(
    session: Session, known: DutyDraft, words: str, *, now: datetime, place: Place
) -> Heard:
    said = find_phrases(words)
    words, known = said.rest, phrased(known, said)
    if not words.strip(_EDGES):
        return Heard(draft=known)
    if (found := _ANY_TIME.search(words)) is not None:
        return _at_any_time(session, known, words[: found.start()], words[found.end() :])
    if known.name and (found := _CALLED.match(words)) is not None:
        return Heard(draft=named(known, found[1]))
    unit = find_only_owner(session, known.audience)
    here = word_standpoint.find(session, unit=unit, now=now, place=place)
    line = find_schedule(words, here)
    is_awaited = known.step in (Step.WHEN, Step.WHICH)
    reading = line.reading
    if isinstance(reading, Refused) and is_awaited:
        # What was asked for is a schedule and nothing else, so what is unclear is said of it.
        reading = read_from(words, here)
    today = place.today(now)
    if isinstance(reading, Refused):
        is_said = is_awaited or reading.refusal is not Refusal.NO_TIME
        heard = Heard(draft=known, trouble=reading if is_said else None)
    else:
        heard = _with_when(known, reading, today)
    heard = _with_leads(heard, line.leads)
    return heard if is_awaited else _with_rest(session, heard, line, was=known)


def _is_too_long(line: ScheduleLine) -> bool:
    return isinstance(line.reading, Refused) and line.reading.refusal is Refusal.TOO_LONG


def _at_any_time(session: Session, known: DutyDraft, before: str, after: str) -> Heard:
    """Owed without an end; what stands around it are the name that is missing, and owners."""
    name, rest = before.strip(_EDGES), after.strip(_EDGES)
    nothing = Refused(refusal=Refusal.NO_TIME)
    line = ScheduleLine(name=name or rest, rest=rest if name else "", reading=nothing)
    return _with_rest(session, Heard(draft=scheduled(known, NoCadence())), line, was=known)


def try_words(session: Session, words: str, *, now: datetime, place: Place) -> Reading:
    """What the words mean, for somebody who only wants to know."""
    return read_from(words, word_standpoint.find(session, now=now, place=place))


def _with_when(known: DutyDraft, reading: Schedule | Ask, today: date) -> Heard:
    if isinstance(reading, Ask):
        return _asked(known, reading, today)
    fitted = cadence_of(reading, today=today)
    if isinstance(fitted, MovingFeast | Unfit):
        return Heard(draft=known, trouble=fitted)
    return Heard(draft=scheduled(known, fitted.cadence, fitted.policy))


def _asked(known: DutyDraft, ask: Ask, today: date) -> Heard:
    """Between meanings that a duty can have; what was understood before waits for the answer."""
    # Nobody can owe what is over; the date itself must be said anew.
    readings = () if ask.question is Question.PAST else ask.readings
    fitted = [cadence_of(one, today=today) for one in readings]
    choices = tuple(one.cadence for one in fitted if isinstance(one, Fitted))
    return Heard(draft=replace(known, cadence=None, choices=choices), trouble=ask)


def _with_leads(heard: Heard, leads: Sequence[Amount]) -> Heard:
    """Reminders so long before; hours and working days are no steps of a ladder."""
    if not leads:
        return heard
    if any(one.unit not in _DAYS_OF for one in leads):
        return replace(heard, trouble=Unfit.LEAD)
    days = tuple(one.count * _DAYS_OF[one.unit] for one in leads)
    return replace(heard, draft=reminded(heard.draft, days))


def _with_rest(session: Session, heard: Heard, line: ScheduleLine, *, was: DutyDraft) -> Heard:
    """What is not about when: the name that is missing, else owners."""
    if not was.name:
        heard = replace(heard, draft=named(heard.draft, line.name)) if line.name else heard
        rest = line.rest
    else:
        rest = " ".join(part for part in (line.name, line.rest) if part)
    if not rest or _is_too_long(line):
        return heard
    audience, unknown = choose_by_words(session, heard.draft.audience, rest)
    if unknown:
        return replace(heard, unknown=unknown)
    return replace(heard, draft=replace(heard.draft, audience=audience, is_choosing=False))
