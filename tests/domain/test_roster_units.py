"""What the units sheet of a roster changes, and which of its rows are refused."""

from datetime import date

import pytest

from domain.roster import Column, Reason, Roster, RosterUnit
from domain.roster_comparison import compare
from domain.roster_difference import FieldChange, KnownRef, KnownUnit, NewRef
from tests.domain.rosters import known_unit, person, roster, unit

ROOT = known_unit(1, "Bureau", kind="committee")
SCHOOL = known_unit(2, "Hill School", 1)
LAKE = known_unit(3, "Lake School", 1)
BRANCH = known_unit(4, "First Branch", 2)


def reasons(roster: Roster, *known: KnownUnit) -> dict[int, Reason]:
    return {refusal.row: refusal.reason for refusal in compare(roster, known, ()).refusals}


def test_the_first_import_lists_parents_before_their_children() -> None:
    file = roster(unit(2, "Branch", "School"), unit(3, "School", "Bureau"), unit(4, "Bureau"))

    difference = compare(file, (), ())

    assert [(one.values.name, one.values.parent) for one in difference.new_units] == [
        ("Bureau", None),
        ("School", NewRef(row=4)),
        ("Branch", NewRef(row=3)),
    ]


def test_the_one_row_without_a_parent_renames_the_root() -> None:
    file = roster(unit(2, "Greenfield", kind="committee"), unit(3, "Hill School", "Greenfield"))

    difference = compare(file, (ROOT, SCHOOL), ())

    assert [(one.known_id, one.fields) for one in difference.units] == [
        (1, (FieldChange(column=Column.NAME, before="Bureau", after="Greenfield"),))
    ]


def test_a_new_top_above_the_old_root_is_new_and_the_old_root_moves() -> None:
    file = roster(unit(2, "County"), unit(3, "Bureau", "County", kind="committee"))

    difference = compare(file, (ROOT, SCHOOL), ())

    assert [(one.known_id, one.values.parent) for one in difference.units] == [
        (None, None),
        (1, NewRef(row=2)),
    ]


def test_a_code_makes_a_rename_and_a_move_certain() -> None:
    coded = known_unit(4, "First Branch", 2, code="B1")
    file = roster(unit(9, "Physics Branch", "Lake School", code="B1"))

    (change,) = compare(file, (ROOT, SCHOOL, LAKE, coded), ()).changed_units

    assert change.known_id == 4
    assert change.fields == (
        FieldChange(column=Column.NAME, before="First Branch", after="Physics Branch"),
        FieldChange(column=Column.PARENT, before="Hill School", after="Lake School"),
    )


def test_a_name_that_only_one_unit_has_moves_that_unit() -> None:
    file = roster(unit(2, "First Branch", "Lake School"))

    (change,) = compare(file, (ROOT, SCHOOL, LAKE, BRANCH), ()).moved_units

    assert (change.known_id, change.values.parent) == (4, KnownRef(id=3))


def test_the_same_name_under_another_parent_is_another_unit() -> None:
    file = roster(
        unit(2, "First Branch", "Lake School"),
        unit(3, "First Branch", "Hill School"),
    )

    difference = compare(file, (ROOT, SCHOOL, LAKE, BRANCH), ())

    assert [one.row for one in difference.new_units] == [2]
    assert difference.unchanged_units == 1


def test_the_code_an_export_lent_finds_the_unit_and_is_not_kept() -> None:
    file = roster(unit(2, "Second Branch", "#2", code="#4"))

    (change,) = compare(file, (ROOT, SCHOOL, BRANCH), ()).units

    assert (change.known_id, change.values.code) == (4, None)


def test_a_file_without_term_columns_leaves_the_terms_alone() -> None:
    school = known_unit(2, "Hill School", 1, began_on=date(2024, 9, 1), months=36)
    file = Roster(
        units=(unit(2, "Hill School", "Bureau"),),
        people=(),
        absent_unit_columns=frozenset({Column.TERM_BEGAN, Column.TERM_YEARS}),
    )

    assert compare(file, (ROOT, school), ()).is_empty


def test_an_empty_term_cell_empties_the_term() -> None:
    school = known_unit(2, "Hill School", 1, months=36)

    (change,) = compare(roster(unit(2, "Hill School", "Bureau")), (ROOT, school), ()).units

    assert change.fields == (FieldChange(column=Column.TERM_YEARS, before=36, after=None),)


