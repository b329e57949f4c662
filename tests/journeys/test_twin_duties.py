"""Two plans with a duty of the same name: pointed out, and never a double reminder by oversight."""

import pytest

from sandbox.chats import Message, Person
from storage import duties
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World, at
from tests.journeys.configuring import (
    confirm_label,
    export,
    has_button,
    install_starter,
    next_label,
    send_config,
)

TWIN = """muduo: 1
plans:
  own:
    name: {zh: 自订, en: Our own}
    duties:
    - code: own.study
      name: {zh: 教职工政治学习, en: Study}
      owners: {kinds: [学校]}
      acts: [{kind: activity}]
      cadence: {quota: {at_least: 2, per: month}}
"""


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


@pytest.fixture(params=[pytest.param("zh-hans", id="zh"), pytest.param("en", id="en")])
async def admin(world: World, scene: Organisation, request: pytest.FixtureRequest) -> Person:
    await world.move_to(at("2026-11-02 09:00"))
    phone = world.give_phone(scene.people["何静"], "何静", language=request.param)
    await export(world, phone)
    await send_config(world, phone, TWIN)
    await world.press(phone, confirm_label(world, phone))
    return phone


async def preview(world: World, admin: Person) -> Message:
    await world.say(admin, "/preset education-starter")
    for _ in range(3):
        await world.press(admin, next_label(world, admin))
    return world.last(admin)


def names(world: World) -> list[str]:
    return [one.name.zh for one in world.look(duties.find_all)]


async def test_it_is_left_out_by_itself_and_the_preview_says_from_which_plan(
    world: World, admin: Person
) -> None:
    shown = await preview(world, admin)
    assert (
        "来自计划“自订”），因此不安装" in shown.text or "“Our own”, so it is left out" in shown.text
    )
    assert has_button(shown, "☐ 1")
    await world.press(admin, confirm_label(world, admin))
    assert names(world).count("教职工政治学习") == 1
    assert len(names(world)) == 3


async def test_who_wants_both_takes_it_and_is_told_that_both_remind(
    world: World, admin: Person
) -> None:
    await preview(world, admin)
    await world.press(admin, "☐ 1")
    shown = world.last(admin).text
    assert "两项都会提醒" in shown or "both will remind" in shown
    await world.press(admin, confirm_label(world, admin))
    assert names(world).count("教职工政治学习") == 2


async def test_what_is_not_offered_is_named_with_the_reason(world: World, admin: Person) -> None:
    await world.say(admin, "/preset association")
    await world.press(admin, "☐ 学校 1")
    while has_button(world.last(admin), next_label(world, admin)):
        await world.press(admin, next_label(world, admin))
    while has_button(world.last(admin), "›"):
        await world.press(admin, "›")
    shown = world.last(admin).text
    assert "志愿者培训（志愿者）" in shown or "Training of volunteers (for volunteers)" in shown
    assert "共16项" in shown or "of 16 duties" in shown


async def test_the_starter_alone_points_at_nothing(world: World, scene: Organisation) -> None:
    phone = world.give_phone(scene.people["何静"], "何静")
    await install_starter(world, phone)
    assert len(names(world)) == 3
