"""`read-schedule` answers each line with one JSON object, in order and in its language."""

import io
import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.__main__ import main
from bot.exits import Exit
from bot.schedule_command import answer_lines, known_calendar
from texts.languages import Language

NOW = datetime.fromisoformat("2026-11-21T22:00")
SHANGHAI = ZoneInfo("Asia/Shanghai")


def _answers(*lines: str, reader: Language | None = None) -> list[dict[str, Any]]:
    told = io.StringIO()
    answer_lines([f"{line}\n" for line in lines], told, wall=NOW, zone=SHANGHAI, reader=reader)
    return [json.loads(line) for line in told.getvalue().splitlines()]


def test_a_rule_comes_with_its_next_five_moments() -> None:
    assert _answers("每两周一次，周五下午2点") == [
        {
            "text": "每两周一次，周五下午2点",
            "kind": "recurring",
            "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=14;BYMINUTE=0",
            "anchor": "2026-11-23",
            "next": [
                "2026-11-27T14:00",
                "2026-12-11T14:00",
                "2026-12-25T14:00",
                "2027-01-08T14:00",
                "2027-01-22T14:00",
            ],
        }
    ]


def test_a_question_is_asked_in_the_language_of_the_expression() -> None:
    chinese, nothing, english = _answers("今天下午3点", "", "zzz")
    assert chinese["kind"] == "ask"
    assert [one["at"] for one in chinese["readings"]] == ["2026-11-22T15:00", "2026-11-21T15:00"]
    assert chinese["question"] == "这个时间已经过了，您指哪一天？"
    assert (nothing["kind"], english["kind"]) == ("refused", "refused")
    assert "such as" in english["question"] or "Say it" in english["question"]


def test_figures_alone_are_asked_about_in_the_language_of_the_lines_before() -> None:
    first, _, figures, moment = _answers("12/5", "every Friday", "12/5", "25:00")
    assert first["question"] == "这句话有几种意思，您指哪一种？"
    assert figures["question"].startswith("This can mean")
    assert moment["question"].startswith("“25:00” was not understood")


def test_a_known_reader_is_asked_in_his_language() -> None:
    chinese, figures = _answers("今天下午3点", "12/5", reader=Language(code="en"))
    assert chinese["question"] == "This is over already. Which date do you mean?"
    assert figures["question"].startswith("This can mean")


def test_a_quota_a_term_and_a_part_of_the_day_have_their_fields() -> None:
    quota, term, afternoon = _answers(
        "每季度不少于2次", "任期届满前六个月和三个月", "每月第一个周三下午"
    )
    assert quota["quota"] == {"at_least": 2, "per": "quarter"}
    assert (quota["kind"], quota["duration"]) == ("period", "P3M")
    assert term["relative_to"] == [
        {"event": "term_end", "offset": "-P6M"},
        {"event": "term_end", "offset": "-P3M"},
    ]
    assert afternoon["part_of_day"] == "afternoon"


def test_the_working_calendar_knows_make_up_days() -> None:
    calendar = known_calendar("CN", 2026)
    assert calendar.is_working_day(datetime.fromisoformat("2026-02-14").date())
    assert 2026 in calendar.published_years


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--now", "yesterday"], "--now"),
        (["--now", ""], "--now"),
        (["--now", "0001-01-01T00:00+14:00"], "--now"),
        (["--zone", ""], "--zone"),
        (["--zone", "Middle/Earth"], "--zone"),
    ],
)
def test_a_wrong_word_on_the_command_line_is_named(
    arguments: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read-schedule", *arguments]) == Exit.SETTINGS
    assert named in capsys.readouterr().err


def test_a_question_without_readings_offers_nothing_to_press() -> None:
    chinese, english = _answers("每月٣日", "next Tuesday or Wednesday")
    assert (chinese["readings"], english["readings"]) == ([], [])
    assert chinese["question"].endswith("请去掉这部分，或说得简单些。")
    assert english["question"].endswith("Say it without that, or more simply.")


def _told(given: bytes, *arguments: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "bot", "read-schedule", *arguments]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, input=given, capture_output=True, check=True, cwd=root)
    return [json.loads(line) for line in done.stdout.decode("utf-8").removesuffix("\n").split("\n")]


def test_whatever_bytes_come_each_line_has_one_answer_in_order() -> None:
    lines = [
        "\ufeff每周五".encode(),
        b"",
        b"\xff\x00\xed\xa0\x80",
        "每周五下午3点\r".encode(),
        b"one\rline",
        "每".encode() * 4000,
        "每周五\u2028".encode(),
        b"tomorrow",
    ]
    answers = _told(b"\n".join(lines), "--now", "2026-11-21T22:00", "--zone", "Asia/Shanghai")
    assert [one["kind"] for one in answers] == [
        *("recurring", "refused", "refused", "recurring", "refused", "refused", "recurring", "once")
    ]
    assert answers[4]["text"] == "one\rline"


def test_an_instant_is_told_in_the_zone() -> None:
    arguments = ("--now", "2026-11-21T22:00+00:00", "--zone", "Asia/Shanghai")
    assert _told(b"tomorrow\n", *arguments) == [
        {"text": "tomorrow", "kind": "once", "at": "2026-11-23"}
    ]
