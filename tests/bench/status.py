"""How long the board of ten thousand units takes over a million past obligations, in SQLite.

Run it by hand: `python -m tests.bench.status`.
"""

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from actions import board_pictures, missing, period_status, status
from domain.act import ActKind
from domain.missing import Scope
from domain.month_arithmetic import add_months
from domain.office import HeldOffice, Role
from domain.period import PeriodKind, period_of
from domain.period_status import PeriodScope
from domain.permission import Actor
from domain.place import Place
from storage.engine import open_database
from storage.inserting import insert_new
from storage.schema import upgrade
from storage.tables.duties import ObligationRow
from storage.tables.organisation import PersonRow, UnitRow
from tests.harness.scenes import add_duty

UNITS, PEOPLE, PAST = 10_000, 100_000, 1_000_000
DISTRICTS = 25
NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
MONTH = date(2026, 11, 1)
PLACE = Place(zone=ZoneInfo("Asia/Shanghai"))
ROOT = Actor(
    telegram_user_id=1,
    person_id=1,
    offices=(HeldOffice(role=Role.SECRETARY, unit_id=1, unit_path="/1/"),),
)


def units() -> Iterator[dict[str, Any]]:
    """A root, districts, and schools under them."""
    yield {"id": 1, "code": "U1", "name": "总部", "kind": "root", "parent_id": None, "path": "/1/"}
    for at in range(2, UNITS + 1):
        above = 1 if at <= DISTRICTS + 1 else at % DISTRICTS + 2
        yield {
            "id": at,
            "code": f"U{at}",
            "name": f"组织{at}",
            "kind": "district" if above == 1 else "school",
            "parent_id": above,
            "path": f"/1/{at}/" if above == 1 else f"/1/{above}/{at}/",
        }


def people() -> Iterator[dict[str, Any]]:
    """Ten in every unit."""
    for at in range(1, PEOPLE + 1):
        yield {"id": at, "code": f"P{at}", "name": f"人员{at}", "unit_id": at % UNITS + 1}


def obligations(duty_id: int) -> Iterator[dict[str, Any]]:
    """The past, all done but one in a thousand, and the running month, half of it done."""
    for back in range(PAST // UNITS + 1):
        first = add_months(MONTH, -back)
        for unit in range(1, UNITS + 1):
            is_open = (unit + back) % (1000 if back else 2) == 0
            yield {
                "duty_id": duty_id,
                "unit_id": unit,
                "owner_key": f"u{unit}",
                "period_key": f"{first:%Y-%m}",
                "first_day": first,
                "last_day": add_months(first, 1) - timedelta(days=1),
                "state": "open" if is_open else "done",
                "duty_version": 1,
                "policy": {},
                "opened_at": NOW,
            }


def fill(session: Session, table: type[Any], rows: Iterator[dict[str, Any]]) -> None:
    """Insert in portions."""
    portion: list[dict[str, Any]] = []
    for row in rows:
        portion.append(row)
        if len(portion) == 1_000:
            insert_new(session, table, portion)
            portion = []
    insert_new(session, table, portion)


def build(session: Session) -> None:
    """The whole organisation and eight years of records."""
    fill(session, UnitRow, units())
    fill(session, PersonRow, people())
    duty_id = add_duty(session, ActKind.ACTIVITY, owner_kinds=["school"], begins_on=MONTH)
    fill(session, ObligationRow, obligations(duty_id))
    session.commit()


def measure(what: str, work: Callable[[], object]) -> None:
    """Print the best and the worst of seven runs."""
    spent = []
    for _ in range(7):
        began = perf_counter()
        work()
        spent.append((perf_counter() - began) * 1_000)
    print(f"{what}: {min(spent):.0f} to {max(spent):.0f} ms")


def main() -> None:
    """Build it, look at it."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'bench.db'}")
        upgrade(database)
        with Session(database.writer) as session:
            build(session)
        with Session(database.reader) as session:
            for name, unit_id in (("the root", 1), ("a district", 2), ("a school", 5_000)):
                look = partial(status.find_board, session, ROOT, unit_id)
                measure(f"board of {name}", partial(look, page=1, now=NOW, place=PLACE))
            year = period_of(PeriodKind.YEAR, MONTH)
            scope = PeriodScope(unit_id=1, period=year, kind_id=UNITS)
            compared = partial(period_status.find_board, session, ROOT, scope)
            measure(
                "a year, 9,974 schools compared", partial(compared, page=1, now=NOW, place=PLACE)
            )
            drawn = partial(board_pictures.find_board, session, ROOT, 1, year)
            measure("figures of the picture", partial(drawn, page=1, now=NOW, place=PLACE))
            look_below = partial(missing.find_missing, session, ROOT, Scope())
            measure("who is missing", partial(look_below, page=1, now=NOW, place=PLACE))
        database.close()


if __name__ == "__main__":
    main()
