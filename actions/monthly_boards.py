"""At the beginning of a month the board as a picture, for officers who want it."""

from collections.abc import Sequence
from dataclasses import dataclass
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
# Whoever answers for more has the others under /status.
MOST_PICTURES = 5


@dataclass(frozen=True, kw_only=True)
class _Wanted:
    """One picture for somebody; `minute` of the day is his hour, `number` that of his subtree."""

    person_id: int
    minute: int
    number: int

    @property
    def hour(self) -> time:
        """When he is written to."""
        return time(self.minute // 60, self.minute % 60)


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
    units = monthly_boards.find_units(session, {person_id for person_id, _ in found})
    wanted = [
        _Wanted(person_id=person_id, minute=minute, number=number)
        for person_id, minute in found
        for number in range(max(1, min(len(_tops(units.get(person_id, ()))), MOST_PICTURES)))
    ]
    queued = [
        _new(one, month, due_at=place.next_digest(now, one.hour) + (before + at) * APART)
        for at, one in enumerate(wanted)
    ]
    deliveries.queue(session, queued, now=now)
    return len(found)


def _new(wanted: _Wanted, month: Period, *, due_at: datetime) -> NewDelivery:
    further = f":{wanted.number}" if wanted.number else ""
    return NewDelivery(
        once_key=f"board:{month.key}:{wanted.person_id}{further}",
        person_id=wanted.person_id,
        kind=Kind.BOARD,
        due_at=due_at,
        useful_until=due_at + USEFUL_FOR,
        facts={"month": month.key, "number": wanted.number},
    )


def load_cards(
    session: Session, claimed: Sequence[Delivery], *, now: datetime, place: Place
) -> dict[int, BoardPictureCard]:
    """The figures as they stand; nothing for whoever is no officer now or wants it no more."""
    units = monthly_boards.find_units(session, {one.person_id for one in claimed})
    drawn: dict[tuple[int, str], BoardPicture] = {}
    cards: dict[int, BoardPictureCard] = {}
    for one in claimed:
        tops, number = _tops(units.get(one.person_id, ())), int(one.facts.get("number", 0))
        if number >= len(tops):
            continue
        unit, is_last = tops[number], number == MOST_PICTURES - 1
        month = period_named(str(one.facts["month"]))
        year = period_of(PeriodKind.YEAR, month.first_day)
        # A few at a time, queued seconds apart; officers of one unit share its figures.
        if (unit.id, year.key) not in drawn:
            drawn[unit.id, year.key] = board_of(session, unit, year, page=1, today=place.today(now))
        cards[one.id] = BoardPictureCard(
            picture=drawn[unit.id, year.key],
            unsent=len(tops) - MOST_PICTURES if is_last else 0,
        )
    return cards


def _tops(units: Sequence[Unit]) -> list[Unit]:
    """The subtrees of which somebody has a picture each, in the order of the tree."""
    tops = top_paths(unit.path for unit in units)
    # Two offices in one unit are one subtree.
    return list({unit.id: unit for unit in units if unit.path in tops}.values())
