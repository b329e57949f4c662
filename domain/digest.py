"""One message a day: everything due for one person, a line each."""

from dataclasses import dataclass
from datetime import date

from domain.election_rule import ElectionPlan
from domain.notice import NoticeKind
from domain.obligation import Obligation
from domain.outlook import Outlook
from domain.unit import Unit


@dataclass(frozen=True, kw_only=True)
class DigestLine:
    """`outlook` is what happens if nothing is done; `is_in_hand`: the reader has said so.

    `stands_in_for` names the colleague whose line it is while he is away; `election` is the one
    that is set for a term.
    """

    kind: NoticeKind
    step: str
    obligation: Obligation | None = None
    unit: Unit | None = None
    outlook: Outlook | None = None
    is_in_hand: bool = False
    stands_in_for: str = ""
    election: ElectionPlan | None = None


@dataclass(frozen=True, kw_only=True)
class DigestCard:
    """What one person is told on one day, `heard_on`, as it stands `today`."""

    today: date
    heard_on: date
    lines: tuple[DigestLine, ...]
