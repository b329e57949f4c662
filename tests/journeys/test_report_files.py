"""Files of a report: looked into, copied, kept with the version, shown again."""

import pytest

from tests.harness.scenes import Organisation
from tests.harness.world import World
from tests.journeys.asking import buttons_of
from tests.journeys.reporting import (
    A_PDF,
    A_PNG,
    a_school_that_owes_a_report,
    a_school_with_a_kind_of_report,
    files,
    hand_in_two_files,
    phone,
    press_stale,
    send_file,
    send_raw,
    write,
)


@pytest.fixture
async def scene(world: World) -> Organisation:
    return await a_school_that_owes_a_report(world)


def pictures(count: int) -> list[bytes]:
    return [A_PNG + bytes([number]) for number in range(count)]


async def test_an_album_is_kept_whole_and_answered_once(world: World, scene: Organisation) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await write(world, lin, "见照片。")
    heard = len(world.messages(lin))
    world.stand_in.people.send_album(lin, pictures(10), "活动现场")
    await world.muduo.settle()
    assert len(world.messages(lin)) == heard + 1
    assert "🖼 10张照片\n见照片。\n活动现场" in world.last(lin).text
    assert len({one.sha256 for one in files(world)}) == 10
    await world.press(lin, "提交")
    await world.press(zhou, "查看文件（10）")
    shown = [one for one in world.messages(zhou) if one.photo is not None]
    assert [one.photo.content for one in shown if one.photo] == pictures(10)
    assert len({one.album for one in shown}) == 1


async def test_an_album_that_a_restart_cuts_in_two_is_answered_once(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "见照片。")
    heard = len(world.messages(lin))
    album = world.stand_in.people.send_album(lin, pictures(4))
    await world.muduo.settle()
    await world.restart()
    for number, one in enumerate(album):
        assert one.photo is not None
        size = one.photo.as_photo()[0] | {"file_unique_id": f"later-{number}"}
        await send_raw(world, lin, number, media_group_id=one.album, photo=[size])
    assert len(world.messages(lin)) == heard + 1
    assert "🖼 8张照片" in world.last(lin).text


async def test_in_english_the_album_is_answered_in_its_section(world: World) -> None:
    scene = await a_school_with_a_kind_of_report(world)
    lin = phone(world, scene, "林岚", "en")
    await world.say(lin, "/report")
    await world.press(lin, "1 Hand in")
    await world.say(lin, "6")
    await world.press(lin, "Leave it for now ›")
    heard = len(world.messages(lin))
    world.stand_in.people.send_album(lin, pictures(5))
    await world.muduo.settle()
    said = [one.text for one in world.messages(lin)[heard:]]
    assert len(said) == 2
    assert any("Section 3 of 3: Papers" in text and "🖼 3 photos" in text for text in said)
    assert any("This section holds 3 files" in text for text in said)
    assert len(files(world)) == 3


@pytest.mark.parametrize(
    ("name", "content", "answer"),
    [
        ("报告.pdf", b"only words", "按内容看，它其实是另一种文件（纯文本）"),
        ("报告.docx", A_PDF, "按内容看，它其实是另一种文件（PDF）"),
        ("报告.pdf", b"MZ\x90\x00 a program", "不是报告可收的文档或图片"),
        ("照片.jpg", b"\x7fELF\x02", "不是报告可收的文档或图片"),
        ("资料.zip", b"PK\x03\x04 broken", "不是报告可收的文档或图片"),
        ("空.pdf", b"\x00" * 50, "不是报告可收的文档或图片"),
    ],
    ids=["words as PDF", "PDF as Word", "a program", "another program", "an archive", "noughts"],
)
async def test_a_file_counts_by_its_content_and_not_by_its_name(
    world: World, scene: Organisation, name: str, content: bytes, answer: str
) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "见附件。")
    assert answer in (await send_file(world, lin, name, content)).text.replace("\u2060", "")
    assert files(world) == []


async def test_several_files_are_kept_and_the_same_one_once(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "见附件。")
    await send_file(world, lin, "one.pdf", A_PDF)
    await send_file(world, lin, "two.pdf", A_PDF + b" 2")
    draft = await send_file(world, lin, "one.pdf", A_PDF)
    assert draft.text.replace("\u2060", "").count("one.pdf") == 1
    assert "查看文件（2）" in buttons_of(draft)


