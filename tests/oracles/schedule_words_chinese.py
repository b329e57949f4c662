"""Chinese pieces of expressions about time, each with the days or the clock that it names."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import combinations
from random import Random

from tests.oracles.schedule_words_composer import (
    Bounds,
    Clock,
    Days,
    Said,
    both,
    in_months,
    nth_weekday,
    on_days,
    on_weekdays,
    walk,
)
from tests.oracles.schedule_words_row import NOW

_WEEKDAYS = "一二三四五六日"
_DIGITS = "零一二三四五六七八九十"
_TODAY = NOW.date()


def numeral(number: int) -> str:
    """A number below a hundred in Chinese."""
    if number <= 10:
        return _DIGITS[number]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def _hour_words(hour: int) -> Iterator[tuple[str, int]]:
    if 5 <= hour <= 9:
        yield from (("早上", hour), ("早晨", hour), ("早", hour))
    if 8 <= hour <= 11:
        yield "上午", hour
    if 13 <= hour <= 18:
        yield "下午", hour - 12
    if 18 <= hour <= 23:
        yield from (("晚上", hour - 12), ("晚", hour - 12))
    if hour >= 13:
        yield "", hour
    if hour == 12:
        yield "中午", 12
    if 1 <= hour <= 4:
        yield "凌晨", hour


def _minute_words(minute: int) -> Iterator[str]:
    named = {0: ["", "整", "钟"], 15: ["一刻"], 30: ["半"], 45: ["三刻"]}
    yield from named.get(minute, [])
    if minute:
        yield from (
            f"{minute:02}分",
            f"{minute:02}",
            f"{numeral(minute)}分" if minute > 9 else "零五分",
        )


def _clocks() -> Iterator[Clock]:
    for hour in range(1, 24):
        for minute in (0, 5, 10, 15, 20, 30, 45, 50):
            at = time(hour, minute)
            yield from ((f"{hour:02}{colon}{minute:02}", at) for colon in ":：")
            for word, said in _hour_words(hour):
                spoken = "两" if said == 2 else numeral(said)
                for tail in _minute_words(minute):
                    yield from ((f"{word}{form}点{tail}", at) for form in (str(said), spoken))
                if minute == 0:
                    yield f"{word}{said}时", at


def _weekly() -> Iterator[Days]:
    for number, name in enumerate(_WEEKDAYS):
        for every in ("每周", "每星期", "每个星期", "每礼拜", "每逢周", "每个周", "逢周"):
            yield every + name, on_weekdays(number)
    for (first, one), (second, two) in combinations(enumerate(_WEEKDAYS), 2):
        for joined in (f"{one}、{two}", f"{one}和周{two}", f"{one}、周{two}", f"{one}{two}"):
            yield "每周" + joined, on_weekdays(first, second)
        for joined in (f"每周{one}到周{two}", f"每周{one}至周{two}", f"周{one}至周{two}每天"):
            if second - first > 1:
                yield joined, on_weekdays(*range(first, second + 1))
    for chosen in combinations(range(7), 3):
        names = [_WEEKDAYS[number] for number in chosen]
        for joint in ("", "、", "、周"):
            yield "每周" + joint.join(names), on_weekdays(*chosen)


def _ordinals() -> Iterator[tuple[str, int]]:
    for number in range(1, 5):
        yield f"第{numeral(number)}个", number
        yield f"第{number}个", number
    yield from (("首个", 1), ("最后一个", -1), ("最后1个", -1), ("倒数第二个", -2))


def _nth() -> Iterator[tuple[str, int, int]]:
    for word, ordinal in _ordinals():
        for number, name in enumerate(_WEEKDAYS):
            yield from ((word + week + name, number, ordinal) for week in ("周", "星期", "礼拜"))


_MONTHS = {
    "每月": tuple(range(1, 13)),
    "每个月": tuple(range(1, 13)),
    "每月的": tuple(range(1, 13)),
    "单月": (1, 3, 5, 7, 9, 11),
    "每逢双月": (2, 4, 6, 8, 10, 12),
    "双月": (2, 4, 6, 8, 10, 12),
    "每季度第一个月": (1, 4, 7, 10),
    "每季度首月": (1, 4, 7, 10),
    "每季度第二个月": (2, 5, 8, 11),
    "每季度最后一个月": (3, 6, 9, 12),
    "每季度末月": (3, 6, 9, 12),
    "每年6月和12月": (6, 12),
    "每年3、6、9、12月": (3, 6, 9, 12),
    "每年1月、7月": (1, 7),
}


def _monthly() -> Iterator[Days]:
    years = {
        f"每年{name}月": (month,) for month in range(1, 13) for name in (month, numeral(month))
    }
    for prefix, months in (_MONTHS | years).items():
        month = in_months(*months)
        for word, weekday, ordinal in _nth():
            yield prefix + word, both(month, nth_weekday(weekday, ordinal))
        for number in range(1, 29):
            for name in (
                f"{number}号",
                f"{number}日",
                f"{numeral(number)}号",
                f"{numeral(number)}日",
            ):
                yield prefix + name, both(month, on_days(number))
        yield f"{prefix}最后一天", both(month, on_days(-1))
        if prefix.startswith("每月"):
            for one, two in combinations((1, 5, 10, 15, 20, 25), 2):
                for joined in (f"{one}号和{two}号", f"{one}日、{two}日", f"{one}、{two}号"):
                    yield prefix + joined, on_days(one, two)


def _bounds() -> Iterator[Bounds]:
    for _ in range(12):
        yield Bounds()
    year_end = date(2026, 12, 31)
    for words in (
        "，到年底",
        "，到12月31日为止",
        "，直到2026年12月31日",
        "，截至12月31日",
        "至12月31日",
    ):
        yield Bounds(after=words, ends=year_end)
    yield Bounds(after="，到明年6月底", ends=date(2027, 6, 30))
    yield from (Bounds(after=f"，共{number}次", count=number) for number in (2, 5, 7))
    for words in ("从12月1日起", "12月1日起", "自12月1日起，", "从12月1日开始，"):
        yield Bounds(before=words, begins=date(2026, 12, 1))
    yield Bounds(before="从明年起", begins=date(2027, 1, 1))
    next_monday = _TODAY + timedelta(days=7 - _TODAY.weekday())
    yield Bounds(before="从下周起", begins=next_monday)


def _named_days() -> Iterator[tuple[str, date]]:
    ahead = {"明天": 1, "明日": 1, "后天": 2, "大后天": 3}
    yield from ((name, _TODAY + timedelta(days=days)) for name, days in ahead.items())
    monday = _TODAY - timedelta(days=_TODAY.weekday())
    for number, name in enumerate(_WEEKDAYS):
        for word, weeks in (("下周", 1), ("下星期", 1), ("下个星期", 1), ("下下周", 2)):
            yield word + name, monday + timedelta(days=7 * weeks + number)
    for days in range(2, 400, 3):
        day = _TODAY + timedelta(days=days)
        yield f"{day.year}年{day.month}月{day.day}日", day
        yield day.isoformat(), day
        if days < 360:
            yield f"{day.month}月{day.day}号", day
            yield f"{numeral(day.month)}月{numeral(day.day)}日", day
        if day.year == _TODAY.year + 1:
            yield f"明年{day.month}月{day.day}日", day
    for number in range(1, 29):
        yield f"下个月{number}号", date(2026, 12, number)


CLOCKS, WEEKLY, MONTHLY = tuple(_clocks()), tuple(_weekly()), tuple(_monthly())
BOUNDS, NAMED = tuple(_bounds()), tuple(_named_days())


def recurring(random: Random) -> Said:
    """A rule of weeks, months, quarters or years, mostly with a clock time."""
    days, is_day = random.choice(random.choice((WEEKLY, MONTHLY)))
    clock, at = random.choice(CLOCKS) if random.random() < 0.8 else ("", None)
    bounds = random.choice(BOUNDS)
    gap = random.choice(("", "", "", " ", "的")) if clock[:1] in "早上下中晚凌" and clock else ""
    if clock[:1].isdigit() and not days[-1:].isalpha():
        gap = " "
    text = f"{bounds.before}{days}{gap}{clock}{bounds.after}"
    return Said(text=text, kind="recurring", instants=walk(is_day, at, bounds))


def once(random: Random) -> Said:
    """A single day, mostly with a clock time."""
    days, day = random.choice(NAMED)
    clock, at = random.choice(CLOCKS)
    gap = " " if days[-1].isdigit() else random.choice(("", "", " "))
    if random.random() < 0.2:
        return Said(text=days, kind="once", instants=[day])
    return Said(text=days + gap + clock, kind="once", instants=[datetime.combine(day, at)])


def deadline(random: Random) -> Said:
    """A day, or a moment of it, and the word for before."""
    said = once(random)
    instant = said.instants[0]
    met_until = (
        instant if isinstance(instant, datetime) else datetime.combine(instant, time(23, 59))
    )
    before, after = random.choice(
        (("", "前"), ("", "之前"), ("", "以前"), ("不晚于", ""), ("最迟", ""), ("截至", ""))
    )
    return Said(text=before + said.text + after, kind="deadline", instants=[met_until])
