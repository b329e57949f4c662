"""Lengths, links and labelled lines, as people write them."""

import pytest

from domain.activity_details import Details, Fault, read_link, read_minutes
from domain.activity_words import Faulty, Label, read_details, read_names, take_apart


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("90", 90),
        ("90分钟", 90),
        ("1.5小时", 90),
        ("一个半小时", 90),
        ("1小时30分", 90),
        ("半小时", 30),
        ("十五分钟", 15),
        ("三个小时", 180),
        ("24小时", 1440),
        ("2h", 120),
        ("1h30m", 90),
        ("1 hour and 30 minutes", 90),
        ("Half an hour", 30),
        ("25小时", None),
        ("0", None),
        ("-5", None),
        ("很久", None),
        ("1,5", None),
        ("9" * 4000, None),
    ],
)
def test_a_length_is_read_as_minutes_of_up_to_a_day(words: str, minutes: int | None) -> None:
    assert read_minutes(words) == minutes


@pytest.mark.parametrize(
    ("words", "minutes"), [("2", 120), ("1.5", 90), ("2学时", 120), ("45分钟", 45), ("30", None)]
)
def test_a_bare_number_of_study_is_one_of_hours(words: str, minutes: int | None) -> None:
    assert read_minutes(words, bare_minutes=60) == minutes


@pytest.mark.parametrize(
    "address",
    [
        "https://meeting.example.org/j/1?x=2",
        "HTTPS://Example.org",
        "https://a.example.org:8443/x",
    ],
)
def test_an_https_address_of_a_named_host_is_a_link(address: str) -> None:
    assert read_link(f" {address} ") == address


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "tg://resolve?domain=x",
        "https://",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://bank.example.org@evil.example.org/",
        "https://еxample.org",
        "https://a.example.org/ b",
        "https://a.example.org/<b>",
        "https://a.example.org:99999/",
        "https://a..org",
        "https://example.org/" + "x" * 300,
    ],
)
def test_any_other_address_is_none(address: str) -> None:
    assert read_link(address) is None


@pytest.mark.parametrize(
    ("text", "head", "fields"),
    [
        ("周五15:00 学习 会议室", "周五15:00 学习 会议室", {}),
        (
            "周五15:00 学习\n主持人：林岚；时长: 90分钟",
            "周五15:00 学习",
            {Label.HOST: "林岚", Label.LASTS: "90分钟"},
        ),
        (
            "Friday 3pm Study, Room 2, Host: Lin, STUDY HOURS: 2",
            "Friday 3pm Study, Room 2",
            {Label.HOST: "Lin", Label.STUDY: "2"},
        ),
        ("主持人：林岚\n周五15:00 学习", "周五15:00 学习", {Label.HOST: "林岚"}),
        ("备注：第一行\n第二行", "", {Label.NOTES: "第一行\n第二行"}),
        (
            "链接：https://a.example.org/x?time:3",
            "",
            {Label.LINK: "https://a.example.org/x?time:3"},
        ),
        ("主持人：甲 主持人：乙", "", {Label.HOST: "乙"}),
        ("主持人：", "", {Label.HOST: ""}),
        ("", "", {}),
    ],
)
def test_labelled_lines_are_taken_from_the_rest(
    text: str, head: str, fields: dict[Label, str]
) -> None:
    lines = take_apart(text)
    assert (lines.head, dict(lines.fields)) == (head, fields)


def test_what_is_wrong_is_named_and_what_is_right_is_taken() -> None:
    details, faults = read_details({Label.HOST: "林岚", Label.LINK: "x", Label.STUDY: "无"})
    assert details == Details(host="林岚", study_minutes=0)
    assert faults == (Faulty(fault=Fault.LINK, about="x"),)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("何静、周敏 王渡", ("何静", "周敏", "王渡")),
        ("Anna Berg, Li Ming", ("Anna Berg", "Li Ming")),
        ("何静,何静，", ("何静",)),
        ("李明@第一支部；王渡", ("李明@第一支部", "王渡")),
        ("-", ()),
    ],
)
def test_names_are_parted_as_they_are_written(said: str, names: tuple[str, ...]) -> None:
    assert read_names(said) == names
