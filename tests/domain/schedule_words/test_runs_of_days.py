"""A few days side by side, nights from one day to the next, and mornings behind a weekday."""

import pytest

from tests.domain.schedule_words.telling import told

CASES = {
    "每月前两个周五": "recurring FREQ=MONTHLY;BYDAY=1FR,2FR",
    "每月最后两个周五下午3点": "recurring FREQ=MONTHLY;BYDAY=-2FR,-1FR;BYHOUR=15;BYMINUTE=0",
    "每季度前两个周一": "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO,2MO",
    "每月最后三天": "period FREQ=MONTHLY;BYMONTHDAY=-3 lasts P3D",
    "每月前三天": "period FREQ=MONTHLY;BYMONTHDAY=1 lasts P3D",
    "前两个周五": "refused: not understood",
    "the first two Fridays of each month": "recurring FREQ=MONTHLY;BYDAY=1FR,2FR",
    "the last two Fridays of every month": "recurring FREQ=MONTHLY;BYDAY=-2FR,-1FR",
    "每双周三下午": "ask: term start",
    "每月10日-15日之间": "period FREQ=MONTHLY;BYMONTHDAY=10 lasts P6D",
    "季度结束后10日内": (
        "deadline FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10;BYHOUR=23;BYMINUTE=59"
    ),
    "in the second half of each month": "period FREQ=MONTHLY;BYMONTHDAY=16 lasts P15D",
    "in the first half of each quarter": "refused: not understood",
    "Friday's at 3pm": "ask: not all understood",
    "at least monthly": "period 1- per month",
    "every friday at 3 p.m": "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0",
    "周五晚10点到周六早6点": "period 2026-11-27T22:00 to 2026-11-28T06:00",
    "12月5日22点至12月6日6点": "period 2026-12-05T22:00 to 2026-12-06T06:00",
    "周五一早": "once 2026-11-27 morning",
    "每周五一早8点": "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=8;BYMINUTE=0",
    "每周一早上8点": "recurring FREQ=WEEKLY;BYDAY=MO;BYHOUR=8;BYMINUTE=0",
}


@pytest.mark.parametrize("text", CASES)
def test_what_it_means(text: str) -> None:
    assert told(text) == CASES[text]
