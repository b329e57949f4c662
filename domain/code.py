"""Codes that prove presence: worked out from a secret and the clock, and never kept."""

import re
import unicodedata
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from hmac import compare_digest, digest
from itertools import count

SCAN_STEP = timedelta(seconds=15)
SPOKEN_STEP = timedelta(seconds=60)
# How long a scanned code is taken from the start of its step on, if nobody has set it.
CODES_GOOD_FOR = timedelta(seconds=90)
# Telegram's clock, which dates a message, may be so far behind ours, which draws the code.
CLOCKS_DIFFER_BY = timedelta(seconds=15)
WRONG_CODES = 5
WRONG_CODES_WITHIN = timedelta(minutes=10)

SCAN_PREFIX = "c_"
SPOKEN_DIGITS = 4
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# 128 bits: whoever guesses a million times a second for a million years has guessed none.
_MAC_BYTES = 16
_SCAN = re.compile(r"c_([1-9]\d{0,8})-(\d{1,11})-([A-Za-z0-9_-]{22})", re.ASCII)
_SPOKEN = re.compile(r"(\d\d) ?(\d\d)", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Scan:
    """What came with a scanned code. Nothing of it is true before it was found genuine."""

    activity_id: int
    step: int
    mac: str

    @property
    def began_at(self) -> datetime:
        """The instant that counts."""
        return began_at(self.step, SCAN_STEP)


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What a wall shows in one step of each code; the instants say when the next ones come."""

    scan: str
    scan_until: datetime
    spoken: str
    spoken_until: datetime


def step_at(instant: datetime, length: timedelta) -> int:
    """The number of the step that an instant lies in."""
    return (instant - _EPOCH) // length


def began_at(step: int, length: timedelta) -> datetime:
    """When a step begins: the instant that counts for whoever used its code."""
    return _EPOCH + step * length


def is_accepted(began: datetime, length: timedelta, *, at: datetime, good_for: timedelta) -> bool:
    """Whether a code whose step began then is still taken at an instant.

    A code that is to be scanned is good for `good_for` from the start of its step on. A spoken
    one stands longer, and is taken so much longer: either way the same time after it was replaced.
    """
    return began - CLOCKS_DIFFER_BY <= at <= began + (length - SCAN_STEP) + good_for


def show(secret: str, activity_id: int, *, at: datetime) -> Shown:
    """The codes of an instant."""
    scan, spoken = step_at(at, SCAN_STEP), step_at(at, SPOKEN_STEP)
    return Shown(
        scan=scan_code(secret, activity_id, scan),
        scan_until=began_at(scan + 1, SCAN_STEP),
        spoken=spoken_code(secret, activity_id, spoken),
        spoken_until=began_at(spoken + 1, SPOKEN_STEP),
    )


def scan_code(secret: str, activity_id: int, step: int) -> str:
    """What stands behind `start=` in the deep link of a step: at most 64 characters."""
    mac = urlsafe_b64encode(_mac(secret, "scan", activity_id, step)[:_MAC_BYTES])
    return f"{SCAN_PREFIX}{activity_id}-{step}-{mac.decode().rstrip('=')}"


def spoken_code(secret: str, activity_id: int, step: int) -> str:
    """Four digits to be told in the room."""
    number = int.from_bytes(_mac(secret, "spoken", activity_id, step)[:8])
    return f"{number % 10**SPOKEN_DIGITS:0{SPOKEN_DIGITS}}"


def read_scan(payload: str) -> Scan | None:
    """What a payload claims to be; None when it has not even the shape."""
    found = _SCAN.fullmatch(payload)
    if found is None:
        return None
    return Scan(activity_id=int(found[1]), step=int(found[2]), mac=found[3])


def is_genuine(secret: str, scan: Scan) -> bool:
    """Whether we made it, compared in constant time."""
    ours = scan_code(secret, scan.activity_id, scan.step)
    theirs = f"{SCAN_PREFIX}{scan.activity_id}-{scan.step}-{scan.mac}"
    return compare_digest(ours.encode(), theirs.encode())


def read_spoken(words: str) -> str | None:
    """The four digits that somebody typed, in any width, perhaps in pairs; None for other words."""
    found = _SPOKEN.fullmatch(unicodedata.normalize("NFKC", words).strip())
    return found[1] + found[2] if found else None


def find_spoken(
    secret: str, activity_id: int, typed: str, *, at: datetime, good_for: timedelta
) -> datetime | None:
    """The instant that counts for four digits; None when they are not, or no longer, a code.

    Every step is compared, in constant time. Where two have the same digits the earlier counts.
    """
    found = None
    for step in _taken_steps(at, good_for):
        ours = spoken_code(secret, activity_id, step)
        if compare_digest(ours.encode(), typed.encode()):
            found = began_at(step, SPOKEN_STEP)
    return found


def _taken_steps(at: datetime, good_for: timedelta) -> Iterator[int]:
    """The steps whose spoken code is taken at an instant, the newest first."""
    newest = step_at(at + CLOCKS_DIFFER_BY, SPOKEN_STEP)
    for step in count(newest, -1):
        began = began_at(step, SPOKEN_STEP)
        if not is_accepted(began, SPOKEN_STEP, at=at, good_for=good_for):
            return
        yield step


def _mac(secret: str, purpose: str, activity_id: int, step: int) -> bytes:
    return digest(secret.encode(), f"{purpose}:{activity_id}:{step}".encode(), sha256)
