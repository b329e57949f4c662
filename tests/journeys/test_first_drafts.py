"""The first draft is written by the record: every figure is the record's, and says where from."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.shared import Mm, Pt
from sqlmodel import Session, select

from papers.report_forms import ready_forms
from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.organisation import UnitRow
from storage.tables.process import HistoryRow
from storage.tables.reports import ReportRow
from tests.harness.records import CANARY, fill_november, session_of
from tests.harness.scenes import Organisation
from tests.harness.world import SHANGHAI, World, at
from tests.journeys.asking import buttons_of
from tests.journeys.reporting import a_school_with_a_kind_of_report, phone, press_stale

FIGURES = ready_forms()["half-year-responsibility"]


@pytest.fixture
async def scene(world: World) -> Organisation:
    """A November with sessions, talks and a moved one; some outside of it, some elsewhere."""
    made = await a_school_with_a_kind_of_report(world, form=FIGURES)
    world.change(lambda s: fill_november(s, made))
    return made


def counted_apart(session: Session, unit_id: int, first: date, last: date) -> dict[str, str]:
    """The same figures by another way: every row of the tables, counted in plain Python."""
    path = session.get_one(UnitRow, unit_id).path
    inside = {one.id for one in session.exec(select(UnitRow)) if one.path.startswith(path)}
    sessions = [
        one
        for one in session.exec(select(ActivityRow))
        if one.unit_id in inside and first <= one.starts_at.astimezone(SHANGHAI).date() <= last
    ]
    held = [one for one in sessions if one.state == "held"]
    ids = {one.id for one in held}
    expected = [one for one in session.exec(select(ExpectedRow)) if one.activity_id in ids]
    came = [one for one in expected if one.state in ("present", "late", "made_up")]
    moved = {
        line.subject_id
        for line in session.exec(select(HistoryRow))
        if line.subject_kind == "activity" and "starts_at" in (line.after or {})
    }
    names = {one.id: one.name_zh for one in session.exec(select(DutyRow))}
    ticked = [
        one.counted
        for one in session.exec(select(ObligationRow))
        if one.unit_id in inside and first <= one.last_day <= last
        if "谈" in names[one.duty_id]
    ]
    return {
        "sessions": str(len(held)),
        "moved": str(len(moved & {one.id for one in sessions})),
        "attendance": f"{len(came) * 100 / len(expected):.1f}",
        "talks": str(sum(ticked)),
        "in-time": "0",
    }


async def test_every_figure_of_the_draft_is_the_records(world: World, scene: Organisation) -> None:
    lin = phone(world, scene, "林岚")
    await world.move_to(at("2026-11-25 10:00"))
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    [report] = world.look(lambda s: list(s.exec(select(ReportRow))))
    found = {code: one["text"] for code, one in report.answers.items()}
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    school = scene.units["school"]
    assert found == world.look(lambda s: counted_apart(s, school, first, last))
    assert found == {
        "sessions": "3",
        "moved": "1",
        "attendance": "63.6",
        "talks": "5",
        "in-time": "0",
    }


async def test_the_draft_is_offered_ten_days_before_and_leads_to_itself(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await world.move_to(at("2026-11-19 12:00"))
    assert not [one for one in world.messages(lin) if "查看草稿" in buttons_of(one)]
    await world.move_to(at("2026-11-20 12:00"))
    [offer] = [one for one in world.messages(lin) if "查看草稿" in buttons_of(one)]
    assert "召开会议和活动：3\n改期：1\n平均到会率（%）：63.6\n谈心谈话：5" in offer.text
    await world.press(lin, "查看草稿")
    whole = world.last(lin)
    assert "召开会议和活动：3（取自记录）" in whole.text
    assert "❗ 还没有填写" in whole.text
    await world.move_to(at("2026-11-24 12:00"))
    assert len([one for one in world.messages(lin) if "查看草稿" in one.text]) == 0


async def test_each_figure_opens_its_entries_and_nobody_elses(
    world: World, scene: Organisation
) -> None:
    lin, chen = phone(world, scene, "林岚"), phone(world, scene, "陈帆")
    await world.move_to(at("2026-11-25 10:00"))
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    await world.press(lin, "✎ 1")
    await world.press(lin, "查看依据")
    shown = world.last(lin)
    assert "11月3日星期二 · 青石小学 · 政治学习：5人中到3人" in shown.text
    assert "11月10日星期二 · 青石小学第一支部 · 主题党日：3人中到2人" in shown.text
    assert CANARY not in shown.text
    await world.press(lin, "‹ 返回")
    assert "第1栏，共9栏" in shown.text
    assert await press_stale(world, chen, "v1:report_entries:1-1:1") == "这个按钮您不能使用。"
    assert await press_stale(world, chen, "v1:report_word:1:0") == "这个按钮您不能使用。"
    assert await press_stale(world, lin, "v1:report_entries:1-7:1") == "这个按钮您不能使用。"


async def test_what_is_changed_by_hand_is_marked_and_kept_when_figures_are_taken_anew(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚", "en")
    await world.move_to(at("2026-11-25 10:00"))
    await world.say(lin, "/report")
    await world.press(lin, "1 Hand in")
    await world.press(lin, "✎ 1")
    await world.say(lin, "4")
    school, by = scene.units["school"], scene.people["林岚"]
    world.change(
        lambda s: session_of(s, school, "补会", "2026-11-24", state="held", by=by, came="pp")
    )
    await world.press(lin, "See all of it")
    await world.press(lin, "Refresh figures")
    whole = world.last(lin).text
    assert "Sessions held: 4 (from the record)" in whole
    assert "Average attendance (%): 69.2 (from the record)" in whole
    await world.press(lin, "✎ 4")
    await world.say(lin, "6")
    await world.press(lin, "See all of it")
    assert "Talks held: 6 (✎ changed by hand; the record says 5)" in world.last(lin).text


async def test_the_document_says_what_the_chat_says(world: World, scene: Organisation) -> None:
    lin = phone(world, scene, "林岚")
    await world.move_to(at("2026-11-25 10:00"))
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    await world.press(lin, "✎ 6")
    await world.say(lin, "每月学习一次。\n另有<b>实践</b>。")
    await world.press(lin, "查看全文")
    await world.press(lin, "Word文档")
    sent = world.last(lin).document
    assert sent is not None
    assert sent.name == "报告-青石小学-2026年11月.docx"
    written = Document(BytesIO(sent.content))
    said = [one.text for one in written.paragraphs]
    assert said[0] == "半年履责报告（2026年11月）"
    assert "一、召开会议和活动：3（取自记录），见附件1" in said
    assert "另有<b>实践</b>。" in said
    signed = said.index("2026年11月25日")
    assert said[signed - 1 : signed + 2] == ["青石小学", "2026年11月25日", "附件1"]
    [page] = written.sections
    # Word counts in twentieths of a point.
    assert page.page_width is not None
    assert abs(page.page_width - Mm(210)) < Pt(0.05)


async def test_what_a_person_owes_for_himself_is_not_filled_from_the_record_of_his_unit(
    world: World, scene: Organisation
) -> None:
    wang = phone(world, scene, "王渡")

    def owe(session: Session) -> None:
        [owed] = [one for one in session.exec(select(ObligationRow)) if one.state == "open"]
        owed.person_id = scene.people["王渡"]
        owed.owner_key = f"p{owed.person_id}"

    world.change(owe)
    await world.move_to(at("2026-11-25 10:00"))
    assert not [one for one in world.messages(wang) if "查看草稿" in buttons_of(one)]
    await press_stale(world, wang, "v1:hand:1:1")
    assert "第1栏，共9栏" in world.last(wang).text
    await world.press(wang, "查看依据")
    assert "政治学习" not in "".join(one.text for one in world.messages(wang))
