"""Thousands of invented people at once, for benchmarks and for processes that get killed."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session, SQLModel

from domain.act import Act, ActKind, acts_to_data
from domain.bilingual import Bilingual
from storage.inserting import insert_new
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import ObligationRow
from storage.tables.messages import NoticeRow
from storage.tables.organisation import AccountRow, OfficeRow, PersonRow, UnitRow
from tests.harness.scenes import add_duty, add_unit

CHUNK = 500

STUDY = Act(
    kind=ActKind.ACTIVITY,
    code="activity",
    name=Bilingual(zh="教职工政治学习", en="Staff study"),
)


def add_crowd(
    session: Session, unit_id: int, telegram_user_ids: Sequence[int], *, now: datetime
) -> list[int]:
    """Linked people in one unit, one for each account; returns their ids."""
    for at in range(0, len(telegram_user_ids), CHUNK):
        some = telegram_user_ids[at : at + CHUNK]
        names = [f"人员{user_id}" for user_id in some]
        insert_new(
            session,
            PersonRow,
            [{"code": f"P{n}", "name": n, "unit_id": unit_id, "language": "zh"} for n in names],
        )
    people = {row.code: row.id or 0 for row in session.query(PersonRow).all()}
    ids = [people[f"P人员{user_id}"] for user_id in telegram_user_ids]
    accounts = [
        {"telegram_user_id": user_id, "person_id": person_id, "linked_at": now}
        for user_id, person_id in zip(telegram_user_ids, ids, strict=True)
    ]
    _insert(session, AccountRow, accounts)
    return ids


def add_waiting_notices(
    session: Session, telegram_user_ids: Sequence[int], *, today: date, now: datetime
) -> None:
    """A school for each account, whose secretary is about to be told what his school owes."""
    committee = _add_committee(session, now=now)
    people = add_crowd(session, committee, telegram_user_ids, now=now)
    schools = _add_schools(session, committee, len(people))
    offices = [
        {"person_id": person_id, "unit_id": school, "role": "secretary", "began_at": now}
        for person_id, school in zip(people, schools, strict=True)
    ]
    _insert(session, OfficeRow, offices)
    obligations = _add_obligations(session, schools, today=today, now=now)
    notices = [
        {
            "once_key": f"own:{obligation}:before-3:{person_id}",
            "person_id": person_id,
            "kind": "own",
            "step": "before-3",
            "obligation_id": obligation,
            "unit_id": school,
            "state": "waiting",
            "made_at": now,
            "due_at": now,
            "useful_until": now + timedelta(days=7),
        }
        for person_id, school, obligation in zip(people, schools, obligations, strict=True)
    ]
    _insert(session, NoticeRow, notices)


def add_open_check_in(session: Session, telegram_user_ids: Sequence[int], *, now: datetime) -> int:
    """One activity whose check-in is open, with everybody expected; returns its id."""
    school = add_unit(session, "青石小学", "学校")
    people = add_crowd(session, school, telegram_user_ids, now=now)
    activity = ActivityRow(
        unit_id=school,
        title="教职工政治学习",
        starts_at=now,
        opens_at=now - timedelta(hours=1),
        closes_at=now + timedelta(hours=3),
        opening_told_at=now,
        made_by=people[0],
        made_at=now,
    )
    session.add(activity)
    session.flush()
    expected = [{"activity_id": activity.id, "person_id": person} for person in people]
    _insert(session, ExpectedRow, expected)
    return activity.id or 0


def _add_committee(session: Session, *, now: datetime) -> int:
    committee = add_unit(session, "江畔教育局党委", "委员会")
    chief = PersonRow(code="P-chief", name="周敏", unit_id=committee, language="zh")
    session.add(chief)
    session.flush()
    session.add(
        OfficeRow(person_id=chief.id or 0, unit_id=committee, role="secretary", began_at=now)
    )
    return committee


def _add_schools(session: Session, committee: int, count: int) -> list[int]:
    ids = list(range(committee + 1, committee + 1 + count))
    rows = [
        {
            "id": one,
            "code": f"U{one}",
            "name": f"青石小学{one}",
            "kind": "学校",
            "parent_id": committee,
            "path": f"/{committee}/{one}/",
        }
        for one in ids
    ]
    _insert(session, UnitRow, rows)
    return ids


def _add_obligations(
    session: Session, schools: Sequence[int], *, today: date, now: datetime
) -> list[int]:
    duty = add_duty(session, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=today)
    ids = list(range(1, len(schools) + 1))
    rows = [
        {
            "id": number,
            "duty_id": duty,
            "unit_id": school,
            "owner_key": f"u{school}",
            "acts": acts_to_data([STUDY]),
            "progress": {},
            "period_key": f"{today:%Y-%m}",
            "first_day": today.replace(day=1),
            "last_day": today + timedelta(days=3),
            "duty_version": 1,
            "policy": {},
            "opened_at": now,
        }
        for number, school in zip(ids, schools, strict=True)
    ]
    _insert(session, ObligationRow, rows)
    return ids


def _insert(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
    for at in range(0, len(rows), CHUNK):
        insert_new(session, table, rows[at : at + CHUNK])
