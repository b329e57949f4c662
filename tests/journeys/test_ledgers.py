"""The ledger: one file that can be handed up as it is, with nothing foreign in it."""

import zipfile
from datetime import date, time
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session

from tests.harness.ledgers import (
    SHEETS,
    ask_for_file,
    document,
    read_book,
)
from tests.harness.scenes import Organisation
from tests.harness.two_districts import CANARIES, labels, press_data
from tests.harness.world import World
from tests.journeys.ledgering import DANGEROUS, phone, set_scene

# Expected, came, of these late, left early, on leave, absent, rate, quorum.
SUMS, NO_SUMS = (4, 2, 1, 0, 1, 1, 0.5, "无"), ("无",) * 8
# Title, duty, place, topic.
READING, NEVER_HELD = ("读书会", "无", "三楼", "无"), ("停办", "无", "无", "无")
ACCEPTED = ("已通过", "林岚", date(2026, 11, 2), 2, "无", 1, "有")


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_secretary_gets_one_workbook_for_the_running_half_year(
    world: World, language: str
) -> None:
    scene = await set_scene(world, language)
    lin = phone(world, scene, "林岚")
    chosen = await world.say(lin, "台账" if language == "zh" else "/ledger")
    said = {"zh": "台账：青石小学 · 2026年下半年", "en": "Ledger: 青石小学 · second half of 2026"}
    assert said[language] in chosen.text
    name, content = await ask_for_file(world, lin, "📗 Excel")
    word = {"zh": "台账", "en": "Ledger"}[language]
    assert name == f"{word}-青石小学-2026-H2.xlsx"
    book = read_book(content)
    assert list(book) == SHEETS[language]
    documents = [one for one in world.messages(lin) if one.document]
    assert len(documents) == 1
    assert said[language] in documents[0].text


async def test_every_cell_is_what_the_database_says(world: World) -> None:
    scene = await set_scene(world)
    lin = phone(world, scene, "林岚")
    await world.say(lin, "/ledger")
    book = read_book((await ask_for_file(world, lin, "📗 Excel"))[1])
    heading, *activities = book["活动"]
    assert heading == (
        *("序号", "日期", "时间", "原定时间", "组织", "活动名称", "任务", "地点", "议题", "状态"),
        *("应到", "实到", "其中迟到", "早退", "请假", "缺席", "出席率", "到会要求"),
    )
    assert activities == [
        (1, date(2026, 10, 9), time(15), "无", "青石小学", *READING, "已开", *SUMS),
        (2, date(2026, 10, 20), time(15), "无", "青石小学", *NEVER_HELD, "已取消", *NO_SUMS),
    ]
    assert book["考勤"][1:] == [
        (number, date(2026, 10, 9), "青石小学", "读书会", *rest)
        for number, rest in enumerate(_attendance(world, scene), start=1)
    ]
    assert book["报告"][1:] == [
        (1, "青石小学", "青石小学", "履责报告", "2026年10月", date(2026, 10, 31), *ACCEPTED)
    ]
    [term] = book["任期"][1:]
    assert term[:9] == (
        *(1, "青石小学", "学校", "无", date(2024, 5, 20), 3, date(2027, 5, 20), 178),
        "6个月内届满",
    )
    assert term[9:] == ("无", "无", None, "无", "无", "林岚", "无", "无", None)
    assert book["催办记录"][1:] == []


def _attendance(world: World, scene: Organisation) -> list[tuple[Any, ...]]:
    """The same by hand, from the tables as they are."""
    states = {"late": "迟到", "present": "签到", "excused": "请假", "absent": "缺席"}
    query = (
        "select p.name, u.name, c.state from check_in c "
        "join person p on p.id = c.person_id join unit u on u.id = p.unit_id "
        "join activity a on a.id = c.activity_id "
        "where a.unit_id = :unit and a.title = '读书会' order by u.path, p.id"
    )

    def read(session: Session) -> list[Any]:
        return list(session.execute(text(query), {"unit": scene.units["stone"]}))

    # Who was on leave has an hour at which he said so, and none at which he came.
    clocks = {"王渡": time(15, 12), "林岚": time(14, 50)}
    return [
        # The district above is nobody's business in a school, so its officer is without a home.
        (
            name,
            home if home == "青石小学" else "无",
            states[state],
            clocks.get(name, "无"),
            "本人" if name in clocks else "无",
        )
        for name, home, state in world.look(read)
    ]


async def test_what_is_in_nobodys_subtree_is_in_nobodys_file(world: World) -> None:
    scene = await set_scene(world)
    he = phone(world, scene, "何静")
    await world.say(he, "/ledger")
    workbook = read_book((await ask_for_file(world, he, "📗 Excel"))[1])
    everything = str(workbook)
    assert "青石小学" in everything
    assert [word for word in CANARIES if word in everything] == []
    for key in ("snow", "west", "committee"):
        for verb in ("ledger", "ledger_xlsx", "ledger_csv"):
            data = f"v1:{verb}:{scene.units[key]}-2026-H2:1"
            assert await press_data(world, he, data) == "这个按钮您不能使用。"
    assert len([one for one in world.messages(he) if one.document]) == 1


