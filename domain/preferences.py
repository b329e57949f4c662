"""What somebody chooses for himself: language, hour, waking hours, how early to be told."""

import re
from dataclasses import dataclass
from datetime import time
from unicodedata import normalize

from domain.easing import Reminding
from domain.hearing import WAKING_FROM, WAKING_UNTIL

# How people call the languages that are spoken here.
LANGUAGE_NAMES = {
    "zh": frozenset({"zh", "中文", "汉语", "中国话", "chinese"}),
    "en": frozenset({"en", "英文", "英语", "english"}),
}
DIGEST_HOURS = (time(7, 30), time(8, 30), time(12, 30), time(19, 0))


@dataclass(frozen=True, kw_only=True)
class WakingHours:
    """When somebody may be written to unasked, inside the waking hours of everybody."""

    since: time = WAKING_FROM
    until: time = WAKING_UNTIL

    def holds(self, at: time) -> bool:
        """Whether that wall time is inside."""
        return self.since <= at < self.until


EVERYBODYS_HOURS = WakingHours()
WAKING_CHOICES = (
    EVERYBODYS_HOURS,
    WakingHours(since=time(8, 30), until=time(18)),
    WakingHours(since=time(9, 30)),
    WakingHours(since=time(12)),
)


@dataclass(frozen=True, kw_only=True)
class Preferences:
    """What holds now; no language means that of Telegram.

    `monthly_board`: whether the board comes as a picture each month; None for no officer.
    """

    language: str | None
    digest_at: time
    waking: WakingHours = EVERYBODYS_HOURS
    reminding: Reminding = Reminding.ALL
    monthly_board: bool | None = None


def waking_hours(minute: int) -> WakingHours | None:
    """The hours that a button means, by the minute at which they begin; None for any other."""
    return next(
        (one for one in WAKING_CHOICES if one.since.hour * 60 + one.since.minute == minute), None
    )


def typed_language(words: str) -> str | None:
    """The code of a language that somebody wrote, such as English or 中文; None for others."""
    written = normalize("NFKC", words).strip().casefold()
    return next((code for code, names in LANGUAGE_NAMES.items() if written in names), None)


def typed_hour(words: str) -> time | None:
    """The hour on offer that somebody wrote, such as 19:00 or 7：30; None for anything else."""
    written = re.fullmatch(r"(\d{1,2})[:.](\d{2})", normalize("NFKC", words).strip())
    return digest_hour(int(written[1]) * 60 + int(written[2])) if written else None


def digest_hour(minute: int) -> time | None:
    """The hour that a button means, in minutes from midnight; None for any other number."""
    return next((at for at in DIGEST_HOURS if at.hour * 60 + at.minute == minute), None)
