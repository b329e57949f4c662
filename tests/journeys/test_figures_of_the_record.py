"""Every figure of a first draft is what the tables say, counted again in plain Python."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

import pytest
from sqlmodel import Session, select

from domain.bilingual import Bilingual
from domain.record_figure import Figure
from domain.report_form import ReportForm, Section, Takes
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.organisation import UnitRow
from storage.tables.process import HistoryRow
from storage.tables.reports import ReportRow
from tests.harness.ledgers import add_report
from tests.harness.records import note, session_of, talks
from tests.harness.scenes import Organisation, add_unit
from tests.harness.world import SHANGHAI, World, at
from tests.journeys.reporting import a_school_with_a_kind_of_report, phone

FIRST, LAST, NOW = date(2026, 11, 1), date(2026, 11, 30), at("2026-11-25 10:00")
CAME = ("present", "late", "made_up")
A_NAME = Bilingual(zh="全部", en="Everything")
# A kind of report that asks for everything that the record knows.
EVERYTHING = ReportForm(
    code="everything",
    name=A_NAME,
    sections=tuple(
        Section(code=one.value, name=A_NAME, takes=Takes.NUMBER, decimals=1, figure=one)
        for one in Figure
    ),
)


def fill_at_random(session: Session, scene: Organisation, seed: int) -> None:
    """An autumn of the school, of five branches, and of two foreign schools, in no order at all."""
    random, by = Random(seed), scene.people["林岚"]
    school, above = scene.units["school"], scene.units["committee"]
    below = [add_unit(session, f"支部{number}", "支部", parent=school) for number in range(4)]
    foreign = [add_unit(session, f"外校{number}", "别类", parent=above) for number in range(2)]
    units = [school, scene.units["branch"], *below, *foreign]

    def a_day() -> date:
        return date(2026, 10, 20) + timedelta(days=random.randrange(55))

    for number in range(60):
        made = session_of(
            session,
            random.choice(units),
            f"会{number}",
            str(a_day()),
            state=random.choice(["held", "held", "cancelled", "planned"]),
            by=by,
            came="".join(random.choices("plmae", k=random.randrange(6))),
        )
        if random.random() < 0.3:
            facts = {key: {"starts_at": f"{a_day()}T07:00:00+00:00"} for key in ("before", "after")}
            note(session, "changed", made, by=by, on="2026-10-01", **facts)
    for unit, day in {(random.choice(units), a_day()) for _ in range(12)}:
        talks(session, unit, count=random.randrange(4), last_day=day)
    for unit in units[1:]:
        add_report(
            session,
            unit,
            author=by,
            state=random.choice(["submitted", "accepted", "returned", "draft"]),
            submitted_at=at(f"{a_day()} 09:00") if random.random() < 0.8 else None,
            last_day=a_day(),
        )


def counted_apart(session: Session, school: int) -> dict[str, str]:
    """Row by row, without one question of the bot's own."""
    path = session.get_one(UnitRow, school).path
    inside = {one.id for one in session.exec(select(UnitRow)) if one.path.startswith(path)}
    sessions = [
        one
        for one in session.exec(select(ActivityRow))
        if one.unit_id in inside
        and FIRST <= one.starts_at.astimezone(SHANGHAI).date() <= LAST
        and one.starts_at < NOW
    ]
    held = {one.id for one in sessions if one.state == "held"}
    listed = [one for one in session.exec(select(ExpectedRow)) if one.activity_id in held]
    came = sum(one.state in CAME for one in listed)
    share = Decimal(100 * came) / Decimal(len(listed))
    rounded = str(share.quantize(Decimal("0.1"), ROUND_HALF_UP))
    late = days_late(session, inside)
    return {
        "sessions_held": str(len(held)),
        "sessions_moved": str(len({one.id for one in sessions} & moved(session))),
        "sessions_cancelled": str(sum(one.state == "cancelled" for one in sessions)),
        "attendance_percent": rounded.removesuffix(".0"),
        "talks_held": str(talks_held(session, inside)),
        "reports_in_time": str(sum(days <= 0 for days in late)),
        "reports_late": str(sum(days > 0 for days in late)),
    }


def moved(session: Session) -> set[int]:
    return {
        line.subject_id
        for line in session.exec(select(HistoryRow))
        if line.before and line.after and "starts_at" in line.after
        if line.before["starts_at"][:10] != line.after["starts_at"][:10]
    }


def talks_held(session: Session, inside: set[int | None]) -> int:
    duty = session.exec(select(DutyRow.id).where(DutyRow.code == "talks")).first()
    return sum(
        one.counted
        for one in session.exec(select(ObligationRow))
        if one.duty_id == duty and one.unit_id in inside and FIRST <= one.last_day <= LAST
    )


def days_late(session: Session, inside: set[int | None]) -> list[int]:
    """Of each report of the period that was handed in until now and not sent back."""
    owed = {
        one.id: one.last_day
        for one in session.exec(select(ObligationRow))
        if one.unit_id in inside and FIRST <= one.last_day <= LAST
    }
    return [
        (one.submitted_at.astimezone(SHANGHAI).date() - owed[one.obligation_id]).days
        for one in session.exec(select(ReportRow))
        if one.obligation_id in owed and one.state in ("submitted", "accepted")
        if one.submitted_at is not None and one.submitted_at <= NOW
    ]


@pytest.mark.parametrize("seed", range(4))
async def test_every_figure_equals_the_record_whatever_the_autumn_was_like(
    world: World, seed: int
) -> None:
    scene = await a_school_with_a_kind_of_report(world, form=EVERYTHING)
    world.change(lambda s: fill_at_random(s, scene, seed))
    lin = phone(world, scene, "林岚")
    await world.move_to(NOW)
    expected = world.look(lambda s: counted_apart(s, scene.units["school"]))
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    [answers] = world.look(
        lambda s: [
            one.answers
            for one in s.exec(select(ReportRow))
            if one.answers.keys() >= expected.keys()
        ]
    )
    assert {code: one["text"] for code, one in answers.items()} == expected
    assert {code: one["record"] for code, one in answers.items()} == expected
