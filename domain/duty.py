"""What is owed, by whom, how often."""

from dataclasses import dataclass
from datetime import date

from domain.act import Act, ActKind, Needs
from domain.audience import Audience
from domain.bilingual import NO_NAME, Bilingual
from domain.cadence import Cadence, NoCadence, Quota, TermEnds
from domain.ladder import ReminderPolicy


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A duty as it is set up now. Obligations that run carry the rule they began with.

    `plan` is the plan that it comes from. The same duty may stand in two plans with different
    numbers: then it is two duties, each with its own obligations, and both are shown.

    `exempt_months` (1 to 12): nothing opens for a period, or a date, that lies wholly in them; a
    longer period is asked for in full.

    `opened_through` is the day on which everything that had begun was opened last; `opened_key`
    is the day for which nothing is left to look at.
    """

    id: int
    code: str
    name: Bilingual
    source: Bilingual
    audience: Audience
    acts: tuple[Act, ...]
    cadence: Cadence
    begins_on: date
    policy: ReminderPolicy
    plan: Bilingual = NO_NAME
    needs: Needs = Needs.ANY
    reviewer_kinds: tuple[str, ...] = ()
    exempt_months: tuple[int, ...] = ()
    version: int = 1
    is_paused: bool = False
    opened_key: str | None = None
    opened_through: date | None = None

    @property
    def at_least(self) -> int:
        """How often it must be done for one obligation."""
        return self.cadence.at_least if isinstance(self.cadence, Quota) else 1

    @property
    def is_about_terms(self) -> bool:
        """Whether an election fulfils it."""
        return isinstance(self.cadence, TermEnds)

    @property
    def is_any_time(self) -> bool:
        """Whether it is never overdue."""
        return isinstance(self.cadence, NoCadence)

    def has(self, kind: ActKind) -> bool:
        """Whether an act of this kind counts for it."""
        return any(act.kind is kind for act in self.acts)

    def find_act(self, kind: ActKind) -> Act | None:
        """The first act of this kind."""
        return next((act for act in self.acts if act.kind is kind), None)


def named_with_plan(duty: Duty) -> Bilingual:
    """The name where another plan has a duty of the same name."""
    return Bilingual(zh=f"{duty.name.zh}（{duty.plan.zh}）", en=f"{duty.name.en} ({duty.plan.en})")
