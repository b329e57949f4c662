"""Whatever is known, exporting it and comparing the export changes nothing."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.roster import Role, Roster
from domain.roster_comparison import compare
from domain.roster_difference import (
    KnownOffice,
    KnownPerson,
    KnownRef,
    KnownUnit,
    RosterDifference,
    UnitRef,
)
from domain.roster_export import roster_of
from tests.domain.rosters import known_person, known_unit, person, roster, unit

NAMES = st.sampled_from(["Ash", "Birch", "Cedar", "Dogwood"])


@st.composite
def known_rosters(
    draw: st.DrawFn,
) -> tuple[tuple[KnownUnit, ...], tuple[KnownPerson, ...]]:
    """Trees with many namesakes; some units and people have codes of their own."""
    size = draw(st.integers(1, 8))
    units = tuple(
        known_unit(
            number,
            draw(NAMES),
            draw(st.integers(1, number - 1)) if number > 1 else None,
            code=draw(st.none() | st.just(f"U{number}")),
            began_on=draw(st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))),
            months=draw(st.none() | st.integers(1, 120)),
        )
        for number in range(1, size + 1)
    )
    where = st.integers(1, size)
    offices = st.lists(st.tuples(st.sampled_from(Role), where), max_size=3, unique=True)
    people = tuple(
        known_person(
            number,
            draw(NAMES),
            draw(where),
            code=draw(st.none() | st.just(f"P{number}")),
            offices=tuple(draw(offices)),
            tags=tuple(draw(st.lists(st.sampled_from("abc"), unique=True))),
            language=draw(st.sampled_from([None, "zh", "en"])),
        )
        for number in range(1, draw(st.integers(0, 8)) + 1)
    )
    return units, people


@st.composite
def files(draw: st.DrawFn) -> Roster:
    size = draw(st.integers(0, 6))
    rows = [
        unit(
            row, draw(NAMES), draw(st.none() | NAMES), code=draw(st.none() | st.sampled_from("XY"))
        )
        for row in range(2, size + 2)
    ]
    crew = [
        person(row, draw(NAMES), draw(NAMES), code=draw(st.none() | st.sampled_from("XY")))
        for row in range(2, draw(st.integers(0, 6)) + 2)
    ]
    return roster(*rows, *crew)


def applied(
    difference: RosterDifference, units: tuple[KnownUnit, ...], people: tuple[KnownPerson, ...]
) -> tuple[tuple[KnownUnit, ...], tuple[KnownPerson, ...]]:
    """The order of work that the difference promises: units, then people, then leavers."""
    by_id = {one.id: one for one in units}
    crew = {one.id: one for one in people}
    made: dict[int, int] = {}

    def id_of(ref: UnitRef) -> int:
        return ref.id if isinstance(ref, KnownRef) else made[ref.row]

    for change in difference.units:
        values = change.values
        unit_id = change.known_id or max(by_id, default=0) + 1
        made[change.row] = unit_id
        by_id[unit_id] = known_unit(
            unit_id,
            values.name,
            None if values.parent is None else id_of(values.parent),
            code=values.code,
            kind=values.kind,
            began_on=values.term_began_on,
            months=values.term_months,
        )
    for one in difference.people:
        person_id = one.known_id or max(crew, default=0) + 1
        crew[person_id] = KnownPerson(
            id=person_id,
            code=one.values.code,
            name=one.values.name,
            unit_id=id_of(one.values.unit),
            offices=tuple(
                KnownOffice(role=held.role, unit_id=id_of(held.unit)) for held in one.values.offices
            ),
            tags=one.values.tags,
            language=one.values.language,
        )
    for gone in difference.left:
        del crew[gone.id]
    return tuple(by_id.values()), tuple(crew.values())


def climbs_to_one_root(units: tuple[KnownUnit, ...]) -> bool:
    parent_of = {one.id: one.parent_id for one in units}
    for start in parent_of:
        node: int | None = start
        for _ in parent_of:
            node = parent_of[node] if node is not None else None
        if node is not None:
            return False
    return sum(parent is None for parent in parent_of.values()) == (1 if units else 0)


@given(known_rosters())
def test_an_export_compared_with_what_it_came_from_changes_nothing(
    known: tuple[tuple[KnownUnit, ...], tuple[KnownPerson, ...]],
) -> None:
    units, people = known

    difference = compare(roster_of(units, people), units, people)

    assert (difference.refusals, difference.is_empty) == ((), True)
    assert difference.unchanged_units == len(units)
    assert difference.unchanged_people == len(people)


@given(known_rosters(), files())
def test_whatever_the_file_says_one_tree_remains_and_the_second_import_changes_nothing(
    known: tuple[tuple[KnownUnit, ...], tuple[KnownPerson, ...]], file: Roster
) -> None:
    units, people = known
    first = compare(file, units, people)

    units_after, people_after = applied(first, units, people)

    assert climbs_to_one_root(units_after)
    if not first.refusals:
        assert compare(file, units_after, people_after).is_empty


@given(known_rosters())
def test_an_export_builds_the_same_tree_in_an_empty_bot(
    known: tuple[tuple[KnownUnit, ...], tuple[KnownPerson, ...]],
) -> None:
    difference = compare(roster_of(*known), (), ())

    units, people = applied(difference, (), ())

    assert difference.refusals == ()
    assert (len(units), len(people)) == (len(known[0]), len(known[1]))
    assert climbs_to_one_root(units)
