"""What fulfils a duty is named anew: kinds of report and two-step confirmation stay with it."""

from dataclasses import replace

import pytest

from domain.act import Act, ActKind
from domain.bilingual import NO_NAME, Bilingual
from domain.duty_acts import of_kind, take_over
from domain.report_form import ReportForm, ReportRule

FORM = ReportForm(code="half", name=Bilingual(zh="半年履责", en="Half-year"), sections=())
TWO_STEP = ReportRule(form=FORM, by_head=True)
REPORT = Act(
    kind=ActKind.REPORT, code="r", name=Bilingual(zh="书面汇报", en="Account"), report=TWO_STEP
)
TICKED_REPORT = replace(REPORT, kind=ActKind.TICK, code="t")
UNNAMED = replace(REPORT, name=NO_NAME)


def said(name: str, kind: ActKind = ActKind.REPORT, code: str = "act-1") -> Act:
    return Act(kind=kind, code=code, name=Bilingual(zh=name, en=name))


@pytest.mark.parametrize(
    ("known", "names", "expected"),
    [
        ((REPORT,), [said("书面汇报")], [("r", TWO_STEP)]),
        ((REPORT,), [said("ACCOUNT")], [("r", TWO_STEP)]),
        ((REPORT,), [said("学习报告")], [("act-1", TWO_STEP)]),
        ((UNNAMED,), [said("学习报告")], [("act-1", TWO_STEP)]),
        (
            (REPORT,),
            [said("座谈", ActKind.ACTIVITY), said("书面汇报")],
            [("act-1", None), ("r", TWO_STEP)],
        ),
        ((REPORT,), [said("书面汇报"), said("另一份报告")], [("r", TWO_STEP), ("act-1", None)]),
        ((TICKED_REPORT,), [said("书面汇报")], [("t", TWO_STEP)]),
        ((replace(REPORT, code="act-1"),), [said("学习报告")], [("act-2", TWO_STEP)]),
        ((), [said("学习报告")], [("act-1", None)]),
    ],
    ids=[
        "same name",
        "same name in the other language",
        "another name stands for it",
        "one without a name",
        "beside an activity",
        "a second report is free",
        "its own way of being done",
        "codes are not given twice",
        "nothing was known",
    ],
)
def test_what_is_known_of_an_act_stays(
    known: tuple[Act, ...], names: list[Act], expected: list[tuple[str, ReportRule | None]]
) -> None:
    made = take_over(names, known)
    assert [(one.code, one.report) for one in made] == [
        (code, rule or ReportRule()) for code, rule in expected
    ]


def test_an_act_that_is_said_in_both_languages_is_one_act() -> None:
    made = take_over([said("书面汇报"), said("座谈"), said("account")], (REPORT,))
    assert [(one.code, one.name.zh) for one in made] == [("r", "书面汇报"), ("act-1", "座谈")]


def test_only_a_single_act_of_a_kind_comes_back_by_its_kind() -> None:
    assert of_kind(ActKind.REPORT, (REPORT, TICKED_REPORT)) == (REPORT,)
    assert of_kind(ActKind.ACTIVITY, (REPORT,)) == ()
    assert of_kind(ActKind.REPORT, (REPORT, UNNAMED)) == ()
