"""Compose windows, periods and working days, and noise that must not be dropped."""

from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

import holidays

from tests.oracles import schedule_words_chinese as chinese
from tests.oracles import schedule_words_english as english
from tests.oracles.schedule_words_composer import Bounds, IsDay, Said, walk
from tests.oracles.schedule_words_row import NOW

_CHINA = holidays.country_holidays("CN", years=range(2026, 2034))
_SPANS = [
    (time(hour, minute), time(later, other))
    for hour in range(7, 20)
    for later in range(hour + 1, min(hour + 4, 23))
    for minute in (0, 30)
    for other in (0, 30)
]
_NOISE = {
    "zh": (
        "香蕉",
        "但不",
        "或者不",
        "可能",
        "最后一周除外",
        "xyz",
        "第七",
        "不含雨天",
        "另加",
        "§",
    ),
    "en": (
        "banana",
        "perhaps",
        "but not in rain",
        "xyz",
        "except maybe",
        "the seventh",
        "unless",
        "§",
    ),
}


def chinese_window(random: Random) -> Said:
    """The same hours of some days, again and again."""
    days, is_day = random.choice(chinese.WEEKLY)
    start, end = random.choice(_SPANS)
    spoken = f" {start:%H:%M}{random.choice('-至到~—')}{end:%H:%M}"
    return _window(days + spoken, is_day, start, end)


def english_window(random: Random) -> Said:
    """The same hours of some days, again and again."""
    days, is_day = random.choice(english.WEEKLY)
    start, end = random.choice(_SPANS)
    words = random.choice((" from {} to {}", " {}-{}", " between {} and {}", " {} to {}"))
    return _window(days + words.format(f"{start:%H:%M}", f"{end:%H:%M}"), is_day, start, end)


def _window(text: str, is_day: IsDay, start: time, end: time) -> Said:
    length = datetime.combine(NOW, end) - datetime.combine(NOW, start)
    lasts = f"PT{int(length.total_seconds()) // 60}M"
    return Said(text=text, kind="period", instants=walk(is_day, start, Bounds()), lasts=lasts)


def chinese_period(random: Random) -> Said:
    """From one day, or clock time, to another."""
    days, day = random.choice(chinese.NAMED)
    if random.random() < 0.5:
        last = NOW.date() + timedelta(days=random.randrange(20, 300))
        first = last - timedelta(days=random.randrange(1, 18))
        text = f"{first.month}月{first.day}日{random.choice('至到')}{last.month}月{last.day}日"
        return Said(text=text, kind="period", instants=[first, last])
    start, end = random.choice(_SPANS)
    text = f"{days} {start:%H:%M}{random.choice('-至到')}{end:%H:%M}"
    instants = [datetime.combine(day, start), datetime.combine(day, end)]
    return Said(text=text, kind="period", instants=instants)


@cache
def _working_days_of(first: date) -> list[date]:
    days = [first + timedelta(days=number) for number in range(31)]
    return [day for day in days if day.month == first.month and _CHINA.is_working_day(day)]


def _is_working_day(ordinal: int) -> IsDay:
    place = ordinal - 1 if ordinal > 0 else ordinal
    return lambda day: _working_days_of(day.replace(day=1))[place] == day


def working_days(random: Random) -> Said:
    """The n-th working day of a month, from its end for the last ones."""
    names = [("第一个", 1), ("首个", 1), ("第二个", 2), ("第3个", 3), ("第五个", 5)]
    word, ordinal = random.choice([*names, ("最后一个", -1), ("倒数第二个", -2), ("倒数第3个", -3)])
    clock, at = random.choice(chinese.CLOCKS)
    text = f"{random.choice(('每月', '每个月'))}{word}工作日 {clock}"
    found = walk(_is_working_day(ordinal), at, Bounds())
    return Said(text=text, kind="recurring", instants=found, working_days=True)


def noisy(random: Random) -> Said:
    """A good expression with a part that nobody can understand: nothing may be made of it."""
    language, rooms = random.choice((("zh", chinese), ("en", english)))
    said = random.choice((rooms.recurring, rooms.once, rooms.deadline))(random)
    noise = random.choice(_NOISE[language])
    text = random.choice((f"{noise} {said.text}", f"{said.text} {noise}"))
    return Said(text=text, kind="nothing", instants=said.instants)