async def test_a_file_that_is_too_large_for_a_bot_is_refused_in_one_sentence(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "一。")
    big = {"file_id": "f", "file_unique_id": "f", "file_size": 20 * 1024 * 1024 + 1}
    await send_raw(world, lin, 1, document=big)
    assert world.last(lin).text == "这个文件超过20 MB，请发小一些的文件。"


async def test_what_telegram_has_lost_is_shown_from_our_own_copies(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await hand_in_two_files(world, lin)
    for one in files(world):
        del world.stand_in.world.files._by_id[one.file_id]
    await world.press(zhou, "查看文件（2）")
    sent = [one.document for one in world.messages(zhou) if one.document is not None]
    assert [one.content for one in sent] == [A_PDF, A_PDF + b" 2"]
    assert [one.name for one in sent] == ["one.pdf", "two.pdf"]


async def test_a_file_that_does_not_come_now_is_fetched_later(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "见附件。")
    sent = world.stand_in.people.send_document(lin, "one.pdf", A_PDF)
    assert sent.document is not None
    shelf = world.stand_in.world.files
    del shelf._by_id[sent.document.file_id]
    await world.muduo.settle()
    assert "还有1个文件正在从Telegram取回" in world.last(lin).text
    assert [one.sha256 for one in files(world)] == [None]
    await world.muduo.files.fetch()
    assert [(one.sha256, one.tries) for one in files(world)] == [(None, 1)]
    shelf.keep(sent.document)
    await world.muduo.files.fetch()
    assert files(world)[0].sha256 is not None
    await world.press(lin, "提交")
    assert "正在从Telegram取回" not in world.last(lin).text


async def test_a_returned_version_keeps_its_files_and_the_next_begins_with_them(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await write(world, lin, "见附件。")
    await send_file(world, lin, "one.pdf", A_PDF)
    await world.press(lin, "提交")
    await world.press(zhou, "退回")
    await world.say(zhou, "缺一份。")
    await world.press(lin, "修改后再次提交")
    await send_file(world, lin, "two.pdf", A_PDF + b" 2")
    assert [one.report_id for one in files(world)] == [1, 2, 2]
    await world.press(lin, "提交")
    await world.press(zhou, "查看文件（2）")
    assert "查看文件" in buttons_of(world.messages(zhou)[0])


async def test_files_are_nobody_elses(world: World, scene: Organisation) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "见附件。")
    await send_file(world, lin, "one.pdf", A_PDF)
    for name in ("王渡", "陈帆"):
        stranger = phone(world, scene, name)
        assert await press_stale(world, stranger, "v1:report_file:1:0") == "这个按钮您不能使用。"


async def test_copies_that_no_report_names_are_deleted_after_a_day(
    world: World, scene: Organisation
) -> None:
    lin = phone(world, scene, "林岚")
    await write(world, lin, "见附件。")
    await send_file(world, lin, "one.pdf", A_PDF)
    await send_file(world, lin, "two.pdf", A_PDF + b" 2")
    marks = [one.sha256 or "" for one in files(world)]
    orphan = world.muduo.copies.keep(b"nobody's", now=world.clock())
    await world.press(lin, "放弃")
    await world.press(lin, "是")
    await write(world, lin, "再来。")
    await send_file(world, lin, "one.pdf", A_PDF)
    await world.muduo.files.clean()
    assert world.muduo.copies.fetch(orphan) is not None
    await world.tick(hours=25)
    await world.muduo.files.clean()
    found = [world.muduo.copies.fetch(mark) is not None for mark in (*marks, orphan)]
    assert found == [True, False, False]


async def test_files_are_let_go_three_years_after_the_decision(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await write(world, lin, "见附件。")
    await send_file(world, lin, "one.pdf", A_PDF)
    await world.press(lin, "提交")
    await world.press(zhou, "通过")
    mark = files(world)[0].sha256 or ""
    for days, is_there in ((3 * 365 - 1, True), (2, False)):
        world.clock.advance(days=days)
        await world.muduo.files.clean()
        assert (world.muduo.copies.fetch(mark) is not None) is is_there
    assert [(one.name, one.sha256) for one in files(world)] == [("one.pdf", None)]
