"""An activity about to be made: what was said so far and what must still be asked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from domain.activity import TITLE_LIMIT, Proof
from domain.activity_details import NO_DETAILS, NOTHING, Details, Fault
from domain.activity_words import Faulty, Label
from domain.bilingual import Bilingual
from domain.cadence import OnDates, cadence_from_data, cadence_to_data
from domain.circle import EVERYBODY, Circle, circle_from_data, circle_to_data
from domain.schedule_words.reading import Reading
from domain.unit import Unit

# What a button says about a duty: let it count, or no more.
COUNTED = "yes"
NOT_COUNTED = "no"


class Question(StrEnum):
    """What a plan still lacks, asked in this order."""

    WHEN = "when"
    TITLE = "title"
    PLACE = "place"


@dataclass(frozen=True, kw_only=True)
class ActivityPlan:
    """`place` is None until asked; the empty place is an answer too.

    `day` is known while the hour is still asked for; with a `cadence` it comes again and again.
    `also` and `observers` are people besides those of the unit. `asked` is the detail that the
    next words answer, where one was pressed; `faults` are what was not taken of the last words.
    `proposed` is a moment to choose; a copy has everything but the time. A change of an activity
    is a plan that names nothing but what changes. `circle` is None until it is said.
    """

    starts_at: datetime | None = None
    day: date | None = None
    title: str = ""
    place: str | None = None
    duty_id: int | None = None
    unit_id: int | None = None
    details: Details = NO_DETAILS
    also: tuple[int, ...] = ()
    observers: tuple[int, ...] = ()
    asked: Label | None = None
    faults: tuple[Faulty, ...] = ()
    proof: Proof | None = None
    proposed: datetime | None = None
    is_copy: bool = False
    cadence: OnDates | None = None
    circle: Circle | None = None

    @property
    def question(self) -> Question | None:
        """What to ask next; None when the plan is complete."""
        if self.starts_at is None and (self.cadence is None or self.cadence.at is None):
            return Question.WHEN
        if not self.title:
            return Question.TITLE
        if self.place is None:
            return Question.PLACE
        return None

    def to_facts(self) -> dict[str, Any]:
        """As a dialogue keeps it."""
        return {
            "starts_at": self.starts_at.isoformat() if self.starts_at else None,
            "day": self.day.isoformat() if self.day else None,
            "title": self.title,
            "place": self.place,
            "duty_id": self.duty_id,
            "unit_id": self.unit_id,
            "details": self.details.to_facts(),
            "also": list(self.also),
            "observers": list(self.observers),
            "proof": self.proof.value if self.proof else None,
            "proposed": self.proposed.isoformat() if self.proposed else None,
            "is_copy": self.is_copy,
            "cadence": cadence_to_data(self.cadence) if self.cadence else None,
            "circle": circle_to_data(self.circle) if self.circle else None,
            "is_circle_said": self.circle is not None,
            "asked": self.asked.value if self.asked else None,
            "faults": [[one.fault.value, one.about] for one in self.faults],
        }

    def answered(self, words: str) -> "ActivityPlan":
        """With the words as the answer to a question about title or place."""
        text = " ".join(words.split())[:TITLE_LIMIT]
        if self.question is Question.TITLE:
            return replace(self, title=text)
        if self.question is Question.PLACE:
            return replace(self, place="" if text in NOTHING else text)
        return self


def plan_from_facts(facts: dict[str, Any]) -> ActivityPlan:
    """What a dialogue has kept."""
    starts_at, day = facts.get("starts_at"), facts.get("day")
    proposed = facts.get("proposed")
    return ActivityPlan(
        starts_at=datetime.fromisoformat(starts_at) if starts_at else None,
        day=date.fromisoformat(day) if day else None,
        title=facts.get("title") or "",
        place=facts.get("place"),
        duty_id=facts.get("duty_id"),
        unit_id=facts.get("unit_id"),
        details=Details(**facts.get("details", {})),
        also=tuple(facts.get("also", ())),
        observers=tuple(facts.get("observers", ())),
        proof=Proof(facts["proof"]) if facts.get("proof") else None,
        proposed=datetime.fromisoformat(proposed) if proposed else None,
        is_copy=facts.get("is_copy", False),
        cadence=_cadence(facts.get("cadence")),
        circle=circle_from_data(facts.get("circle")) if facts.get("is_circle_said") else None,
        asked=Label(facts["asked"]) if facts.get("asked") else None,
        faults=tuple(
            Faulty(fault=Fault(fault), about=about) for fault, about in facts.get("faults", ())
        ),
    )


def _cadence(data: dict[str, Any] | None) -> OnDates | None:
    read = cadence_from_data(data) if data else None
    return read if isinstance(read, OnDates) else None


@dataclass(frozen=True, kw_only=True)
class OwedDuty:
    """A running duty that an activity can count for, and the units of the actor that owe it."""

    id: int
    name: Bilingual
    unit_ids: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Split:
    """What was written after the moment, taken apart."""

    title: str
    place: str | None
    duty: OwedDuty | None = None


_COMMA = re.compile("[,，、]")
PARTING = " ,，、"


def split_words(words: str, owed: Iterable[OwedDuty]) -> Split:
    """Title and place: a comma parts them, or a blank after a duty's name or a Chinese word.

    Latin titles have blanks of their own, so the place of one without a comma is asked for.
    """
    text = " ".join(words.split())
    names = [(name, duty) for duty in owed for name in (duty.name.zh, duty.name.en) if name]
    for name, duty in sorted(names, key=lambda pair: -len(pair[0])):
        rest = text[len(name) :]
        if text.casefold().startswith(name.casefold()) and _is_whole(name, rest):
            return Split(title=name, place=rest.strip(PARTING)[:TITLE_LIMIT] or None, duty=duty)
    title, comma, place = _COMMA.sub(",", text).partition(",")
    if not comma and not text[:1].isascii():
        title, _, place = text.partition(" ")
    return Split(title=title.strip()[:TITLE_LIMIT], place=place.strip()[:TITLE_LIMIT] or None)


def with_rest(plan: ActivityPlan, words: str, owed: Iterable[OwedDuty]) -> ActivityPlan:
    """What follows the moment: title and place, or the place alone where the title is known."""
    if not words:
        return plan
    if plan.title:
        return replace(plan, place=plan.place or words[:TITLE_LIMIT])
    split = split_words(words, owed)
    return replace(
        plan,
        title=split.title,
        place=split.place,
        duty_id=split.duty.id if split.duty else plan.duty_id,
    )


def _is_whole(name: str, rest: str) -> bool:
    """Latin words end at a blank; Chinese ones need none."""
    return not (name[-1].isascii() and rest[:1].isascii() and rest[:1].isalnum())


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The next thing to ask; `doubt` is what the words about when left open.

    `proposed` is a moment to take with one press, on the local clock; `has_last` tells that
    another activity can be copied.
    """

    question: Question
    draft_id: int
    duty_name: Bilingual | None = None
    doubt: Reading | None = None
    proposed: datetime | None = None
    has_last: bool = False


@dataclass(frozen=True, kw_only=True)
class PlanPreview:
    """The plan as understood, before anything is made.

    `starts_at` is local. Without `unit` one of `units` must be chosen first; `duty_name` and
    `period_key` say what it counts for, `owed` what it could be linked to. What comes
    again has a `cadence`, and its next five moments are `upcoming`.
    """

    draft_id: int
    version: int
    starts_at: datetime
    title: str
    place: str
    expected: int = 0
    unit: Unit | None = None
    units: tuple[Unit, ...] = ()
    duty_name: Bilingual | None = None
    period_key: str | None = None
    owed: tuple[OwedDuty, ...] = ()
    details: Details = NO_DETAILS
    also: tuple[str, ...] = ()
    observers: tuple[str, ...] = ()
    faults: tuple[Faulty, ...] = ()
    cadence: OnDates | None = None
    upcoming: tuple[datetime, ...] = ()
    circle: Circle = EVERYBODY
