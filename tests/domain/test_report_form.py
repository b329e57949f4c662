"""What a section takes as its number, and that a kind of report survives being kept."""

import pytest

from domain.act import Act, ActKind, acts_from_data, acts_to_data
from domain.bilingual import Bilingual
from domain.record_figure import Figure
from domain.report_form import (
    FREE_FORM,
    FileType,
    NotANumber,
    ReportForm,
    ReportRule,
    Section,
    Takes,
    read_number,
)

COUNT = Section(code="count", takes=Takes.NUMBER, most=999)
SHARE = Section(code="share", takes=Takes.NUMBER, most=100, decimals=1)
BALANCE = Section(code="balance", takes=Takes.NUMBER, least=-50, most=50, decimals=2)


@pytest.mark.parametrize(
    ("section", "typed", "expected"),
    [
        (COUNT, "6", "6"),
        (COUNT, " ０６ ", "6"),
        (COUNT, "0", "0"),
        (COUNT, "6.0", "6"),
        (COUNT, "999", "999"),
        (COUNT, "1,000", NotANumber.TOO_MUCH),
        (COUNT, "-1", NotANumber.TOO_LITTLE),
        (COUNT, "6.5", NotANumber.NOT_WHOLE),
        (COUNT, "six", NotANumber.NO_NUMBER),
        (COUNT, "6 次", NotANumber.NO_NUMBER),
        (COUNT, "", NotANumber.NO_NUMBER),
        (COUNT, "1e3", NotANumber.NO_NUMBER),
        (COUNT, "nan", NotANumber.NO_NUMBER),
        (COUNT, "٦", NotANumber.NO_NUMBER),
        (COUNT, "1,00", NotANumber.NO_NUMBER),
        (COUNT, "6.", NotANumber.NO_NUMBER),
        (COUNT, "9" * 30, NotANumber.NO_NUMBER),
        (SHARE, "81.5%", "81.5"),
        (SHARE, "８１．５％", "81.5"),
        (SHARE, "81.55", NotANumber.TOO_MANY_DECIMALS),
        (SHARE, "100.1", NotANumber.TOO_MUCH),
        (SHARE, "100.0", "100"),
        (BALANCE, "-12.50", "-12.5"),
        (BALANCE, "-0", "0"),
        (BALANCE, "-50.01", NotANumber.TOO_LITTLE),
    ],
)
def test_a_number_is_taken_as_people_type_it_and_within_its_bounds(
    section: Section, typed: str, expected: str
) -> None:
    assert read_number(section, typed) == expected


def test_a_kind_of_report_is_kept_whole_with_its_duty() -> None:
    form = ReportForm(
        code="some-kind",
        name=Bilingual(zh="材料", en="Paper"),
        sections=(
            Section(code="count", takes=Takes.NUMBER, most=9, figure=Figure.SESSIONS_HELD),
            Section(code="share", takes=Takes.NUMBER, least=0, most=100, decimals=1),
            Section(
                code="papers",
                takes=Takes.FILES,
                is_optional=True,
                most=3,
                file_types=(FileType.PDF, FileType.PICTURE),
            ),
        ),
    )
    rule = ReportRule(form=form, by_head=True)
    act = Act(kind=ActKind.REPORT, code="report", name=Bilingual(zh="", en=""), report=rule)
    [kept] = acts_from_data(acts_to_data([act]))
    assert kept == act
    assert kept.report.form.code == "some-kind"


def test_a_report_of_no_kind_takes_words_and_files_and_says_nothing_in_files() -> None:
    act = Act(kind=ActKind.REPORT, code="report", name=Bilingual(zh="", en=""))
    assert "form" not in acts_to_data([act])[0]
    assert FREE_FORM.is_free
    assert (FREE_FORM.sections[0].takes_words, FREE_FORM.sections[0].takes_files) == (True, True)
