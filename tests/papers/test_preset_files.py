"""Ready plans are read as they are written, and a fault is named with its line."""

import json

import pytest
from jsonschema import Draft202012Validator

from domain.act import ActKind
from domain.period import PeriodKind
from domain.preset import likely_kinds
from papers.preset_files import (
    PRESETS,
    PresetFault,
    find_preset,
    read_preset,
    ready_presets,
)

STARTER = (PRESETS / "education-starter.yaml").read_text(encoding="utf-8")


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads((PRESETS / "schema.json").read_text("utf-8")))


def test_every_plan_that_comes_along_can_be_installed() -> None:
    assert [preset.code for preset in ready_presets()] == [
        path.stem for path in sorted(PRESETS.glob("*.yaml"))
    ]


def test_the_starter_holds_three_duties() -> None:
    starter = find_preset("education-starter")
    assert starter is not None
    study, report, term = starter.duties
    assert (study.kind, study.per, study.at_least) == (ActKind.ACTIVITY, PeriodKind.MONTH, 1)
    assert (report.per, report.owners, report.reviewed_by) == (
        PeriodKind.HALF_YEAR,
        ("branch",),
        ("committee",),
    )
    assert term.term_months == {"committee": 60, "branch": 36}
    assert term.policy.months_before_superior == (6,)
    assert likely_kinds(starter.kinds[0], ["学校", "支部", "School"]) == ("学校", "School")


@pytest.mark.parametrize(
    ("written", "instead", "line", "says"),
    [
        pytest.param("per: month", "per: fortnight", 25, "fortnight", id="unknown period"),
        pytest.param("owners: [school]", "owners: [college]", 24, "college", id="unknown kind"),
        pytest.param("at_least: 1", "at_least: 0", 26, "minimum", id="a minimum of nothing"),
        pytest.param("kind: activity", "kind: talk", 21, "talk", id="unknown sort of duty"),
        pytest.param("code: education-starter", "code: [", 5, "expected", id="not YAML"),
        pytest.param(STARTER, "- a\n- b\n", 1, "object", id="a list"),
        pytest.param(STARTER, "", 1, "object", id="an empty file"),
        pytest.param(STARTER, "a: \x07", 1, "not YAML", id="control characters"),
        pytest.param(STARTER, "a: !!python/object:os.system x", 1, "tag", id="a Python tag"),
    ],
)
def test_a_fault_is_named_with_its_line(written: str, instead: str, line: int, says: str) -> None:
    found = read_preset(STARTER.replace(written, instead, 1))
    assert isinstance(found, PresetFault)
    assert says in found.reason
    assert abs(found.line - line) <= 1
