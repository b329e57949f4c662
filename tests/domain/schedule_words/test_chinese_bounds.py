"""From when, until when and how often, in Chinese; and days off."""

import pytest

from tests.domain.schedule_words.telling import told

CASES = {
    "within a month": (
        "12月每周三下午3点",
        "recurring FREQ=WEEKLY;BYDAY=WE;BYHOUR=15;BYMINUTE=0;UNTIL=20261231T235959 from 2026-12-01",
    ),
    "until": (
        "每周三下午3点，到12月底为止",
        "recurring FREQ=WEEKLY;BYDAY=WE;BYHOUR=15;BYMINUTE=0;UNTIL=20261231T235959",
    ),
    "by": (
        "每周三下午3点，截至12月31日",
        "recurring FREQ=WEEKLY;BYDAY=WE;BYHOUR=15;BYMINUTE=0;UNTIL=20261231T235959",
    ),
    "until said first": (
        "到年底前每周三下午3点",
        "recurring FREQ=WEEKLY;BYDAY=WE;BYHOUR=15;BYMINUTE=0;UNTIL=20261231T235959",
    ),
    "before an end": ("12月底前每周五", "recurring FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T235959"),
    "from next week": (
        "从下周开始每周三下午3点",
        "recurring FREQ=WEEKLY;BYDAY=WE;BYHOUR=15;BYMINUTE=0 from 2026-11-23",
    ),
    "from a date, every second week": (
        "从2027年1月1日起，每两周周一上午9点",
        "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;BYHOUR=9;BYMINUTE=0 from 2027-01-04",
    ),
    "from and until": (
        "从12月1日到12月31日每天早上8点",
        "recurring FREQ=DAILY;BYHOUR=8;BYMINUTE=0;UNTIL=20261231T235959 from 2026-12-01",
    ),
    "a run of months": (
        "3月至6月每周三",
        "recurring FREQ=WEEKLY;BYDAY=WE;UNTIL=20270630T235959 from 2027-03-01",
    ),
    "a run of months each year": (
        "每年3月到5月每周一",
        "recurring FREQ=WEEKLY;BYMONTH=3,4,5;BYDAY=MO",
    ),
    "over the turn of the year": (
        "9月到次年1月每月15日",
        "recurring FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20270131T235959 from 2026-09-01",
    ),
    "so many times": (
        "每周三下午3点，共8次",
        "recurring FREQ=WEEKLY;BYDAY=WE;BYHOUR=15;BYMINUTE=0;COUNT=8 from 2026-11-25",
    ),
    "so many weeks": (
        "连续8周每周五下午3点",
        "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0;COUNT=8 from 2026-11-27",
    ),
    "this year": (
        "今年内每周五下午3点",
        "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0;UNTIL=20261231T235959",
    ),
    "half a year": (
        "下半年每月15日",
        "recurring FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20261231T235959 from 2026-07-01",
    ),
    "moved after a holiday": (
        "每月1日，遇节假日顺延至下一个工作日",
        "recurring FREQ=MONTHLY;BYMONTHDAY=1 workdays after",
    ),
    "moved before a holiday": (
        "每月1日，遇节假日提前",
        "recurring FREQ=MONTHLY;BYMONTHDAY=1 workdays before",
    ),
    "left out on holidays": (
        "每周五下午3点，节假日除外",
        "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0 workdays skip",
    ),
    "left out, said first": (
        "除节假日外每周五下午3点",
        "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0 workdays skip",
    ),
    "hours within months": (
        "3月到6月，每周三下午2点到4点",
        "period FREQ=WEEKLY;BYDAY=WE;BYHOUR=14;BYMINUTE=0;UNTIL=20270630T235959 "
        "from 2027-03-01 lasts PT2H",
    ),
}


@pytest.mark.parametrize(("words", "meaning"), CASES.values(), ids=CASES.keys())
def test_a_rule_keeps_its_bounds(words: str, meaning: str) -> None:
    assert told(words) == meaning
