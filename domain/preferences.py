"""What somebody chooses for himself: the language, and the hour of the daily message."""

from dataclasses import dataclass
from datetime import time

DIGEST_HOURS = (time(7, 30), time(8, 30), time(12, 30), time(19, 0))


@dataclass(frozen=True, kw_only=True)
class Preferences:
    """What holds now; no language means that of Telegram."""

    language: str | None
    digest_at: time


def digest_hour(minute: int) -> time | None:
    """The hour that a button means, in minutes from midnight; None for any other number."""
    return next((at for at in DIGEST_HOURS if at.hour * 60 + at.minute == minute), None)
