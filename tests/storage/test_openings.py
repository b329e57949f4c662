"""What opens over two years is what plain loops over days and owners find."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, delete, select

from actions import openings
from domain.audience import Audience
from domain.cadence import ByDate, Cadence, OnDates, Quota
from domain.office import Role
from domain.offset import Offset
from domain.period import PeriodKind
from domain.place import Place
from domain.public_holiday import CHINA, HolidayList, Source, SpecialDay
from domain.tie import TieKind
from domain.working_day import Shift
from storage import public_holidays
from storage.engine import Database, open_database
from storage.schema import upgrade
from storage.tables.duties import DutyRow, ObligationRow, PlanRow
from storage.tables.organisation import TagRow, TieRow
from tests.harness.duties import duty
from tests.harness.scenes import add_person, add_unit, keep_duty
from tests.oracles.openings_oracle import PERIODS, RULES, Setting, Windows, dates, periods
from tests.oracles.owners_oracle import owners_by_loops

PLACE = Place(zone=ZoneInfo("Asia/Shanghai"))
BEGINS = date(2026, 1, 1)
NOW = datetime(2026, 1, 1, 1, tzinfo=UTC)
HOLIDAYS = [SpecialDay(day=date(2026, 10, day), works=False) for day in range(1, 8)] + [
    SpecialDay(day=date(2026, 10, 10), works=True)
]


def keep_holidays(session: Session) -> None:
    public_holidays.replace_list(
        session,
        CHINA,
        HolidayList(year=2026, days=tuple(HOLIDAYS)),
        source=Source.FILE,
        is_published=True,
    )


OFF = {one.day for one in HOLIDAYS if not one.works}
KINDS, ROLES, TAGS = ("学校", "支部"), (Role.SECRETARY, Role.HEAD), ("教师", "党务")


def is_working(day: date) -> bool:
    return day == date(2026, 10, 10) or (day.weekday() < 5 and day not in OFF)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A committee, three schools with two branches each, and people with offices and tags."""
    opened = open_database(f"sqlite:///{tmp_path_factory.mktemp('openings') / 'one.db'}")
    upgrade(opened)
    with Session(opened.writer) as session:
        plant(session)
        keep_holidays(session)
        session.commit()
    yield opened
    opened.close()


def plant(session: Session) -> None:
    committee = add_unit(session, "党委", "委员会")
    people = []
    for number in range(3):
        school = add_unit(session, f"学校{number}", "学校", parent=committee)
        branches = [add_unit(session, f"支部{number}{n}", "支部", parent=school) for n in range(2)]
        for at, unit in enumerate((school, *branches)):
            role = ("secretary", "head", "member")[(number + at) % 3]
            people.append(add_person(session, f"人{number}{at}", unit, roles=[role], now=NOW))
    for at, person in enumerate(people):
        for tag in TAGS[: at % 3]:
            session.add(TagRow(person_id=person, tag=tag))
    for at, person in enumerate(people[:6]):
        kind = ("oversee", "contact")[at % 2]
        session.add(
            TieRow(
                kind=kind,
                first_key=f"p{person}",
                first_person_id=person,
                second_key=f"u{at + 2}",
                second_unit_id=at + 2,
                began_on=BEGINS,
            )
        )


def some(values: tuple[object, ...]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=len(values)).map(tuple)


AUDIENCES = st.builds(
    Audience,
    kinds=some(KINDS),
    roles=some(ROLES),
    tags=some(TAGS),
    links=some((TieKind.OVERSEE, TieKind.CONTACT)),
    units=some((2, 3, 4)),
    people=some((1, 2)),
    except_units=some((2, 5)),
    except_people=some((1, 4)),
).filter(lambda one: not one.is_empty)
SHIFTS = st.sampled_from(list(Shift))
CADENCES: st.SearchStrategy[Cadence] = st.one_of(
    st.sampled_from(sorted(PERIODS)).map(lambda per: Quota(per=PeriodKind(per))),
    st.builds(OnDates, rule=st.sampled_from(sorted(RULES)), anchor=st.just(BEGINS), shift=SHIFTS),
    st.builds(
        ByDate,
        rule=st.sampled_from(sorted(RULES)),
        anchor=st.just(BEGINS),
        shift=SHIFTS,
        lead=st.integers(0, 40).map(lambda days: Offset(days=days)),
    ),
)
JUMPS = st.lists(st.integers(1, 300), min_size=1, max_size=5)


@settings(max_examples=200, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(audience=AUDIENCES, cadence=CADENCES, exempt=some((1, 2, 7, 8, 9)), jumps=JUMPS)
def test_what_opens_is_what_plain_loops_find(
    planted: Database,
    audience: Audience,
    cadence: Cadence,
    exempt: tuple[int, ...],
    jumps: list[int],
) -> None:
    made = duty(audience, cadence=cadence, exempt_months=exempt, since=BEGINS)
    last = BEGINS
    with Session(planted.writer) as session:
        duty_id = keep_duty(session, made)
        for jump in jumps:
            last = min(last + timedelta(days=jump), BEGINS + timedelta(days=730))
            now = NOW + (last - BEGINS)
            while openings.open_due(session, now=now, place=PLACE):
                pass
        row = ObligationRow
        query: Any = select(row.owner_key, row.period_key, row.first_day, row.last_day)
        rows = session.exec(query.where(col(row.duty_id) == duty_id)).all()
        found = {(owner, key): days for owner, key, *days in rows}
        windows = windows_by_loops(cadence, frozenset(exempt), last)
        expected = {
            (owner, key): list(days)
            for owner in owners_by_loops(session, audience)
            for key, days in windows.items()
        }
        clear(session)
    assert {key for key in found | expected if found.get(key) != expected.get(key)} == set()


def windows_by_loops(cadence: Cadence, exempt: frozenset[int], today: date) -> Windows:
    setting = Setting(is_working=is_working, exempt_months=exempt, begins_on=BEGINS, today=today)
    if isinstance(cadence, Quota):
        return periods(cadence.per.value, setting)
    assert isinstance(cadence, OnDates | ByDate)
    lead = cadence.lead.days if isinstance(cadence, ByDate) else 31
    return dates(cadence.rule, cadence.shift.value, lead, setting)


def clear(session: Session) -> None:
    """Let the next example begin anew."""
    for table in (ObligationRow, DutyRow, PlanRow):
        session.execute(delete(table))
    session.commit()