async def test_a_name_that_looks_like_a_formula_stays_text(world: World) -> None:
    scene = await set_scene(world)
    lin = phone(world, scene, "林岚")
    await world.say(lin, "/ledger")
    content = (await ask_for_file(world, lin, "📗 Excel"))[1]
    names = [row[4] for row in read_book(content)["考勤"]]
    assert DANGEROUS in names
    _, archive = await ask_for_file(world, lin, "📄 CSV")
    found = _read_archive(archive)
    assert list(found) == [f"{sheet}.csv" for sheet in SHEETS["zh"]]
    assert all(one.startswith(b"\xef\xbb\xbf") for one in found.values())
    attendance = found["考勤.csv"].decode("utf-8-sig")
    assert f"'{DANGEROUS}" in attendance
    assert "2026-10-09" in attendance
    assert "50.0%" in found["活动.csv"].decode("utf-8-sig")


def _read_archive(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


async def test_words_choose_unit_and_period_and_bring_the_file_at_once(world: World) -> None:
    scene = await set_scene(world)
    he = phone(world, scene, "何静")
    brought = await world.say(he, "/ledger 青石小学 2026年上半年")
    name, content = document(brought)
    assert name == "台账-青石小学-2026-H1.xlsx"
    assert [row[5] for row in read_book(content)["活动"][1:]] == ["旧事"]
    chosen = await world.say(he, "/ledger 四季度")
    assert "东岸片区 · 2026年第四季度" in chosen.text


async def test_the_choice_is_turned_in_place(world: World) -> None:
    scene = await set_scene(world)
    he = phone(world, scene, "何静")
    await world.say(he, "/ledger")
    await world.press(he, "月")
    assert "东岸片区 · 2026年11月" in world.last(he).text
    assert "下一期 ›" not in labels(world.last(he))
    await world.press(he, "‹ 上一期")
    assert "2026年10月" in world.last(he).text
    await world.press(he, "青石小学")
    assert "青石小学 · 2026年10月" in world.last(he).text
    await world.press(he, "⬆️ 东岸片区")
    assert "东岸片区 · 2026年10月" in world.last(he).text
    assert len(world.messages(he)) == 1


async def test_pressed_twice_it_is_made_once(world: World) -> None:
    scene = await set_scene(world)
    lin = phone(world, scene, "林岚")
    chosen = await world.say(lin, "/ledger")
    data = f"v1:ledger_xlsx:{scene.units['stone']}-2026-H2:0"
    world.stand_in.people.press_stale(lin, chosen.message_id, data)
    toast = await press_data(world, lin, data)
    assert toast == "文件正在生成，或已发在上面。"
    assert len([one for one in world.messages(lin) if one.document]) == 1


@pytest.mark.parametrize(
    "words",
    ["x" * 5_000, "雪松小学", "2026-13", "没有这个组织 2026-H2", "%", "青石小学 1999年"],
    ids=["5,000 letters", "foreign unit", "no period", "no unit", "wildcard", "too long ago"],
)
async def test_what_is_not_there_and_what_is_foreign_are_answered_alike(
    world: World, words: str
) -> None:
    scene = await set_scene(world)
    lin = phone(world, scene, "林岚")
    answer = await world.say(lin, f"/ledger {words}"[:4_096])
    assert answer.text.startswith("您的组织中没有这个名称，或者无法识别这个时间。")


async def test_members_strangers_and_groups_get_no_ledger(world: World) -> None:
    scene = await set_scene(world)
    wang = phone(world, scene, "王渡")
    assert "负责人使用" in (await world.say(wang, "台账")).text
    data = f"v1:ledger_xlsx:{scene.units['stone']}-2026-H2:0"
    assert await press_data(world, wang, data) == "这个按钮您不能使用。"
    stranger = world.stand_in.people.add_person("路人", "zh-hans")
    stranger.started = stranger.seen = True
    assert "个人链接" in (await world.say(stranger, "/ledger")).text
    lin = phone(world, scene, "林岚")
    group = world.stand_in.groups.add_group("群", [lin])
    world.stand_in.groups.add_bot_to_group(group, lin)
    await world.muduo.settle()
    world.stand_in.people.say(lin, f"/ledger@{world.muduo.bot.username}", group)
    await world.muduo.settle()
    said = [one.text for one in world.stand_in.messages(group.id) if one.from_bot]
    assert all("青石小学" not in one for one in said)
    assert not any(one.document for one in world.stand_in.messages(group.id))


@pytest.mark.parametrize(
    "words",
    ["v1:ledger:0-2026-H2:1", "v1:ledger_xlsx:999999999-2026-H2:0", "v1:ledger:1-2026-W48:1"],
)
async def test_an_altered_button_gets_nothing(world: World, words: str) -> None:
    scene = await set_scene(world)
    lin = phone(world, scene, "林岚")
    await world.say(lin, "/ledger")
    assert await press_data(world, lin, words) == "这个按钮您不能使用。"
