"""Make or change a duty: by words and by buttons, and nothing happens before Confirm."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from actions import duty_listening as listening
from actions.administration import administers_all
from actions.config_carrying import Applied, carry_out, facts_of
from actions.confirming import Gone, NotOfTheWhole
from actions.duty_drafting import KIND, Making, Shown, as_heard, change, find, keep
from actions.duty_previews import compare_duty, duty_of, present
from actions.running import reads
from domain.approval import WaitingForSecond
from domain.draft_ladder import next_repeats
from domain.duty_draft import (
    DutyDraft,
    Step,
    chosen,
    draft_from_facts,
    draft_of,
    draft_to_facts,
    next_act,
    next_shift,
)
from domain.duty_making import DutyInTheMaking
from domain.permission import Actor
from domain.place import Place
from domain.schedule_words.reading import Reading
from storage import drafts, duties


@dataclass(frozen=True, kw_only=True)
class NobodyOwes:
    """The audience is empty: such a duty is not made."""

    making: DutyInTheMaking


@dataclass(frozen=True, kw_only=True)
class Made:
    """The duty is there, or changed; `version_id` takes it back.

    `is_alone`: a second administrator would have been asked, if there were one.
    """

    version_id: int
    duty_id: int
    is_alone: bool = False


def begin(session: Session, actor: Actor, words: str, *, now: datetime, place: Place) -> Making:
    """Begin with what was written after the command: a name, dates, reminders, or part of it."""
    if not administers_all(session, actor):
        return NotOfTheWhole()
    heard = listening.listen(session, DutyDraft(), words, now=now, place=place)
    facts = draft_to_facts(heard.draft)
    draft = drafts.begin(session, actor.person, KIND, now=now, facts=facts)
    return as_heard(session, draft, heard, now=now, place=place)


def begin_change(
    session: Session, actor: Actor, duty_id: int, *, now: datetime, place: Place
) -> Making:
    """Open a duty that exists."""
    duty = duties.find(session, duty_id)
    if duty is None or not administers_all(session, actor):
        return NotOfTheWhole()
    facts = draft_to_facts(draft_of(duty))
    draft = drafts.begin(session, actor.person, KIND, now=now, subject_id=duty_id, facts=facts)
    return present(session, draft, now=now, place=place)


def hear(session: Session, actor: Actor, words: str, *, now: datetime, place: Place) -> Making:
    """Take what was typed: the answer to the open question, or another value for anything."""
    draft = drafts.find_open(session, actor.person)
    if draft is None or draft.kind != KIND or not administers_all(session, actor):
        return Gone()
    known = draft_from_facts(draft.facts)
    heard = listening.listen(session, known, words, now=now, place=place)
    kept = keep(session, draft, heard.draft, now=now)
    return as_heard(session, kept, heard, now=now, place=place) if kept else Gone()


def choose(
    session: Session, actor: Actor, shown: Shown, *, number: int, now: datetime, place: Place
) -> Making:
    """Say which of the meanings is the right one."""

    def settled(known: DutyDraft) -> DutyDraft:
        return chosen(known, number) if number < len(known.choices) else known

    return change(session, actor, shown, settled, now=now, place=place)


def turn(
    session: Session, actor: Actor, shown: Shown, *, what: str, now: datetime, place: Place
) -> Making:
    """Go on to the next way to fulfil it, answer to days off or repeats, or open the owners."""
    changes: dict[str, Callable[[DutyDraft], DutyDraft]] = {
        "act": next_act,
        "shift": next_shift,
        "repeats": next_repeats,
        "who": lambda known: replace(known, is_choosing=True),
        "who_done": lambda known: replace(known, is_choosing=False),
    }
    return change(session, actor, shown, changes[what], now=now, place=place)


def confirm(
    session: Session,
    actor: Actor,
    shown: Shown,
    *,
    includes_open: bool,
    shown_in: int | None = None,
    now: datetime,
    place: Place,
) -> Made | WaitingForSecond | NobodyOwes | Making:
    """Make it as it was shown, or put it before a second administrator."""
    draft = find(session, actor, shown)
    if draft is None:
        return Gone()
    making = present(session, draft, now=now, place=place)
    if making.draft.step is not Step.CONFIRM or making.view is None:
        return making
    if not making.view.owners:
        return NobodyOwes(making=making)
    duty = duty_of(session, making.draft, draft_id=draft.id, now=now, place=place)
    compared = compare_duty(session, duty, now=now, place=place)
    if not drafts.end(session, draft.id, state="confirmed", now=now):
        return Gone()
    if compared.difference.is_empty:
        return Made(version_id=0, duty_id=duty.id)
    facts = facts_of(compared) | {"includes_open": includes_open}
    outcome = carry_out(
        session, actor, compared.difference, facts, shown_in=shown_in, now=now, place=place
    )
    match outcome:
        case Applied(version_id=version_id, is_alone=is_alone):
            kept = duties.find_by_code(session, duty.code)
            duty_id = kept.id if kept else 0
            return Made(version_id=version_id, duty_id=duty_id, is_alone=is_alone)
        case WaitingForSecond():
            return outcome


@reads
def try_words(
    session: Session, actor: Actor, words: str, *, now: datetime, place: Place
) -> Reading:
    """What words about when mean; anybody who may use the command may ask."""
    return listening.try_words(session, words, now=now, place=place)


@reads
def look(session: Session, actor: Actor, shown: Shown, *, now: datetime, place: Place) -> Making:
    """The draft as it stands."""
    draft = find(session, actor, shown)
    return present(session, draft, now=now, place=place) if draft else Gone()


def discard(session: Session, actor: Actor, draft_id: int, *, now: datetime) -> bool:
    """Throw the draft away; False when it was closed already."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    if draft is None or draft.kind != KIND:
        return False
    return drafts.end(session, draft_id, state="discarded", now=now)
