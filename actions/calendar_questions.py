"""What was said of a whole country's calendar waits for Confirm; here it is kept and found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from actions import calendar_statements
from actions.calendar_statements import Made
from actions.running import reads
from domain.calendar_change import AskEverybody
from domain.calendar_words import ClearDays, Said, SetDays, Statement
from domain.draft import Draft
from domain.permission import Actor
from domain.public_holiday import CountrySources
from storage import calendar_layers, drafts, public_holidays

DRAFT = "calendar"
_WORDS, _DAY = "words", "said_on"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The words as they were written, and the day from which their dates count."""

    draft_id: int
    words: str
    said_on: date


@dataclass(frozen=True, kw_only=True)
class Question:
    """What was said of the country in which a unit lives, and how it was written."""

    said: Said
    words: str
    unit_id: int
    today: date


@reads
def find_kept(
    session: Session, actor: Actor, *, draft_id: int = 0, version: int = 0
) -> Kept | None:
    """What waits under a button, or in the open dialogue; None when it is settled."""
    if draft_id:
        draft = drafts.find(session, draft_id, person_id=actor.person)
        if draft is not None and draft.version != version:
            return None
    else:
        draft = drafts.find_open(session, actor.person)
    return _kept(draft) if draft is not None else None


def asks_first(statements: Sequence[Statement]) -> bool:
    """Days off and working days of a country concern everybody in it."""
    return any(isinstance(one, SetDays | ClearDays) for one in statements)


def ask(
    session: Session,
    actor: Actor,
    made: Made,
    *,
    question: Question,
    now: datetime,
) -> AskEverybody:
    """Keep the words; `made` has been tried out, and is put back here."""
    after = _sources(session, made.country)
    calendar_layers.put_back(session, made.before)
    before = _sources(session, made.country)
    facts = {_WORDS: question.words, _DAY: question.today.isoformat()}
    draft = drafts.begin(
        session, actor.person, DRAFT, now=now, subject_id=question.unit_id, facts=facts
    )
    old, new = before.calendar().working(), after.calendar().working()
    turned = [
        day
        for day in _days(question.said.statements)
        if old.is_working_day(day) != new.is_working_day(day)
    ]
    return AskEverybody(
        draft_id=draft.id,
        version=draft.version,
        today=question.today,
        country=made.country,
        statements=question.said.statements,
        off=tuple(day for day in turned if not new.is_working_day(day)),
        working=tuple(day for day in turned if new.is_working_day(day)),
    )


def waits_for_a_file(draft: Draft) -> bool:
    """Whether a file of holidays is what the draft keeps for Confirm, and no words."""
    return bool(draft.facts) and _WORDS not in draft.facts


def _sources(session: Session, country: str) -> CountrySources:
    return public_holidays.load_sources(session, [country])[country]


def _days(statements: Sequence[Statement]) -> list[date]:
    spans = [
        span for one in statements if isinstance(one, SetDays | ClearDays) for span in one.spans
    ]
    return sorted({day for span in spans for day in calendar_statements.each_day([span])})


def _kept(draft: Draft) -> Kept | None:
    if draft.kind != DRAFT or _WORDS not in draft.facts:
        return None
    return Kept(
        draft_id=draft.id,
        words=draft.facts[_WORDS],
        said_on=date.fromisoformat(draft.facts[_DAY]),
    )
