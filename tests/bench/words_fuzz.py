"""Whether any expression about time breaks the reader, or takes it too long.

Run it by hand: `python -m tests.bench.words_fuzz [how many] [seed]`. Half of the expressions are
words about time thrown together, half are real ones with something changed.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import process_time

from domain.schedule_words.chinese_names import LEXICON
from domain.schedule_words.english_phrases import DUE, FILLERS, NOUNS, SINCE, UNTIL, VAGUE
from domain.schedule_words.english_words import MONTHS, WEEKDAYS
from domain.schedule_words.reader import read
from tests.domain.schedule_words.telling import CALENDAR, NOW, SHANGHAI, WORDS
from tests.oracles.schedule_words_row import read_rows

HOW_MANY = 100_000
SEED = 20261122
LIMIT = 50.0
ROUNDS = 3
_CORPORA = Path(__file__).parents[1] / "data"
_FIGURES: tuple[str, ...] = (
    *"0123456789",
    "12",
    "31",
    "15:00",
    "7.30",
    "12/5",
    "2026-12-05",
    "99999",
    "٣",
    "３",
    "²",
)
_CHINESE = (*LEXICON, *"一二三四五六七八九十零两百", *_FIGURES)
_ENGLISH = (
    *(*MONTHS.split(), *WEEKDAYS.split(), *DUE, *SINCE, *UNTIL, *VAGUE, *FILLERS, *NOUNS),
    *("every", "each", "and", "or", "to", ",", "-", "first", "second", "last", "next", "of", "pm"),
    *("am", "day", "days", "week", "weeks", "month", "quarter", "term", "year", "working day"),
    *("before", "after", "within", "in", "noon", "half past", "at least", "twice", "except", "for"),
    *("the", "a", "other", "the end of", "holiday", "moved to", "weekend", "tomorrow", "night"),
    *_FIGURES,
)
_STRANGE = "\u200b\u202e\u00a0\ufeff😀٣²½Ⅳ〇㈠\n\t'\"%{}<>&\\/-~,，。、：；（）"


def main() -> None:
    """Print the seed, each exception, the slowest answers and what became of all of them."""
    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else HOW_MANY
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SEED
    print(f"words about time: {how_many} random and changed expressions, seed {seed}")
    outcomes: Counter[str] = Counter()
    slowest: list[tuple[float, str]] = []
    over = 0
    for text, now in _expressions(Random(seed), how_many):
        try:
            took, outcome = _read(text, now)
        except Exception as error:  # noqa: BLE001 - each one is told, and none ends the run
            print(f"  {text!r} at {now}: {error!r}")
            took, outcome = 0.0, "exception"
        outcomes[outcome] += 1
        over += took > LIMIT
        slowest = sorted([*slowest, (took, text)], reverse=True)[:5]
    print(f"  {dict(outcomes.most_common())}")
    for took, text in slowest:
        print(f"  {took:.1f} ms: {text!r}")
    print(f"  exceptions: {outcomes['exception']}, over {LIMIT:.0f} ms: {over}")


def _read(text: str, now: datetime) -> tuple[float, str]:
    """Milliseconds of this process, the best of some rounds where the first one was slow."""
    best = LIMIT * 1000
    for _ in range(ROUNDS):
        started = process_time()
        reading = read(text, now_local=now, zone=SHANGHAI, calendar=CALENDAR, words=WORDS)
        best = min(best, (process_time() - started) * 1000)
        if best < LIMIT / 2:
            break
    return best, type(reading).__name__


def _expressions(random: Random, how_many: int) -> Iterator[tuple[str, datetime]]:
    real = [
        row.text
        for path in sorted(_CORPORA.glob("schedule_words_*.tsv"))
        for row in read_rows(path)
    ]
    for number in range(how_many):
        text = _changed(random, real) if number % 2 else _thrown(random)
        yield text[: WORDS.longest], NOW + timedelta(hours=random.randrange(40_000))


def _thrown(random: Random) -> str:
    """A few words of one language, or seldom of both; or one of them over and over."""
    words, space = random.choice(((_CHINESE, ""), (_ENGLISH, " "), (_CHINESE + _ENGLISH, " ")))
    length = random.choice((2, 3, 4, 5, 6, 8, 12, 40))
    chosen = random.choices(words, k=length)
    if random.random() < 0.05:
        chosen = random.choices(words, k=random.choice((1, 2))) * WORDS.longest
    return space.join(chosen)


def _changed(random: Random, real: list[str]) -> str:
    text = random.choice(real)
    for _ in range(random.choice((1, 1, 2, 3, 6))):
        change = random.choice(_CHANGES)
        text = change(random, text, real)
    return text


def _cut(random: Random, text: str, real: list[str]) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at + random.choice((1, 2, 3)) :]


def _strange(random: Random, text: str, real: list[str]) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(_STRANGE) + text[at:]


def _figure(random: Random, text: str, real: list[str]) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(_FIGURES) + text[at + random.choice((0, 1)) :]


def _swapped(random: Random, text: str, real: list[str]) -> str:
    at = random.randrange(len(text) + 1)
    return text[at:] + text[:at]


def _doubled(random: Random, text: str, real: list[str]) -> str:
    times: int = random.choice((2, 3, 10))
    return text * times


def _joined(random: Random, text: str, real: list[str]) -> str:
    return text + random.choice(("", " ", "，", ", ", "和", " and ")) + random.choice(real)


_CHANGES: tuple[Callable[[Random, str, list[str]], str], ...] = (
    _cut,
    _cut,
    _strange,
    _figure,
    _figure,
    _swapped,
    _doubled,
    _joined,
)


if __name__ == "__main__":
    main()
