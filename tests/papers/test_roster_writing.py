"""Exports and the template: what is written is read back, and nothing in them is alive."""

from datetime import datetime
from io import BytesIO
from typing import get_args

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.roster import LONGEST_TEXT, Role, Roster, RosterReading
from domain.roster_comparison import compare
from domain.roster_export import roster_of
from papers.cell_values import EARLIEST_YEAR, LATEST_YEAR, SEPARATORS, clean, clean_code
from papers.roster_reading import read_roster
from papers.roster_template import example_roster, write_roster_template
from papers.roster_words import KIND_EXAMPLES, ROLE_WORDS, Language
from papers.roster_writing import write_roster
from tests.domain.rosters import known_person, known_unit, office, person, roster, unit

LANGUAGES: tuple[Language, ...] = get_args(Language)

TEXTS = st.text(min_size=1, max_size=LONGEST_TEXT).map(clean).filter(
    lambda text: 0 < len(text) <= LONGEST_TEXT
)  # fmt: skip
CODES = TEXTS.filter(lambda text: clean_code(text) == text and not SEPARATORS.search(text))
TAGS = TEXTS.filter(lambda text: not SEPARATORS.search(text))
DAYS = st.dates(datetime(EARLIEST_YEAR, 3, 1).date(), datetime(LATEST_YEAR, 1, 1).date())  # noqa: DTZ001 - days.


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    units = [
        unit(
            row,
            draw(TEXTS),
            draw(st.none() | TEXTS),
            code=draw(CODES),
            kind=draw(TEXTS),
            began_on=draw(st.none() | DAYS),
            months=draw(st.none() | st.integers(1, 1200)),
        )
        for row in range(2, draw(st.integers(0, 3)) + 2)
    ]
    offices = st.lists(
        st.builds(office, st.sampled_from(Role), st.none() | CODES), max_size=3, unique=True
    )
    people = [
        person(
            row,
            draw(TEXTS),
            draw(CODES),
            code=draw(CODES),
            offices=tuple(draw(offices)),
            tags=tuple(draw(st.lists(TAGS, max_size=3, unique=True))),
            language=draw(st.sampled_from([None, "zh", "en"])),
        )
        for row in range(2, draw(st.integers(0, 3)) + 2)
    ]
    return roster(*units, *people)


@settings(max_examples=60, deadline=None)
@given(rosters(), st.sampled_from(LANGUAGES))
def test_what_is_written_is_read_back_word_for_word(written: Roster, language: Language) -> None:
    reading = read_roster(write_roster(written, language))

    assert reading == RosterReading(roster=written, refusals=(), notes=())


def test_an_export_imported_again_changes_nothing() -> None:
    units = (known_unit(1, "Bureau"), known_unit(2, "第一支部", 1, code="B1", months=31))
    people = (
        known_person(1, "=cmd", 2, offices=((Role.HEAD, 1), (Role.MEMBER, 2)), tags=("b", "a")),
        known_person(2, "Robin", 1, code="007", language="en"),
    )

    reading = read_roster(write_roster(roster_of(units, people), "zh"))

    assert isinstance(reading, RosterReading)
    difference = compare(reading.roster, units, people)
    assert (reading.refusals, difference.refusals, difference.is_empty) == ((), (), True)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "=HYPERLINK(1)", "http://x.test", "{=1}"]
)
def test_a_hostile_name_is_written_as_text(text: str) -> None:
    content = write_roster(roster(person(2, text, "Bureau", tags=(text,))), "en")

    sheet = openpyxl.load_workbook(BytesIO(content))["People"]

    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["B2"].hyperlink) == (text, "s", None)
    assert sheet["F2"].data_type == "s"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_reads_back_as_its_examples_and_can_be_imported(language: Language) -> None:
    reading = read_roster(write_roster_template(language))

    assert reading == RosterReading(roster=example_roster(language), refusals=(), notes=())
    difference = compare(reading.roster, (), ())
    assert (len(difference.new_units), len(difference.new_people)) == (3, 3)
    assert difference.refusals == ()


def test_the_chinese_template_looks_like_this() -> None:
    book = openpyxl.load_workbook(BytesIO(write_roster_template("zh")))

    assert book.sheetnames == ["组织", "人员", "说明"]
    assert list(book["组织"].iter_rows(values_only=True))[:2] == [
        ("编号", "名称", "类别", "上级", "任期开始", "任期(年)"),
        ("U001", "青禾县教育委员会", "委员会", None, datetime(2024, 9, 1), 3),  # noqa: DTZ001
    ]
    assert list(book["人员"].iter_rows(values_only=True)) == [
        ("编号", "姓名", "组织", "职务", "职务所在组织", "标签", "语言"),
        ("P001", "林示例", "U002", "负责人", None, "教师", None),
        ("P002", "周示例", "U003", "书记", None, "教师、语文", None),
        ("P003", "吴示例", "U003", "成员、委员", "U003、U001", None, None),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_offers_words_and_shows_dates_as_dates(language: Language) -> None:
    book = openpyxl.load_workbook(BytesIO(write_roster_template(language)))
    units, people, how_to = book.worksheets

    offered = [
        rule.formula1 for sheet in (units, people) for rule in sheet.data_validations.dataValidation
    ]
    assert f'"{",".join(KIND_EXAMPLES[language])}"' in offered
    assert f'"{",".join(words[language] for words in ROLE_WORDS.values())}"' in offered
    assert units["E2"].is_date
    assert (units.freeze_panes, people.freeze_panes) == ("A2", "A2")
    told = " ".join(str(cell.value) for (cell,) in how_to.iter_rows())
    assert all(word in told for words in ROLE_WORDS.values() for word in words.values())
