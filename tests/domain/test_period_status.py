"""Units compared over a period: countable facts, ties, and what was not due."""

import pytest

from domain.period import period_named
from domain.period_status import PeriodScope, compare, share, sum_above
from domain.status import Tally
from domain.unit import Unit


def unit(number: int, path: str) -> Unit:
    return Unit(id=number, name=f"组织{number}", kind="学校", path=path, parent_id=None)


UNITS = [unit(number, f"/1/{number}/") for number in range(2, 7)]


@pytest.mark.parametrize(
    ("tallies", "ranks"),
    [
        pytest.param({}, [(2, None), (3, None), (4, None), (5, None), (6, None)], id="nothing due"),
        pytest.param(
            {2: Tally(done=1, open=1), 3: Tally(done=2), 4: Tally(done=1), 5: Tally(overdue=1)},
            [(3, 1), (4, 1), (2, 3), (5, 4), (6, None)],
            id="two are equal, however much was due, and the next one counts them",
        ),
        pytest.param(
            {2: Tally(done=1, overdue=1), 3: Tally(done=1, open=1), 4: Tally(open=3)},
            [(3, 1), (2, 2), (4, 3), (5, None), (6, None)],
            id="of equal shares the fewer late ones come first",
        ),
        pytest.param(
            {number: Tally(done=1, open=2) for number in range(2, 7)},
            [(2, 1), (3, 1), (4, 1), (5, 1), (6, 1)],
            id="all are equal",
        ),
        pytest.param(
            {2: Tally(done=333_333, open=666_667), 3: Tally(done=1, open=2)},
            [(3, 1), (2, 2), (4, None), (5, None), (6, None)],
            id="shares are exact",
        ),
    ],
)
def test_units_are_ranked_by_what_can_be_counted(
    tallies: dict[int, Tally], ranks: list[tuple[int, int | None]]
) -> None:
    found = compare(UNITS, tallies)
    assert [(one.unit.id, one.rank) for one in found] == ranks


def test_a_unit_counts_with_everything_below_it_and_nothing_beside() -> None:
    above, beside = unit(2, "/1/2/"), unit(22, "/1/22/")
    inside = unit(5, "/1/2/5/")
    counted = {
        "/1/": Tally(done=9),
        "/1/2/": Tally(done=1),
        "/1/2/5/": Tally(open=1),
        "/1/2/5/7/": Tally(overdue=1),
        "/1/22/": Tally(done=4),
    }
    assert sum_above(counted, [above, inside, beside]) == {
        2: Tally(done=1, open=1, overdue=1),
        5: Tally(open=1, overdue=1),
        22: Tally(done=4),
    }


def test_nothing_due_has_no_share_and_a_scope_has_a_short_name() -> None:
    assert share(Tally()) is None
    scope = PeriodScope(unit_id=12, duty_id=7, kind_id=3, period=period_named("2026-H2"))
    assert scope.key == "12-7-3-2026-H2"
