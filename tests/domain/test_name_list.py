"""Whom a line of a list means; two are asked about, nobody is guessed."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.name_list import Candidate, NameList, list_from_facts, match_names, split_lines

PEOPLE = (
    Candidate(person_id=1, name="王渡", unit="第一支部", code="P-001"),
    Candidate(person_id=2, name="王伟", unit="第一支部", code="P-002"),
    Candidate(person_id=3, name="王伟", unit="第二支部", code="P-003"),
    Candidate(person_id=4, name="Ann Marie Lee", unit="Union West", code="U-4"),
    Candidate(person_id=5, name="王", unit="第二支部", code="P-005"),
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("王渡", NameList(found=(1,)), id="a name"),
        pytest.param("王 渡", NameList(found=(1,)), id="spaced as on a printed list"),
        pytest.param("王渡 第一支部", NameList(found=(1,)), id="with the unit"),
        pytest.param("王渡（第一支部）", NameList(found=(1,)), id="with the unit in brackets"),
        pytest.param("P-003", NameList(found=(3,)), id="an ID alone"),
        pytest.param("王伟 P-003", NameList(found=(3,)), id="an ID tells namesakes apart"),
        pytest.param("王伟 第二支部", NameList(found=(3,)), id="a unit tells namesakes apart"),
        pytest.param("王伟", NameList(asked=(("王伟", (2, 3)),)), id="namesakes are asked about"),
        pytest.param("王伟 支部", NameList(asked=(("王伟 支部", (2, 3)),)), id="both units fit"),
        pytest.param("ann marie LEE", NameList(found=(4,)), id="whatever the case"),
        pytest.param("Ann Marie Lee, Union West", NameList(found=(4,)), id="English with its unit"),
        pytest.param("王", NameList(found=(5,)), id="one character is a name too"),
        pytest.param("王渡渡", NameList(unknown=("王渡渡",)), id="more than the name is another"),
        pytest.param("李四", NameList(unknown=("李四",)), id="nobody"),
        pytest.param("姓名 单位 备注", NameList(), id="a heading"),
        pytest.param("P-001 王伟", NameList(asked=(("P-001 王伟", (2, 3)),)), id="a foreign ID"),
    ],
)
def test_a_line_means_one_person_or_is_asked_about(line: str, expected: NameList) -> None:
    assert match_names([line], PEOPLE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. 王渡\n2、王伟\n\n（空）", ["王渡", "王伟", "（空）"]),
        ("王渡、王伟；李四", ["王渡", "王伟", "李四"]),
        ("- Ann Marie Lee\n✅ 王渡", ["Ann Marie Lee", "王渡"]),
        ("  \n\r\n", []),
    ],
)
def test_lines_are_parted_and_their_numbers_dropped(text: str, expected: list[str]) -> None:
    assert split_lines(text) == expected


@pytest.mark.parametrize(
    ("lines", "chosen", "expected"),
    [
        pytest.param(["王伟", "王伟"], (2, 3), NameList(found=(2, 3)), id="both namesakes came"),
        pytest.param(["王伟"] * 5, (2, 3), NameList(found=(2, 3)), id="no more than there are"),
        pytest.param(["王伟", "王伟"], (3, None), NameList(found=(3,)), id="one of them after all"),
        pytest.param(["王伟", "王伟"], (9, 2), NameList(found=(2,)), id="somebody else is nobody"),
    ],
)
def test_a_name_that_stands_there_twice_is_asked_about_twice(
    lines: list[str], chosen: tuple[int | None, ...], expected: NameList
) -> None:
    listed = match_names(lines, PEOPLE)
    for one in chosen:
        listed = listed.answered(one)
    assert listed == expected


def test_the_same_person_named_twice_is_one() -> None:
    assert match_names(["王渡", "P-001", "王 渡"], PEOPLE).found == (1,)


def test_an_answer_settles_the_first_doubt_and_a_foreign_one_nobody() -> None:
    listed = match_names(["王伟", "王渡"], PEOPLE)
    assert listed.answered(3) == NameList(found=(1, 3))
    assert listed.answered(None) == NameList(found=(1,))
    assert listed.answered(99) == NameList(found=(1,))


class Counted(tuple[Candidate, ...]):
    """People who know how often all of them were looked through."""

    looks = 0

    def __iter__(self) -> Iterator[Candidate]:
        type(self).looks += 1
        return super().__iter__()


def test_a_long_list_looks_through_everybody_no_oftener_than_a_short_one() -> None:
    looks = []
    for lines in (["王渡"], [f"王渡 {number}" for number in range(500)]):
        Counted.looks = 0
        match_names(lines, Counted(PEOPLE))
        looks.append(Counted.looks)
    assert looks[0] == looks[1]


@given(st.lists(st.text(max_size=30), max_size=20))
def test_whatever_is_pasted_every_line_is_accounted_for(lines: list[str]) -> None:
    listed = match_names(lines, PEOPLE)
    named = {one for _, ids in listed.asked for one in ids} | {*listed.found}
    assert named <= {one.person_id for one in PEOPLE}
    assert list_from_facts(listed.to_facts()) == listed
    accounted = {line for line, _ in listed.asked} | {*listed.unknown}
    assert accounted <= {*lines}
