"""The ready plans carry what they promise: every row of the survey, and no invented number."""

import csv
from pathlib import Path

import pytest

from domain.act import ActKind, Needs
from domain.cadence import AfterEvent, NoCadence, Quota, TermEnds
from domain.duty_entry import DutyEntry
from domain.preset import Preset
from papers.preset_files import find_preset, ready_presets

ROWS = Path(__file__).parent.parent / "data" / "recurring-rows.tsv"


def preset(code: str) -> Preset:
    found = find_preset(code)
    assert found is not None
    return found


def rows() -> list[dict[str, str]]:
    with ROWS.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_the_survey_has_27_recurring_rows_and_3_terms() -> None:
    abstractions = [row["abstraction"] for row in rows()]
    assert (abstractions.count("P2"), abstractions.count("P5")) == (27, 3)


def test_the_full_plan_carries_every_row_once() -> None:
    covered = [row for duty in preset("education-full").duties for row in duty.covers]
    assert covered == [row["row"] for row in rows()]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["row"])
def test_a_row_without_a_number_has_none_and_the_others_have_theirs(row: dict[str, str]) -> None:
    [duty] = [one for one in preset("education-full").duties if row["row"] in one.covers]
    if row["abstraction"] == "P5":
        # The survey states no term; three years after its beginning is what the brand plan says.
        assert duty.cadence == TermEnds(months={}) or isinstance(duty.cadence, AfterEvent)
    elif row["per"]:
        assert isinstance(duty.cadence, Quota)
        assert (str(duty.cadence.at_least), duty.cadence.per.value) == (row["at_least"], row["per"])
    else:
        assert duty.cadence == NoCadence()


def test_acts_are_counted_as_the_plans_say() -> None:
    by_row = {row: duty for duty in preset("education-full").duties for row in duty.covers}
    assert (by_row["M23"].needs, len(by_row["M23"].acts)) == (Needs.ANY, 2)
    assert (by_row["M34"].needs, len(by_row["M34"].acts)) == (Needs.ALL, 2)
    assert (by_row["M22"].needs, len(by_row["M22"].acts)) == (Needs.ALL, 2)
    assert [act.kind for act in by_row["M25"].acts] == [ActKind.REPORT]


def test_branch_life_is_installed_paused_and_names_its_articles() -> None:
    for duty in preset("branch-life").duties:
        assert duty.is_paused, duty.code
        assert any(word in duty.source.zh for word in ("第", "条号待核")), duty.code
        assert any(word in duty.source.en for word in ("art", "item")), duty.code
        assert ("待核" in duty.source.zh) == ("to be checked" in duty.source.en), duty.code


@pytest.mark.parametrize("plan", ready_presets(), ids=lambda plan: plan.code)
def test_every_duty_says_in_both_languages_what_it_is_and_where_it_comes_from(
    plan: Preset,
) -> None:
    for duty in plan.duties:
        for words in (duty.name, duty.source, *(act.name for act in duty.acts)):
            assert has_chinese(words.zh), duty.code
            assert words.en, duty.code
            assert not has_chinese(words.en), duty.code


@pytest.mark.parametrize("plan", ready_presets(), ids=lambda plan: plan.code)
def test_a_term_is_ended_by_a_vote_and_everything_else_is_not(plan: Preset) -> None:
    assert all(is_sound(duty) for duty in plan.duties)


def is_sound(duty: DutyEntry) -> bool:
    votes = all(act.kind is ActKind.VOTE for act in duty.acts)
    return votes == isinstance(duty.cadence, TermEnds)


def has_chinese(words: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in words)
