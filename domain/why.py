"""Why somebody was told something: the duty, the office, the rung, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.bilingual import Bilingual
from domain.delivery import Kind
from domain.ladder import Step
from domain.notice import NoticeKind
from domain.obligation import Obligation
from domain.office import HEARING_ORDER, HeldOffice
from domain.unit import Unit, is_within


@dataclass(frozen=True, kw_only=True)
class WhyLine:
    """One line of a message explained.

    `office` is why it was this person, None when the office has ended since; or he owes it
    himself (`is_personal`); `next_step` is what
    comes if nothing is done, `superior` who would be told then.
    """

    kind: NoticeKind
    step: str
    obligation: Obligation | None = None
    unit: Unit | None = None
    source: Bilingual | None = None
    office: HeldOffice | None = None
    is_personal: bool = False
    next_step: Step | None = None
    superior: Unit | None = None


@dataclass(frozen=True, kw_only=True)
class Why:
    """One message explained. `activity` is the title that it invited to, `asker` who nudged."""

    kind: Kind
    sent_at: datetime
    today: date
    lines: tuple[WhyLine, ...] = ()
    activity: str = ""
    asker: str = ""


def find_office(offices: Sequence[HeldOffice], unit: Unit, kind: NoticeKind) -> HeldOffice | None:
    """The office by which somebody heard: in the unit itself, or else the nearest one above."""
    hearing = [one for one in offices if one.role in HEARING_ORDER]
    if kind in (NoticeKind.OWN, NoticeKind.NUDGE):
        hearing = [one for one in hearing if one.unit_id == unit.id]
    else:
        hearing = [one for one in hearing if is_within(unit.path, one.unit_path)]
    if kind is NoticeKind.BELOW:
        # Who hears for the unit itself as well is told of its silence by the office above.
        hearing = [one for one in hearing if one.unit_id != unit.id]
    return min(
        hearing,
        key=lambda one: (-len(one.unit_path), HEARING_ORDER.index(one.role)),
        default=None,
    )
