"""Install a ready plan for the organisation's own kinds of units."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from domain.preset import Chosen, Preset, PresetKind, duties_of, find_unmatched
from storage import history, plans, units


@dataclass(frozen=True, kw_only=True)
class AlreadyInstalled:
    """The plan and all of its duties are there."""


@dataclass(frozen=True, kw_only=True)
class Installed:
    """So many duties run from today."""

    duties: int


@dataclass(frozen=True, kw_only=True)
class Unmatched:
    """Nothing is chosen for an abstract kind: nobody would owe its duties."""

    asked: PresetKind


def present_kinds(session: Session) -> tuple[str, ...]:
    """The organisation's kinds, the frequent ones first."""
    counts = units.count_kinds(session)
    return tuple(sorted(counts, key=lambda kind: (-counts[kind], kind)))


@dataclass(frozen=True, kw_only=True)
class Author:
    """Who installs, by which way."""

    person_id: int | None
    way: str


def install(
    session: Session,
    preset: Preset,
    chosen: Chosen,
    *,
    author: Author,
    now: datetime,
    today: date,
) -> Installed | AlreadyInstalled | Unmatched:
    """Keep the plan; its duties run from today. Installing twice changes nothing."""
    unmatched = find_unmatched(preset, chosen)
    if unmatched:
        return Unmatched(asked=unmatched[0])
    duties = duties_of(preset, chosen, begins_on=today)
    plan_id, made = plans.install(session, preset, duties, now=now)
    if not made:
        return AlreadyInstalled()
    history.write_down(
        session,
        "installed",
        ("plan", plan_id),
        now=now,
        by=author.person_id,
        way=author.way,
        after={"code": preset.code, "kinds": {role: list(kinds) for role, kinds in chosen.items()}},
    )
    return Installed(duties=made)
