"""What people say in ways of their own, said plainly before a grammar reads it."""

import re

# 每周五一次 is every Friday; there is no 五一 in it.
_ONCE_ON_THAT_DAY = re.compile(r"(每个?(?:周|星期|礼拜)[一二三四五六日天])[一1]次")
# 29 February comes in leap years alone, said or not.
_LEAP_YEARS = re.compile(r"(?:每逢|每个|每|逢|在)?闰年的?(?=(?:二|2)月(?:29|二十九|廿九)[日号])")
_HALF_MONTHLY = re.compile(r"每?半个?月((?:至少|最少|不少于|不低于|起码)?)[一1]次")
_LITTLE_NEW_YEAR = re.compile("(?:农历|腊月)?小年夜?(?![级轻龄])")
_BEFORE_IT = re.compile("(?:农历|腊月)?小年夜?(?:之|以)?前(?=[,;。]|$|完成|上报|报|交|提交|报送)")

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# Friday in two weeks, in two weeks on Friday: of that week, as everybody counts it.
_WEEKS_AHEAD = re.compile(
    rf"\b(?:on\s+)?(?:(?P<day>{_DAY})\s+in\s+(?:two|2)\s+weeks"
    rf"|in\s+(?:two|2)\s+weeks,?\s+on\s+(?P<same>{_DAY}))\b",
    re.IGNORECASE,
)
_29_FEBRUARY = r"(?:(?:the\s+)?29(?:th)?\s+(?:of\s+)?feb(?:ruary)?|feb(?:ruary)?\s+29(?:th)?)"
_IN_LEAP_YEARS = re.compile(
    rf"\b(?:(?:on|every)\s+)?(?P<day>{_29_FEBRUARY}),?\s+(?:(?:of|in|on)\s+)?"
    r"(?:(?:every|each|any|all|a)\s+)?leap\s+years?\b",
    re.IGNORECASE,
)


def plain_chinese(text: str) -> str:
    """The same, of a text that was normalised."""
    return _LEAP_YEARS.sub("每年", _ONCE_ON_THAT_DAY.sub(r"\1", text))


def ways_to_say(text: str) -> tuple[str, str] | None:
    """The two things that the same words are said of; None where they are not doubtful."""
    return _in_weeks(text) or _in_north_and_south(text)


def _in_north_and_south(text: str) -> tuple[str, str] | None:
    """小年 is the 23rd of the last month, or the 24th; before it is by the day before."""
    if _LITTLE_NEW_YEAR.search(text) is None:
        return None
    north, south = (
        _LITTLE_NEW_YEAR.sub(f"腊月{day}", _BEFORE_IT.sub(f"腊月{eve}前", text))
        for eve, day in (("二十二", "二十三"), ("二十三", "二十四"))
    )
    return north, south


def _in_weeks(text: str) -> tuple[str, str] | None:
    """半月一次: twice in each month, or every two weeks; None where nobody says it."""
    if _HALF_MONTHLY.search(text) is None:
        return None
    return _HALF_MONTHLY.sub(r"每月\g<1>2次", text), _HALF_MONTHLY.sub(r"每两周\g<1>1次", text)


def plain_english(text: str) -> str:
    """The same in English."""
    text = _WEEKS_AHEAD.sub(r"the week after next on \g<day>\g<same>", text)
    return _IN_LEAP_YEARS.sub(r"every \g<day>", text)
