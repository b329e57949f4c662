"""At the beginning of a month the board as a picture, for officers who want it."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from sqlmodel import Session

from actions.board_pictures import board_of
from domain.board_picture import BoardPicture, BoardPictureCard
from domain.delivery import Delivery, Kind, NewDelivery
from domain.period import Period, PeriodKind, period_named, period_of, previous_period
from domain.place import Place
from domain.status import top_paths
from domain.unit import Unit
from storage import deliveries, memory, monthly_boards

KEY = "monthly_boards"
CHUNK = 200
USEFUL_FOR = timedelta(days=10)
# Each takes a second or two to draw; other messages go in between.
APART = timedelta(seconds=5)


def queue_due(session: Session, *, now: datetime, place: Place) -> int:
    """Queue the board of the month that is over, once for each; returns how many.

    Whoever chooses it gets the one of the month that is running, when that is over. After ten
    days without the bot the month is left out.
    """
    today = place.today(now)
    month = previous_period(period_of(PeriodKind.MONTH, today))
    done = memory.recall(session, KEY)
    if done == month.key:
        return 0
    is_late = today - month.last_day > USEFUL_FOR
    if done is None or is_late:
        memory.remember(session, KEY, month.key)
        return 0
    key = f"board:{month.key}:"
    found = monthly_boards.find_without(session, key, limit=CHUNK)
    if not found:
        memory.remember(session, KEY, month.key)
        return 0
    before = monthly_boards.count_queued(session, key)
    return deliveries.queue(
        session,
        [
            _new(f"{key}{person_id}", person_id, month, due_at=due_at + (before + number) * APART)
            for number, (person_id, minute) in enumerate(found)
            for due_at in [place.next_digest(now, time(minute // 60, minute % 60))]
        ],
        now=now,
    )


def _new(once_key: str, person_id: int, month: Period, *, due_at: datetime) -> NewDelivery:
    return NewDelivery(
        once_key=once_key,
        person_id=person_id,
        kind=Kind.BOARD,
        due_at=due_at,
        useful_until=due_at + USEFUL_FOR,
        facts={"month": month.key},
    )


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, BoardPictureCard]:
    """The figures as they stand; nothing for whoever is no officer now or wants it no more."""
    units = monthly_boards.find_units(session, {one.person_id for one in claimed})
    drawn: dict[tuple[int, str], BoardPicture] = {}
    cards: dict[int, BoardPictureCard] = {}
    for one in claimed:
        unit = _top(units.get(one.person_id, []))
        if unit is None:
            continue
        month = period_named(str(one.facts["month"]))
        year = period_of(PeriodKind.YEAR, month.first_day)
        # A few at a time, queued seconds apart; officers of one unit share its figures.
        if (unit.id, year.key) not in drawn:
            drawn[unit.id, year.key] = board_of(session, unit, year, page=1, today=place.today(now))
        cards[one.id] = BoardPictureCard(picture=drawn[unit.id, year.key])
    return cards


def _top(units: Sequence[Unit]) -> Unit | None:
    """Of several subtrees the first one; the others are under /status."""
    tops = top_paths(unit.path for unit in units)
    return next((unit for unit in units if unit.path in tops), None)
