"""Fill the working calendar with the public holidays that the installed library knows."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from importlib.metadata import version

from actions.calendar_seeds import find_stale, keep, years_around
from actions.running import Runner
from papers.holiday_library import known_countries, read_country


async def seed_calendar(runner: Runner, now: datetime) -> int:
    """Seed the countries in use; returns how many years were written.

    Call at the start and now and then: it costs nothing unless the year, the library's version or
    the countries have changed since. Days from other sources stay and win.
    """
    years = years_around(now.date())
    edition = f"{version('holidays')} {now.year}"
    stale = await runner.read(partial(find_stale, edition=edition))
    return sum([await _seed(runner, one, years, edition) for one in stale])


async def _seed(runner: Runner, country: str, years: Sequence[int], edition: str) -> int:
    if country not in await asyncio.to_thread(known_countries):
        return 0
    known = await asyncio.to_thread(read_country, country, years)
    return await runner.write(partial(keep, known=known, edition=edition))
