"""When the process is well, judged by what it last did, never by what merely exists."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# Seconds. A long poll lasts 30, a tick comes every 20, and the courier looks every second.
OLDEST_POLL = 90.0
OLDEST_TICK = 90.0
OLDEST_COMMIT = 90.0
LONGEST_WAIT_INSIDE = 90.0
LONGEST_WAIT_OUTSIDE = 900.0


@dataclass(frozen=True, kw_only=True)
class Vitals:
    """What the process knows of itself: ages and waiting times in seconds, and no names.

    An age is None while the thing has not happened yet.
    """

    ages: Mapping[str, float | None]
    oldest_inbox: float = 0.0
    oldest_outbox: float = 0.0
    clock_held: str | None = None
    poll_trouble: str | None = None
    in_flight_limit: int = 0
    pauses: int = 0
    bot_id: int | None = None
    silent: tuple[str, ...] = field(default=())


def find_complaints(vitals: Vitals) -> list[str]:
    """Everything that is wrong; an empty list is health."""
    limits = {"poll": OLDEST_POLL, "tick": OLDEST_TICK, "commit": OLDEST_COMMIT}
    found = [
        f"no {name} yet" if age is None else f"last {name} {age:.0f} s ago"
        for name, limit in limits.items()
        if (age := vitals.ages.get(name)) is None or age > limit
    ]
    if found and vitals.poll_trouble:
        found.append(f"Telegram cannot be polled: {vitals.poll_trouble}")
    if vitals.oldest_inbox > LONGEST_WAIT_INSIDE:
        found.append(f"an update waits for {vitals.oldest_inbox:.0f} s")
    if vitals.oldest_outbox > LONGEST_WAIT_OUTSIDE:
        found.append(f"a message waits for {vitals.oldest_outbox:.0f} s")
    if vitals.clock_held:
        found.append(vitals.clock_held)
    found += [f"{part} is silent" for part in vitals.silent]
    return found
