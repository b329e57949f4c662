"""The roster comes in as a workbook: shown first, applied as a whole, once."""

from datetime import date

import pytest
from sqlmodel import Session, col, select

from sandbox.chats import Person
from storage import accounts, rosters, units
from storage.tables.organisation import OfficeRow, TimeGoneRow, UnitRow
from storage.tables.process import HistoryRow
from tests.harness.roster_files import roster_file, send_file
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World

UNITS = [
    ("U-江畔教育局党委", "江畔教育局党委", "委员会", None, date(2022, 6, 30), 5),
    ("U-青石小学", "青石小学", "学校", "江畔教育局党委"),
    ("U-青石小学第一支部", "青石小学第一支部", "支部", "青石小学", date(2024, 5, 20), 3),
]
PEOPLE = [
    ("P-何静", "何静", "江畔教育局党委", "管理员"),
    ("P-周敏", "周敏", "江畔教育局党委", "书记"),
    ("P-林岚", "林岚", "青石小学", "书记"),
    ("P-陈帆", "陈帆", "青石小学第一支部", "书记"),
    ("P-王渡", "王渡", "青石小学第一支部"),
]
SCHOOL = (None, "白桦中学", "学校", "江畔教育局党委")
BRANCH = (None, "白桦中学支部", "支部", "白桦中学", date(2025, 3, 1), 3)


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静")


def names(world: World) -> set[str]:
    return {one.name for one in world.look(rosters.load_known).people}


async def test_a_file_is_shown_first_and_applied_on_confirm(world: World, admin: Person) -> None:
    assert "花名册" in (await world.say(admin, "/roster")).text
    file = roster_file(
        [*UNITS, SCHOOL, BRANCH], [*PEOPLE, (None, "孙禾", "白桦中学", "书记", None, "教师、语文")]
    )
    shown = await send_file(world, admin, file)
    assert "新增2个组织" in shown.text
    assert "新增1人" in shown.text
    assert "孙禾" not in names(world)
    await world.press(admin, "确认")
    assert "花名册已导入" in world.last(admin).text
    assert "孙禾" in names(world)
    branch = world.look(lambda s: units.find_named(s, "白桦中学支部", within=["/"]))[0]
    root = world.look(units.find_root)
    assert root is not None
    assert branch.path == f"{root.path}{branch.parent_id}/{branch.id}/"
    [known] = [one for one in world.look(rosters.load_known).people if one.name == "孙禾"]
    assert sorted(known.tags) == ["教师", "语文"]
    assert [str(office.role) for office in known.offices] == ["secretary"]


async def test_the_same_file_twice_changes_nothing_and_says_so(world: World, admin: Person) -> None:
    file = roster_file([*UNITS, SCHOOL], [*PEOPLE, (None, "孙禾", "白桦中学")])
    await send_file(world, admin, file)
    await world.press(admin, "确认")
    before = world.look(rosters.load_known)
    assert "没有变动" in (await send_file(world, admin, file)).text
    assert world.look(rosters.load_known) == before


async def test_an_export_sent_back_changes_nothing(world: World, admin: Person) -> None:
    await send_file(
        world, admin, roster_file([*UNITS, SCHOOL], [*PEOPLE, (None, "孙禾", "白桦中学")])
    )
    await world.press(admin, "确认")
    await world.say(admin, "花名册")
    await world.press(admin, "导出")
    document = world.last(admin).document
    assert document is not None
    answer = await send_file(world, admin, document.content)
    assert "没有变动" in answer.text


async def test_a_moved_unit_takes_everything_below_it_along(
    world: World, admin: Person, scene: Organisation
) -> None:
    district = (None, "东学区", "学区", "江畔教育局党委")
    moved = [UNITS[0], district, (*UNITS[1][:3], "东学区"), UNITS[2]]
    shown = await send_file(world, admin, roster_file(moved, PEOPLE))
    assert "其中1个调整上级" in shown.text
    await world.press(admin, "确认")
    branch = world.look(lambda s: units.find(s, scene.units["branch"]))
    above = world.look(lambda s: units.find_named(s, "东学区", within=["/"]))[0]
    assert branch is not None
    assert branch.ancestor_ids == (scene.units["school"], above.id, scene.units["committee"])


