"""The board's one question against a count by hand, over small random trees."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from domain.act import ActKind
from domain.obligation import Obligation
from domain.status import Count, Mark, Tally, mark_of
from domain.unit import Unit
from storage import boards, obligations, units
from storage.engine import Database
from storage.schema import upgrade
from storage.tables.duties import ObligationRow
from tests.harness.scenes import add_duty, add_unit

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Owed:
    """An obligation to be made: of which unit and duty, when, and how it stands."""

    unit: int
    duty: int
    begins: int
    lasts: int
    state: str


OWED = st.builds(
    Owed,
    unit=st.integers(0, 11),
    duty=st.integers(0, 1),
    begins=st.integers(-60, 3),
    lasts=st.integers(0, 40),
    state=st.sampled_from(["open", "done", "missed", "excused"]),
)
# The parent of each unit but the first, as a place among the units before it.
PARENTS = st.lists(st.integers(0, 10), min_size=11, max_size=11)


def plant(session: Session, parents: list[int], owed: list[Owed]) -> list[int]:
    """Make the tree, two duties, and what is owed; returns the ids of the units."""
    made = [add_unit(session, "第0组", "组")]
    for at, parent in enumerate(parents, start=1):
        made.append(add_unit(session, f"第{at}组", "组", parent=made[parent % at]))
    duties = [
        add_duty(session, kind, owner_kinds=["组"], begins_on=TODAY)
        for kind in (ActKind.ACTIVITY, ActKind.REPORT)
    ]
    for number, one in enumerate(owed):
        first_day = TODAY + timedelta(days=one.begins)
        session.add(
            ObligationRow(
                duty_id=duties[one.duty],
                unit_id=made[one.unit],
                owner_key=f"u{made[one.unit]}",
                period_key=f"key-{number}",
                first_day=first_day,
                last_day=first_day + timedelta(days=one.lasts),
                state=one.state,
                duty_version=1,
                policy={},
                opened_at=NOW,
            )
        )
    session.flush()
    return made


def count_by_hand(unit: Unit, everything: list[Obligation]) -> dict[tuple[int | None, int], Tally]:
    """The rule of the domain, obligation by obligation."""
    single = {Mark.DONE: Tally(done=1), Mark.OPEN: Tally(open=1), Mark.OVERDUE: Tally(overdue=1)}
    sums: dict[tuple[int | None, int], Tally] = {}
    for one in everything:
        mark = mark_of(one, TODAY)
        if mark is None or not one.unit.path.startswith(unit.path):
            continue
        below = one.unit.path.removeprefix(unit.path).partition("/")[0]
        key = (int(below) if below else None, one.duty_id)
        sums[key] = sums.get(key, Tally()) + single[mark]
    return sums


def as_sums(counts: list[Count]) -> dict[tuple[int | None, int], Tally]:
    """What the memory counted, by its keys."""
    return {(one.below_id, one.duty_id): one.tally for one in counts}


@pytest.fixture
def ready(database: Database) -> Database:
    """A database with tables; each example is rolled back."""
    upgrade(database)
    return database


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(parents=PARENTS, owed=st.lists(OWED, max_size=30))
def test_the_memory_counts_like_the_domain(
    ready: Database, parents: list[int], owed: list[Owed]
) -> None:
    with Session(ready.writer) as session:
        for unit in units.find_many(session, plant(session, parents, owed)).values():
            counted = as_sums(boards.count(session, unit, today=TODAY))
            assert counted == count_by_hand(unit, obligations.find_where(session))
        session.rollback()
