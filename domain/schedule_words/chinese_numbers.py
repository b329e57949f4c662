"""Numbers as Chinese writes them."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "俩": 2,
}
_UNITS = {"十": 10, "百": 100}
_SHORT_FOR = {"廿": "二十", "卅": "三十"}
NUMERALS = frozenset(_DIGITS) | frozenset(_UNITS) | frozenset(_SHORT_FOR)


def number_in(raw: str) -> int | None:
    """十五 is 15, 二百零三 is 203, 二〇二六 is 2026, 12 is 12; None for what is no number."""
    if raw.isascii():
        return int(raw) if raw.isdigit() and len(raw) <= 4 else None
    for short, long in _SHORT_FOR.items():
        raw = raw.replace(short, long)
    if not any(char in _UNITS for char in raw):
        return _spelt(raw)
    return _counted(raw)


def _spelt(raw: str) -> int | None:
    digits = [_DIGITS[char] for char in raw]
    if len(digits) > 1 and len(digits) != 4 and digits[0] != 0:
        return None
    return int("".join(map(str, digits)))


def _counted(raw: str) -> int | None:
    total, pending, last_unit = 0, None, 1000
    for char in raw:
        if char in _UNITS:
            unit = _UNITS[char]
            if unit >= last_unit:
                return None
            total += (1 if pending is None else pending) * unit
            pending, last_unit = None, unit
        elif pending in (None, 0):
            pending = _DIGITS[char]
        else:
            return None
    return total + (pending or 0)
