"""How reports grow, how late they are, and who reviews them."""

from dataclasses import replace
from datetime import date

import pytest

from domain.report import (
    MOST_CHARACTERS,
    Answer,
    Report,
    ReportState,
    TooMuch,
    add_words,
    choose_reviewing_unit,
    days_late,
)
from domain.report_file import FileKind, ReportFile
from domain.report_form import FREE_FORM, Section, Takes
from domain.unit import Unit

COMMITTEE = Unit(id=1, name="committee", kind="committee", path="/1/")
DISTRICT = Unit(id=2, name="district", kind="district", path="/1/2/", parent_id=1)
SCHOOL = Unit(id=3, name="school", kind="school", path="/1/2/3/", parent_id=2)
BRANCH = Unit(id=4, name="branch", kind="branch", path="/1/2/3/4/", parent_id=3)
ABOVE = {unit.id: unit for unit in (COMMITTEE, DISTRICT, SCHOOL)}


@pytest.mark.parametrize(
    ("kinds", "hearing", "expected"),
    [
        (("committee",), {1, 2, 3}, COMMITTEE),
        (("district", "committee"), {1, 2, 3}, DISTRICT),
        ((), {1, 2, 3}, SCHOOL),
        (("union",), {1, 2, 3}, SCHOOL),
        ((), {1}, COMMITTEE),
        (("district",), {1, 3}, COMMITTEE),
        ((), set(), SCHOOL),
    ],
    ids=[
        "of the kind",
        "the nearest of several kinds",
        "the parent without a kind",
        "the parent when no unit is of the kind",
        "upward to whoever hears",
        "never below the kind",
        "nobody hears at all",
    ],
)
def test_the_reviewing_unit_is_above_and_can_hear(
    kinds: tuple[str, ...], hearing: set[int], expected: Unit
) -> None:
    assert choose_reviewing_unit(BRANCH, kinds, ABOVE, hearing=hearing) == expected


def test_the_root_is_reviewed_by_its_own_officers() -> None:
    assert (
        choose_reviewing_unit(COMMITTEE, ("committee",), {1: COMMITTEE}, hearing={1}) == COMMITTEE
    )


@pytest.mark.parametrize(
    ("handed_in_on", "late"),
    [(date(2026, 11, 29), 0), (date(2026, 11, 30), 0), (date(2026, 12, 2), 2)],
    ids=["before", "on the last day", "two days after"],
)
def test_late_is_a_comparison_of_dates(handed_in_on: date, late: int) -> None:
    assert days_late(handed_in_on, date(2026, 11, 30)) == late


def report(**answers: str) -> Report:
    """A draft with one section of words, or with what is given."""
    said = {code: Answer(text=text) for code, text in answers.items()}
    state = ReportState.DRAFT
    return Report(id=1, obligation_id=1, number=1, state=state, author_id=1, answers=said)


@pytest.mark.parametrize(
    ("so_far", "more", "expected"),
    [
        ("", "a", "a"),
        ("a", "b", "a\nb"),
        ("a", "", "a"),
        ("a" * MOST_CHARACTERS, "", "a" * MOST_CHARACTERS),
        ("a" * MOST_CHARACTERS, "b", TooMuch(excess=2)),
    ],
    ids=["the first", "on its own line", "a file without words", "full", "one line too many"],
)
def test_words_are_appended_until_the_report_is_full(
    so_far: str, more: str, expected: str | TooMuch
) -> None:
    [section] = FREE_FORM.sections
    found = add_words(report(report=so_far), section, more)
    assert (found if isinstance(found, TooMuch) else found["report"].text) == expected


def test_a_section_is_full_before_the_report_is() -> None:
    topic = Section(code="topic", takes=Takes.WORDS, most=5)
    assert add_words(report(), topic, "123456") == TooMuch(excess=1, most=5)
    rest = Section(code="rest", takes=Takes.WORDS)
    assert add_words(report(topic="12345"), rest, "x" * 3_500) == TooMuch(excess=5)


@pytest.mark.parametrize(
    ("section", "text", "files", "is_answered"),
    [
        (Section(code="a", takes=Takes.WORDS), "", 0, False),
        (Section(code="a", takes=Takes.WORDS, least=3), "ab", 0, False),
        (Section(code="a", takes=Takes.WORDS, least=3), "abc", 0, True),
        (Section(code="a", takes=Takes.NUMBER), "0", 0, True),
        (Section(code="a", takes=Takes.FILES), "", 0, False),
        (Section(code="a", takes=Takes.FILES, least=2), "", 1, False),
        (Section(code="a", takes=Takes.FILES, least=2), "", 2, True),
        (Section(code="a", takes=Takes.ANYTHING), "", 1, True),
    ],
)
def test_a_section_is_answered_when_enough_is_there(
    section: Section, text: str, files: int, is_answered: bool
) -> None:
    there = tuple(
        ReportFile(kind=FileKind.PHOTO, file_id=f"{n}", unique_id=f"{n}", section="a")
        for n in range(files)
    )
    written = replace(report(a=text), files=there)
    assert written.is_answered(section) is is_answered


@pytest.mark.parametrize(
    ("text", "record", "is_changed"),
    [("6", "6", False), ("7", "6", True), ("", "6", True), ("7", "", False)],
    ids=["as recorded", "corrected", "emptied", "nothing was recorded"],
)
def test_what_differs_from_the_record_was_changed_by_hand(
    text: str, record: str, is_changed: bool
) -> None:
    assert Answer(text=text, record=record).is_changed_by_hand is is_changed
