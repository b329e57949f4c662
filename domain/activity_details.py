"""What else is said of an activity: who leads it, notes, a link, how long, what it counts."""

import re
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from domain.schedule_words.chinese_numbers import NUMERALS, number_in

HOST_LIMIT = 64
NOTES_LIMIT = 500
LINK_LIMIT = 255
MOST_MINUTES = 24 * 60
NOTHING = frozenset({"-", "—", "－", "无", "none", "None"})


@dataclass(frozen=True, kw_only=True)
class Details:
    """None is left unsaid; the empty text and zero say that there is none.

    `minutes` is how long it lasts. `study_minutes` count for the year of everybody who was there,
    an hour of study as sixty.
    """

    host: str | None = None
    notes: str | None = None
    link: str | None = None
    minutes: int | None = None
    study_minutes: int | None = None

    def changed_by(self, said: "Details") -> "Details":
        """These, save for what was said anew."""
        return replace(self, **said.to_facts())

    def to_facts(self) -> dict[str, Any]:
        """What was said, as a dialogue keeps it."""
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in values if value is not None}


NO_DETAILS = Details()


class Fault(StrEnum):
    """Why something that was said is not taken."""

    LINK = "link"
    MINUTES = "minutes"
    STUDY = "study"
    NOBODY = "nobody"
    SEVERAL = "several"
    WHEN = "when"
    PAST = "past"
    BEGUN = "begun"
    CLOSED = "closed"
    WHO = "who"
    INVITED = "invited"
    EMPTY = "empty"


_HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+", re.I)
_PRINTED = re.compile(r"[!-~]+")
_NUMBER = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?|[{''.join(sorted(NUMERALS))}]+|半)"
_HOURS = re.compile(
    rf"(?P<hours>{_NUMBER})\s*(?:个)?\s*(?P<half>半)?\s*"
    r"(?:小时|钟头|学时|课时|hours?|hrs?|h)(?P<and_half>半)?",
    re.IGNORECASE,
)
_MINUTES = re.compile(rf"(?P<minutes>{_NUMBER})\s*(?:分钟|分|minutes?|mins?|m)", re.IGNORECASE)
_BARE = re.compile(r"\d{1,4}(?:\.\d{1,2})?", re.ASCII)
_A_HALF = {"half an hour": "30 min", "an hour": "1 h", "one hour": "1 h"}


def read_link(words: str) -> str | None:
    """An https address of a host with a name, without a password in it; None for any other."""
    text = words.strip()
    if len(text) > LINK_LIMIT or not _PRINTED.fullmatch(text) or set(text) & set('<>"\\'):
        return None
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    is_named = _HOST.fullmatch(host) is not None and not host.rsplit(".", 1)[-1].isdecimal()
    is_plain = parts.username is None and parts.password is None and port != 0
    return text if parts.scheme == "https" and is_named and is_plain else None


def host_of(link: str) -> str:
    """Where a link leads, as people should see it before they follow it."""
    return urlsplit(link).hostname or ""


def read_minutes(words: str, *, bare_minutes: int = 1) -> int | None:
    """How long: 90分钟, 一个半小时, 1 hour 30 min. A bare number counts `bare_minutes` each.

    None where it is no length, or one of more than a day.
    """
    text = " ".join(words.split())
    text = _A_HALF.get(text.casefold(), text).replace(" and ", " ")
    if _BARE.fullmatch(text):
        return _within_a_day(float(text) * bare_minutes)
    hours = _HOURS.match(text)
    rest = text[hours.end() :].strip() if hours else text
    minutes = _MINUTES.fullmatch(rest)
    if (rest and minutes is None) or (not hours and not minutes):
        return None
    halves = bool(hours["half"]) + bool(hours["and_half"]) if hours else 0
    whole = _counted(hours["hours"]) if hours else 0
    odd = _counted(minutes["minutes"]) if minutes else 0
    if whole is None or odd is None:
        return None
    return _within_a_day(60 * (whole + halves / 2) + odd)


def _counted(written: str) -> float | None:
    if written == "半":
        return 0.5
    return float(written) if written[0].isascii() else number_in(written)


def _within_a_day(minutes: float) -> int | None:
    whole = round(minutes)
    return whole if 0 < whole <= MOST_MINUTES else None
