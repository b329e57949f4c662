"""Thousands of invented people at once, for benchmarks and for processes that get killed."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel import Session

from domain.act import Act, ActKind, acts_to_data
from domain.bilingual import Bilingual
from storage.inserting import insert_new
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import ObligationRow
from storage.tables.messages import NoticeRow
from storage.tables.organisation import AccountRow, OfficeRow, PersonRow
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
    for at in range(0, len(accounts), CHUNK):
        insert_new(session, AccountRow, accounts[at : at + CHUNK])
    return ids


def add_waiting_notices(
    session: Session, telegram_user_ids: Sequence[int], *, today: date, now: datetime
) -> None:
    """One open obligation, and everybody about to be told of it in a digest of his own."""
    school = _add_school(session, now=now)
    obligation = _add_obligation(session, school, today=today, now=now)
    people = add_crowd(session, school, telegram_user_ids, now=now)
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
        for person_id in people
    ]
    for at in range(0, len(notices), CHUNK):
        insert_new(session, NoticeRow, notices[at : at + CHUNK])


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
    for at in range(0, len(expected), CHUNK):
        insert_new(session, ExpectedRow, expected[at : at + CHUNK])
    return activity.id or 0


def _add_school(session: Session, *, now: datetime) -> int:
    committee = add_unit(session, "江畔教育局党委", "委员会")
    chief = PersonRow(code="P-chief", name="周敏", unit_id=committee, language="zh")
    session.add(chief)
    session.flush()
    session.add(
        OfficeRow(person_id=chief.id or 0, unit_id=committee, role="secretary", began_at=now)
    )
    return add_unit(session, "青石小学", "学校", parent=committee)


def _add_obligation(session: Session, school: int, *, today: date, now: datetime) -> int:
    duty = add_duty(session, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=today)
    obligation = ObligationRow(
        duty_id=duty,
        unit_id=school,
        owner_key=f"u{school}",
        acts=acts_to_data([STUDY]),
        period_key=f"{today:%Y-%m}",
        first_day=today.replace(day=1),
        last_day=today + timedelta(days=3),
        duty_version=1,
        policy={},
        opened_at=now,
    )
    session.add(obligation)
    session.flush()
    return obligation.id or 0
