"""Host, link, length, study hours and people besides: said in one line, or asked for."""

import pytest
from sqlmodel import Session, select

from storage.tables.activities import ActivityRow
from storage.tables.organisation import PersonRow
from tests.harness.activities import CONFIRM, School, hold, labels, open_school
from tests.harness.scenes import add_person
from tests.harness.world import World, at

LINES = {
    "zh": "/activity 11月27日 15:00-16:30 读书会 会议室\n主持人：林岚；学时：1.5\n"
    "链接：https://meeting.example.org/1\n另邀：何静\n列席：周敏\n备注：请带笔记本",
    "en": "/activity Nov 27 15:00-16:30 Reading, Room 2\nHost: Lin Lan; study hours: 1.5\n"
    "Link: https://meeting.example.org/1\nAlso: 何静\nObservers: 周敏\nNotes: Bring your notes",
}
SHOWN = {
    "zh": (
        "⏱ 90分钟",
        "👤 主持人：林岚",
        "📚 计1.5学时",
        "🔗 meeting.",
        "📝 请带笔记本",
        "应到4人",
        "➕ 另邀：何静",
        "👁 列席（不计入应到）：周敏",
    ),
    "en": (
        "⏱ 90 min",
        "👤 Host: Lin Lan",
        "📚 Counts as 1.5 h of study",
        "🔗 meeting.",
        "📝 Bring your notes",
        "4 people are expected",
        "➕ Also invited: 何静",
        "👁 Observers, not counted: 周敏",
    ),
}


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_everything_can_be_said_at_once(world: World, language: str) -> None:
    school = await open_school(world, language)
    zhou = world.give_phone(school.scene.people["周敏"], "周敏", language=language)
    shown = await world.say(school.lin, LINES[language])
    for words in SHOWN[language]:
        assert words in shown.text
    await world.press(school.lin, CONFIRM[language], message=shown)
    assert school.states() == dict.fromkeys(("林岚", "陈帆", "王渡", "何静", "周敏"), "expected")
    total = {"zh": "应到4 · 签到0", "en": "Expected 4 · here 0"}
    assert total[language] in shown.text
    observing = {"zh": "您列席本次活动", "en": "invited as an observer"}
    assert observing[language] in world.last(zhou).text
    assert {"zh": "主持人：林岚", "en": "Host: Lin Lan"}[language] in world.last(school.wang).text


async def test_an_observer_is_counted_nowhere(world: World) -> None:
    school = await open_school(world)
    zhou = world.give_phone(school.scene.people["周敏"], "周敏")
    card = await world.say(school.lin, LINES["zh"])
    await world.press(school.lin, "确认", message=card)
    await world.move_to(at("2026-11-27 14:50"))
    await world.press(zhou, "✅ 签到")
    await world.press(school.wang, "✅ 签到")
    await world.press(school.lin, "🔄 刷新", message=card)
    assert "应到4 · 签到1" in card.text
    await world.move_to(at("2026-11-27 16:40"))
    await hold(world, school.lin, card)
    assert school.states()["周敏"] == "present"
    assert "学时：1.5" in (await world.say(school.wang, "/history")).text
    own = (await world.say(zhou, "/history")).text
    assert "学时" not in own
    assert "读书会" not in own


@pytest.mark.parametrize(
    ("language", "line", "warned"),
    [
        ("zh", "链接：http://example.org", "链接不安全"),
        ("zh", "链接：https://user:word@example.org", "链接不安全"),
        ("zh", "时长：三天", "时长须在一天以内"),
        ("zh", "学时：很多", "学时不是数字"),
        ("zh", "另邀：查无此人", "没有叫查无此人的人"),
        ("en", "Link: javascript:alert(1)", "Not a safe link"),
        ("en", "Observers: Nobody Known", "Nobody on the roster is called Nobody Known"),
    ],
)
async def test_what_cannot_be_taken_is_named_and_the_rest_stands(
    world: World, language: str, line: str, warned: str
) -> None:
    school = await open_school(world, language)
    begun = {
        "zh": "/activity 11月27日 15:00 读书会 会议室",
        "en": "/activity Nov 27 15:00 Reading, Hall",
    }
    shown = await world.say(school.lin, f"{begun[language]}\n{line}")
    assert warned in shown.text
    assert CONFIRM[language] in labels(shown)
    assert warned not in (await world.say(school.lin, "16:00")).text


async def test_of_two_people_of_one_name_the_unit_says_which(world: World) -> None:
    school = await open_school(world)
    now = world.clock()
    committee, branch = (school.scene.units[one] for one in ("committee", "branch"))

    def add_two(session: Session) -> None:
        add_person(session, "李明", committee, now=now)
        other = add_person(session, "李小明", branch, now=now)
        session.get_one(PersonRow, other).name = "李明"

    world.change(add_two)
    shown = await world.say(school.lin, "/activity 11月27日 15:00 读书会 会议室\n列席：李明")
    assert "有多人叫李明" in shown.text
    shown = await world.say(school.lin, "列席：李明@江畔教育局党委")
    assert "列席（不计入应到）：李明" in shown.text
    assert "应到4人" in shown.text


@pytest.mark.parametrize(
    ("language", "more", "host", "shown"),
    [("zh", "✏️ 补充", "主持人", "👤 主持人：陈帆"), ("en", "✏️ Details", "Host", "👤 Host: 陈帆")],
)
async def test_a_field_is_pressed_and_the_next_words_are_its_value(
    world: World, language: str, more: str, host: str, shown: str
) -> None:
    school = await open_school(world, language)
    begun = {
        "zh": "/activity 11月27日 15:00 读书会 会议室",
        "en": "/activity Nov 27 15:00 Reading, Hall",
    }
    await world.say(school.lin, begun[language])
    await world.press(school.lin, more)
    await world.press(school.lin, host)
    assert world.last(school.lin).markup.other is not None
    assert shown in (await world.say(school.lin, "陈帆")).text
    cleared = await world.say(school.lin, {"zh": "主持人：-", "en": "host: -"}[language])
    assert shown not in cleared.text


async def test_five_thousand_characters_make_a_note_of_five_hundred(world: World) -> None:
    school = await open_school(world)
    shown = await world.say(
        school.lin, "/activity 11月27日 15:00 读书会 会议室\n备注：" + "长" * 3900
    )
    await world.press(school.lin, "确认", message=shown)
    assert _row(school).notes == "长" * 500


def _row(school: School) -> ActivityRow:
    def read(session: Session) -> ActivityRow:
        return session.exec(select(ActivityRow)).one()

    return school.world.look(read)
