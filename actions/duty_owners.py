"""Choose who owes a duty in the making: kinds of unit, offices, labels."""

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from sqlmodel import Session

from actions.duty_drafting import Making, Shown, change
from actions.duty_previews import find_tags
from domain.duty_draft import DutyDraft
from domain.duty_making import ROLES
from domain.permission import Actor
from domain.place import Place
from storage import units

T = TypeVar("T")


def toggle_kind(
    session: Session, actor: Actor, shown: Shown, *, number: int, now: datetime, place: Place
) -> Making:
    """Choose a kind of unit, or take it back."""
    kinds = list(units.count_kinds(session))

    def toggled(known: DutyDraft) -> DutyDraft:
        if number >= len(kinds):
            return known
        changed = _toggled(known.audience.kinds, kinds[number])
        audience = replace(known.audience, kinds=changed)
        return replace(known, audience=audience, is_choosing=True)

    return change(session, actor, shown, toggled, now=now, place=place)


def toggle_role(
    session: Session, actor: Actor, shown: Shown, *, number: int, now: datetime, place: Place
) -> Making:
    """Choose an office, so that each person who holds it owes; or take it back."""

    def toggled(known: DutyDraft) -> DutyDraft:
        if number >= len(ROLES):
            return known
        changed = _toggled(known.audience.roles, ROLES[number])
        audience = replace(known.audience, roles=changed)
        return replace(known, audience=audience, is_choosing=True)

    return change(session, actor, shown, toggled, now=now, place=place)


def toggle_tag(
    session: Session, actor: Actor, shown: Shown, *, number: int, now: datetime, place: Place
) -> Making:
    """Choose a label, so that each person who has it owes; or take it back."""
    tags = find_tags(session)

    def toggled(known: DutyDraft) -> DutyDraft:
        if number >= len(tags):
            return known
        changed = _toggled(known.audience.tags, tags[number])
        audience = replace(known.audience, tags=changed)
        return replace(known, audience=audience, is_choosing=True)

    return change(session, actor, shown, toggled, now=now, place=place)


def _toggled(values: tuple[T, ...], value: T) -> tuple[T, ...]:
    if value in values:
        return tuple(one for one in values if one != value)
    return (*values, value)
