"""What a recurrence rule may say: the parts of RFC 5545 that are followed, and nothing misread."""

import re

_SINGLE = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"})
_OF_SHORT_RULES = _SINGLE | {"BYMONTH", "BYDAY", "BYHOUR", "BYMINUTE", "BYSETPOS"}
_OF_LONG_RULES = _OF_SHORT_RULES | {"BYMONTHDAY"}
_PARTS = {
    "DAILY": _OF_SHORT_RULES,
    "WEEKLY": _OF_SHORT_RULES,
    "MONTHLY": _OF_LONG_RULES,
    "YEARLY": _OF_LONG_RULES,
}
_NUMBERS = {
    "INTERVAL": range(1, 1000),
    "COUNT": range(1, 10_001),
    "BYMONTH": range(1, 13),
    "BYMONTHDAY": range(-31, 32),
    "BYSETPOS": range(-366, 367),
    "BYHOUR": range(24),
    "BYMINUTE": range(60),
}
_NUMBER = re.compile(r"[+-]?\d{1,5}", re.ASCII)
_WEEKDAY = re.compile(r"(MO|TU|WE|TH|FR|SA|SU)")
_COUNTED_WEEKDAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"\d{8}(T\d{6}Z?)?", re.ASCII)


def read_parts(rule: str) -> dict[str, str]:
    """The parts of RRULE text by name.

    Raises ValueError for what is malformed, out of range, not supported, or forbidden by
    RFC 5545 (COUNT with UNTIL, a counted weekday in a daily or weekly rule).
    """
    pairs = [part.partition("=")[::2] for part in rule.upper().split(";")]
    parts = dict(pairs)
    followed = _PARTS.get(parts.get("FREQ", ""), frozenset())
    if len(parts) != len(pairs) or not followed.issuperset(parts):
        raise ValueError(f"not a rule that can be followed: {rule!r}")
    if "COUNT" in parts and "UNTIL" in parts:
        raise ValueError(f"COUNT and UNTIL exclude each other: {rule!r}")
    for name, value in parts.items():
        if not _is_sound(name, value, parts["FREQ"]):
            raise ValueError(f"{name} makes no sense in {rule!r}")
    return parts


def numbers_in(listed: str) -> list[int]:
    """The numbers of a comma-separated part; none for an empty one."""
    return [int(number) for number in listed.split(",") if number]


def _is_sound(name: str, value: str, frequency: str) -> bool:
    values = value.split(",")
    if name in _SINGLE and len(values) > 1:
        return False
    match name:
        case "FREQ":
            return True
        case "UNTIL":
            return _UNTIL.fullmatch(value) is not None
        case "WKST":
            return _WEEKDAY.fullmatch(value) is not None
        case "BYDAY":
            may_count = frequency in {"MONTHLY", "YEARLY"}
            weekday = _COUNTED_WEEKDAY if may_count else _WEEKDAY
            return all(weekday.fullmatch(day) for day in values)
        case _:
            return all(_is_in_range(number, _NUMBERS[name]) for number in values)


def _is_in_range(number: str, allowed: range) -> bool:
    if _NUMBER.fullmatch(number) is None or int(number) not in allowed:
        return False
    counts_from_the_end_too = allowed.start < 0
    return int(number) != 0 or not counts_from_the_end_too
