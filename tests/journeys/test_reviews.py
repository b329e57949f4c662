"""A report is reviewed: accepted or returned, by one person, once."""

import pytest

from sandbox.chats import Person
from storage.tables.process import HistoryRow
from tests.harness.scenes import Organisation
from tests.harness.world import World, at
from tests.journeys.asking import buttons_of, facts_of_history
from tests.journeys.reporting import (
    A_PDF,
    a_school_that_owes_a_report,
    another_officer,
    hand_in,
    phone,
    press_stale,
    write,
)


@pytest.fixture
async def scene(world: World) -> Organisation:
    return await a_school_that_owes_a_report(world)


async def test_a_report_is_returned_corrected_and_accepted(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await hand_in(world, lin, "上半年学习六次。")
    asked = world.last(zhou)
    assert "提交人：林岚" in asked.text
    assert "上半年学习六次。" in asked.text
    await world.press(zhou, "退回")
    assert "需要修改什么" in world.last(zhou).text
    await world.say(zhou, "请写明日期。")
    assert "周敏已退回" in asked.text
    assert buttons_of(asked) == []
    verdict = world.last(lin)
    assert "请写明日期。" in verdict.text
    await world.press(lin, "修改后再次提交", message=verdict)
    assert "上半年学习六次。" in world.last(lin).text
    await world.say(lin, "日期见附表。")
    await world.press(lin, "提交")
    assert buttons_of(verdict) == []
    await world.press(zhou, "通过")
    assert "周敏已通过" in world.last(zhou).text
    assert "周敏已通过" in world.last(lin).text
    assert "您没有待办" in (await world.say(lin, "/todo")).text
    verbs = [line.verb for line in facts_of_history(world, HistoryRow.subject_kind == "report")]
    assert verbs == [
        "begin_report",
        "hand_in_report",
        "return_report",
        "begin_report",
        "hand_in_report",
        "accept_report",
    ]


async def test_the_review_in_english(world: World, scene: Organisation) -> None:
    lin, zhou = phone(world, scene, "林岚", "en"), phone(world, scene, "周敏", "en")
    await world.say(lin, "/report")
    await world.press(lin, "1 Hand in")
    await world.say(lin, "Six sessions.")
    await world.press(lin, "Hand in")
    await world.press(zhou, "Return")
    await world.say(zhou, "Name the days.")
    assert "Returned by 周敏" in world.last(lin).text
    await world.press(lin, "Correct, hand in")
    await world.press(lin, "Hand in")
    await world.press(zhou, "Accept")
    assert "Accepted by 周敏" in world.last(lin).text


async def test_after_a_return_the_ladder_goes_on_from_the_next_day(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await world.move_to(at("2026-11-20 09:00"))
    await hand_in(world, lin, "初稿。")
    await world.move_to(at("2026-11-26 10:00"))
    await world.press(zhou, "退回")
    await world.say(zhou, "请补充。")
    heard = len(world.messages(lin))
    await world.move_to(at("2026-11-26 20:00"))
    assert len(world.messages(lin)) == heard
    await world.move_to(at("2026-11-27 08:30"))
    assert "已退回，还有3天" in world.last(lin).text


async def test_what_was_handed_in_at_night_is_shown_in_the_morning(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await world.move_to(at("2026-11-02 22:00"))
    await hand_in(world, lin, "夜里写的。")
    assert world.messages(zhou) == []
    await world.move_to(at("2026-11-03 08:30"))
    assert "夜里写的。" in world.last(zhou).text


async def test_of_two_reviewers_one_decides_and_the_other_sees_who(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    second = another_officer(world, scene, "许宁", unit="committee")
    await hand_in(world, lin, "上半年学习六次。")
    first_card, second_card = world.last(zhou), world.last(second)
    world.stand_in.people.press(zhou, first_card.message_id, "通过")
    world.stand_in.people.press(second, second_card.message_id, "退回")
    await world.muduo.settle()
    assert len(facts_of_history(world, HistoryRow.verb == "accept_report")) == 1
    assert "周敏已通过，11月2日星期一 09:00" in second_card.text
    assert buttons_of(second_card) == []
    assert "撤销" in buttons_of(first_card)


async def test_a_double_press_accepts_once(world: World, scene: Organisation) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await hand_in(world, lin, "上半年学习六次。")
    card = world.last(zhou)
    world.stand_in.people.press(zhou, card.message_id, "通过")
    world.stand_in.people.press(zhou, card.message_id, "通过")
    await world.muduo.settle()
    assert len(facts_of_history(world, HistoryRow.verb == "accept_report")) == 1
    assert sum("已通过" in message.text for message in world.messages(lin)) == 1


async def test_an_acceptance_can_be_taken_back_for_ten_minutes(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await hand_in(world, lin, "上半年学习六次。")
    await world.press(zhou, "通过")
    told = world.last(lin)
    await world.tick(minutes=10)
    await world.press(zhou, "撤销")
    assert "重新等待审阅" in told.text
    assert "等待审阅" in (await world.say(lin, "/todo")).text
    await world.press(zhou, "通过")
    await world.tick(minutes=11)
    assert "内容已有变化" in await world.press(zhou, "撤销")
    assert "您没有待办" in (await world.say(lin, "/todo")).text


async def test_a_return_needs_words_and_not_too_many(world: World, scene: Organisation) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await hand_in(world, lin, "上半年学习六次。")
    await world.press(zhou, "退回")
    world.stand_in.people.send_photo(zhou, b"not a picture")
    await world.muduo.settle()
    assert "请用文字写明" in world.last(zhou).text
    assert "超出4,000字" in (await world.say(zhou, "字" * 5000)).text
    assert facts_of_history(world, HistoryRow.verb == "return_report") == []
    await world.say(zhou, "字" * 1000)
    assert len(facts_of_history(world, HistoryRow.verb == "return_report")) == 1


async def accept_while_it_is_being_returned(
    world: World, scene: Organisation
) -> tuple[Person, Person, Person]:
    """One reviewer is asked why he returns it while the other accepts: author and both of them."""
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    second = another_officer(world, scene, "许宁", unit="committee")
    await hand_in(world, lin, "上半年学习六次。")
    await world.press(zhou, "退回")
    await world.press(second, "通过")
    return lin, zhou, second


async def test_a_comment_on_a_report_that_was_decided_meanwhile_changes_nothing(
    world: World, scene: Organisation
) -> None:
    lin, zhou, _ = await accept_while_it_is_being_returned(world, scene)
    assert "许宁已通过" in (await world.say(zhou, "请补充。")).text
    assert "报告已有变化，未退回。您写的是：\n请补充。" in world.messages(zhou)[-2].text
    assert "请补充。" not in world.last(lin).text


async def test_a_return_goes_on_after_an_acceptance_that_was_taken_back(
    world: World, scene: Organisation
) -> None:
    lin, zhou, second = await accept_while_it_is_being_returned(world, scene)
    await world.press(second, "撤销")
    await world.say(zhou, "请补充。")
    assert "请补充。" in world.last(lin).text


async def test_the_queue_shows_the_longest_waiting_first(world: World, scene: Organisation) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    assert "没有等您审阅的报告" in (await world.say(zhou, "审阅")).text
    await hand_in(world, lin, "十一月的。")
    await world.move_to(at("2026-12-01 09:00"))
    await hand_in(world, lin, "十二月的。", number=2)
    assert "十一月的。" in (await world.say(zhou, "/review")).text
    await world.press(zhou, "下一份（1）")
    assert "十二月的。" in world.last(zhou).text
    await world.press(zhou, "通过", message=world.last(zhou))
    await world.press(zhou, "下一份（1）")
    assert "十一月的。" in world.last(zhou).text


async def test_the_file_goes_to_the_reviewer_and_to_nobody_else(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    chen = phone(world, scene, "陈帆")
    await write(world, lin, "见附件。")
    world.stand_in.people.send_document(lin, "报告.pdf", A_PDF)
    await world.muduo.settle()
    await world.press(lin, "提交")
    await world.press(zhou, "查看文件")
    sent = world.last(zhou).document
    assert sent is not None
    assert sent.content == A_PDF
    assert await press_stale(world, chen, "v1:report_file:1:0") == "这个按钮您不能使用。"


async def test_nobody_reviews_what_he_wrote_himself(world: World, scene: Organisation) -> None:
    zhou = phone(world, scene, "周敏")
    second = another_officer(world, scene, "许宁", unit="committee", role="head")
    await press_stale(world, zhou, "v1:hand:1:1")
    await world.say(zhou, "代写的。")
    await world.press(zhou, "提交")
    assert "可由许宁审阅" in await press_stale(world, zhou, "v1:review_accept:1:3")
    assert "代写的。" in world.last(second).text
    await world.press(second, "通过")
    assert "许宁已通过" in world.last(second).text


async def test_the_writing_unit_and_members_review_nothing(
    world: World, scene: Organisation
) -> None:
    lin, wang = phone(world, scene, "林岚"), phone(world, scene, "王渡")
    await hand_in(world, lin, "上半年学习六次。")
    for person in (lin, wang):
        assert await press_stale(world, person, "v1:review_accept:1:3") == "这个按钮您不能使用。"
    assert facts_of_history(world, HistoryRow.verb == "accept_report") == []


async def test_where_nobody_hears_the_level_above_finds_the_report(
    world: World, scene: Organisation
) -> None:
    lin, admin = phone(world, scene, "林岚"), phone(world, scene, "何静")
    await hand_in(world, lin, "上半年学习六次。")
    assert "上半年学习六次。" in (await world.say(admin, "/review")).text
    await world.press(admin, "通过")
    assert "何静已通过" in world.last(lin).text
