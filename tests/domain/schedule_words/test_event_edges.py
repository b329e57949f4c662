"""The start and the end of a meeting are hours apart, and never one moment."""

import pytest

from tests.domain.schedule_words.telling import told


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("活动开始后10分钟", "once activity_start+PT10M"),
        ("活动结束前10分钟", "once activity_end-PT10M"),
        ("活动结束10分钟后", "once activity_end+PT10M"),
        ("活动前10分钟", "once activity-PT10M"),
        ("会议召开前一天", "once meeting_start-P1D"),
        ("会议结束后3天内", "deadline meeting_end+P3D@23:59"),
        ("散会后10分钟", "once meeting_end+PT10M"),
        ("考试结束后3天", "once exam_end+P3D"),
        ("培训前一天", "once training-P1D"),
        ("10 minutes after the event starts", "once event_start+PT10M"),
        ("10 minutes before the event ends", "once event_end-PT10M"),
        ("10 minutes after the end of the meeting", "once meeting_end+PT10M"),
        ("15 minutes before the event", "once event-PT15M"),
    ],
)
def test_which_edge_was_said_is_kept(text: str, meaning: str) -> None:
    assert told(text) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("会议结束前", "deadline meeting_end-P0D"),
        ("before the meeting starts", "deadline meeting_start-P0D"),
        ("by the end of the meeting", "deadline meeting_end-P0D"),
        ("任期届满前", "deadline term_end-P0D@23:59"),
    ],
)
def test_a_deadline_before_a_meeting_is_not_the_end_of_its_day(text: str, meaning: str) -> None:
    assert told(text) == meaning


def test_a_meeting_that_begins_is_no_beginning_of_a_rule() -> None:
    assert told("每周五15:00活动开始") == "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("收到通知之日起5个工作日内", "deadline notice+5WD@23:59 workdays"),
        ("自通知印发之日起30日内", "deadline notice+P30D@23:59"),
        ("自即日起三日内", "deadline 2026-11-24T23:59"),
        ("届满前6个月、3个月各提醒一次", "once term_end-P6M, term_end-P3M"),
    ],
)
def test_so_long_from_the_day_on_is_a_limit(text: str, meaning: str) -> None:
    assert told(text) == meaning
