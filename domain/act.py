"""What fulfils a duty: one act, any of several, or all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from domain.bilingual import Bilingual
from domain.election_rule import NO_RULE, ElectionRule, rule_from_data, rule_to_data
from domain.report_form import (
    FREE_REPORT,
    ReportRule,
    report_rule_from_data,
    report_rule_to_data,
)


class ActKind(StrEnum):
    """How an act is recorded."""

    ACTIVITY = "activity"  # A session held, with check-in.
    REPORT = "report"  # Words and files, accepted by a reviewer.
    TICK = "tick"  # Whoever owes it says that it is done.
    VOTE = "vote"  # An election that begins a term.


class Needs(StrEnum):
    """Whether one act is enough, or every one must be done."""

    ANY = "any"
    ALL = "all"


@dataclass(frozen=True, kw_only=True)
class Act:
    """One way to fulfil a duty; `code` names it inside its duty.

    Votes may have an `election`, reports a kind in `report`.
    """

    kind: ActKind
    code: str
    name: Bilingual
    election: ElectionRule = NO_RULE
    report: ReportRule = FREE_REPORT


Progress = Mapping[str, int]


def count_done(acts: Sequence[Act], needs: Needs, progress: Progress) -> int:
    """How often the duty is fulfilled, when each act was done as often as `progress` says.

    Acts that the duty no longer names count for nothing.
    """
    times = [progress.get(act.code, 0) for act in acts]
    return sum(times) if needs is Needs.ANY else min(times, default=0)


def find_missing(acts: Sequence[Act], needs: Needs, progress: Progress) -> tuple[Act, ...]:
    """The acts that still take it forward: all where any will do, else those done least often."""
    if needs is Needs.ANY:
        return tuple(acts)
    least = count_done(acts, needs, progress)
    return tuple(act for act in acts if progress.get(act.code, 0) == least)


def step(progress: Progress, code: str, by: int) -> dict[str, int]:
    """Count an act once more, or (-1) once less; never below nothing."""
    return {**progress, code: max(0, progress.get(code, 0) + by)}


def acts_to_data(acts: Sequence[Act]) -> list[dict[str, Any]]:
    """Plain JSON, as duties and obligations keep it."""
    return [
        {"kind": act.kind.value, "code": act.code, "zh": act.name.zh, "en": act.name.en}
        | rule_to_data(act.election)
        | report_rule_to_data(act.report)
        for act in acts
    ]


def acts_from_data(found: Sequence[Mapping[str, Any]]) -> tuple[Act, ...]:
    """The acts again."""
    return tuple(
        Act(
            kind=ActKind(one["kind"]),
            code=one["code"],
            name=Bilingual(zh=one["zh"], en=one["en"]),
            election=rule_from_data(one),
            report=report_rule_from_data(one),
        )
        for one in found
    )
