"""The document of a report brings what its figures count, as far as its reader may see it."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from sqlmodel import Session, select

from actions.report_annexes import MOST_ENTRIES
from papers.report_forms import ready_forms
from sandbox.chats import Person
from storage.tables.activities import ActivityRow
from storage.tables.organisation import PersonRow, UnitRow
from storage.tables.reports import ReportRow
from tests.harness.ledgers import document
from tests.harness.november_annexes import annexes
from tests.harness.records import CANARY, fill_november, session_of
from tests.harness.scenes import Organisation
from tests.harness.world import World, at
from tests.journeys.reporting import a_school_with_a_kind_of_report, phone, press_stale

FORM = ready_forms()["half-year-responsibility"]
HOSTILE = "=cmd|<w:t>\u202e‮二\n三 & “四”"
SAID: dict[str, dict[str, Any]] = {
    "zh": {
        "begin": "1 提交",
        "whole": "查看全文",
        "word": "Word文档",
        "link": "，见附件{}",
        "references": [
            "一、召开会议和活动：4（✎ 手工修改，记录为3），见附件1",
            "二、改期：1（取自记录），见附件2",
            "三、平均到会率（%）：63.6（取自记录），见附件3",
            "四、谈心谈话：5（取自记录），见附件4",
            "五、按时提交的材料：0（取自记录），见附件5",
        ],
        "sentences": [
            *("附件1", "召开会议和活动", "✎ 报告填写4（手工修改），记录为3。", ""),
            *("附件2", "改期", "报告填写1，与记录一致。", ""),
            *("附件3", "平均到会率（%）", "报告填写63.6，与记录一致。"),
            *("以上合计应到11人次，实到7人次。", ""),
            *("附件4", "谈心谈话", "报告填写5，与记录一致。", ""),
            *("附件5", "按时提交的材料", "报告填写0，与记录一致。"),
            "本期记录中没有相关内容。",
        ],
    },
    "en": {
        "begin": "1 Hand in",
        "whole": "See all of it",
        "word": "Word document",
        "link": ", see Annex {}",
        "references": [
            "1. Sessions held: 4 (✎ changed by hand; the record says 3), see Annex 1",
            "2. Sessions moved: 1 (from the record), see Annex 2",
            "3. Average attendance (%): 63.6 (from the record), see Annex 3",
            "4. Talks held: 5 (from the record), see Annex 4",
            "5. Papers handed in on time: 0 (from the record), see Annex 5",
        ],
        "sentences": [
            *("Annex 1", "Sessions held"),
            *("✎ The report says 4, changed by hand; the record says 3.", ""),
            *("Annex 2", "Sessions moved", "The report says 1, as the record does.", ""),
            *("Annex 3", "Average attendance (%)", "The report says 63.6, as the record does."),
            *("Altogether 7 of 11 attended.", ""),
            *("Annex 4", "Talks held", "The report says 5, as the record does.", ""),
            *("Annex 5", "Papers handed in on time", "The report says 0, as the record does."),
            "The record has nothing of this in the period.",
        ],
    },
}


@pytest.fixture
async def scene(world: World) -> Organisation:
    made = await a_school_with_a_kind_of_report(world, form=FORM)
    world.change(lambda s: fill_november(s, made))
    return made


async def draft(world: World, author: Person, language: str) -> None:
    """Begin the draft on 25 November and look at the whole of it."""
    await world.move_to(at("2026-11-25 10:00"))
    await world.say(author, "/report")
    await world.press(author, SAID[language]["begin"])


def paper_of(world: World, person: Person) -> WordDocument:
    return Document(BytesIO(document(world.last(person))[1]))


def tables_in(paper: WordDocument) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in one.rows] for one in paper.tables]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_figure_leads_to_an_annex_with_its_entries(
    world: World, scene: Organisation, language: str
) -> None:
    said = SAID[language]
    lin = phone(world, scene, "林岚", language)
    await draft(world, lin, language)
    await world.press(lin, "✎ 1")
    await world.say(lin, "4")
    await world.press(lin, said["whole"])
    await world.press(lin, said["word"])
    paper = paper_of(world, lin)
    assert tables_in(paper) == annexes(language)
    texts = [one.text for one in paper.paragraphs]
    assert [one for one in texts if "see Annex" in one or "见附件" in one] == said["references"]
    assert texts[texts.index(said["sentences"][0]) :] == said["sentences"]
    links = [(one.text, one.fragment) for each in paper.paragraphs for one in each.hyperlinks]
    assert links == [(said["link"].format(number), f"annex_{number}") for number in range(1, 6)]


async def test_the_annexes_list_what_the_chat_lists_and_nobody_elses(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await draft(world, lin, "zh")
    await world.press(lin, "Word文档")
    paper = paper_of(world, lin)
    everything = str(tables_in(paper)) + str([one.text for one in paper.paragraphs])
    for hidden in (CANARY, "别处学校", "周敏", "上月的会", "取消的会"):
        assert hidden not in everything
    # The committee sees who of its own people recorded it; a branch sees nothing of its school.
    world.change(lambda s: give_to_committee(s, scene))
    chen = phone(world, scene, "陈帆")
    assert await press_stale(world, chen, "v1:report_word:1:0") == "这个按钮您不能使用。"
    await press_stale(world, zhou, "v1:report_word:1:0")
    [_, _, by_zhou, _] = tables_in(paper_of(world, zhou))[0]
    assert by_zhou[-1] == "周敏，11月11日"
    assert CANARY not in str(tables_in(paper_of(world, zhou)))


def give_to_committee(session: Session, scene: Organisation) -> None:
    report = session.exec(select(ReportRow)).one()
    report.state, report.submitted_at = "submitted", at("2026-11-25 11:00")
    report.reviewer_unit_id = scene.units["committee"]


async def test_a_reviewer_whose_unit_is_no_longer_above_sees_the_report_without_the_record(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await draft(world, lin, "zh")
    world.change(lambda s: give_to_committee(s, scene))

    def move_away(session: Session) -> None:
        for key in ("school", "branch"):
            row = session.get_one(UnitRow, scene.units[key])
            row.path = f"/900{row.path}"

    world.change(move_away)
    await world.say(zhou, "/review")
    await press_stale(world, zhou, "v1:report_word:1:0")
    paper = paper_of(world, zhou)
    assert paper.tables == []
    assert "附件" not in str([one.text for one in paper.paragraphs])


async def test_what_was_recorded_after_the_report_was_given_is_not_in_its_annexes(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await draft(world, lin, "zh")
    world.change(lambda s: give_to_committee(s, scene))
    school, by = scene.units["school"], scene.people["林岚"]
    world.change(
        lambda s: session_of(s, school, "会后的会", "2026-11-26", state="held", by=by, came="pp")
    )
    await world.move_to(at("2026-11-29 10:00"))
    await press_stale(world, lin, "v1:report_word:1:0")
    assert tables_in(paper_of(world, lin)) == annexes("zh")


async def test_a_figure_whose_record_has_changed_since_says_both(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await draft(world, lin, "zh")
    school, by = scene.units["school"], scene.people["林岚"]
    world.change(
        lambda s: session_of(s, school, "补记的会", "2026-11-02", state="held", by=by, came="pp")
    )
    await world.press(lin, "Word文档")
    texts = [one.text for one in paper_of(world, lin).paragraphs]
    assert "报告填写3，与取数时的记录一致；现记录为4。" in texts


async def test_many_entries_are_bounded_and_hostile_names_stay_words(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    school, by = scene.units["school"], scene.people["林岚"]

    def fill(session: Session) -> None:
        for number in range(MOST_ENTRIES + 20):
            title = f"会{number}"
            session_of(session, school, title, "2026-11-20", state="held", by=by, came="p")
        first = session.exec(select(ActivityRow).where(ActivityRow.title == "政治学习")).one()
        first.title = HOSTILE
        session.get_one(PersonRow, by).name = "<b>林</b>\u202e"

    world.change(fill)
    await draft(world, lin, "zh")
    await world.press(lin, "Word文档")
    paper = paper_of(world, lin)
    sessions = tables_in(paper)[0]
    assert len(sessions) == 1 + MOST_ENTRIES
    assert sessions[1][2] == "=cmd|<w:t>二 三 & “四”"
    assert sessions[1][5] == "<b>林</b>，11月3日"
    texts = [one.text for one in paper.paragraphs]
    assert texts.count("另有23条未列出：发送 /ledger 可导出全部。") == 2
    assert "以上合计应到131人次，实到127人次。" in texts
