"""Once a week tell the level above which units owe something and have nobody who hears it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlmodel import Session

from domain.hearing import WAKING_FROM, Officer, find_level_above
from domain.notice import NoticeKind
from domain.place import Place
from domain.unit import Unit
from storage import memory, notices, obligations, people
from storage.notices import NewNotice

CHUNK = 500
USEFUL_FOR = timedelta(days=6)
KEY = "vacancies"
OVER = "over"
SATURDAY = 5


def tell_weekly(session: Session, *, now: datetime, place: Place) -> int:
    """Look at one chunk of the units that owe something; returns how many were looked at.

    The week is done when its memory says so, hence a bot that slept through Monday does it on
    the first day that it is back.
    """
    local = place.local(now)
    if local.time() < WAKING_FROM or local.weekday() >= SATURDAY:
        # Nobody names a secretary at the weekend, and Monday would say it again.
        return 0
    week = iso_week(local.date())
    told, _, after = (memory.recall(session, KEY) or "").partition(":")
    if told == week and after == OVER:
        return 0
    last_id = int(after) if told == week else 0
    owing = obligations.find_units_owing(session, after=last_id, limit=CHUNK)
    found = _vacancies(session, owing, week, now=now, place=place)
    notices.make(session, list(found), now=now)
    memory.remember(session, KEY, f"{week}:{owing[-1].id if owing else OVER}")
    return len(owing)


def iso_week(day: date) -> str:
    """`2026-W47`: Monday begins it, and the year is the one of its Thursday."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _vacancies(
    session: Session, owing: Sequence[Unit], week: str, *, now: datetime, place: Place
) -> Iterator[NewNotice]:
    if not owing:
        return
    involved = {unit_id for unit in owing for unit_id in (unit.id, *unit.ancestor_ids)}
    hearers: Mapping[int, tuple[Officer, ...]] = people.find_hearers(session, list(involved))
    for unit in owing:
        if unit.id in hearers:
            continue
        for officer in find_level_above(unit, hearers):
            yield NewNotice(
                once_key=f"vacant:{unit.id}:{week}:{officer.person_id}",
                person_id=officer.person_id,
                kind=NoticeKind.VACANT,
                step="vacant",
                unit_id=unit.id,
                due_at=place.next_digest(now, officer.digest_at),
                useful_until=now + USEFUL_FOR,
            )
