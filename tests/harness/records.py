"""Sessions and talks of a period, as the record has them."""

from datetime import date, datetime, timedelta

from sqlmodel import Session, select

from domain.act import Act, ActKind, acts_to_data
from domain.bilingual import Bilingual
from domain.ladder import ReminderPolicy
from domain.ladder_facts import policy_to_data
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.process import HistoryRow
from tests.harness.scenes import Organisation, add_unit
from tests.harness.world import at

# What another school did, which nobody of this one may ever be shown.
CANARY = "金丝雀的活动"


def fill_november(session: Session, scene: Organisation) -> None:
    """Sessions, talks and a moved one of the school; some outside of it, some elsewhere."""
    school, branch, by = scene.units["school"], scene.units["branch"], scene.people["林岚"]
    elsewhere = add_unit(session, "别处学校", "别类", parent=scene.units["committee"])
    study = session_of(session, school, "政治学习", "2026-11-03", state="held", by=by, came="pplae")
    party = session_of(session, branch, "主题党日", "2026-11-10", state="held", by=by, came="pma")
    moved = session_of(session, school, "实践", "2026-11-12", state="held", by=by, came="ppa")
    session_of(session, school, "取消的会", "2026-11-13", state="cancelled", by=by, came="aa")
    session_of(session, school, "上月的会", "2026-10-30", state="held", by=by, came="pp")
    session_of(session, elsewhere, CANARY, "2026-11-05", state="held", by=by, came="aaaaa")
    note(session, "held", study, by=by, on="2026-11-03")
    # The committee's own officer said so: in the school his name is nobody's business.
    note(session, "held", party, by=scene.people["周敏"], on="2026-11-11")
    starts = {"before": at("2026-11-11 15:00"), "after": at("2026-11-12 15:00")}
    facts = {key: {"starts_at": one.isoformat()} for key, one in starts.items()}
    note(session, "changed", moved, by=by, on="2026-11-05", **facts)
    talks(session, school, count=3, last_day=date(2026, 11, 6))
    talks(session, branch, count=2, last_day=date(2026, 11, 9))
    talks(session, elsewhere, count=7, last_day=date(2026, 11, 9))
    talks(session, school, count=5, last_day=date(2026, 10, 9))


def note(
    session: Session, verb: str, activity: int, *, by: int, on: str, **facts: dict[str, str]
) -> None:
    """A line of history about an activity, written at six in the evening."""
    session.add(
        HistoryRow(
            at=at(f"{on} 18:00"),
            person_id=by,
            way="chat",
            verb=verb,
            subject_kind="activity",
            subject_id=activity,
            before=facts.get("before"),
            after=facts.get("after"),
        )
    )


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
