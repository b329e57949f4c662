"""The ledger of terms: one row for each body, as a superior keeps it."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.term import RecordedTerm, Term
from domain.unit import Unit

# The step of an election's list whose tick is the day of the request.
REQUEST = "request"


@dataclass(frozen=True, kw_only=True)
class LedgerRow:
    """One body. `record` is the election that began its term, where it was recorded here.

    `above` is None where that unit is not the reader's to see.
    """

    term: Term
    above: Unit | None = None
    record: RecordedTerm | None = None
    reminded_on: date | None = None
    requested_on: date | None = None
    secretaries: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TermLedger:
    """Every body of a unit and below it, the earliest end first; no unit: of all the reader's.

    `made_at` is on the local clock.
    """

    made_at: datetime
    rows: tuple[LedgerRow, ...]
    unit: Unit | None = None

    @property
    def today(self) -> date:
        """The day as of which it is."""
        return self.made_at.date()
