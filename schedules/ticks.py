"""One tick: open what has begun, look at what is due, gather the digests."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from actions import (
    activity_series,
    approvals,
    aways,
    calendar_looks,
    calendar_warnings,
    digests,
    first_drafts,
    group_cards,
    handovers,
    held_questions,
    invitations,
    leaves,
    monthly_boards,
    openings,
    outages,
    reminders,
    series_looks,
    vacancies,
    waiting_reviews,
)
from actions.running import Memory, Runner
from domain.place import Place

Step = Callable[..., int]

# Each returns how much it did; the tick calls it again until there is nothing left, a short
# transaction at a time. Those with nothing to do share one: most ticks come to nothing.
STEPS: tuple[Step, ...] = (
    aways.turn,
    openings.open_due,
    calendar_looks.look_again,
    series_looks.look_again,
    reminders.queue_due,
    vacancies.tell_weekly,
    calendar_warnings.tell_weekly,
    waiting_reviews.tell_daily,
    first_drafts.offer_daily,
    handovers.tell_new,
    digests.gather,
    activity_series.make_due,
    activity_series.invite_due,
    invitations.remind,
    invitations.tell_openings,
    group_cards.open_due,
    monthly_boards.queue_due,
    held_questions.ask,
    leaves.fade,
    approvals.expire_due,
    outages.note_alive,
)


@dataclass(kw_only=True)
class _Walk:
    """One transaction: the steps from `number` on, until one does something or breaks."""

    steps: Sequence[Step]
    now: datetime
    place: Place
    number: int = 0
    reached: int = 0

    def on(self, session: Memory) -> int:
        """Returns how much the last step did; `reached` says which that was."""
        for number in range(self.number, len(self.steps)):
            self.reached = number
            if did := self.steps[number](session, now=self.now, place=self.place):
                return did
        self.reached = len(self.steps)
        return 0


async def tick(
    runner: Runner, *, now: datetime, place: Place, steps: Sequence[Step] = STEPS
) -> int:
    """Do everything that is due at `now`; returns how much that was.

    A step that breaks stops none after it. Raises ExceptionGroup of what broke at the end.
    """
    walk = _Walk(steps=steps, now=now, place=place)
    total = 0
    broken: list[Exception] = []
    while walk.number < len(steps):
        walk.reached = walk.number
        try:
            total += await runner.write(walk.on)
            walk.number = walk.reached
        except Exception as error:  # noqa: BLE001  # It is raised when everything else is done.
            broken.append(error)
            walk.number = walk.reached + 1
    if broken:
        raise ExceptionGroup("steps of the tick broke", broken)
    return total
