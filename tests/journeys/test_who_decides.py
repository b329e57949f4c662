"""The rule of two cannot be switched off by one: not by an office, an account, or a cut."""

import pytest

from domain.approval import ApprovalState
from domain.office import Role
from sandbox.chats import Person
from storage import accounts, approvals, rosters
from tests.harness.contact import invite, meet, press_forged, secret_in, start
from tests.harness.roster_files import roster_file, send_file
from tests.harness.scenes import Organisation, add_office, add_person, small_school_committee
from tests.harness.world import World, at
from tests.journeys.configuring import confirm_label

TOP = "江畔教育局党委"
UNITS = [(f"U-{TOP}", TOP, "委员会", None)]
KEPT = [
    ("P-何静", "何静", TOP, "管理员"),
    ("P-周敏", "周敏", TOP, "书记"),
    ("P-孙禾", "孙禾", TOP, "管理员"),
]


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


@pytest.fixture
async def admin(world: World, scene: Organisation) -> Person:
    await world.move_to(at("2026-11-02 09:00"))
    return world.give_phone(scene.people["何静"], "何静")


@pytest.fixture
def second(world: World, scene: Organisation, admin: Person) -> Person:
    return world.give_phone(add_administrator(world, scene, "孙禾"), "孙禾", language="en")


def add_administrator(world: World, scene: Organisation, name: str) -> int:
    now, top = world.clock(), scene.units["committee"]
    return world.change(
        lambda s: add_person(s, name, top, roles=["administrator"], now=now, language="en")
    )


def administrators(world: World) -> set[str]:
    people = world.look(rosters.load_known).people
    return {one.name for one in people if any(o.role.value == "administrator" for o in one.offices)}


def person_behind(world: World, phone: Person) -> int | None:
    return world.look(lambda s: accounts.find_actor(s, phone.id)).person_id


def state(world: World) -> ApprovalState | None:
    found = world.look(lambda s: approvals.find(s, 1))
    return found.state if found else None


async def appoint(world: World, admin: Person, *, name: str = "赵麦") -> str:
    """Send a roster with one newcomer who is administrator of the top unit; its preview."""
    rows = [*KEPT, (None, name, TOP, "管理员")]
    await send_file(world, admin, roster_file(UNITS, rows))
    preview = world.last(admin).text
    await world.press(admin, confirm_label(world, admin))
    await world.tick(minutes=1)
    return preview


async def test_appointing_an_administrator_takes_the_other_one(
    world: World, admin: Person, second: Person
) -> None:
    preview = await appoint(world, admin)
    assert f"将成为管理员：赵麦（{TOP}管理员）" in preview
    assert "这关系到由谁决定，需要另一位管理员确认" in world.last(admin).text
    assert f"Would become administrator: 赵麦 (Administrator, {TOP})" in world.last(second).text
    assert "赵麦" not in administrators(world)
    await world.press(second, "Confirm")
    assert "赵麦" in administrators(world)


async def test_in_english_the_second_one_refuses_the_accomplice(
    world: World, admin: Person, second: Person
) -> None:
    await appoint(world, second)
    assert "This changes who decides here" in world.last(second).text
    await world.press(admin, "放弃")
    await world.tick(minutes=1)
    assert "赵麦" not in administrators(world)
    assert any("Discarded by 何静" in one.text for one in world.messages(second))


async def test_giving_the_office_to_somebody_known_takes_the_other_one_too(
    world: World, admin: Person, second: Person
) -> None:
    rows = [KEPT[0], KEPT[2], ("P-周敏", "周敏", TOP, "书记、管理员")]
    await send_file(world, admin, roster_file(UNITS, rows))
    await world.press(admin, "确认")
    assert "周敏" not in administrators(world)
    assert state(world) is ApprovalState.WAITING


async def test_a_new_unit_above_the_top_takes_the_other_one_too(
    world: World, admin: Person, second: Person
) -> None:
    units = [(None, "新上级", "委员会", None), (*UNITS[0][:3], "新上级")]
    await send_file(world, admin, roster_file(units, []))
    await world.press(admin, "确认")
    assert state(world) is ApprovalState.WAITING


async def test_who_is_alone_appoints_the_second_one_at_once(world: World, admin: Person) -> None:
    await appoint(world, admin, name="孙禾")
    assert "孙禾" in administrators(world)


