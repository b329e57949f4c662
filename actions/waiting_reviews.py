"""A report that waits too long reminds its reviewer, with the same manners as everything else."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from sqlmodel import Session

from domain.hearing import Officer, find_level_above
from domain.notice import NoticeKind
from domain.place import Place
from domain.unit import Unit
from domain.working_day import WorkingCalendar
from storage import calendar_days, memory, notices, people, units, waiting_reports
from storage.notices import NewNotice
from storage.waiting_reports import WaitingReport

KEY = "waiting_reviews"
MOST_A_DAY = 2000
# Working days after it was handed in: the first, and repeats that grow apart.
TOLD_AFTER = (5, 7, 11)
USEFUL_FOR = timedelta(days=14)


def tell_daily(session: Session, *, now: datetime, place: Place) -> int:
    """Once a day look at what waits for review; returns how many reports were looked at."""
    today = place.today(now)
    if not place.is_waking(now) or memory.recall(session, KEY) == str(today):
        return 0
    memory.remember(session, KEY, str(today))
    waiting = waiting_reports.find(session, before=place.morning_of(today), limit=MOST_A_DAY)
    if not waiting:
        return 0
    reviewing = units.find_many(session, [one.reviewer_unit_id for one in waiting])
    calendars = calendar_days.load_for(session, reviewing.values())
    involved = {unit_id for unit in reviewing.values() for unit_id in (unit.id, *unit.ancestor_ids)}
    hearers = people.find_hearers(session, list(involved))
    made = [
        notice
        for one in waiting
        if (unit := reviewing.get(one.reviewer_unit_id))
        and (step := _step(one, calendars.of(unit), today, place))
        for notice in _notices(one, step, unit, hearers, now=now, place=place)
    ]
    notices.make(session, made, now=now)
    return len(waiting)


def _step(one: WaitingReport, calendar: WorkingCalendar, today: date, place: Place) -> str | None:
    """The latest step that has come by the reviewer's days; its key lets it be told once."""
    since = place.today(one.submitted_at)
    passed = [days for days in TOLD_AFTER if calendar.add_working_days(since, days) <= today]
    return f"waits-{passed[-1]}" if passed else None


def _notices(
    one: WaitingReport,
    step: str,
    unit: Unit,
    hearers: Mapping[int, tuple[Officer, ...]],
    *,
    now: datetime,
    place: Place,
) -> Iterator[NewNotice]:
    for officer in hearers.get(unit.id) or find_level_above(unit, hearers):
        if officer.person_id != one.author_id:
            yield NewNotice(
                once_key=f"{NoticeKind.REVIEW}:{one.id}:{step}:{officer.person_id}",
                person_id=officer.person_id,
                kind=NoticeKind.REVIEW,
                step=step,
                obligation_id=one.obligation_id,
                unit_id=unit.id,
                due_at=place.next_digest(now, officer.digest_at),
                useful_until=now + USEFUL_FOR,
            )
