"""Small numbers as people say them, and how they say that something is late."""

import re

_CHINESE = "一二三四五六七八九十"
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

CHINESE_NUMBER = rf"(?:(?<!\d)\d{{1,3}}(?!\d)|十?[{_CHINESE}两])"
ENGLISH_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_ENGLISH)})"
LATE = r"(?:逾期|超期|过期|到期)(?:仍?未(?:完成|交|报)的?)?(?:之后|以后|后)?"


def numbers(said: str) -> list[int]:
    """Each number of a list, in its order."""
    found = re.findall(rf"{CHINESE_NUMBER}|{ENGLISH_NUMBER}", said, re.IGNORECASE)
    return [number(one) for one in found]


def number(said: str) -> int:
    """One of them: 3, 三, 十二, three."""
    if said.isdigit():
        return int(said)
    if said.lower() in _ENGLISH:
        return _ENGLISH.index(said.lower()) + 1
    units = {one: at for at, one in enumerate(_CHINESE, start=1)} | {"两": 2}
    return sum(units[one] for one in said)
