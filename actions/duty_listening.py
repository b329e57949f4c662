"""What somebody typed while a duty is being made: a name, dates, reminders, owners."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from actions import word_standpoint
from actions.duty_audiences import choose_by_words
from domain.duty_draft import DutyDraft, Step, named, reminded, scheduled
from domain.duty_making import Trouble
from domain.place import Place
from domain.schedule_cadence import Fitted, Unfit, cadence_of
from domain.schedule_words.line import ScheduleLine, find_schedule
from domain.schedule_words.meaning import Amount, Unit
from domain.schedule_words.reader import read_from
from domain.schedule_words.reading import Ask, Reading, Refused, Schedule

# A month before is told as thirty days, and the preview says so.
_DAYS_OF = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30}


@dataclass(frozen=True, kw_only=True)
class Heard:
    """The draft after it. `trouble` is what the words about when left open, `unknown` what
    belongs to nothing."""

    draft: DutyDraft
    trouble: Trouble | None = None
    unknown: str = ""


def listen(session: Session, known: DutyDraft, words: str, *, now: datetime, place: Place) -> Heard:
    """Everything in the words finds its place, or is told: nothing is dropped."""
    if not words.strip():
        return Heard(draft=known)
    here = word_standpoint.find(session, now=now, place=place)
    line = find_schedule(words, here)
    is_awaited = known.step in (Step.WHEN, Step.WHICH)
    reading = line.reading
    if isinstance(reading, Refused) and is_awaited:
        # What was asked for is a schedule and nothing else, so what is unclear is said of it.
        reading = read_from(words, here)
    today = place.today(now)
    if isinstance(reading, Refused):
        heard = Heard(draft=known, trouble=reading if is_awaited else None)
    else:
        heard = _with_when(known, reading, today)
    heard = _with_leads(heard, line.leads)
    return heard if is_awaited else _with_rest(session, heard, line, was=known)


def try_words(session: Session, words: str, *, now: datetime, place: Place) -> Reading:
    """What the words mean, for somebody who only wants to know."""
    return read_from(words, word_standpoint.find(session, now=now, place=place))


def _with_when(known: DutyDraft, reading: Schedule | Ask, today: date) -> Heard:
    if isinstance(reading, Ask):
        return _asked(known, reading, today)
    fitted = cadence_of(reading, today=today)
    if isinstance(fitted, Unfit):
        return Heard(draft=known, trouble=fitted)
    return Heard(draft=scheduled(known, fitted.cadence, fitted.policy))


def _asked(known: DutyDraft, ask: Ask, today: date) -> Heard:
    """Between meanings that a duty can have; what was understood before waits for the answer."""
    fitted = [cadence_of(one, today=today) for one in ask.readings]
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
        if not line.name:
            return heard
        return replace(heard, draft=named(heard.draft, line.name), unknown=line.rest)
    rest = " ".join(part for part in (line.name, line.rest) if part)
    if not rest:
        return heard
    audience, unknown = choose_by_words(session, heard.draft.audience, rest)
    if unknown:
        return replace(heard, unknown=unknown)
    return replace(heard, draft=replace(heard.draft, audience=audience, is_choosing=False))
