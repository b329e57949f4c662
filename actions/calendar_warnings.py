"""Tell the administrators which year's holiday list is missing, from November, once a week."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from actions.calendar_seeds import was_seeded
from actions.vacancies import iso_week
from domain.hearing import WAKING_FROM, Officer
from domain.notice import NoticeKind
from domain.office import Role
from domain.place import Place
from domain.unit import Unit
from storage import calendar_days, memory, notices, people, public_holidays, units
from storage.notices import NewNotice

NOVEMBER = 11
KEY = "calendar_warned"
USEFUL_FOR = timedelta(days=6)


@dataclass(frozen=True, kw_only=True)
class _Missing:
    """A list that should be known by now."""

    country: str
    year: int

    @property
    def step(self) -> str:
        """How a notice names it."""
        return f"{self.country}-{self.year}"


def tell_weekly(session: Session, *, now: datetime, place: Place) -> int:
    """Write down who is to be told of a missing list; returns how many notices that made.

    The list of a year comes in autumn of the year before; from November dates are planned that
    depend on it. The week is done when the memory says so.
    """
    local = place.local(now)
    root = units.find_root(session)
    if local.time() < WAKING_FROM or root is None or not was_seeded(session):
        return 0
    mark = f"{iso_week(local.date())}:{local.month >= NOVEMBER}"
    if memory.recall(session, KEY) == mark:
        return 0
    if not calendar_days.calendar_for(session, root).is_working_day(local.date()):
        # Nobody looks for a list on a day off; the next working day of the week says it.
        return 0
    memory.remember(session, KEY, mark)
    missing = _find_missing(session, root, now, place)
    if not missing:
        return 0
    told = people.find_officers(session, [root.id], roles=(Role.ADMINISTRATOR,))
    week = iso_week(local.date())
    return notices.make(
        session, list(_notices(missing, told, root, week, now=now, place=place)), now=now
    )


def find_still_missing(session: Session, steps: Collection[str]) -> frozenset[str]:
    """Which of the lists that notices name are still not known."""
    countries = {step.partition("-")[0] for step in steps}
    if not countries:
        return frozenset()
    known = public_holidays.load_countries(session, countries)
    published = {
        f"{country}-{year}" for country in known for year in known[country].published_years
    }
    return frozenset(steps) - published


def _find_missing(
    session: Session, root: Unit, now: datetime, place: Place
) -> tuple[_Missing, ...]:
    today = place.today(now)
    years = [today.year, today.year + 1] if today.month >= NOVEMBER else [today.year]
    own = calendar_days.load_for(session, [root]).country_of(root)
    countries = sorted({own, *public_holidays.find_countries_in_use(session)})
    known = public_holidays.load_countries(session, countries)
    return tuple(
        _Missing(country=country, year=year)
        for country in countries
        for year in years
        if year not in known[country].published_years
    )


def _notices(
    missing: Sequence[_Missing],
    told: Sequence[Officer],
    root: Unit,
    week: str,
    *,
    now: datetime,
    place: Place,
) -> Iterator[NewNotice]:
    for officer in told:
        for one in missing:
            yield NewNotice(
                once_key=f"calendar:{one.step}:{week}:{officer.person_id}",
                person_id=officer.person_id,
                kind=NoticeKind.CALENDAR,
                step=one.step,
                unit_id=root.id,
                due_at=place.next_digest(now, officer.digest_at),
                useful_until=now + USEFUL_FOR,
            )
