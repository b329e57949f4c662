"""English words among Chinese ones, as chats are full of them: every周五, next Monday下午."""

import re

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_SHORT = {"tues": "tuesday", "thur": "thursday", "thurs": "thursday", "sept": "september"}
_SAME = {
    "every": "每",
    "next": "下",
    "this": "本",
    "today": "今天",
    "tomorrow": "明天",
    "tmr": "明天",
    "tmrw": "明天",
    "deadline": "截止",
    "ddl": "截止",
    **{name: f"周{day}" for name, day in zip(_WEEKDAYS, "一二三四五六日", strict=True)},
    **{name[:3]: f"周{day}" for name, day in zip(_WEEKDAYS, "一二三四五六日", strict=True)},
    **{name: f"{number}月" for number, name in enumerate(_MONTHS, start=1)},
    **{name[:3]: f"{number}月" for number, name in enumerate(_MONTHS, start=1)},
}
_SAME |= {short: _SAME[name] for short, name in _SHORT.items()}
_WORDS = re.compile(
    rf"(?<![a-z])(?:{'|'.join(sorted(_SAME, key=len, reverse=True))})(?![a-z])", re.IGNORECASE
)


def unmixed(text: str) -> str:
    """The same with such words in Chinese."""
    return _WORDS.sub(lambda found: _SAME[found[0].lower()], text)
