"""A year of a school that did things: rows for a ledger, and a reader other than its writer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import openpyxl
from sqlmodel import Session, select

from domain.act import Act, ActKind, acts_to_data
from domain.bilingual import Bilingual
from domain.ladder import ReminderPolicy
from domain.ladder_facts import policy_to_data
from domain.report_file import FileKind, ReportFile
from sandbox.chats import Message, Person
from storage import report_files
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.reports import ReportRow
from tests.harness.world import World

SHEETS = {
    "zh": ["活动", "考勤", "报告", "任期", "催办记录"],
    "en": ["Activities", "Attendance", "Reports", "Terms of office", "Reminders sent"],
}


@dataclass(frozen=True, kw_only=True)
class Came:
    """How one person stood at an activity."""

    person: int
    state: str
    at: datetime | None = None
    way: str | None = None
    reason: str | None = None


def add_activity(
    session: Session,
    unit: int,
    title: str,
    starts_at: datetime,
    *,
    by: int,
    state: str = "held",
    place: str = "",
    came: Sequence[Came] = (),
) -> int:
    """An activity as it was left behind, with everybody on its list."""
    row = ActivityRow(
        unit_id=unit,
        title=title,
        place=place,
        starts_at=starts_at,
        opens_at=starts_at - timedelta(minutes=30),
        closes_at=starts_at + timedelta(minutes=10),
        opening_told_at=starts_at,
        state=state,
        made_by=by,
        made_at=starts_at - timedelta(days=3),
        settled_at=starts_at + timedelta(hours=2) if state != "planned" else None,
    )
    session.add(row)
    session.flush()
    for one in came:
        session.add(
            ExpectedRow(
                activity_id=row.id or 0,
                person_id=one.person,
                state=one.state,
                recorded_at=one.at,
                way=one.way,
                reason=one.reason,
            )
        )
    session.flush()
    return row.id or 0


def add_report(
    session: Session,
    unit: int,
    *,
    author: int,
    state: str,
    submitted_at: datetime | None,
    last_day: date,
) -> int:
    """What a unit owed in writing, and one version of it; the duty must be there."""
    duty = session.exec(select(DutyRow)).first()
    assert duty is not None
    act = Act(kind=ActKind.REPORT, code="report", name=Bilingual(zh="履责报告", en="Duty report"))
    owed = _owed(duty.id or 0, unit, last_day, acts=acts_to_data([act]))
    session.add(owed)
    session.flush()
    row = ReportRow(
        obligation_id=owed.id or 0,
        number=1,
        state=state,
        answers={"report": {"text": "一份报告"}},
        author_id=author,
        begun_at=owed.opened_at,
        submitted_at=submitted_at,
    )
    session.add(row)
    session.flush()
    file = ReportFile(kind=FileKind.DOCUMENT, file_id="f", unique_id="f")
    report_files.add(session, row.id or 0, "report", file, now=owed.opened_at)
    return row.id or 0


def _owed(duty: int, unit: int, last_day: date, *, acts: list[dict[str, Any]]) -> ObligationRow:
    return ObligationRow(
        duty_id=duty,
        unit_id=unit,
        owner_key=f"u{unit}",
        acts=acts,
        period_key=f"{last_day:%Y-%m}",
        first_day=last_day.replace(day=1),
        last_day=last_day,
        duty_version=1,
        policy=policy_to_data(ReminderPolicy()),
        opened_at=datetime.fromisoformat("2026-01-01T00:00:00+00:00"),
    )


def document(message: Message) -> tuple[str, bytes]:
    """Name and bytes of the file that a message brings."""
    assert message.document is not None, message.text
    return message.document.name, message.document.content


def read_book(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    """Every sheet as rows of values. The library knows no days, only their midnights."""
    book = openpyxl.load_workbook(BytesIO(content))
    return {
        page.title: [tuple(map(_value, row)) for row in page.iter_rows(values_only=True)]
        for page in book.worksheets
    }


def _value(cell: object) -> object:
    is_day = isinstance(cell, datetime) and cell.time() == time()
    return cell.date() if is_day and isinstance(cell, datetime) else cell


async def ask_for_file(world: World, phone: Person, label: str) -> tuple[str, bytes]:
    """Press a button for a file and take the file from the newest message."""
    await world.press(phone, label)
    return document(world.last(phone))
