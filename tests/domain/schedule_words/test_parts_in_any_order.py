"""A rule, its hour, its bound and its exception, in every order: each is kept, or it is asked."""

from itertools import permutations, product

import pytest

from tests.domain.schedule_words.telling import told

Marks = dict[str, str]
CHINESE: tuple[Marks, ...] = (
    {
        "每周一": "BYDAY=MO",
        "每月最后一个周五": "BYDAY=-1FR",
        "每月5日和20日": "BYMONTHDAY=5,20",
    },
    {"下午3点": "BYHOUR=15", "早上": "morning"},
    {
        "从12月1日起": "from 2026-12-0",
        "到年底为止": "UNTIL=20261231",
        "3月到6月": "UNTIL=20270630",
    },
    {"节假日除外": "skip", "遇节假日顺延": "after", "7月和8月除外": "BYMONTH=1,2,3,4,5,6,9"},
)
ENGLISH: tuple[Marks, ...] = (
    {
        "every Monday": "BYDAY=MO",
        "the last Friday of every month": "BYDAY=-1FR",
        "on the 5th and 20th of every month": "BYMONTHDAY=5,20",
    },
    {"at 3pm": "BYHOUR=15", "in the morning": "morning"},
    {
        "starting 1 December": "from 2026-12-0",
        "until the end of the year": "UNTIL=20261231",
        "from March to June": "20270630",
    },
    {
        "or the next working day if it is a holiday": "after",
        "except July and August": "BYMONTH=1,2,3,4,5,6,9",
    },
)


@pytest.mark.parametrize(
    ("parts", "comma"), [(CHINESE, "，"), (ENGLISH, ", "), (ENGLISH, " ")], ids=["zh", "en", "bare"]
)
def test_no_part_is_lost_wherever_it_stands(parts: tuple[Marks, ...], comma: str) -> None:
    lost = [
        text
        for chosen in product(*(kind.items() for kind in parts))
        for order in permutations(chosen)
        for text in [comma.join(words for words, _ in order)]
        for meaning in [told(text)]
        if not meaning.startswith(("ask", "refused"))
        if any(mark not in meaning for _, mark in chosen)
    ]
    assert lost == []
