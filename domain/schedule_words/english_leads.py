"""Where in an English line a schedule may stand, and how long before it is to be told."""

import re
from collections.abc import Iterator

from domain.schedule_words.meaning import Amount, Unit

_MOST_WORDS = 14
_MOST_BEGINNINGS = 24
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_UNITS = {
    "minute": Unit.MINUTE,
    "hour": Unit.HOUR,
    "day": Unit.DAY,
    "working day": Unit.WORKING_DAY,
    "week": Unit.WEEK,
    "month": Unit.MONTH,
}
_AMOUNT = r"(?:[0-9]{1,3}|an?|one|two|three|four|five|ten)(?:\s+(?:working\s+day|[a-z]+?)s?)?"
_AMOUNTS = rf"{_AMOUNT}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){_AMOUNT}){{0,4}}"
_EARLIER = r"(?:before(?:hand)?|ahead|earlier|in\s+advance)"
_LEADS = re.compile(
    rf"\b(?:with\s+(?:an?\s+)?)?(?:remind(?:ers?|ed)?|notify|warn(?:ings?|ed)?)"
    rf"(?:\s+(?:me|us|them|everybody|everyone|people))?(?:\s*[:,]\s*|\s+)"
    rf"(?P<said>{_AMOUNTS})\s+{_EARLIER}\b"
    # With no word for it they stand alone: nothing follows that they could be before.
    rf"|(?<=[,;])\s*(?P<alone>{_AMOUNTS})\s+{_EARLIER}(?=\s*(?:[,;.]|$))",
    re.IGNORECASE,
)
_ONE = re.compile(r"([0-9]{1,3}|an?|one|two|three|four|five|ten)(?:\s+(working\s+day|[a-z]+?)s?)?$")


def english_leads(text: str) -> tuple[tuple[Amount, ...], tuple[int, int] | None]:
    """Remind 3 days and 1 day before: the amounts, and where they stand."""
    found = _LEADS.search(text)
    if found is None:
        return (), None
    listed = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", (found["said"] or found["alone"]).lower())
    amounts = [_amount(part) for part in listed]
    last = next((unit for _, unit in reversed(amounts) if unit), None)
    # Three and one days before: the unit stands once.
    whole = [(count, unit or last) for count, unit in amounts]
    known = tuple(Amount(count=count, unit=unit) for count, unit in whole if unit and count)
    return (known, found.span()) if len(known) == len(amounts) else ((), None)


def english_spans(text: str) -> Iterator[tuple[int, int]]:
    """Every stretch of words, the longest from each beginning first."""
    words = [found.span() for found in re.finditer(r"\S+", text)]
    for first in range(min(len(words), _MOST_BEGINNINGS)):
        for last in range(min(len(words), first + _MOST_WORDS) - 1, first - 1, -1):
            yield words[first][0], words[last][1]


def _amount(said: str) -> tuple[int, Unit | None]:
    found = _ONE.match(" ".join(said.split()))
    if found is None:
        return 0, None
    count = int(found[1]) if found[1].isdigit() else _COUNTS[found[1]]
    if found[2] is None:
        return count, None
    unit = _UNITS.get(found[2])
    return (count, unit) if unit else (0, None)
