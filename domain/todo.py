"""What is open for one person."""

from dataclasses import dataclass
from datetime import date

from domain.obligation import Obligation


@dataclass(frozen=True, kw_only=True)
class TodoPage:
    """One page of open items; pages count from 1."""

    today: date
    items: tuple[Obligation, ...]
    page: int
    pages: int
    total: int
