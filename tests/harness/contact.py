"""First contact as people do it: get a link from an officer, open it, answer."""

import re

from sandbox.chats import Message, Person
from tests.harness.world import World

WRONG = "A" * 22


def meet(world: World, name: str, *, language: str = "zh-hans") -> Person:
    """Somebody with Telegram whom the bot does not know."""
    return world.stand_in.people.add_person(name, language)


async def start(world: World, phone: Person, payload: str = "") -> Message:
    """Send what a link makes a phone send, or what somebody types, and wait for the answer."""
    world.stand_in.people.say(phone, f"/start {payload}".strip())
    await world.muduo.settle()
    return world.last(phone)


async def invite(world: World, officer: Person, name: str) -> str:
    """The secret of a personal link that an officer gets for somebody."""
    await world.say(officer, f"/reach {name}")
    await world.press(officer, "🔗 1 链接")
    return secret_in(world.last(officer).text)


def secret_in(text: str) -> str:
    """What the link in a message carries."""
    found = re.search(r"https://t\.me/\w+\?start=([\w-]{22})\b", text)
    assert found is not None, f"there is no link in {text!r}"
    return found[1]


async def press_forged(world: World, phone: Person, data: str) -> str:
    """Press with any data, as an altered client can; returns the toast."""
    message = world.last(phone)
    query = world.stand_in.people.press_stale(phone, message.message_id, data)
    await world.muduo.settle()
    answer = world.stand_in.callback_answers[query]
    assert answer is not None, "the press was not answered"
    return answer.text
