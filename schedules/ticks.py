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
    handovers,
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
# transaction at a time. Those with nothing to do share one: most ticks come to nothing.
STEPS: tuple[Callable[..., int], ...] = (
    aways.turn,
    openings.open_due,
    calendar_looks.look_again,
    reminders.queue_due,
    vacancies.tell_weekly,
    calendar_warnings.tell_weekly,
    waiting_reviews.tell_daily,
    handovers.tell_new,
    digests.gather,
    invitations.tell_openings,
    approvals.expire_due,
    outages.note_alive,
)


async def tick(runner: Runner, *, now: datetime, place: Place) -> int:
    """Do everything that is due at `now`; returns how much that was."""
    total, number = 0, 0
    while number < len(STEPS):
        did, number = await runner.write(partial(_run_from, number, now, place))
        total += did
    return total


def _run_from(first: int, now: datetime, place: Place, session: Memory) -> tuple[int, int]:
    """Run the steps until one does something; returns how much, and where to go on."""
    for number in range(first, len(STEPS)):
        if did := STEPS[number](session, now=now, place=place):
            return did, number
    return 0, len(STEPS)
