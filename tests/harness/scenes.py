"""Small invented organisations to play journeys in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import Quota, TermEnds
from domain.duty import Duty
from domain.ladder import TERM_POLICY, ReminderPolicy
from domain.period import PeriodKind
from storage import duties
from storage.tables.duties import DutyRow, PlanRow
from storage.tables.organisation import OfficeRow, PersonRow, UnitRow


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """Ids by name; names are unique in a scene."""

    units: dict[str, int]
    people: dict[str, int]


def add_unit(
    session: Session,
    name: str,
    kind: str,
    *,
    parent: int | None = None,
    term: tuple[date, int] | None = None,
) -> int:
    """A unit with its path; `term` is (began on, months)."""
    above = session.get(UnitRow, parent) if parent else None
    row = UnitRow(
        code=f"U-{name}",
        name=name,
        kind=kind,
        parent_id=parent,
        term_began_on=term[0] if term else None,
        term_months=term[1] if term else None,
    )
    session.add(row)
    session.flush()
    row.path = f"{above.path if above else '/'}{row.id}/"
    session.flush()
    return row.id or 0


def add_person(
    session: Session,
    name: str,
    unit: int,
    *,
    roles: Sequence[str] = (),
    now: datetime,
    language: str | None = None,
) -> int:
    """A person with offices in the home unit."""
    row = PersonRow(code=f"P-{name}", name=name, unit_id=unit, language=language)
    session.add(row)
    session.flush()
    for role in roles:
        session.add(OfficeRow(person_id=row.id or 0, unit_id=unit, role=role, began_at=now))
    session.flush()
    return row.id or 0


def add_office(session: Session, person: int, unit: int, *, role: str, now: datetime) -> None:
    """One more office, in any unit."""
    session.add(OfficeRow(person_id=person, unit_id=unit, role=role, began_at=now))
    session.flush()


def small_school_committee(session: Session, now: datetime) -> Organisation:
    """A committee, a school under it, a branch under the school; five people."""
    committee = add_unit(session, "江畔教育局党委", "委员会", term=(date(2022, 6, 30), 60))
    school = add_unit(session, "青石小学", "学校", parent=committee)
    branch = add_unit(
        session, "青石小学第一支部", "支部", parent=school, term=(date(2024, 5, 20), 36)
    )
    people = {
        "何静": add_person(session, "何静", committee, roles=["administrator"], now=now),
        "周敏": add_person(session, "周敏", committee, roles=["secretary"], now=now),
        "林岚": add_person(session, "林岚", school, roles=["secretary"], now=now),
        "陈帆": add_person(session, "陈帆", branch, roles=["secretary"], now=now),
        "王渡": add_person(session, "王渡", branch, now=now),
    }
    return Organisation(
        units={"committee": committee, "school": school, "branch": branch}, people=people
    )


def add_duty(
    session: Session,
    kind: ActKind,
    *,
    owner_kinds: Sequence[str],
    per: str = "month",
    begins_on: date,
    reviewer_kinds: Sequence[str] = (),
) -> int:
    """A duty of a kind under a plan of its own."""
    is_vote = kind is ActKind.VOTE
    names = {
        ActKind.ACTIVITY: Bilingual(zh="教职工政治学习", en="Staff study"),
        ActKind.REPORT: Bilingual(zh="履责报告", en="Duty report"),
        ActKind.TICK: Bilingual(zh="安全自查", en="Safety check"),
        ActKind.VOTE: Bilingual(zh="按期换届", en="Election"),
    }
    duty = Duty(
        id=0,
        code=f"duty-{kind}",
        name=names[kind],
        source=Bilingual(zh="来源", en="Source"),
        audience=Audience(kinds=tuple(owner_kinds)),
        acts=(Act(kind=kind, code=kind.value, name=names[kind]),),
        cadence=TermEnds() if is_vote else Quota(per=PeriodKind(per)),
        reviewer_kinds=tuple(reviewer_kinds),
        policy=TERM_POLICY if is_vote else ReminderPolicy(),
        begins_on=begins_on,
    )
    return keep_duty(session, duty)


def keep_duty(session: Session, duty: Duty) -> int:
    """A duty with any audience, acts and cadence, under a plan of its own."""
    plan = PlanRow(
        code=f"plan-{duty.code}",
        name_zh="计划",
        name_en="Plan",
        installed_at=datetime.fromisoformat("2026-01-01T00:00:00+00:00"),
    )
    session.add(plan)
    session.flush()
    row = DutyRow(**duties.as_row(duty, plan_id=plan.id or 0))
    session.add(row)
    session.flush()
    return row.id or 0


def leave(session: Session, person: int, *, now: datetime) -> None:
    """Somebody is no longer on the roster."""
    row = session.get_one(PersonRow, person)
    row.left_at = now
    session.flush()
