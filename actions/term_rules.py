"""What the plans say about terms, by kind of unit: how long, how elected, and by which source."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlmodel import Session

from domain.act import ActKind
from domain.bilingual import NO_NAME, Bilingual
from domain.cadence import TermEnds
from domain.election_rule import NO_RULE, ElectionRule
from domain.term import Term
from domain.unit import Unit
from storage import duties


@dataclass(frozen=True, kw_only=True)
class TermRules:
    """`kinds` owe elections; `lengths` are months, where a plan states them for a kind."""

    kinds: frozenset[str] = frozenset()
    lengths: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, ElectionRule] = field(default_factory=dict)
    sources: Mapping[str, Bilingual] = field(default_factory=dict)

    def rule(self, unit: Unit) -> ElectionRule:
        """How a unit of this kind elects."""
        return self.rules.get(unit.kind, NO_RULE)

    def source(self, term: Term) -> Bilingual:
        """Where its length is written; nothing for a kind that no plan speaks of."""
        return self.sources.get(term.unit.kind, NO_NAME)


def find_rules(session: Session) -> TermRules:
    """Of several duties about a kind the first one that says something counts."""
    kinds: set[str] = set()
    lengths: dict[str, int] = {}
    rules: dict[str, ElectionRule] = {}
    sources: dict[str, Bilingual] = {}
    for duty in duties.find_all(session):
        if not isinstance(duty.cadence, TermEnds):
            continue
        kinds.update(duty.audience.kinds)
        lengths.update(duty.cadence.months)
        act = duty.find_act(ActKind.VOTE)
        for kind in (*duty.audience.kinds, *duty.cadence.months):
            if duty.source != NO_NAME:
                sources.setdefault(kind, duty.source)
            if act is not None and act.election != NO_RULE:
                rules.setdefault(kind, act.election)
    return TermRules(kinds=frozenset(kinds), lengths=lengths, rules=rules, sources=sources)
