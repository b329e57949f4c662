"""What is open already, for whom, before something new is opened or closed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, case, col, func, or_, select

from domain.obligation import AFTER_EVENT, NO_END, Obligation
from storage.tables.columns import is_in
from storage.tables.duties import ObligationRow

# An owner and a period.
Opened = tuple[str, str]


def find_opened(session: Session, duty_id: int, period_keys: Collection[str]) -> set[Opened]:
    """Who has an obligation of a duty for which of these periods already."""
    rows = session.exec(
        select(ObligationRow.owner_key, ObligationRow.period_key).where(
            col(ObligationRow.duty_id) == duty_id,
            col(ObligationRow.period_key).in_(set(period_keys)),
        )
    )
    return set(rows)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Whose an obligation is, where it counts, and whether it is open."""

    id: int
    owner_key: str
    unit_id: int
    is_open: bool


def find_standing(session: Session, duty_id: int, *, today: date) -> list[Standing]:
    """What is open of a duty, and what was closed by itself in a period that still runs."""
    row = ObligationRow
    rows = session.exec(
        select(row.id, row.owner_key, row.unit_id, row.state).where(
            col(row.duty_id) == duty_id,
            or_(
                col(row.state) == "open",
                (col(row.state) == "excused")
                & col(row.settled_by).is_(None)
                & (col(row.last_day) >= today),
            ),
        )
    )
    return [
        Standing(id=one or 0, owner_key=owner, unit_id=unit_id, is_open=state == "open")
        for one, owner, unit_id, state in rows
    ]


@dataclass(frozen=True, kw_only=True)
class Dated:
    """The days of an obligation; `extended_from` is the last one before it was extended."""

    id: int
    owner_key: str
    period_key: str
    first_day: date
    last_day: date
    lapses_on: date | None
    extended_from: date | None


def find_dated(session: Session, duty_id: int, *, today: date, since: date) -> list[Dated]:
    """What is open of a duty or still runs, and what followed an event since a day."""
    row = ObligationRow
    after_event = col(row.period_key).startswith(AFTER_EVENT, autoescape=True)
    rows = session.exec(
        select(row).where(
            col(row.duty_id) == duty_id,
            or_(
                col(row.state) == "open",
                col(row.last_day) >= today,
                after_event & (col(row.first_day) >= since),
            ),
        )
    )
    return [
        Dated(
            id=one.id or 0,
            owner_key=one.owner_key,
            period_key=one.period_key,
            first_day=one.first_day,
            last_day=one.last_day,
            lapses_on=one.lapses_on,
            extended_from=one.extended_from,
        )
        for one in rows
    ]


def find_closed(
    session: Session, duty_id: int, period_keys: Collection[str]
) -> list[tuple[int, str, str]]:
    """What of a duty was closed by itself in these periods: id, owner and period."""
    row = ObligationRow
    rows = session.exec(
        select(row.id, row.owner_key, row.period_key).where(
            col(row.duty_id) == duty_id,
            col(row.state) == "excused",
            col(row.settled_by).is_(None),
            col(row.period_key).in_(set(period_keys)),
        )
    )
    return [(one or 0, owner, period) for one, owner, period in rows]


def find_begun(session: Session, duty_id: int, *, since: date) -> dict[str, list[date]]:
    """When what each owner owes of a duty by the calendar, not by an event, has begun lately."""
    row = ObligationRow
    rows = session.exec(
        select(col(row.owner_key), col(row.first_day)).where(
            col(row.duty_id) == duty_id,
            col(row.first_day) >= since,
            col(row.period_key).not_like(f"{AFTER_EVENT}%"),
        )
    )
    found: dict[str, list[date]] = {}
    for owner, first_day in rows:
        found.setdefault(owner, []).append(first_day)
    return found


def count_each(session: Session, duty_id: int) -> dict[str, tuple[int, bool]]:
    """How many obligations of a duty each owner has had, and whether one is open."""
    is_open = case((col(ObligationRow.state) == "open", 1), else_=0)
    rows = session.exec(
        select(ObligationRow.owner_key, func.count(), func.max(is_open))
        .where(col(ObligationRow.duty_id) == duty_id)
        .group_by(col(ObligationRow.owner_key))
    )
    return {owner: (count, bool(open_)) for owner, count, open_ in rows}


def is_followed(session: Session, owed: Obligation) -> bool:
    """Whether the next one of its owner is open already: two would stand side by side."""
    query = select(ObligationRow.id).where(
        col(ObligationRow.duty_id) == owed.duty_id,
        col(ObligationRow.owner_key) == owed.owner_key,
        col(ObligationRow.last_day) == NO_END,
        col(ObligationRow.id) != owed.id,
        is_in("obligation", "open"),
    )
    return owed.has_no_plan and session.exec(query).first() is not None
