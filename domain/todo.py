"""What is open for one person."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.obligation import Obligation


@dataclass(frozen=True, kw_only=True)
class ExpectedActivity:
    """An activity that the person has not answered yet; `starts_at` is on the local clock."""

    id: int
    title: str
    place: str
    starts_at: datetime
    version: int


@dataclass(frozen=True, kw_only=True)
class WaitingReviews:
    """So many reports wait for the person's decision."""

    count: int


@dataclass(frozen=True, kw_only=True)
class Unfinished:
    """A dialogue of the person that was begun and not ended."""

    id: int
    kind: str
    version: int


TodoItem = Obligation | ExpectedActivity | WaitingReviews | Unfinished


def is_any_time(item: TodoItem) -> bool:
    """Whether it never presses."""
    return isinstance(item, Obligation) and item.is_any_time


@dataclass(frozen=True, kw_only=True)
class TodoPage:
    """One page of open items, those without an end last; pages count from 1.

    `total` counts what presses.
    """

    today: date
    items: tuple[TodoItem, ...]
    page: int
    pages: int
    total: int
