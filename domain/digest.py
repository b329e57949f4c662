"""One message a day: everything due for one person, a line each."""

from dataclasses import dataclass
from datetime import date

from domain.ladder import Step
from domain.notice import NoticeKind
from domain.obligation import Obligation
from domain.unit import Unit


@dataclass(frozen=True, kw_only=True)
class DigestLine:
    """`next_step` is what happens if nothing is done, `superior` who would then be told."""

    kind: NoticeKind
    step: str
    obligation: Obligation | None = None
    unit: Unit | None = None
    next_step: Step | None = None
    superior: Unit | None = None


@dataclass(frozen=True, kw_only=True)
class DigestCard:
    """What one person is told on one day, `heard_on`, as it stands `today`."""

    today: date
    heard_on: date
    lines: tuple[DigestLine, ...]
