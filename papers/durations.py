"""Lengths of hours and minutes as ISO 8601 writes them: PT2H30M."""

import re
from datetime import timedelta

_WRITTEN = re.compile(r"PT(?=\d)(?:(\d{1,3})H)?(?:(\d{1,4})M)?", re.ASCII)
_AN_HOUR = timedelta(hours=1)
_A_MINUTE = timedelta(minutes=1)


def read_duration(written: str) -> timedelta:
    """The length; ValueError for what is none, or nothing."""
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise ValueError(f"no length is written {written!r}")
    length = timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0))
    if not length:
        raise ValueError("a length of nothing")
    return length


def write_duration(length: timedelta) -> str:
    """What `read_duration` reads; seconds are left out."""
    hours, rest = divmod(length, _AN_HOUR)
    minutes = rest // _A_MINUTE
    return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes or not hours else "")