async def test_who_leaves_loses_office_and_access_and_gets_them_back_by_returning(
    world: World, admin: Person, scene: Organisation
) -> None:
    zhou = world.give_phone(scene.people["周敏"], "周敏")
    without = [row for row in PEOPLE if row[1] != "周敏"]
    shown = await send_file(world, admin, roster_file(UNITS, without))
    assert "离开：周敏" in shown.text
    await world.press(admin, "确认")
    # One of five is more than a tenth.
    assert "确定吗" in world.last(admin).text
    assert "周敏" in names(world)
    await world.press(admin, "是")
    assert "周敏" not in names(world)
    await world.say(zhou, "/todo")
    assert world.look(lambda s: accounts.find_actor(s, zhou.id)).person_id is None
    await send_file(world, admin, roster_file(UNITS, PEOPLE))
    await world.press(admin, "确认")
    actor = world.look(lambda s: accounts.find_actor(s, zhou.id))
    assert actor.person_id == scene.people["周敏"]
    assert [office.role for office in actor.offices] == ["secretary"]
    [gone] = world.look(lambda s: s.exec(select(TimeGoneRow)).all())
    assert (gone.person_id, gone.back_at) == (scene.people["周敏"], world.clock())


async def test_refused_rows_are_listed_and_the_others_are_taken(
    world: World, admin: Person
) -> None:
    people = [
        *PEOPLE,
        (None, "孙禾", "没有的学校"),
        (None, "赵麦", "青石小学", "馆长"),
        (None, "钱谷", "青石小学"),
    ]
    shown = await send_file(world, admin, roster_file(UNITS, people))
    assert "人员表第7行“组织”：没有这个组织（没有的学校）" in shown.text
    assert "人员表第8行“职务”：没有这个职务（馆长）" in shown.text
    await world.press(admin, "确认")
    assert names(world) == {"何静", "周敏", "林岚", "陈帆", "王渡", "钱谷"}


async def test_two_administrators_confirm_at_once_and_one_import_happens(
    world: World, admin: Person, scene: Organisation
) -> None:
    def make_administrator(session: Session) -> None:
        session.add(
            OfficeRow(
                person_id=scene.people["周敏"],
                unit_id=scene.units["committee"],
                role="administrator",
                began_at=world.clock(),
            )
        )

    world.change(make_administrator)
    zhou = world.give_phone(scene.people["周敏"], "周敏", language="en")
    file = roster_file(UNITS, [*PEOPLE, (None, "孙禾", "青石小学")])
    first, second = await send_file(world, admin, file), await send_file(world, zhou, file)
    assert "+1 person" in second.text
    for phone, message, label in ((admin, first, "确认"), (zhou, second, "Confirm")):
        world.stand_in.people.press(phone, message.message_id, label)
    await world.muduo.settle()
    outcomes = [world.last(admin).text, world.last(zhou).text]
    assert any("已导入" in text or "imported" in text for text in outcomes)
    assert any("没有变动" in text or "Nothing changes" in text for text in outcomes)
    added = world.look(
        lambda s: s.exec(select(HistoryRow).where(col(HistoryRow.verb) == "added")).all()
    )
    assert len(added) == 1


async def test_a_roster_that_changed_since_the_preview_is_shown_again(
    world: World, admin: Person, scene: Organisation
) -> None:
    await send_file(world, admin, roster_file(UNITS, [*PEOPLE, (None, "孙禾", "青石小学")]))

    def rename(session: Session) -> None:
        row = session.get(UnitRow, scene.units["school"])
        assert row is not None
        row.kind = "小学"

    world.change(rename)
    await world.press(admin, "确认")
    assert "在此期间有了变动" in world.last(admin).text
    assert "孙禾" not in names(world)
    await world.press(admin, "确认")
    assert "孙禾" in names(world)


async def test_a_second_press_and_a_discarded_file_do_nothing(world: World, admin: Person) -> None:
    message = await send_file(
        world, admin, roster_file(UNITS, [*PEOPLE, (None, "孙禾", "青石小学")])
    )
    for label in ("确认", "确认"):
        query = world.stand_in.people.press(admin, message.message_id, label)
    await world.muduo.settle()
    answer = world.stand_in.callback_answers[query]
    assert answer is not None
    assert "已经处理过了" in answer.text
    await send_file(world, admin, roster_file(UNITS, [*PEOPLE, (None, "赵麦", "青石小学")]))
    await world.press(admin, "放弃")
    assert "已放弃" in world.last(admin).text
    assert "赵麦" not in names(world)
