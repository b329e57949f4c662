"""One tick: open what has begun, look at what is due, gather the digests."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from actions import (
    approvals,
    aways,
    calendar_looks,
    calendar_warnings,
    digests,
    invitations,
    openings,
    outages,
    reminders,
    vacancies,
    waiting_reviews,
)
from actions.running import Memory, Runner
from domain.place import Place

# Each returns how much it did; the tick calls it again until there is nothing left, a short
# transaction at a time.
STEPS: tuple[Callable[..., int], ...] = (
    aways.turn,
    openings.open_due,
    calendar_looks.look_again,
    reminders.queue_due,
    vacancies.tell_weekly,
    calendar_warnings.tell_weekly,
    waiting_reviews.tell_daily,
    digests.gather,
    invitations.tell_openings,
    approvals.expire_due,
    outages.note_alive,
)


async def tick(runner: Runner, *, now: datetime, place: Place) -> int:
    """Do everything that is due at `now`; returns how much that was."""
    total = 0
    for step in STEPS:
        while did := await runner.write(partial(_run, step, now, place)):
            total += did
    return total


def _run(step: Callable[..., int], now: datetime, place: Place, session: Memory) -> int:
    return step(session, now=now, place=place)
