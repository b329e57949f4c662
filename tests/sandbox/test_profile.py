"""Commands, names and descriptions by scope and language."""

from typing import Any

import pytest

from sandbox.chats import Person
from sandbox.core import StandIn
from tests.sandbox.conftest import Asker


def commands(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": "…"} for name in names]


async def test_a_menu_shows_the_narrowest_scope_in_the_persons_language(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    ada = stand_in.people.add_person("Ada", "en")

    def menus() -> list[list[str]]:
        return [
            [command["command"] for command in stand_in.people.commands_for(person)]
            for person in (lin, ada)
        ]

    await ask("setMyCommands", commands=commands("help"))
    assert menus() == [["help"], ["help"]]
    await ask("setMyCommands", commands=commands("bangzhu"), language_code="zh")
    assert menus() == [["bangzhu"], ["help"]]
    private = {"type": "all_private_chats"}
    await ask("setMyCommands", commands=commands("today"), scope=private)
    assert menus() == [["today"], ["today"]]
    chat = {"type": "chat", "chat_id": lin.id}
    await ask("setMyCommands", commands=commands("admin"), scope=chat)
    assert menus() == [["admin"], ["today"]]
    await ask("deleteMyCommands", scope=chat)
    assert menus() == [["today"], ["today"]]
    assert (await ask("getMyCommands", scope=private))["result"] == commands("today")


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"commands": commands("")}, "command must be non-empty"),
        ({"commands": commands("x" * 33)}, "command length must not exceed 32"),
        ({"commands": commands("Help")}, "BOT_COMMAND_INVALID"),
        ({"commands": commands(*["a"] * 101)}, "BOT_COMMANDS_TOO_MUCH"),
        (
            {"commands": [{"command": "a", "description": "x" * 257}]},
            "command description length must not exceed 256",
        ),
        (
            {"commands": commands("a"), "language_code": "zh-hans"},
            "invalid language code specified",
        ),
        (
            {"commands": commands("a"), "scope": {"type": "chat", "chat_id": 99}},
            "chat not found",
        ),
        (
            {"commands": commands("a"), "scope": {"type": "moon"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
    ],
)
async def test_a_wrong_command_is_refused(ask: Asker, params: dict[str, Any], refusal: str) -> None:
    assert await ask.refusal("setMyCommands", **params) == f"Bad Request: {refusal}"


@pytest.mark.parametrize(
    ("method", "field", "most"),
    [
        ("Name", "name", 64),
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
    ],
)
async def test_words_about_the_bot_come_in_languages(
    ask: Asker, method: str, field: str, most: int
) -> None:
    await ask(f"setMy{method}", **{field: "Clapper"})
    await ask(f"setMy{method}", **{field: "木铎", "language_code": "zh"})
    for language, words in (("zh", "木铎"), ("en", "Clapper"), ("", "Clapper")):
        answer = await ask(f"getMy{method}", language_code=language)
        assert answer["result"] == {field: words}
    assert not (await ask(f"setMy{method}", **{field: "x" * (most + 1)}))["ok"]
