"""Which activities a ledger is about: those of a subtree, and those that its people went to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.tables.activities import ActivityRow
from storage.tables.organisation import PersonRow, UnitRow


@dataclass(frozen=True, kw_only=True)
class Span:
    """The subtree of a unit, from one instant until just before another.

    `above` are the units above it: what they held belongs to it as far as its people were asked.
    """

    path: str
    since: datetime
    until: datetime
    above: tuple[int, ...] = ()


# Under a name of its own: the questions around it ask for the unit that held the activity.
_INSIDE = aliased(UnitRow)


def _between(span: Span) -> tuple[Any, ...]:
    return (col(ActivityRow.starts_at) >= span.since, col(ActivityRow.starts_at) < span.until)


def of_span(span: Span) -> tuple[Any, ...]:
    """What began in the subtree meanwhile."""
    return (col(UnitRow.path).startswith(span.path, autoescape=True), *_between(span))


def _subtree(span: Span) -> Any:
    return columns(col(_INSIDE.id)).where(col(_INSIDE.path).startswith(span.path, autoescape=True))


def of_our_people(span: Span) -> tuple[Any, ...]:
    """What a unit above held, as far as people of the subtree were on its list."""
    return (
        col(ActivityRow.unit_id).in_(span.above),
        *_between(span),
        col(PersonRow.unit_id).in_(_subtree(span)),
    )
