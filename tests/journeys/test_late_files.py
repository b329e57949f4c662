"""A file that Telegram hands over late is looked at like any other before it counts."""

from dataclasses import replace

import pytest
from sqlmodel import Session, col, select

from actions.file_keeping import MOST_TRIES
from domain.report_file import MOST_BYTES
from sandbox.chats import Message, Person
from storage.tables.reports import ReportFileRow
from tests.harness.world import World, at
from tests.journeys.asking import buttons_of
from tests.journeys.reporting import (
    A_PDF,
    a_school_that_owes_a_report,
    a_school_with_a_kind_of_report,
    phone,
    press_stale,
    write,
)


def files(world: World) -> list[ReportFileRow]:
    return world.look(lambda s: list(s.exec(select(ReportFileRow).order_by(col(ReportFileRow.id)))))


async def send_unfetched(world: World, person: Person, name: str, content: bytes) -> Message:
    """Send a document while Telegram hands over nothing."""
    sent = world.stand_in.people.send_document(person, name, content)
    assert sent.document is not None
    del world.stand_in.world.files._by_id[sent.document.file_id]
    await world.muduo.settle()
    return sent


async def hand_over(world: World, sent: Message) -> None:
    """Telegram has the file again, and the clock asks for it."""
    assert sent.document is not None
    world.stand_in.world.files.keep(sent.document)
    await world.muduo.files.fetch()
    await world.muduo.settle()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("报告.pdf", b"MZ\x90\x00 a program", "不是报告可收的文档或图片"),
        ("报告.docx", A_PDF, "按内容看是另一种文件（PDF）"),
    ],
    ids=["a program", "PDF as Word"],
)
async def test_a_late_file_that_is_not_what_it_seems_is_refused_and_its_author_told_once(
    world: World, name: str, content: bytes, why: str
) -> None:
    scene = await a_school_that_owes_a_report(world)
    lin = phone(world, scene, "林岚")
    await write(world, lin, "见附件。")
    sent = await send_unfetched(world, lin, name, content)
    good = world.stand_in.people.send_document(lin, "two.pdf", A_PDF + b" 2")
    await world.muduo.settle()
    heard = len(world.messages(lin))
    await hand_over(world, sent)
    told = world.messages(lin)[heard:]
    assert len(told) == 1
    assert why in told[0].text.replace("\u2060", "")
    assert "\n\n" not in told[0].text
    assert [one.sha256 is None for one in files(world)] == [True, False]
    assert good.document is not None
    await world.press(lin, "继续修改")
    draft = world.last(lin).text.replace("\u2060", "")
    assert f"❗ 缺少{name}" in draft
    assert "two.pdf" in draft
    assert "见附件。" in draft
    assert "查看文件" in buttons_of(world.last(lin))
    await world.muduo.files.fetch()
    await world.muduo.settle()
    assert files(world)[0].tries == 0


async def test_a_late_file_of_a_type_that_the_section_does_not_take_is_refused(
    world: World,
) -> None:
    scene = await a_school_with_a_kind_of_report(world)
    lin = phone(world, scene, "林岚", "en")
    await world.say(lin, "/report")
    await world.press(lin, "1 Hand in")
    await world.say(lin, "6")
    await world.press(lin, "Leave it for now ›")
    sent = await send_unfetched(world, lin, "notes.txt", b"only words")
    await hand_over(world, sent)
    assert "this section does not take its type (plain text)" in world.last(lin).text.replace(
        "\u2060", ""
    )
    assert [one.refused for one in files(world)] == ["other_type"]


