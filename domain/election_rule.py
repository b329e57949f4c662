"""What a plan says about an election: how many must come, and what is to be done by when."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from domain.bilingual import Bilingual


@dataclass(frozen=True, kw_only=True)
class Quorum:
    """More than `part` of `whole` of those with a vote must be present.

    Party organisations: more than four fifths (rules on elections of local bodies, 2020). Other
    bodies have the number of their statutes, or none.
    """

    part: int
    whole: int

    def is_met(self, *, due: int, present: int) -> bool:
        """Exactly the share is not more than the share."""
        return present * self.whole > due * self.part

    def least(self, due: int) -> int:
        """The fewest that are enough of so many."""
        return due * self.part // self.whole + 1

    def __str__(self) -> str:
        return f"{self.part}/{self.whole}"


def read_quorum(written: str) -> Quorum:
    """`4/5`; ValueError for what is no share of one."""
    part, _, whole = written.partition("/")
    found = Quorum(part=int(part), whole=int(whole))
    if not 0 < found.part < found.whole:
        raise ValueError(f"{written!r} is no share of one")
    return found


@dataclass(frozen=True, kw_only=True)
class ListedStep:
    """One thing to do: so many days after the day of the election, before it where negative."""

    code: str
    name: Bilingual
    days: int

    def due_on(self, election_on: date) -> date:
        """The last day for it."""
        return election_on + timedelta(days=self.days)


@dataclass(frozen=True, kw_only=True)
class ElectionRule:
    """Empty where a plan says nothing: then nobody is counted and nothing is listed."""

    quorum: Quorum | None = None
    checklist: tuple[ListedStep, ...] = ()


NO_RULE = ElectionRule()


@dataclass(frozen=True, kw_only=True)
class TickedStep:
    """A step that is done: who says so, since when."""

    code: str
    at: datetime
    by: str


@dataclass(frozen=True, kw_only=True)
class ElectionPlan:
    """An election whose day is set; `waiting` are the steps not ticked yet, with their days."""

    election_on: date
    waiting: tuple[tuple[ListedStep, date], ...] = ()

    @property
    def next_step(self) -> tuple[ListedStep, date] | None:
        """What is to be done first."""
        return self.waiting[0] if self.waiting else None


def plan_election(rule: ElectionRule, election_on: date, ticked: Collection[str]) -> ElectionPlan:
    """The days of the list, counted from the day of the election, the earliest first."""
    dated = [(one, one.due_on(election_on)) for one in rule.checklist if one.code not in ticked]
    return ElectionPlan(
        election_on=election_on, waiting=tuple(sorted(dated, key=lambda pair: pair[1]))
    )


def rule_to_data(rule: ElectionRule) -> dict[str, Any]:
    """Plain JSON; nothing for an empty rule."""
    found: dict[str, Any] = {}
    if rule.quorum:
        found["quorum"] = str(rule.quorum)
    if rule.checklist:
        found["checklist"] = [
            {"code": one.code, "name": {"zh": one.name.zh, "en": one.name.en}, "days": one.days}
            for one in rule.checklist
        ]
    return found


def rule_from_data(found: Mapping[str, Any]) -> ElectionRule:
    """The rule again; ValueError for a quorum that is none."""
    return ElectionRule(
        quorum=read_quorum(found["quorum"]) if "quorum" in found else None,
        checklist=tuple(
            ListedStep(code=one["code"], name=Bilingual(**one["name"]), days=one["days"])
            for one in found.get("checklist", ())
        ),
    )
