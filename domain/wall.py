"""A page on a screen in the room: what it shows, and to whom it opens."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.activity import Activity
from domain.check_in import CheckInState, Counts
from domain.code import Shown

OUTLIVES_CLOSE = timedelta(hours=1)
OUTLIVES_END = timedelta(minutes=30)
LATEST_ARRIVALS = 8
# 128 random bits as base64url.
_SECRET = re.compile(r"[A-Za-z0-9_-]{22}", re.ASCII)
# Family names of two characters that are in use; every other one has one.
_LONG_FAMILY_NAMES = (
    "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳"
    "公冶太叔申屠公孙慕容仲孙钟离长孙宇文司徒鲜于司空令狐百里呼延东郭南门"
)
_HIDDEN = "○"


@dataclass(frozen=True, kw_only=True)
class Wall:
    """One opened page, or one that its link has not opened yet; only hashes are kept."""

    id: int
    activity_id: int
    made_by: int
    session_hash: str | None = None


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """One of the latest to come, with a shortened name; `at` is local."""

    name: str
    at: datetime
    is_late: bool


@dataclass(frozen=True, kw_only=True)
class WallBoard:
    """What a wall shows at one instant; times are local. Without `shown` no code is taken now."""

    activity: Activity
    now: datetime
    ends_at: datetime
    language: str | None
    counts: Counts
    shown: Shown | None = None
    arrivals: tuple[Arrival, ...] = ()


def ends_at(activity: Activity) -> datetime:
    """When its walls end."""
    after_close = activity.closes_at + OUTLIVES_CLOSE
    if activity.takes_second_scan:
        return max(after_close, activity.ends_at + OUTLIVES_END)
    return after_close


def is_secret(written: str) -> bool:
    """Whether something could be the secret of a link or of a page at all."""
    return _SECRET.fullmatch(written) is not None


def arrival(name: str, state: CheckInState, at: datetime) -> Arrival:
    """Somebody who came, as everybody in the room may read it."""
    return Arrival(name=short_name(name), at=at, is_late=state is CheckInState.LATE)


def short_name(name: str) -> str:
    """The family name, with the rest left out: 王○○, 欧阳○, A. Lee."""
    words = name.split()
    if not words:
        return _HIDDEN
    if len(words) > 1:
        return " ".join([*(f"{word[0]}." for word in words[:-1]), words[-1]])
    [word] = words
    if not _is_han(word):
        return f"{word[0]}{_HIDDEN}"
    is_long = len(word) > 2 and _LONG_FAMILY_NAMES.find(word[:2]) % 2 == 0
    family = 2 if is_long else 1
    return word[:family] + _HIDDEN * min(len(word) - family, 2)


def _is_han(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith("CJK UNIFIED")
