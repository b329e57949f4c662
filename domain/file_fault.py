"""What is wrong with a file that somebody wrote, and in which of its lines."""

from dataclasses import dataclass
from enum import StrEnum


class FaultReason(StrEnum):
    """Why a file cannot be used; each has its sentence."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_FETCHED = "not_fetched"
    NOT_TEXT = "not_text"
    NOT_YAML = "not_yaml"
    TAB = "tab"
    ALIAS = "alias"
    TAG = "tag"
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"
    TWICE = "twice"
    UNKNOWN_KEY = "unknown_key"
    MISSING_KEY = "missing_key"
    WRONG_KIND = "wrong_kind"
    NOT_AMONG = "not_among"
    OUT_OF_RANGE = "out_of_range"
    ILL_WRITTEN = "ill_written"
    NOT_WITH = "not_with"
    NOT_HERE = "not_here"
    UNKNOWN_FORM = "unknown_form"
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_OWNER = "unknown_owner"
    NOBODY = "nobody"


@dataclass(frozen=True, kw_only=True)
class FileFault:
    """`found` is what stands there, `expected` what could stand instead; either may be empty."""

    line: int
    reason: FaultReason
    found: str = ""
    expected: tuple[str, ...] = ()
