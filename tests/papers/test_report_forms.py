"""Kinds of report are read as they are written, travel with the set-up, and are refused by line."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from domain.configuration import ConfigurationReading, compare
from domain.file_fault import FaultReason, FileFault
from domain.record_figure import Figure
from domain.report_form import FileType, Takes
from papers.config_files import read_config, write_config
from papers.report_forms import READY, read_form, ready_forms
from papers.schema_checking import SCHEMAS

SELF_CHECK = (READY / "self-check.yaml").read_text(encoding="utf-8")
CONFIG = """muduo: 1
reports:
  visit:
    name: {zh: 走访记录, en: Note of a visit}
    sections:
    - code: places
      name: {zh: 走访数, en: Places}
      takes: number
      most: 99
plans:
  own:
    name: {zh: 自订, en: Our own}
    duties:
    - code: own.visit
      name: {zh: 走访, en: Visit}
      owners: {kinds: [学校]}
      acts:
      - {kind: report, form: visit, confirmed_by_head: true}
      cadence: {quota: {at_least: 1, per: month}}
"""


def test_the_schema_is_one_and_knows_every_word() -> None:
    Draft202012Validator.check_schema(json.loads((SCHEMAS / "report-schema.json").read_text()))
    parts = json.loads((SCHEMAS / "parts.json").read_text(encoding="utf-8"))
    section = parts["$defs"]["section"]["properties"]
    assert section["record"]["enum"] == [one.value for one in Figure]
    assert section["types"]["items"]["enum"] == [one.value for one in FileType]
    assert section["takes"]["enum"] == [one.value for one in Takes if one is not Takes.ANYTHING]


def test_six_kinds_come_along_in_both_languages() -> None:
    assert [*ready_forms()] == [path.stem for path in sorted(READY.glob("*.yaml"))]
    assert len(ready_forms()) == 6
    for form in ready_forms().values():
        for words in (form.name, *(one.name for one in form.sections)):
            assert words.zh, form.code
            assert words.en, form.code
            assert words.en.isascii(), form.code
        assert all(one.asks.zh and one.asks.en for one in form.sections), form.code
        first = (READY / f"{form.code}.yaml").read_text("utf-8").partition("\n")[0]
        assert first == "# yaml-language-server: $schema=../report-schema.json"


@pytest.mark.parametrize(
    ("written", "instead", "line", "reason", "found"),
    [
        ("takes: number", "takes: place", 9, FaultReason.NOT_AMONG, "place"),
        ("takes: words", "takes: words\n    decimals: 2", 21, FaultReason.NOT_HERE, "2"),
        ("code: found", "code: checked", 12, FaultReason.TWICE, "checked"),
        ("most: 999", "most: 0", 11, FaultReason.OUT_OF_RANGE, "0"),
        ("takes: number", "takes: number\n    record: sunshine", 10, FaultReason.NOT_AMONG, ""),
        ("asks:", "askes:", 8, FaultReason.UNKNOWN_KEY, "askes"),
    ],
    ids=["takes", "decimals of words", "twice", "most below least", "record", "misspelt"],
)
def test_a_fault_is_named_with_its_line(
    written: str, instead: str, line: int, reason: FaultReason, found: str
) -> None:
    fault = read_form(SELF_CHECK.replace(written, instead, 1).encode())
    assert isinstance(fault, FileFault)
    assert (fault.line, fault.reason) == (line, reason)
    assert found in fault.found


def read(text: str) -> ConfigurationReading:
    found = read_config(text.encode())
    assert isinstance(found, ConfigurationReading)
    return found


def test_a_kind_of_ones_own_goes_out_and_comes_back() -> None:
    wanted = read(CONFIG).configuration
    [act] = wanted.duties[0].acts
    assert (act.report.by_head, act.report.form.sections[0].most) == (True, 99)
    again = read(write_config(wanted).decode()).configuration
    assert compare(wanted, again).is_empty


def test_a_changed_question_is_a_change_of_the_duty() -> None:
    before = read(CONFIG).configuration
    after = read(CONFIG.replace("most: 99", "most: 98")).configuration
    [change] = compare(before, after).changed
    assert change.fields == ("acts",)


def test_two_kinds_of_one_code_are_both_written_and_nothing_changes() -> None:
    one = read(CONFIG).configuration
    other = read(CONFIG.replace("most: 99", "most: 98").replace("own.visit", "own.walk"))
    both = replace(one, duties=(*one.duties, *other.configuration.duties))
    written = write_config(both)
    assert b"visit-2:" in written
    assert compare(both, read(written.decode()).configuration).is_empty


@pytest.mark.parametrize(
    ("written", "instead", "line", "reason", "found"),
    [
        ("form: visit", "form: visits", 18, FaultReason.UNKNOWN_FORM, "visits"),
        ("kind: report", "kind: tick", 18, FaultReason.NOT_HERE, "form"),
        ("takes: number", "takes: files\n      decimals: 1", 9, FaultReason.NOT_HERE, "1"),
    ],
    ids=["no such kind", "a tick has no kind of report", "files have no decimals"],
)
def test_a_duty_names_a_kind_that_there_is(
    written: str, instead: str, line: int, reason: FaultReason, found: str
) -> None:
    fault = read_config(CONFIG.replace(written, instead, 1).encode())
    assert isinstance(fault, FileFault)
    assert (fault.line, fault.reason, fault.found) == (line, reason, found)
