"""Writes the scene down: the units, their people, and one of everything for every unit."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from sqlmodel import Session

from domain.act import Act, ActKind, acts_to_data
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import Quota
from domain.duty import Duty
from domain.ladder import ReminderPolicy
from domain.ladder_facts import policy_to_data
from domain.period import PeriodKind
from storage import duties
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import DutyRow, ObligationRow, PlanRow
from storage.tables.organisation import AccountRow, LinkRow, OfficeRow, PersonRow, UnitRow
from storage.tables.process import DraftRow
from storage.tables.reports import ReportRow
from tests.matrix.scene import ADMINISTRATOR, DIALOGUES, LEFT, MEMBERS, OFFICERS, UNITS, Scene

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


def build(session: Session, scene: Scene) -> None:
    """Write it all down; ids count on over all tables."""
    ids = count(101)
    now = scene.world.clock()
    for key, (name, kind, above) in UNITS.items():
        unit_id = scene.units[key] = next(ids)
        parent = session.get(UnitRow, scene.units[above]) if above else None
        session.add(
            UnitRow(
                id=unit_id,
                code=f"U{unit_id}",
                name=name,
                kind=kind,
                parent_id=parent.id if parent else None,
                path=f"{parent.path if parent else '/'}{unit_id}/",
                term_began_on=date(2024, 2, 1) if kind == "支部" else None,
                term_months=36 if kind == "支部" else None,
            )
        )
        session.flush()
    _add_people(session, scene, ids)
    scene.duties = tuple(
        _add_duty(session, kind, next(ids), now) for kind in ("activity", "report")
    )
    for key in UNITS:
        scene.things[key] = add_things(session, scene, key, ids)


def _add_people(session: Session, scene: Scene, ids: "count[int]") -> None:
    homes = [(name, key, "secretary") for key, name in OFFICERS.items()]
    homes += [(name, key, "") for key, name in MEMBERS.items()]
    homes += [(ADMINISTRATOR, "school", "administrator"), (LEFT, "branch", "secretary")]
    now = scene.world.clock()
    for name, key, role in homes:
        person_id, unit_id = next(ids), scene.units[key]
        scene.people[name] = person_id
        gone = now if name == LEFT else None
        session.add(
            PersonRow(
                id=person_id,
                code=f"P{person_id}",
                name=name,
                unit_id=unit_id,
                language="zh",
                left_at=gone,
            )
        )
        session.flush()
        if role:
            session.add(
                OfficeRow(
                    person_id=person_id, unit_id=unit_id, role=role, began_at=now, ended_at=gone
                )
            )
        phone = scene.phones[name]
        session.add(AccountRow(telegram_user_id=phone.id, person_id=person_id, linked_at=now))
    session.flush()


def _add_duty(session: Session, kind: str, duty_id: int, now: Any) -> int:
    plan = PlanRow(code=f"plan-{kind}", name_zh="计划", name_en="Plan", installed_at=now)
    session.add(plan)
    session.flush()
    duty = Duty(
        id=0,
        code=f"duty-{kind}",
        name=Bilingual(zh="任务", en="Duty"),
        source=Bilingual(zh="来源", en="Source"),
        audience=Audience(kinds=("支部", "学校")),
        acts=(act(kind),),
        cadence=Quota(per=PeriodKind.MONTH),
        reviewer_kinds=("委员会",),
        policy=ReminderPolicy(),
        begins_on=FIRST,
    )
    session.add(DutyRow(id=duty_id, **duties.as_row(duty, plan_id=plan.id or 0)))
    session.flush()
    return duty_id


def act(kind: str) -> Act:
    """The one act of a duty."""
    return Act(kind=ActKind(kind), code=kind, name=Bilingual(zh="任务", en="Duty"))


def add_things(session: Session, scene: Scene, key: str, ids: "count[int]") -> dict[str, int]:
    now, unit_id, officer = scene.world.clock(), scene.units[key], scene.people[OFFICERS[key]]
    made = {name: next(ids) for name in ("owed_study", "owed_report", "activity", "report", "link")}
    _add_owed(session, scene, unit_id, (made["owed_study"], made["owed_report"]))
    session.flush()
    session.add(
        ActivityRow(
            id=made["activity"],
            unit_id=unit_id,
            duty_id=scene.duties[0],
            title="学习",
            starts_at=now - timedelta(minutes=5),
            opens_at=now - timedelta(minutes=35),
            closes_at=now + timedelta(minutes=5),
            opening_told_at=now,
            made_by=officer,
            made_at=now,
        )
    )
    session.add(
        ReportRow(
            id=made["report"],
            obligation_id=made["owed_report"],
            number=1,
            state="submitted",
            answers={"report": {"text": f"{OFFICERS[key]}写的报告"}},
            author_id=officer,
            reviewer_unit_id=scene.units["committee"],
            begun_at=now,
            submitted_at=now,
        )
    )
    session.flush()
    member = scene.people[MEMBERS.get(key, OFFICERS[key])]
    session.add(ExpectedRow(activity_id=made["activity"], person_id=member))
    session.add(_used_link(made["link"], member, officer, scene))
    for kind, facts in DIALOGUES.items():
        draft_id = scene.drafts[key, kind] = next(ids)
        session.add(_parked(draft_id, officer, kind, facts, scene, key))
    return made


def _add_owed(session: Session, scene: Scene, unit_id: int, ids: tuple[int, int]) -> None:
    for duty_id, obligation_id, kind in zip(scene.duties, ids, ("activity", "report"), strict=True):
        session.add(
            ObligationRow(
                id=obligation_id,
                duty_id=duty_id,
                unit_id=unit_id,
                owner_key=f"u{unit_id}",
                acts=acts_to_data([act(kind)]),
                period_key="2026-11",
                first_day=FIRST,
                last_day=LAST,
                duty_version=1,
                policy=policy_to_data(ReminderPolicy()),
                opened_at=scene.world.clock(),
            )
        )


def _used_link(link_id: int, person_id: int, made_by: int, scene: Scene) -> LinkRow:
    now = scene.world.clock()
    return LinkRow(
        id=link_id,
        secret_hash=f"hash-{link_id}",
        purpose="person",
        person_id=person_id,
        made_by=made_by,
        made_at=now,
        expires_at=now + timedelta(days=14),
        used_at=now,
    )


def _parked(
    draft_id: int, person_id: int, kind: str, facts: dict[str, Any], scene: Scene, key: str
) -> DraftRow:
    now = scene.world.clock()
    return DraftRow(
        id=draft_id,
        person_id=person_id,
        kind=kind,
        facts=facts | {"unit_id": scene.units[key]},
        state="parked",
        begun_at=now,
        changed_at=now,
    )
