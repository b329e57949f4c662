"""What officers see of terms: a page of them, and the sheet of one body."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.bilingual import NO_NAME, Bilingual
from domain.election_rule import (
    NO_RULE,
    ElectionPlan,
    ElectionRule,
    ListedStep,
    TickedStep,
)
from domain.term import ACTING_STATES, RecordedTerm, Term
from domain.term_answer import Holder
from domain.unit import Unit


@dataclass(frozen=True, kw_only=True)
class TermPage:
    """One page of terms, the earliest end first; pages count from 1.

    `unit` is the one at the top, None for everything that the reader answers for. `acting` are, by
    unit, those who sit on although the term is over.
    """

    today: date
    terms: tuple[Term, ...]
    page: int
    pages: int
    total: int
    unit: Unit | None = None
    acting: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class TermSheet:
    """One body: its term, those before, and what may be done about it.

    `undo_stamp` names a record, `undo_id` another answer that may be taken back still. `source` is
    what the plan says about the length; `may_remind`: the reader is the level above.
    """

    today: date
    term: Term
    past: tuple[RecordedTerm, ...] = ()
    undo_stamp: int | None = None
    undo_id: int | None = None
    source: Bilingual = NO_NAME
    rule: ElectionRule = NO_RULE
    plan: ElectionPlan | None = None
    holders: tuple[Holder, ...] = ()
    may_remind: bool = False

    @property
    def is_acting(self) -> bool:
        """Whether those in office sit on although their time is over."""
        return self.term.state(self.today) in ACTING_STATES


@dataclass(frozen=True, kw_only=True)
class ElectionLine:
    """One step of the list: when it is due, once the day is set, and who has ticked it."""

    step: ListedStep
    due_on: date | None = None
    ticked: TickedStep | None = None
    ticked_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ElectionList:
    """Everything that the next election of a body asks for."""

    today: date
    term: Term
    lines: tuple[ElectionLine, ...]
