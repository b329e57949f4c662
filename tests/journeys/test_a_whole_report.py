"""A report from the draft of the record to its line in the ledger; the bot begins anew between."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from sqlmodel import Session, update

from papers.report_forms import ready_forms
from sandbox.chats import Person
from storage.tables.organisation import PersonRow
from tests.harness.ledgers import document, read_book
from tests.harness.records import session_of, talks
from tests.harness.scenes import Organisation
from tests.harness.world import World, at
from tests.journeys.reporting import (
    A_PDF,
    a_school_with_a_kind_of_report,
    another_officer,
    phone,
)

FORM = ready_forms()["half-year-responsibility"]
WORDS: dict[str, dict[str, Any]] = {
    "zh": {
        "read": "查看草稿",
        "record": "召开会议和活动：2（取自记录）",
        "whole": "查看全文",
        "changed": "召开会议和活动：3（✎ 手工修改，记录为2）",
        "hand_in": "提交",
        "confirm": "确认",
        "return": "退回",
        "correct": "修改后再次提交",
        "accept": "通过",
        "accepted": "周敏已通过",
        "word": "Word文档",
        "title": "半年履责报告（2026年11月）",
        "held": [
            ["11月3日", "政治学习", "青石小学", "2/3"],
            ["11月12日", "实践", "青石小学", "2/2"],
        ],
        "ledger": "/ledger 青石小学 2026年",
        "sheet": "报告",
        "row": ("履责报告", "2026年11月", "已通过", 2, 2, "有"),
    },
    "en": {
        "read": "Read the draft",
        "record": "Sessions held: 2 (from the record)",
        "whole": "See all of it",
        "changed": "Sessions held: 3 (✎ changed by hand; the record says 2)",
        "hand_in": "Hand in",
        "confirm": "Confirm",
        "return": "Return",
        "correct": "Correct, hand in",
        "accept": "Accept",
        "accepted": "Accepted by 周敏",
        "word": "Word document",
        "title": "Half-year responsibility report, November 2026",
        "held": [
            ["3 November", "政治学习", "青石小学", "2 of 3"],
            ["12 November", "实践", "青石小学", "2 of 2"],
        ],
        "ledger": "/ledger 青石小学 2026",
        "sheet": "Reports",
        "row": ("Duty report", "November 2026", "accepted", 2, 2, "yes"),
    },
}


@pytest.fixture
async def scene(world: World) -> Organisation:
    """A November with two sessions and three talks; the head confirms what the school hands in."""
    made = await a_school_with_a_kind_of_report(world, form=FORM, by_head=True)
    school, by = made.units["school"], made.people["林岚"]

    def fill(session: Session) -> None:
        session_of(session, school, "政治学习", "2026-11-03", state="held", by=by, came="ppa")
        session_of(session, school, "实践", "2026-11-12", state="held", by=by, came="pp")
        talks(session, school, count=3, last_day=at("2026-11-06 09:00").date())

    world.change(fill)
    return made


async def answer(world: World, author: Person, section: int, words: str, whole: str) -> None:
    """Open a section, answer it, and look at everything; the bot begins anew before the answer."""
    await world.press(author, f"✎ {section}")
    await world.restart()
    await world.say(author, words)
    await world.press(author, whole)


async def draft(world: World, author: Person, said: dict[str, Any]) -> None:
    """Ten days before the record offers its draft; it is corrected and filled, and handed in."""
    whole = said["whole"]
    await world.move_to(at("2026-11-20 12:00"))
    await world.press(author, said["read"])
    assert said["record"] in world.last(author).text
    await answer(world, author, 1, "3", whole)
    for section in (6, 7, 8):
        await answer(world, author, section, "每月学习一次，全体教职工参加。", whole)
    await world.press(author, "✎ 9")
    await world.restart()
    world.stand_in.people.send_document(author, "签到表.pdf", A_PDF)
    await world.muduo.settle()
    await world.press(author, whole)
    assert said["changed"] in world.last(author).text
    await world.restart()
    await world.press(author, said["hand_in"])


async def review(world: World, people: tuple[Person, Person, Person], said: dict[str, Any]) -> None:
    """The head confirms, the committee returns it, it is corrected, confirmed and accepted."""
    author, head, reviewer = people
    await world.restart()
    await world.press(head, said["confirm"])
    await world.restart()
    await world.press(reviewer, said["return"])
    await world.restart()
    await world.say(reviewer, "次数请核对。")
    await world.restart()
    await world.press(author, said["correct"])
    assert "次数请核对。" in world.last(author).text
    await world.press(author, said["hand_in"])
    await world.move_to(at("2026-12-02 09:00"))
    await world.press(head, said["confirm"])
    await world.restart()
    await world.press(reviewer, said["accept"])
    assert said["accepted"] in world.last(author).text


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_from_the_draft_of_the_record_to_the_line_in_the_ledger(
    world: World, scene: Organisation, language: str
) -> None:
    said = WORDS[language]
    head = another_officer(world, scene, "方舟", unit="school", role="head")
    world.change(lambda s: s.execute(update(PersonRow).values(language=language)))
    author = phone(world, scene, "林岚", language)
    reviewer = phone(world, scene, "周敏", language)
    await draft(world, author, said)
    await review(world, (author, head, reviewer), said)
    verdict = world.last(author)
    await world.restart()
    await world.press(reviewer, said["word"])
    paper = Document(BytesIO(document(world.last(reviewer))[1]))
    assert paper.paragraphs[0].text == said["title"]
    assert said["changed"] in paper.paragraphs[2].text
    held = [[cell.text for cell in row.cells[1:5]] for row in paper.tables[0].rows]
    assert held[1:] == said["held"]
    # Whatever was asked for afterwards, the author is left in peace.
    await world.move_to(at("2026-12-20 09:00"))
    await world.say(reviewer, said["ledger"])
    rows = read_book(document(world.last(reviewer))[1])[said["sheet"]]
    [row] = [one for one in rows if one[0] == 1]
    assert (row[3], row[4], row[6], row[9], row[11], row[12]) == said["row"]
    assert verdict in world.messages(author)
