"""Keep what the library knows of the countries that the organisation lives in."""

from datetime import date

from sqlmodel import Session

from actions import calendar_looks
from domain.public_holiday import CHINA, CountryLists, Source
from storage import memory, public_holidays, units

YEARS_BACK, YEARS_AHEAD = 1, 2
MEMORY_KEY = "calendar_seeded"


def years_around(today: date) -> tuple[int, ...]:
    """Last year to the year after next."""
    return tuple(range(today.year - YEARS_BACK, today.year + YEARS_AHEAD + 1))


def find_stale(session: Session, *, edition: str) -> list[str]:
    """The countries in use whose days were not yet taken from this edition of the library."""
    in_use = {CHINA, *public_holidays.find_countries_in_use(session)}
    return sorted(one for one in in_use if memory.recall(session, _key(one)) != edition)


def was_seeded(session: Session) -> bool:
    """Whether the library was ever asked; before that nobody can say what is missing."""
    return memory.recall(session, _key(CHINA)) is not None


def keep(session: Session, known: CountryLists, *, edition: str) -> int:
    """Keep a country's lists from an edition of the library; returns how many years that were."""
    keep_lists(session, known)
    memory.remember(session, _key(known.country), edition)
    return len(known.lists)


def keep_lists(session: Session, known: CountryLists) -> None:
    """Keep what the library says in place of what it said before. Other sources stay and win."""
    public_holidays.keep_weekend(session, known.country, known.weekend)
    before = public_holidays.load_countries(session, [known.country])
    for one in known.lists:
        public_holidays.replace_list(
            session,
            known.country,
            one,
            source=Source.LIBRARY,
            is_published=one.year in known.published,
        )
    if public_holidays.load_countries(session, [known.country]) != before:
        root = units.find_root(session)
        if root is not None:
            calendar_looks.begin(session, root.id)


def _key(country: str) -> str:
    return f"{MEMORY_KEY}:{country}"
