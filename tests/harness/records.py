"""Sessions and talks of a period, as the record has them."""

from datetime import date, datetime, timedelta

from sqlmodel import Session, select

from domain.act import Act, ActKind, acts_to_data
from domain.bilingual import Bilingual
from domain.ladder import ReminderPolicy, policy_to_data
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import DutyRow, ObligationRow
from tests.harness.world import at


def session_of(
    session: Session, unit: int, title: str, day: str, *, state: str, by: int, came: str = ""
) -> int:
    """A session; `came` has a letter for each person: p present, l late, m made up, a absent."""
    states = {"p": "present", "l": "late", "m": "made_up", "a": "absent", "e": "excused"}
    starts = at(f"{day} 15:00")
    row = ActivityRow(
        unit_id=unit,
        title=title,
        starts_at=starts,
        opens_at=starts - timedelta(minutes=30),
        closes_at=starts + timedelta(minutes=10),
        opening_told_at=starts,
        state=state,
        made_by=by,
        made_at=starts,
    )
    session.add(row)
    session.flush()
    for person, letter in enumerate(came, start=1):
        session.add(ExpectedRow(activity_id=row.id or 0, person_id=person, state=states[letter]))
    session.flush()
    return row.id or 0


def talks(session: Session, unit: int, *, count: int, last_day: date) -> None:
    """Talks that were ticked, under a duty of that name."""
    made = session.exec(select(DutyRow).where(DutyRow.code == "talks")).first()
    name = Bilingual(zh="谈心谈话", en="Talks with members")
    acts = acts_to_data([Act(kind=ActKind.TICK, code="tick", name=name)])
    if made is None:
        first = session.exec(select(DutyRow)).one()
        copied = first.model_dump(exclude={"id", "code", "name_zh", "name_en", "acts"})
        made = DutyRow(code="talks", name_zh=name.zh, name_en=name.en, acts=acts, **copied)
        made.paused_at = datetime.fromisoformat("2026-01-01T00:00:00+00:00")
        session.add(made)
        session.flush()
    session.add(
        ObligationRow(
            duty_id=made.id or 0,
            unit_id=unit,
            owner_key=f"u{unit}",
            period_key=f"any-{last_day.isoformat()}",
            first_day=last_day,
            last_day=last_day,
            acts=acts,
            counted=count,
            progress={"tick": count},
            state="done",
            duty_version=1,
            policy=policy_to_data(ReminderPolicy()),
            opened_at=at("2026-11-01 08:00"),
        )
    )
    session.flush()
