"""Ready plans are read as they are written, and a fault is named with its line."""

import json

import pytest
from jsonschema import Draft202012Validator

from domain.act import ActKind
from domain.cadence import Quota, TermEnds
from domain.file_fault import FaultReason, FileFault
from domain.ladder import ReminderPolicy
from domain.ladder_facts import policy_to_data
from domain.period import PeriodKind
from domain.preset import Preset, find_unmatched, likely_kinds, may_be_owed
from papers.preset_files import PRESETS, find_preset, read_preset, ready_presets

STARTER = (PRESETS / "education-starter.yaml").read_text(encoding="utf-8")


def preset(code: str) -> Preset:
    found = find_preset(code)
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["parts.json", "schema.json", "config-schema.json"])
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(json.loads((PRESETS / name).read_text("utf-8")))


def test_the_schema_knows_every_number_of_a_ladder() -> None:
    parts = json.loads((PRESETS / "parts.json").read_text("utf-8"))
    known = parts["$defs"]["reminders"]["properties"]
    assert set(known) == set(policy_to_data(ReminderPolicy()))


def test_every_plan_that_comes_along_can_be_installed() -> None:
    assert [one.code for one in ready_presets()] == [
        path.stem for path in sorted(PRESETS.glob("*.yaml"))
    ]


@pytest.mark.parametrize("plan", [one.code for one in ready_presets()])
def test_every_plan_names_its_schema_for_editors(plan: str) -> None:
    first = (PRESETS / f"{plan}.yaml").read_text("utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=schema.json"


def test_the_starter_holds_three_duties() -> None:
    starter = preset("education-starter")
    study, report, term = starter.duties
    assert study.cadence == Quota(per=PeriodKind.MONTH, at_least=1)
    assert [act.kind for act in study.acts] == [ActKind.ACTIVITY]
    assert (report.audience.kinds, report.reviewer_kinds) == (("branch",), ("committee",))
    assert term.cadence == TermEnds(months={"committee": 60, "branch": 36})
    assert term.policy.months_before_superior == (6,)
    assert likely_kinds(starter.kinds[0], ["学校", "支部", "School"]) == ("学校", "School")


def test_what_is_optional_may_be_missing_and_its_duties_are_left_out() -> None:
    full = preset("education-full")
    chosen = {"committee": ["党委"], "school": ["学校"], "branch": ["支部"]}
    assert find_unmatched(full, chosen) == ()
    left_out = [one.code for one in full.duties if not may_be_owed(one, chosen)]
    assert left_out == ["civics-practice", "mass-term"]
    assert [kind.role for kind in find_unmatched(full, {})] == ["committee", "school", "branch"]


OWNERS = "    owners: {kinds: [school]}\n"
REPORT, STUDY = "code: duty-report", "code: staff-study"


@pytest.mark.parametrize(
    ("written", "instead", "line", "reason", "found"),
    [
        pytest.param("month}", "fortnight}", 27, FaultReason.NOT_AMONG, "fortnight", id="period"),
        pytest.param("[school]", "[college]", 25, FaultReason.UNKNOWN_KIND, "college", id="kind"),
        pytest.param("at_least: 1", "at_least: 0", 27, FaultReason.OUT_OF_RANGE, "0", id="zero"),
        pytest.param("kind: activity", "kind: talk", 26, FaultReason.NOT_AMONG, "talk", id="act"),
        pytest.param("covers", "covets", 22, FaultReason.UNKNOWN_KEY, "covets", id="misspelt"),
        pytest.param(OWNERS, "", 21, FaultReason.MISSING_KEY, "owners", id="left out"),
        pytest.param("at_least: 1", "at_least: a", 27, FaultReason.WRONG_KIND, "a", id="a word"),
        pytest.param(REPORT, STUDY, 28, FaultReason.TWICE, "staff-study", id="twice"),
        pytest.param("kind: activity", "kind: vote", 26, FaultReason.NOT_WITH, "vote", id="a vote"),
        pytest.param(STARTER, "- a\n- b\n", 1, FaultReason.WRONG_KIND, "", id="a list"),
        pytest.param(STARTER, "", 1, FaultReason.EMPTY, "", id="an empty file"),
    ],
)
def test_a_fault_is_named_with_its_line(
    written: str, instead: str, line: int, reason: FaultReason, found: str
) -> None:
    fault = read_preset(STARTER.replace(written, instead, 1).encode())
    assert isinstance(fault, FileFault)
    assert (fault.line, fault.reason, fault.found) == (line, reason, found)


@pytest.mark.parametrize(
    ("cadence", "found"),
    [
        ('{dates: {rule: "FREQ=MONTHLY;BYMONTHDAY=32"}}', "FREQ=MONTHLY;BYMONTHDAY=32"),
        ('{dates: {rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}}', None),
        ('{due: {rule: "FREQ=MONTHLY", anchor: 2026-02-30}}', "2026-02-30"),
        ("{dates: {rule: FREQ=DAILY, duration: PT0M}}", "PT0M"),
        ("{after: {event: x, within: P}}", "P"),
    ],
)
def test_what_keeps_the_schema_and_makes_no_sense_is_refused(
    cadence: str, found: str | None
) -> None:
    written = STARTER.replace("{quota: {at_least: 1, per: month}}", cadence, 1)
    fault = read_preset(written.encode())
    if found is None:
        # The thirtieth of February is clamped to the month's end, as everywhere.
        assert isinstance(fault, Preset)
    else:
        assert isinstance(fault, FileFault)
        assert (fault.reason, fault.found) == (FaultReason.ILL_WRITTEN, found)
        assert fault.line == 27
