"""Every route, asked by everybody about what is not his, in every kind of chat."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.registry import Route
from handlers.routes import ROUTES
from tests.harness.databases import fresh_database
from tests.harness.world import World, at, open_world
from tests.matrix.asking import ChatKind, Pair, run
from tests.matrix.calls import PRESSES
from tests.matrix.judging import find_wrong
from tests.matrix.population import build
from tests.matrix.scene import MEMBERS, NAMES, OFFICERS, Role, Scene
from tests.matrix.watching import dump
from tests.matrix.words import COMMANDS, DRAFTS

# What the calls show and change when somebody entitled makes them: the matrix is not blind.
SHOWN = {"board", "reach", "missing", "activity", "absent", "marks", "term", "mark"}
SHOWN |= {"review_accept", "invite", "ledger", "told", "sheet"}
MOVED = {"mark", "held_title", "call_off_yes", "review_accept", "invite", "nudge", "plan"}


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    with fresh_database("sqlite", tmp_path) as database:
        async with open_world(database, start=at("2026-11-16 10:00")) as world:
            yield await set_the_scene(world)


async def set_the_scene(world: World) -> Scene:
    """Everybody has a phone with one message of the bot; nothing is left to be done."""
    scene = Scene(world=world)
    for name in {*NAMES.values(), *OFFICERS.values(), *MEMBERS.values()}:
        phone = scene.phones[name] = world.stand_in.people.add_person(name)
        phone.started = phone.seen = True
    world.change(lambda s: build(s, scene))
    stand_in, phones = world.stand_in, scene.phones.values()
    for phone in phones:
        await stand_in.call(stand_in.token, "sendMessage", {"chat_id": phone.id, "text": "…"}, {})
    scene.group = stand_in.groups.add_group("群", phones)
    stand_in.groups.add_bot_to_group(scene.group, scene.phones["林岚"])
    await world.muduo.settle()
    scene.clean = dump(world)
    return scene


def test_every_route_is_in_the_matrix() -> None:
    assert set(PRESSES) == set(ROUTES.by_verb)
    assert set(COMMANDS) == {command.name for command in ROUTES.commands}
    assert set(DRAFTS) == set(ROUTES.by_kind)


@pytest.mark.parametrize("role", list(Role), ids=str)
async def test_nobody_moves_or_sees_what_is_not_his(scene: Scene, role: Role) -> None:
    routes: tuple[Route, ...] = (*ROUTES.commands, *ROUTES.presses, *ROUTES.drafts)
    wrong: list[str] = []
    pairs = [Pair(route=one, role=role, chat=chat) for one in routes for chat in ChatKind]
    for pair in pairs:
        wrong += find_wrong(scene, pair, await run(scene, pair))
    print(f"{len(pairs)} pairs as {role}")
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


async def test_the_matrix_reaches_what_it_forbids(scene: Scene) -> None:
    """The same calls by somebody who may: he sees the names, and things change."""
    shown, moved = set(), set()
    for press in ROUTES.presses:
        pair = Pair(route=press, role=Role.COMMITTEE, chat=ChatKind.PRIVATE)
        done = await run(scene, pair)
        if any(one in done.heard.words for one in ("寒梅支部", "钱谷", "孙禾")):
            shown.add(press.verb)
        if done.changed:
            moved.add(press.verb)
    assert SHOWN - shown == set()
    assert MOVED - moved == set()
