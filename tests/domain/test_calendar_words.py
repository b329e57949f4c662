"""What is written after /calendar is understood as a whole, or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar_words import (
    ChooseCountry,
    ClearDays,
    DropTerm,
    Look,
    NotUnderstood,
    Said,
    SetDays,
    SetPublished,
    SetTerm,
    Statement,
    read_calendar_words,
)
from domain.day_span import DaySpan
from domain.school_term import SchoolTerm

TODAY = date(2026, 11, 2)
FEB_5, FEB_11 = date(2027, 2, 5), date(2027, 2, 11)
HOLIDAY = (DaySpan(first=FEB_5, last=FEB_11),)
ONE_DAY = (DaySpan(first=FEB_5, last=FEB_5),)
AUTUMN = SchoolTerm(name="2026秋季学期", first_day=date(2026, 9, 1), last_day=date(2027, 1, 22))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2027-02-05 休 春节", SetDays(spans=ONE_DAY, works=False, name="春节")),
        ("2027-02-05 off Exam week", SetDays(spans=ONE_DAY, works=False, name="Exam week")),
        ("2027-02-05 班", SetDays(spans=ONE_DAY, works=True)),
        ("2027.2.5 work", SetDays(spans=ONE_DAY, works=True)),
        ("2027年2月5日上班", SetDays(spans=ONE_DAY, works=True)),
        ("5 Feb 2027 working day", SetDays(spans=ONE_DAY, works=True)),
        ("February 5, 2027 off", SetDays(spans=ONE_DAY, works=False)),
        ("2027-02-05..2027-02-11 休 春节", SetDays(spans=HOLIDAY, works=False, name="春节")),
        ("2027-02-05至02-11 放假", SetDays(spans=HOLIDAY, works=False)),
        ("2027年2月5日—11日 休", SetDays(spans=HOLIDAY, works=False)),
        ("2027/2/5~2/11 休", SetDays(spans=HOLIDAY, works=False)),
        ("２０２７－０２－０５ 休", SetDays(spans=ONE_DAY, works=False)),
        ("5 Feb 2027 to 11 Feb 2027 off", SetDays(spans=HOLIDAY, works=False)),
        ("5-11 February 2027 off", SetDays(spans=HOLIDAY, works=False)),
        ("5 to 11 Feb 2027 off Exams", SetDays(spans=HOLIDAY, works=False, name="Exams")),
        (
            "7-11 December off",
            SetDays(
                spans=(DaySpan(first=date(2026, 12, 7), last=date(2026, 12, 11)),), works=False
            ),
        ),
        ("2027-02-05..11 clear", ClearDays(spans=HOLIDAY)),
        ("2027-02-05 清除", ClearDays(spans=ONE_DAY)),
        (
            "2027-02-05、2027-02-11 班",
            SetDays(
                spans=(*ONE_DAY, DaySpan(first=FEB_11, last=FEB_11)), works=True
            ),
        ),
        (
            "12月28日至1月3日 休 寒假",
            SetDays(
                spans=(DaySpan(first=date(2026, 12, 28), last=date(2027, 1, 3)),),
                works=False,
                name="寒假",
            ),
        ),
        ("学期 2026秋季学期 2026-09-01–2027-01-22", SetTerm(term=AUTUMN)),
        ("term 2026秋季学期 2026-09-01 to 2027-01-22", SetTerm(term=AUTUMN)),
        ("学期 清除 2026秋季学期", DropTerm(name="2026秋季学期")),
        ("国家 德国", ChooseCountry(words="德国")),
        ("country United Kingdom", ChooseCountry(words="United Kingdom")),
        ("国家 上级", ChooseCountry(words=None)),
        ("2027 公布", SetPublished(year=2027, is_published=True)),
        ("2027 not published", SetPublished(year=2027, is_published=False)),
    ],
)  # fmt: skip
def test_one_line_is_understood(text: str, expected: Statement) -> None:
    assert read_calendar_words(text, today=TODAY) == Said(statements=(expected,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Look()),
        ("2027", Look(year=2027)),
        ("青石小学", Look(unit="青石小学")),
        ("Bluestone School 2027", Look(unit="Bluestone School", year=2027)),
    ],
)
def test_a_name_or_a_year_alone_asks_to_look(text: str, expected: Look) -> None:
    assert read_calendar_words(text, today=TODAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-30 休",
        "2027-02-11..2027-02-05 休",
        "2月5日 休",
        "2027-02-05",
        "2027-02-05 也许",
        "2027-02-05 offset",
        "2027-02-05 休 2027-02-08 班",
        "2027-02-05 休 到 2月8日",
        "2027-02-05 清除 春节",
        "2027-02-05 休 " + "长" * 33,
        "学期 2026-09-01–2027-01-22",
        "学期 秋季 2026-09-01",
        "99 bottles",
        "2027-02-05 休\n啊99",
        "青石小学 2027-02-05 休\n雪松小学 2027-02-05 休",
        "2027-02-05 休\n" * 41,
    ],
)
def test_what_is_not_wholly_understood_is_refused(text: str) -> None:
    assert isinstance(read_calendar_words(text, today=TODAY), NotUnderstood)


def test_several_lines_are_about_the_unit_that_the_first_one_names() -> None:
    text = "青石小学: 2027-02-05 休\n2027-02-11 班; 国家 德国"
    assert read_calendar_words(text, today=TODAY) == Said(
        unit="青石小学",
        statements=(
            SetDays(spans=ONE_DAY, works=False),
            SetDays(spans=(DaySpan(first=FEB_11, last=FEB_11),), works=True),
            ChooseCountry(words="德国"),
        ),
    )


@given(st.text(alphabet="0123456789-.~至到年月日号休班清除学期国家termoff ,:;\n", max_size=60))
def test_whatever_is_written_there_is_an_answer(text: str) -> None:
    assert isinstance(read_calendar_words(text, today=TODAY), Look | Said | NotUnderstood)
