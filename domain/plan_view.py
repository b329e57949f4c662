"""What an administrator sees of a ready plan while it is installed."""

from dataclasses import dataclass

from domain.bilingual import Bilingual
from domain.configuration import Reach
from domain.duty_view import DutyView
from domain.message_budget import MessageBudget
from domain.preset import LeftOut, PresetKind


@dataclass(frozen=True, kw_only=True)
class KindChoice:
    """One of the organisation's own words, offered for an abstract one."""

    name: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class KindQuestion:
    """Which of the organisation's words are meant by an abstract one; `number` counts from 1."""

    draft_id: int
    version: int
    asked: PresetKind
    number: int
    of: int
    choices: tuple[KindChoice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanLine:
    """A duty of the plan; `number` counts from 1. One that nobody would owe cannot be taken.

    `twin_of` is the plan from which a duty of the same name is there already.
    """

    number: int
    view: DutyView
    is_taken: bool
    twin_of: Bilingual | None = None


@dataclass(frozen=True, kw_only=True)
class PlanPreview:
    """A page of what would be owed once the plan is installed; pages count from 1.

    `reach` and `budget` are those of all duties that are taken; `unmatched` are those for whose
    words nothing was chosen.
    """

    draft_id: int
    version: int
    name: Bilingual
    lines: tuple[PlanLine, ...]
    page: int
    pages: int
    taken: int
    total: int
    reach: Reach
    budget: MessageBudget
    unmatched: tuple[LeftOut, ...] = ()