TOP = unit(2, "Bureau", kind="committee")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            (TOP, unit(3, "A", "Nowhere")), {3: Reason.REFERENCE_UNKNOWN}, id="unknown parent"
        ),
        pytest.param(
            (TOP, unit(3, "A", "Nowhere"), unit(4, "B", "A"), unit(5, "C", "B")),
            {
                3: Reason.REFERENCE_UNKNOWN,
                4: Reason.REFERENCE_REFUSED,
                5: Reason.REFERENCE_REFUSED,
            },
            id="below a refused row",
        ),
        pytest.param(
            (TOP, unit(3, "A", "B"), unit(4, "B", "A"), unit(5, "C", "B")),
            {3: Reason.CYCLE, 4: Reason.CYCLE, 5: Reason.REFERENCE_REFUSED},
            id="a ring and what hangs on it",
        ),
        pytest.param((TOP, unit(3, "A", "A")), {3: Reason.CYCLE}, id="its own parent"),
        pytest.param(
            (TOP, unit(3, "A", "Bureau", code="X"), unit(4, "B", "Bureau", code="X")),
            {3: Reason.DUPLICATE_CODE, 4: Reason.DUPLICATE_CODE},
            id="one code twice",
        ),
        pytest.param(
            (TOP, unit(3, "A", "Bureau"), unit(4, "A", "Bureau")),
            {3: Reason.DUPLICATE_NAME, 4: Reason.DUPLICATE_NAME},
            id="one name twice under one parent",
        ),
        pytest.param(
            (TOP, unit(3, "A", "Bureau"), unit(4, "A", "Bureau", code="X")),
            {3: Reason.DUPLICATE_NAME},
            id="namesakes of which one has a code",
        ),
        pytest.param(
            (TOP, unit(3, "A", "Bureau"), unit(4, "B", "Bureau"), unit(5, "A", "B"),
             unit(6, "C", "A")),
            {6: Reason.REFERENCE_AMBIGUOUS},
            id="a parent's name that two units have",
        ),
        pytest.param(
            (TOP, unit(3, "Other")),
            {2: Reason.SEVERAL_ROOTS, 3: Reason.SEVERAL_ROOTS},
            id="two roots",
        ),
    ],
)  # fmt: skip
def test_a_first_import_refuses(rows: tuple[RosterUnit, ...], expected: dict[int, Reason]) -> None:
    assert reasons(roster(*rows)) == expected


def test_beside_the_known_root_a_second_one_is_refused() -> None:
    assert reasons(roster(TOP, unit(3, "Other")), ROOT) == {3: Reason.SEVERAL_ROOTS}


def test_a_known_lower_unit_without_a_parent_is_not_taken_for_the_root() -> None:
    assert reasons(roster(unit(2, "Hill School")), ROOT, SCHOOL) == {2: Reason.PARENT_MISSING}


def test_a_unit_moved_below_its_own_child_is_refused_and_stays() -> None:
    difference = compare(roster(unit(2, "Hill School", "First Branch")), (ROOT, SCHOOL, BRANCH), ())

    assert [(one.row, one.reason) for one in difference.refusals] == [(2, Reason.CYCLE)]
    assert difference.is_empty


def test_a_name_that_fits_two_known_units_asks_for_an_id() -> None:
    other = known_unit(5, "First Branch", 3)
    file = roster(unit(2, "First Branch", "Bureau"))

    assert reasons(file, ROOT, SCHOOL, LAKE, BRANCH, other) == {2: Reason.SEVERAL_CANDIDATES}


def test_a_new_code_makes_a_namesake_a_new_unit() -> None:
    file = roster(unit(2, "First Branch", "Lake School", code="NEW"))

    difference = compare(file, (ROOT, SCHOOL, LAKE, BRANCH), ())

    assert [one.values.code for one in difference.new_units] == ["NEW"]


def test_a_unit_without_a_code_takes_the_one_the_file_brings() -> None:
    file = roster(unit(2, "First Branch", "Hill School", code="B1"))

    (change,) = compare(file, (ROOT, SCHOOL, BRANCH), ()).changed_units

    assert change.fields == (FieldChange(column=Column.CODE, before=None, after="B1"),)


def test_people_in_a_refused_unit_are_refused_with_it() -> None:
    file = roster(TOP, unit(3, "A", "Nowhere"), person(2, "Robin", "A"))

    people_refusals = [one for one in compare(file, (), ()).refusals if one.column is Column.UNIT]

    assert [one.reason for one in people_refusals] == [Reason.REFERENCE_REFUSED]


def test_a_chain_of_five_thousand_units_is_settled() -> None:
    chain = [unit(row, f"U{row}", f"U{row + 1}") for row in range(2, 5002)]

    difference = compare(roster(*chain, unit(5002, "U5002")), (), ())

    assert [one.row for one in difference.new_units] == list(range(5002, 1, -1))