async def test_another_account_of_an_administrator_waits_for_his_own_yes(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    secret = await invite(world, admin, "孙禾")
    puppet = meet(world, "何静的小号")
    await start(world, puppet, secret)
    await world.press(puppet, "是")
    assert "需由另一位管理员确认" in world.last(puppet).text
    assert person_behind(world, puppet) is None
    await world.tick(minutes=1)
    assert "何静的小号" in world.last(second).text
    await world.press(second, "Discard")
    await world.tick(minutes=1)
    assert person_behind(world, second) is not None
    assert person_behind(world, puppet) is None
    assert "孙禾已放弃" in world.last(admin).text


async def test_an_administrator_comes_in_when_another_one_confirms_the_account(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    newcomer = add_administrator(world, scene, "郑豆")
    phone = meet(world, "Zheng", language="en")
    await start(world, phone, await invite(world, admin, "郑豆"))
    question = world.last(phone)
    for _ in range(2):
        world.stand_in.people.press(phone, question.message_id, "Yes")
    await world.muduo.settle()
    assert "confirmed by another administrator" in world.last(phone).text
    await world.tick(minutes=1)
    await world.press(second, "Confirm")
    await world.tick(minutes=1)
    assert person_behind(world, phone) == newcomer
    assert any("You are connected now" in one.text for one in world.messages(phone))


async def test_an_administrator_moves_to_a_new_phone_by_his_own_link(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    await world.say(admin, "/reach 何静")
    await world.press(admin, "🔗 1 链接")
    phone = meet(world, "何静的新手机")
    await start(world, phone, secret_in(world.last(admin).text))
    await world.press(phone, "是")
    assert person_behind(world, phone) == scene.people["何静"]


async def test_a_link_made_before_the_office_leads_nowhere(
    world: World, admin: Person, second: Person, scene: Organisation
) -> None:
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    secret = await invite(world, chen, "王渡")
    now, top = world.clock(), scene.units["committee"]
    world.change(lambda s: add_office(s, scene.people["王渡"], top, role="administrator", now=now))
    thief = meet(world, "小偷")
    await start(world, thief, secret)
    await world.press(thief, "是")
    assert person_behind(world, thief) is None
    assert state(world) is None


async def connect_second(world: World, scene: Organisation, admin: Person) -> Person:
    """The second administrator comes in by a link of the first one, who is alone until then."""
    add_administrator(world, scene, "孙禾")
    phone = meet(world, "孙禾", language="en")
    await start(world, phone, await invite(world, admin, "孙禾"))
    await world.press(phone, "Yes")
    await world.tick(minutes=1)
    return phone


async def test_one_administrator_alone_does_not_cut_the_other_one_off(
    world: World, admin: Person, scene: Organisation
) -> None:
    phone = await connect_second(world, scene, admin)
    zhou = world.give_phone(scene.people["周敏"], "周敏")
    await world.tick(minutes=11)
    assert "已请另一位管理员确认" in await press_forged_late(world, admin, "v1:unlink:1:0")
    assert "只有管理员" in await press_forged_late(world, zhou, "v1:unlink:1:0")
    await world.tick(minutes=1)
    assert person_behind(world, phone) is not None
    assert "would be cut off" in world.last(phone).text
    await world.press(phone, "Confirm")
    assert person_behind(world, phone) is None
    await world.tick(minutes=1)
    assert any("孙禾已确认" in one.text for one in world.messages(admin))


async def press_forged_late(world: World, phone: Person, data: str) -> str:
    await world.say(phone, "/language")
    return await press_forged(world, phone, data)


async def test_who_has_just_come_in_by_mistake_is_taken_back_at_once(
    world: World, admin: Person, scene: Organisation
) -> None:
    phone = await connect_second(world, scene, admin)
    await press_forged_late(world, admin, "v1:unlink:1:0")
    assert person_behind(world, phone) is None


async def test_the_message_of_whoever_asked_loses_its_button_when_it_is_decided(
    world: World, admin: Person, second: Person
) -> None:
    await appoint(world, admin)
    waiting = world.last_with_button(admin, "放弃")
    await world.press(second, "Confirm")
    await world.tick(minutes=1)
    assert "孙禾已确认，现已生效" in waiting.text
    assert waiting.buttons == ()
    role = world.look(lambda s: accounts.find_actor(s, second.id)).offices[0].role
    assert role is Role.ADMINISTRATOR