async def test_a_late_file_that_is_larger_than_telegram_said_is_refused(world: World) -> None:
    scene = await a_school_that_owes_a_report(world)
    lin = phone(world, scene, "林岚")
    await write(world, lin, "见附件。")
    sent = await send_unfetched(world, lin, "one.pdf", A_PDF)
    assert sent.document is not None
    large = replace(
        sent, document=replace(sent.document, content=b"%PDF-1.7" * (MOST_BYTES // 8 + 1))
    )
    await hand_over(world, large)
    assert "超过20 MB" in world.last(lin).text
    assert [(one.refused, one.sha256) for one in files(world)] == [("too_big", None)]


async def test_of_a_refused_file_nobody_hears_at_night(world: World) -> None:
    scene = await a_school_that_owes_a_report(world)
    lin = phone(world, scene, "林岚")
    await write(world, lin, "见附件。")
    sent = await send_unfetched(world, lin, "报告.pdf", b"MZ\x90\x00 a program")
    await world.move_to(at("2026-11-02 23:00"))
    heard = len(world.messages(lin))
    await hand_over(world, sent)
    assert len(world.messages(lin)) == heard
    await world.move_to(at("2026-11-03 07:31"))
    assert "报告.pdf" in world.last(lin).text.replace("\u2060", "")


async def test_the_reviewer_sees_what_is_missing_and_is_never_sent_it(world: World) -> None:
    scene = await a_school_that_owes_a_report(world)
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await write(world, lin, "见附件。")
    sent = await send_unfetched(world, lin, "报告.pdf", b"MZ\x90\x00 a program")
    await world.press(lin, "提交")
    assert "还有1个文件正在从Telegram取回" in world.last(zhou).text
    assert "查看文件" not in buttons_of(world.last(zhou))
    await hand_over(world, sent)
    [card] = [one for one in world.messages(zhou) if "报告.pdf" in one.text.replace("\u2060", "")]
    assert "❗ 缺少报告.pdf" in card.text.replace("\u2060", "")
    assert "通过" in buttons_of(card)
    assert "审核人会看到" in world.last(lin).text
    await world.press(zhou, "退回")
    await world.say(zhou, "请补交。")
    await world.press(lin, "修改后再次提交")
    assert "缺少" not in world.last(lin).text
    assert len(files(world)) == 1


async def test_a_refused_file_frees_its_place_and_can_be_sent_again(world: World) -> None:
    scene = await a_school_with_a_kind_of_report(world)
    lin = phone(world, scene, "林岚")
    await world.say(lin, "报告")
    await world.press(lin, "1 提交")
    await world.say(lin, "6")
    await world.press(lin, "先跳过 ›")
    late = [await send_unfetched(world, lin, f"{one}.pdf", A_PDF + b"%d" % one) for one in (1, 2)]
    bad = await send_unfetched(world, lin, "3.pdf", b"MZ\x90\x00 a program")
    await send_unfetched(world, lin, "4.pdf", A_PDF + b"4")
    assert "本栏最多3个文件" in world.last(lin).text
    for one in (*late, bad):
        await hand_over(world, one)
    world.stand_in.people.send_document(lin, "4.pdf", A_PDF + b"4")
    await world.muduo.settle()
    assert [one.name for one in files(world) if one.sha256] == ["1.pdf", "2.pdf", "4.pdf"]


async def test_a_file_that_telegram_never_hands_over_is_given_up_with_a_word(world: World) -> None:
    scene = await a_school_that_owes_a_report(world)
    lin = phone(world, scene, "林岚")
    await write(world, lin, "见附件。")
    await send_unfetched(world, lin, "one.pdf", A_PDF)

    def tried_for_a_week(session: Session) -> None:
        session.exec(select(ReportFileRow)).one().tries = MOST_TRIES - 1

    world.change(tried_for_a_week)
    await world.muduo.files.fetch()
    await world.muduo.settle()
    assert "Telegram没有交出" in world.last(lin).text
    assert [one.refused for one in files(world)] == ["never_came"]


@pytest.mark.parametrize(
    "content", [A_PDF, b"MZ\x90\x00 a program"], ids=["it is taken", "it is refused"]
)
async def test_what_comes_while_the_reviewer_writes_his_reason_does_not_lose_the_return(
    world: World, content: bytes
) -> None:
    scene = await a_school_that_owes_a_report(world)
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await write(world, lin, "见附件。")
    sent = await send_unfetched(world, lin, "报告.pdf", content)
    await world.press(lin, "提交")
    await world.press(zhou, "退回")
    await hand_over(world, sent)
    await world.say(zhou, "请写明日期。")
    assert "周敏已退回" in world.last(zhou).text
    assert "请写明日期。" in world.last_with_button(lin, "修改后再次提交").text


async def test_a_late_copy_changes_the_card_and_no_button_of_it(world: World) -> None:
    scene = await a_school_that_owes_a_report(world)
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await write(world, lin, "见附件。")
    sent = [await send_unfetched(world, lin, f"{n}.pdf", A_PDF + b"%d" % n) for n in (1, 2)]
    await world.press(lin, "提交")
    card = world.last(zhou)
    accept = card.buttons[0][0].data
    for left, one in zip(("还有1个文件", "查看文件（2）"), sent, strict=True):
        await hand_over(world, one)
        assert left in card.text + "".join(buttons_of(card))
    await press_stale(world, zhou, accept or "")
    assert "周敏已通过" in card.text
