"""Rules in Chinese: which days, at which hours."""

import pytest

from tests.domain.schedule_words.telling import told

CASES = {
    "weekdays spelt together": ("每周一三五", "recurring FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    "weekdays with commas": (
        "每周一、三、五下午4点",
        "recurring FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=16;BYMINUTE=0",
    ),
    "weekdays in full": (
        "每周一、周三和周五 9:00",
        "recurring FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=9;BYMINUTE=0",
    ),
    "a run of weekdays": (
        "每周一到周四18:00",
        "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;BYHOUR=18;BYMINUTE=0",
    ),
    "each day of a run": (
        "周一到周五每天上午9点",
        "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0",
    ),
    "weekdays and an exception": (
        "每周一到周五，周三除外，上午9点",
        "recurring FREQ=WEEKLY;BYDAY=MO,TU,TH,FR;BYHOUR=9;BYMINUTE=0",
    ),
    "every day but one": (
        "除周三外每天上午9点",
        "recurring FREQ=WEEKLY;BYDAY=MO,TU,TH,FR,SA,SU;BYHOUR=9;BYMINUTE=0",
    ),
    "every day but the weekend": (
        "每天上午9点（周末除外）",
        "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0",
    ),
    "days of the month": (
        "每月10号、20号下午3点",
        "recurring FREQ=MONTHLY;BYMONTHDAY=10,20;BYHOUR=15;BYMINUTE=0",
    ),
    "days without a comma": (
        "每月1号15号上午九点",
        "recurring FREQ=MONTHLY;BYMONTHDAY=1,15;BYHOUR=9;BYMINUTE=0",
    ),
    "the last day": ("每月最后一天", "recurring FREQ=MONTHLY;BYMONTHDAY=-1"),
    "a day and the last day": ("每月5日和最后一天", "recurring FREQ=MONTHLY;BYMONTHDAY=-1,5"),
    "the first and the third": (
        "每月第一和第三个周三下午",
        "recurring FREQ=MONTHLY;BYDAY=1WE,3WE afternoon",
    ),
    "the last Friday": (
        "每月最后一个周五15:00",
        "recurring FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=15;BYMINUTE=0",
    ),
    "the last Friday, named by the end": (
        "每月末周五下午3点",
        "recurring FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=15;BYMINUTE=0",
    ),
    "months by number": (
        "逢3、6、9、12月25号上午10点",
        "recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25;BYHOUR=10;BYMINUTE=0",
    ),
    "even months": ("双月最后一个周五", "recurring FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYDAY=-1FR"),
    "odd months": ("逢单月10日", "recurring FREQ=YEARLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=10"),
    "a month of each quarter": (
        "每季度第二个月15日",
        "recurring FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=15",
    ),
    "the first month of each quarter": (
        "每季度首月第二个周二",
        "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=2TU",
    ),
    "the end of each quarter": ("每季度末", "recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
    "twice a year": ("每半年末", "recurring FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
    "a date each year": ("每年7月1日", "recurring FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1"),
    "a festival each year": ("每年七一", "recurring FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1"),
    "some days before it": ("每年七一前一周", "recurring FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=24"),
    "dates of unlike months": (
        "每年3月31日、9月30日",
        "recurring FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=30,31;BYSETPOS=2,3",
    ),
    "working days": (
        "每个工作日早上8点半",
        "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=30 workdays",
    ),
    "the last working day": (
        "每月最后一个工作日",
        "recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 workdays",
    ),
    "one before the end": (
        "每月底前3个工作日",
        "recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-3 workdays",
    ),
    "some days before the last Friday": (
        "每月最后一个周五前3天",
        "recurring FREQ=MONTHLY;BYMONTHDAY=-10,-9,-8,-7,-6,-5,-4;BYDAY=TU",
    ),
    "every second week": (
        "隔周周三下午3点",
        "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;BYHOUR=15;BYMINUTE=0 from 2026-11-23",
    ),
    "every second week, counted": (
        "每两周一次，周五下午2点",
        "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=14;BYMINUTE=0 from 2026-11-23",
    ),
    "every second month": (
        "每两个月15日",
        "recurring FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15 from 2026-12-01",
    ),
    "a day in between": ("每隔一天", "recurring FREQ=DAILY;INTERVAL=2 from 2026-11-22"),
    "two hours a day": ("每天8点和17点", "recurring FREQ=DAILY;BYHOUR=8,17;BYMINUTE=0"),
    "hours of unlike minutes": (
        "每天8:30和17:00",
        "recurring FREQ=DAILY;BYHOUR=8,17;BYMINUTE=0,30;BYSETPOS=2,3",
    ),
    "morning and evening": ("每天早晚8点", "recurring FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0"),
    "each weekday its own hour": (
        "每周二9点、周四14点",
        "recurring FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=9,14;BYMINUTE=0;BYSETPOS=1,4",
    ),
    "midnight is of the next day": (
        "每周五24:00",
        "recurring FREQ=WEEKLY;BYDAY=SA;BYHOUR=0;BYMINUTE=0",
    ),
    "a lunar festival": ("每年中秋节前一天", "recurring mid_autumn-P1D"),
}


@pytest.mark.parametrize(("words", "meaning"), CASES.values(), ids=CASES.keys())
def test_a_recurring_time_is_one_rule(words: str, meaning: str) -> None:
    assert told(words) == meaning
