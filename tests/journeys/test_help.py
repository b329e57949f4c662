"""Help and menus show what the reader can do here and now, and nothing else."""

import pytest

from actions.links import make_admin_link
from domain.office import Role
from domain.permission import Policy
from handlers.menus import edition
from handlers.routes import COMMANDS, ROUTES
from sandbox.chats import Person
from sandbox.faults import Fault
from storage import people
from tests.harness.contact import invite, meet, start
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World, at
from texts.commands import describe, example
from texts.languages import LANGUAGES, Language


def set_scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


def menu_of(world: World, phone: Person) -> dict[str, str]:
    shown = world.stand_in.people.commands_for(phone)
    return {one["command"]: one["description"] for one in shown}


def names(policies: set[Policy]) -> set[str]:
    return {one.name for one in COMMANDS if one.is_in_menu and one.policy in policies}


MEMBER = {Policy.ANYONE, Policy.LINKED}
OFFICER = MEMBER | {Policy.OFFICER}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", [one.name for one in COMMANDS])
def test_every_command_is_described_and_shown(code: str, name: str) -> None:
    lang = Language(code="zh" if code == "zh" else "en")
    assert 3 <= len(describe(lang, name)) <= 64 or code == "zh"
    assert describe(lang, name)
    shown = example(lang, name)
    assert not shown or shown.startswith(f"/{name} ")


async def test_help_tells_who_one_is_and_what_one_can_do(world: World) -> None:
    scene = set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    said = (await world.say(chen, "帮助")).text
    assert "陈帆\n青石小学第一支部：书记" in said
    assert "/reach 谁还没连接" in said
    wang = world.give_phone(scene.people["王渡"], "王渡")
    assert "/reach" not in (await world.say(wang, "/help")).text
    assert "/todo" not in (await world.say(meet(world, "路人"), "/help")).text


async def test_help_about_one_command(world: World) -> None:
    scene = set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    about = (await world.say(chen, "/help reach")).text
    assert about == (await world.say(chen, "/help /联络")).text
    assert "私聊里发“联络”效果相同" in about
    wang = world.give_phone(scene.people["王渡"], "王渡")
    unknown = (await world.say(wang, "/help abracadabra")).text
    assert (await world.say(wang, "/help reach")).text == unknown


async def test_the_menu_follows_link_office_language_and_leaving(world: World) -> None:
    scene = set_scene(world)
    await world.muduo.introduce()
    await world.move_to(at("2026-11-02 09:00"))
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    wang = meet(world, "小王")
    secret = await invite(world, chen, "王渡")
    assert set(menu_of(world, chen)) == names(OFFICER)
    assert set(menu_of(world, wang)) == names({Policy.ANYONE})
    await start(world, wang, secret)
    await world.press(wang, "是")
    assert set(menu_of(world, wang)) == names(MEMBER)
    assert menu_of(world, wang)["todo"] == "我的待办"
    await world.press(wang, "English")
    assert menu_of(world, wang)["todo"] == "What is open for you"
    now, branch = world.clock(), scene.units["branch"]
    world.change(
        lambda s: people.appoint(s, scene.people["王渡"], Role.HEAD, unit_id=branch, now=now)
    )
    await world.muduo.settle()
    assert set(menu_of(world, wang)) == names(OFFICER)
    await world.press(chen, "撤销")
    assert set(menu_of(world, wang)) == names({Policy.ANYONE})


async def test_menus_in_step_are_left_alone(world: World) -> None:
    scene = set_scene(world)
    world.give_phone(scene.people["陈帆"], "陈帆")
    await world.muduo.settle()
    before = world.stand_in.calls["setMyCommands"]
    await world.tick(hours=1)
    assert world.stand_in.calls["setMyCommands"] == before == 1


async def test_a_menu_waits_while_telegram_is_away(world: World) -> None:
    scene = set_scene(world)
    chen = world.give_phone(scene.people["陈帆"], "陈帆")
    world.stand_in.faults.add(Fault(method="setMyCommands", kind="refuse"))
    await world.muduo.menus.turn()
    assert menu_of(world, chen) == {}
    await world.muduo.settle()
    assert set(menu_of(world, chen)) == names(OFFICER)


def test_another_set_of_commands_is_another_edition() -> None:
    assert edition(ROUTES.offers) != edition(ROUTES.offers[1:])


async def test_the_bot_introduces_itself_in_both_languages_and_only_once(world: World) -> None:
    assert await world.muduo.introduce()
    profile = world.stand_in.world.profile
    assert profile.words("name", "zh") == "木铎 Muduo"
    assert profile.words("name", "en") == "Muduo"
    assert "personal link" in profile.words("description", "en")
    assert len(profile.words("short_description", "en")) <= 120
    calls = world.stand_in.calls.copy()
    assert await world.muduo.introduce()
    assert world.stand_in.calls["setMyName"] == calls["setMyName"]
    assert world.stand_in.calls["setMyCommands"] == calls["setMyCommands"]


async def test_an_administrator_sees_the_whole_menu(world: World) -> None:
    now = world.clock()
    secret = world.change(lambda s: make_admin_link(s, now=now))
    boss = meet(world, "何静")
    await start(world, boss, secret)
    assert set(menu_of(world, boss)) == names(set(Policy))


async def test_an_officer_is_not_told_that_an_administrators_command_is_for_officers(
    world: World,
) -> None:
    lin = world.give_phone(set_scene(world).people["林岚"], "林岚")
    assert "供管理员使用" in (await world.say(lin, "/duty")).text
