"""Holiday files as an administrator would send them."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

Days = Sequence[tuple[str, str, int]]

# Invented: no announcement for that year is known.
OFF_2027: Days = (
    ("元旦", "2026-12-31", 4),
    ("春节", "2027-02-05", 8),
    ("清明节", "2027-04-03", 3),
    ("劳动节", "2027-05-01", 5),
    ("端午节", "2027-06-09", 1),
    ("中秋节", "2027-09-15", 1),
    ("国庆节", "2027-10-01", 7),
)
WORKING_2027: Days = (("春节", "2027-02-20", 1), ("国庆节", "2027-10-09", 1))


def holiday_file(
    *, year: int = 2027, off: Days = OFF_2027, working: Days = WORKING_2027, papers: int = 1
) -> bytes:
    """A list in the shape in which projects publish it."""
    days = [*_days(off, is_off=True), *_days(working, is_off=False)]
    links = ["https://example.org/holidays"] * papers
    return json.dumps({"year": year, "papers": links, "days": days}).encode()


def _days(stretches: Days, *, is_off: bool) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "date": (date.fromisoformat(first) + timedelta(days=number)).isoformat(),
            "isOffDay": is_off,
        }
        for name, first, length in stretches
        for number in range(length)
    ]
