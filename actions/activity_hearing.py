"""What was typed about an activity, taken into its plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlmodel import Session

from domain.activity import TITLE_LIMIT
from domain.activity_details import NOTHING, Fault
from domain.activity_plan import ActivityPlan, OwedDuty
from domain.activity_words import A_NAME, MOST_NAMES, Faulty, Label, read_details, read_names
from domain.circle import read_circle
from domain.schedule_words.typed import Typed
from storage import activity_people, tags


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What was typed: words, the moment at their beginning where one was looked for, and fields."""

    words: str = ""
    typed: Typed | None = None
    fields: Mapping[Label, str] = field(default_factory=dict)


def take_fields(
    session: Session, plan: ActivityPlan, fields: Mapping[Label, str], owed: Sequence[OwedDuty]
) -> ActivityPlan:
    """The plan with what its fields say; what is wrong with them stands in its faults."""
    details, faults = read_details(fields)
    plan = replace(plan, details=plan.details.changed_by(details), faults=faults, asked=None)
    if title := _one_line(fields.get(Label.TITLE, "")):
        named = [duty.id for duty in owed if title in (duty.name.zh, duty.name.en)]
        plan = replace(plan, title=title, duty_id=named[0] if named else plan.duty_id)
    if Label.PLACE in fields:
        place = _one_line(fields[Label.PLACE])
        plan = replace(plan, place="" if place in NOTHING else place)
    if Label.WHO in fields:
        plan = _take_circle(session, plan, fields[Label.WHO])
    return _take_people(session, plan, fields)


def _one_line(words: str) -> str:
    return " ".join(words.split())[:TITLE_LIMIT]


def _take_circle(session: Session, plan: ActivityPlan, said: str) -> ActivityPlan:
    read = read_circle(said, tags.count_each(session))
    faults = (Faulty(fault=Fault.WHO, about=one[:A_NAME]) for one in read.unknown[:MOST_NAMES])
    return replace(plan, circle=read.circle or plan.circle, faults=(*plan.faults, *faults))


def _take_people(session: Session, plan: ActivityPlan, fields: Mapping[Label, str]) -> ActivityPlan:
    """Whoever is named twice is what he was named last."""
    invited = read_names(fields.get(Label.ALSO, ""))
    looking_on = read_names(fields.get(Label.OBSERVERS, ""))
    if not invited and not looking_on:
        return plan
    found = activity_people.find_named(session, {*invited, *looking_on})
    also = [ids[0] for name in invited if len(ids := found[name]) == 1]
    observers = [ids[0] for name in looking_on if len(ids := found[name]) == 1]
    faults = [
        Faulty(fault=Fault.SEVERAL if ids else Fault.NOBODY, about=name)
        for name in dict.fromkeys((*invited, *looking_on))
        if len(ids := found[name]) != 1
    ]
    kept = [one for one in plan.also if one not in observers]
    kept_observers = [one for one in plan.observers if one not in also]
    return replace(
        plan,
        also=tuple(dict.fromkeys([*kept, *(one for one in also if one not in observers)])),
        observers=tuple(dict.fromkeys([*kept_observers, *observers])),
        faults=(*plan.faults, *faults),
    )
