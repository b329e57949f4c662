"""Rules as people say them in Chinese: how often first, until when, and parts of months."""

import pytest

from tests.domain.schedule_words.telling import told

_WEEKLY = "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0"
CASES = {
    "会员大会前两周": "once meeting-P2W",
    "职代会每年一次": "period 1- per year",
    "每周工作日早上八点半": (
        "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=30 workdays"
    ),
    "周工作总结 每周五": "ask: not all understood",
    "两周一次": "period from 2026-11-23 1- per week",
    "三天一次": "period from 2026-11-22 1- per day",
    "两个月一次": "period from 2026-12-01 1- per month",
    "每两个季度一次": "period 1- per half-year",
    "一年一次，11月": "period 1- per year",
    "一周两次，周二和周五": "recurring FREQ=WEEKLY;BYDAY=TU,FR",
    "二季度一次": "ask: not all understood",
    "5月一次": "ask: not all understood",
    "每年两次，上下半年各一次": "period 1- per half-year",
    "上半年和下半年各一次": "period 1- per half-year",
    "每年三次，上下半年各一次": "ask: not all understood",
    "每周五下午3点，一直到明年6月": f"{_WEEKLY};UNTIL=20270630T235959",
    "每周五下午3点，持续到12月底": f"{_WEEKLY};UNTIL=20261231T235959",
    "12月1日直到12月10日": "period 2026-12-01 to 2026-12-10",
    "每周五下午3点，为期8周": f"{_WEEKLY};COUNT=8 from 2026-11-27",
    "从12月1日起，每周五下午3点，为期三个月": f"{_WEEKLY};UNTIL=20270228T235959 from 2026-12-01",
    "每周五下午3点，为期三个月": "ask: which meaning",
    "每天早上8点，为期一个月": ("recurring FREQ=DAILY;BYHOUR=8;BYMINUTE=0;UNTIL=20261221T235959"),
    "每月1日起三天": "period FREQ=MONTHLY;BYMONTHDAY=1 lasts P3D",
    "12月10日起，为期三天": "period 2026-12-10 to 2026-12-12",
    "每月15日，逢周末提前到周五": ("recurring FREQ=MONTHLY;BYMONTHDAY=15 workdays weekend-before"),
    "每月15日，遇周末顺延到下周一": ("recurring FREQ=MONTHLY;BYMONTHDAY=15 workdays weekend-after"),
    "每月15日，逢周末提前到周四": "ask: not all understood",
    "每月中旬的周三": ("recurring FREQ=MONTHLY;BYMONTHDAY=11,12,13,14,15,16,17,18,19,20;BYDAY=WE"),
    "每月上旬的第一个周一": (
        "recurring FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10;BYDAY=MO;BYSETPOS=1"
    ),
    "每季度一次，季末月": "period 1- per quarter",
    "每周1至2次": "period 1-2 per week",
    "每周二下午4点开始，共12次": (
        "recurring FREQ=WEEKLY;BYDAY=TU;BYHOUR=16;BYMINUTE=0;COUNT=12 from 2026-11-24"
    ),
    "每天下班前半小时": "recurring FREQ=DAILY;BYHOUR=17;BYMINUTE=30",
    "每周一升旗前7:40集合": "ask: not all understood",
    "每年9月10日教师节": "recurring FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=10",
    "元月8日下午3点": "once 2027-01-08T15:00",
    "国庆假期后第一天": "ask: holiday",
    "下周三（25日）下午3点": "once 2026-11-25T15:00",
    "下周三（26日）下午3点": "refused: no such date",
    "即日起至月底": "period 2026-11-21 to 2026-11-30",
    "每次会议前三天": "once meeting-P3D",
    "开始前10分钟": "once event_start-PT10M",
    "结束后一小时内": "deadline event_end+PT1H",
    "12月5日为最后期限": "deadline 2026-12-05T23:59",
    "每学年一次": "ask: term start",
    "下学期": "ask: term start",
    "本学期内完成": "ask: term start",
    "每学期开学后第二周周三下午3点": "ask: term start",
    "每两个季度10日": "ask: no date",
}


@pytest.mark.parametrize("text", CASES)
def test_what_is_plain_to_a_person_is_understood(text: str) -> None:
    assert told(text) == CASES[text]
