"""An administrator sends the year's holiday list as a file: shown first, then it holds."""

from datetime import date

import pytest

from bot.calendar_seed import seed_calendar
from domain.working_day import WorkingCalendar
from sandbox.chats import Message, Person
from storage import calendar_days
from tests.harness.holiday_files import OFF_2027, holiday_file
from tests.harness.roster_files import send_file
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World

OCTOBER = date(2027, 10, 4)
SATURDAY = date(2027, 2, 20)


@pytest.fixture
async def scene(world: World) -> Organisation:
    now = world.clock()
    found = world.change(lambda s: small_school_committee(s, now))
    await seed_calendar(world.muduo.runner, now)
    return found


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静")


def known(world: World) -> WorkingCalendar:
    return world.look(calendar_days.load)


async def send(world: World, phone: Person, content: bytes, name: str = "2027.json") -> Message:
    return await send_file(world, phone, content, name=name)


async def test_a_list_is_shown_first_then_holds_and_can_be_taken_back(
    world: World, admin: Person
) -> None:
    before = known(world)
    shown = await send(world, admin, holiday_file())
    assert "2027年放假安排 · 中国" in shown.text
    assert "2026年12月31日至2027年1月3日（4天）元旦" in shown.text
    assert "2月20日星期六" in shown.text
    assert "改为放假：" in shown.text
    assert known(world) == before
    await world.press(admin, "确认")
    assert "2027年放假安排已生效" in world.last(admin).text
    assert known(world).is_working_day(SATURDAY)
    assert not known(world).is_working_day(date(2026, 12, 31))
    assert not known(world).is_provisional(date(2026, 12, 31))
    assert not known(world).is_provisional(OCTOBER)
    await world.press(admin, "撤销")
    assert "日历恢复原样" in world.last(admin).text
    assert known(world) == before


async def test_an_english_reader_sees_the_same_in_english(
    world: World, scene: Organisation
) -> None:
    admin = world.give_phone(scene.people["何静"], "何静", language="en")
    shown = await send(world, admin, holiday_file())
    assert "Holiday list 2027 · China" in shown.text
    assert "1–7 Oct (7 days) National Day" in shown.text
    assert "Compared with what I knew" in shown.text
    await world.press(admin, "Confirm")
    assert "The holiday list of 2027 holds now" in world.last(admin).text


async def test_after_a_minute_and_after_another_change_nothing_is_taken_back(
    world: World, admin: Person
) -> None:
    await send(world, admin, holiday_file())
    await world.press(admin, "确认")
    message = world.last(admin)
    await world.tick(seconds=61)
    assert "已超过撤销时间" in await world.press(admin, "撤销", message=message)
    assert known(world).is_working_day(SATURDAY)
    shorter = [one for one in OFF_2027 if one[0] != "中秋节"]
    await send(world, admin, holiday_file(off=shorter))
    await world.press(admin, "确认")
    latest = world.last(admin)
    await send(world, admin, holiday_file())
    await world.press(admin, "确认")
    assert "之后又有修改" in await world.press(admin, "撤销", message=latest)


async def test_confirming_twice_counts_once_and_the_same_list_again_changes_nothing(
    world: World, admin: Person
) -> None:
    shown = await send(world, admin, holiday_file())
    first, second = (world.stand_in.people.press(admin, shown.message_id, "确认") for _ in range(2))
    await world.muduo.settle()
    answers = world.stand_in.callback_answers
    said = {answer.text for one in (first, second) if (answer := answers[one])}
    assert said == {"", "这个文件已经处理过。请重新发送。"}
    assert "早已录入" in (await send(world, admin, holiday_file())).text


async def test_a_discarded_list_changes_nothing(world: World, admin: Person) -> None:
    before = known(world)
    await send(world, admin, holiday_file())
    await world.press(admin, "放弃")
    assert "已放弃" in world.last(admin).text
    assert known(world) == before


async def test_when_the_calendar_changed_meanwhile_the_list_is_shown_again(
    world: World, admin: Person
) -> None:
    shown = await send(world, admin, holiday_file())
    await world.say(admin, "/calendar 2027-03-08 休 妇女节")
    await world.press(admin, "确认")
    await world.press(admin, "确认", message=shown)
    assert "请再看一遍" in world.last_with_button(admin, "确认").text
    assert "手工设置的1天保持不变" in world.last_with_button(admin, "确认").text
    await world.press(admin, "确认", message=shown)
    assert not known(world).is_working_day(date(2027, 3, 8))
    assert known(world).is_working_day(SATURDAY)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(holiday_file(off=(), working=(), papers=0), "尚未公布", id="the empty file"),
        pytest.param(holiday_file(year=2030), "2030年离现在太远", id="a year far away"),
        pytest.param(holiday_file(year=2028), "不在该年份内", id="another year's days"),
        pytest.param(b"not json", "不是 JSON", id="words"),
        pytest.param(b"{}", "需要 year 和 days", id="another json"),
        pytest.param(b" " * 5_000_000, "最多256 KB", id="five megabytes"),
    ],
)
async def test_a_wrong_file_is_refused_and_says_why(
    world: World, admin: Person, content: bytes, said: str
) -> None:
    before = known(world)
    answer = (await send(world, admin, content)).text
    assert said in answer
    assert "什么都没有改动" in answer
    assert known(world) == before


async def test_cautions_stand_in_the_preview(world: World, admin: Person) -> None:
    shown = await send(world, admin, holiday_file(working=(), papers=0))
    assert "没有调休上班日" in shown.text
    assert "没有注明所依据的公告" in shown.text


async def test_a_photo_or_words_instead_of_the_file(world: World, admin: Person) -> None:
    await world.say(admin, "/calendar")
    await world.press(admin, "✏️ 修改")
    assert "修改日历：全体" in world.last(admin).text
    world.stand_in.people.send_photo(admin, b"\xff\xd8\xff\xe0 not a file")
    await world.muduo.settle()
    assert "不要发照片" in world.last(admin).text
    assert "没有看懂“放假了”" in (await world.say(admin, "放假了")).text
    assert "2027年放假安排 · 中国" in (await send(world, admin, holiday_file())).text


async def test_a_secretary_cannot_change_everybodys_days(world: World, scene: Organisation) -> None:
    lin = world.give_phone(scene.people["林岚"], "林岚")
    before = known(world)
    assert "没有等您回答" in (await send(world, lin, holiday_file())).text
    await world.say(lin, "/calendar")
    await world.press(lin, "✏️ 修改")
    assert "只有最上级组织的管理员" in (await send(world, lin, holiday_file())).text
    assert known(world) == before
