"""A weekday is one figure, whatever word its figure could begin."""

import pytest

from tests.domain.schedule_words.telling import told


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("礼拜一下午3点", "once 2026-11-23T15:00"),
        ("星期一下午", "once 2026-11-23 afternoon"),
        ("下个星期一下午5点零五分以前", "deadline 2026-11-23T17:05"),
        ("第四个周一下午3点", "once 2026-11-23T15:00"),
        ("每月第二个周一下午", "recurring FREQ=MONTHLY;BYDAY=2MO afternoon"),
        ("周一下班前", "deadline 2026-11-23T18:00"),
        ("每周三定于下午3点", "recurring FREQ=WEEKLY;BYDAY=WE;BYHOUR=15;BYMINUTE=0"),
    ],
)
def test_the_weekday_ends_behind_its_figure(text: str, meaning: str) -> None:
    assert told(text) == meaning


@pytest.mark.parametrize("name", ["三号会议", "二号会议室", "三号文件", "今日说法", "每日新闻"])
def test_a_name_that_begins_like_a_time_is_left_alone(name: str) -> None:
    assert told(name) == "refused: not understood"
