"""What the people sheet of a roster changes, and who is taken to have left."""

from dataclasses import replace

import pytest

from domain.roster import Column, Mention, Reason, Role, RosterPerson
from domain.roster_comparison import compare
from domain.roster_difference import (
    FieldChange,
    KnownPerson,
    KnownRef,
    NewRef,
    OfficeValue,
    RosterDifference,
)
from tests.domain.rosters import known_person, known_unit, office, person, roster, unit

ROOT = known_unit(1, "Bureau")
HILL = known_unit(2, "Hill School", 1)
LAKE = known_unit(3, "Lake School", 1)
UNITS = (ROOT, HILL, LAKE)
ROBIN = known_person(10, "Robin", 2)
ALEX = known_person(11, "Alex", 2)


def difference(*rows: RosterPerson, known: tuple[KnownPerson, ...]) -> RosterDifference:
    return compare(roster(*rows), UNITS, known)


def test_a_new_person_in_a_new_unit_points_to_its_row() -> None:
    file = roster(unit(7, "Sea School", "Bureau"), person(2, "Robin", "Sea School"))

    (change,) = compare(file, UNITS, ()).new_people

    assert change.values.unit == NewRef(row=7)


def test_a_name_that_only_one_person_has_moves_that_person() -> None:
    (change,) = difference(person(2, "Robin", "Lake School"), known=(ROBIN,)).moved_people

    assert change.known_id == 10
    assert change.fields == (
        FieldChange(column=Column.UNIT, before="Hill School", after="Lake School"),
    )


def test_a_namesake_elsewhere_is_somebody_else_while_the_first_is_listed() -> None:
    result = difference(
        person(2, "Robin", "Lake School"), person(3, "Robin", "Hill School"), known=(ROBIN,)
    )

    assert [one.row for one in result.new_people] == [2]
    assert result.moved_people == ()


def test_offices_change_with_both_lists_shown() -> None:
    known = replace(ROBIN, offices=known_person(10, "", 2, offices=((Role.MEMBER, 2),)).offices)
    row = person(2, "Robin", "Hill School", offices=(office(Role.HEAD, "Lake School"),))

    (change,) = difference(row, known=(known,)).changed_people

    assert change.values.offices == (OfficeValue(role=Role.HEAD, unit=KnownRef(id=3)),)
    assert change.fields == (
        FieldChange(
            column=Column.OFFICE,
            before=(office(Role.MEMBER, "Hill School"),),
            after=(office(Role.HEAD, "Lake School"),),
        ),
    )


def test_the_order_of_tags_and_a_blank_language_change_nothing() -> None:
    known = known_person(10, "Robin", 2, tags=("b", "a"), language="zh")

    assert difference(person(2, "Robin", "Hill School", tags=("a", "b")), known=(known,)).is_empty


def test_a_file_without_an_office_or_a_tag_column_leaves_both_alone() -> None:
    known = known_person(10, "Robin", 2, tags=("a",), offices=((Role.HEAD, 2),))
    absent = frozenset({Column.OFFICE, Column.TAGS})
    file = replace(roster(person(2, "Robin", "Hill School")), absent_people_columns=absent)

    assert compare(file, UNITS, (known,)).is_empty


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            (person(2, "Sam", "Nowhere"),), {2: Reason.REFERENCE_UNKNOWN}, id="unknown unit"
        ),
        pytest.param(
            (person(2, "Sam", "Bureau", offices=(office(Role.HEAD, "Nowhere"),)),),
            {2: Reason.REFERENCE_UNKNOWN},
            id="unknown office unit",
        ),
        pytest.param(
            (person(2, "Sam", "Bureau", code="X"), person(3, "Kim", "Bureau", code="X")),
            {2: Reason.DUPLICATE_CODE, 3: Reason.DUPLICATE_CODE},
            id="one code twice",
        ),
        pytest.param(
            (person(2, "Sam", "Bureau"), person(3, "Sam", "Bureau")),
            {2: Reason.DUPLICATE_NAME, 3: Reason.DUPLICATE_NAME},
            id="namesakes in one unit",
        ),
    ],
)
def test_a_person_row_is_refused(
    rows: tuple[RosterPerson, ...], expected: dict[int, Reason]
) -> None:
    found = difference(*rows, known=()).refusals
    assert {refusal.row: refusal.reason for refusal in found} == expected


def test_a_name_that_two_known_people_have_asks_for_an_id() -> None:
    twin = known_person(12, "Robin", 2)

    result = difference(person(2, "Robin", "Hill School"), known=(ROBIN, twin))

    assert [one.reason for one in result.refusals] == [Reason.SEVERAL_CANDIDATES]
    assert result.left == ()


def test_two_rows_that_mean_one_person_are_not_made_into_two() -> None:
    coded = known_person(10, "Robin", 2, code="P1")

    result = difference(
        person(2, "Robin", "Hill School", code="P1"),
        person(3, "Robin", "Lake School", code="#10"),
        known=(coded,),
    )

    assert [(one.row, one.reason) for one in result.refusals] == [(3, Reason.SEVERAL_CANDIDATES)]
    assert result.new_people == ()


def test_absence_means_having_left_only_inside_the_units_named() -> None:
    elsewhere = known_person(12, "Kim", 3)

    result = difference(person(2, "Robin", "Hill School"), known=(ROBIN, ALEX, elsewhere))

    assert result.left == (ALEX,)


def test_a_file_of_units_alone_lets_nobody_leave() -> None:
    file = roster(unit(2, "Hill School", "Bureau"))

    assert compare(file, UNITS, (ROBIN, ALEX)).left == ()


def test_somebody_whose_row_was_refused_has_not_left() -> None:
    file = replace(
        roster(person(2, "Robin", "Hill School")), mentions=(Mention(code=None, name="Alex"),)
    )

    assert compare(file, UNITS, (ROBIN, ALEX)).left == ()


def test_a_moved_person_has_not_left_the_old_unit() -> None:
    result = difference(
        person(2, "Robin", "Hill School"),
        person(3, "Alex", "Lake School"),
        known=(ROBIN, ALEX),
    )

    assert result.left == ()


def test_an_administrator_is_never_locked_out_by_a_file() -> None:
    absent = known_person(12, "Kim", 2, offices=((Role.ADMINISTRATOR, 1),))
    listed = known_person(13, "Sam", 2, offices=((Role.ADMINISTRATOR, 1),))

    result = difference(person(2, "Sam", "Hill School"), known=(absent, listed))

    assert (result.left, result.people) == ((), ())
    assert result.kept_administrators == (absent, listed)


@pytest.mark.parametrize(
    ("known_count", "left_count", "asks"),
    [
        pytest.param(100, 0, False, id="nobody left"),
        pytest.param(100, 5, False, id="five of a hundred"),
        pytest.param(100, 6, True, id="six of a hundred"),
        pytest.param(20, 2, False, id="a tenth exactly"),
        pytest.param(20, 3, True, id="more than a tenth"),
    ],
)
def test_many_who_left_are_asked_about_again(known_count: int, left_count: int, asks: bool) -> None:
    known = tuple(known_person(number, f"N{number}", 2) for number in range(1, known_count + 1))
    rows = [person(one.id, one.name, "Hill School") for one in known[left_count:]]

    result = difference(*rows, known=known)

    assert len(result.left) == left_count
    assert result.needs_second_confirmation is asks
