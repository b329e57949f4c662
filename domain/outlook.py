"""What comes next if nothing is done: the owner's next reminder, and who is told when."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.office import Role
from domain.unit import Unit


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """`told_at` is on the local clock: what is done before it, `superior` never hears of."""

    reminded_on: date | None = None
    told_at: datetime | None = None
    superior: Unit | None = None
    role: Role | None = None
