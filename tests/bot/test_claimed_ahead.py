"""Messages claimed ahead: none waits for the disk, none is lost when Telegram is away."""

import asyncio
import threading
from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from sqlmodel import Session, select

from domain.card import Letter
from domain.delivery import Ending, Sent
from schedules.deliveries import Courier
from storage.tables.messages import DeliveryRow
from tests.harness.crowds import add_waiting_notices
from tests.harness.world import World, at
from texts.replies import Reply

T = TypeVar("T")
CHATS = range(101, 109)


class Wire:
    """Two messages at a time; each is under way until it is let through."""

    def __init__(self) -> None:
        self.is_open = True
        self.begun: list[int] = []
        self.letters: set[int] = set()
        self.gates = {chat: asyncio.Event() for chat in CHATS}
        self.changed = asyncio.Condition()

    def slots(self) -> int:
        return 2 if self.is_open else 0

    async def deliver(self, letter: Letter, reply: Reply) -> Ending:
        async with self.changed:
            self.begun.append(letter.chat_id)
            self.letters.add(letter.delivery.id)
            self.changed.notify_all()
        await self.gates[letter.chat_id].wait()
        return Sent(chat_id=letter.chat_id, message_id=letter.chat_id)

    async def has_begun(self, count: int) -> None:
        async with self.changed:
            await asyncio.wait_for(self.changed.wait_for(lambda: len(self.begun) >= count), 30)


class SlowDisk:
    """Writes as ever until it is told to hold the next ones back."""

    def __init__(self, world: World) -> None:
        self._runner = world.muduo.runner
        self.may_write = threading.Event()
        self.may_write.set()

    async def read(self, work: Callable[[Session], T]) -> T:
        return await self._runner.read(work)

    async def write(self, work: Callable[[Session], T]) -> T:
        def held(session: Session) -> T:
            self.may_write.wait(30)
            return work(session)

        return await self._runner.write(held)


async def set_scene(world: World) -> tuple[Wire, SlowDisk, Courier]:
    await world.move_to(at("2026-11-27 08:30"))
    now = world.clock()
    world.change(lambda s: add_waiting_notices(s, list(CHATS), today=now.date(), now=now))
    await world.muduo.tick()
    wire, disk = Wire(), SlowDisk(world)
    return wire, disk, Courier(disk, wire, now=world.clock, place=world.place)


def ended(world: World) -> Counter[tuple[str, int]]:
    rows = world.look(lambda s: s.exec(select(DeliveryRow.state, DeliveryRow.attempts)).all())
    return Counter((state, attempts) for state, attempts in rows)


async def test_what_was_claimed_ahead_leaves_while_the_disk_is_busy(world: World) -> None:
    wire, disk, courier = await set_scene(world)
    queued = ended(world)["due", 0]
    running = asyncio.create_task(courier.run())
    await wire.has_begun(2)
    disk.may_write.clear()
    wire.gates[wire.begun[0]].set()
    await wire.has_begun(3)
    disk.may_write.set()
    for gate in wire.gates.values():
        gate.set()
    await wire.has_begun(queued)
    await courier.stop()
    running.cancel()
    assert len(wire.begun) == len(wire.letters) == queued
    assert ended(world) == {("sent", 1): queued}


async def test_what_was_claimed_is_handed_back_unused_when_telegram_asks_for_silence(
    world: World,
) -> None:
    wire, _, courier = await set_scene(world)
    queued = ended(world)["due", 0]
    running = asyncio.create_task(courier.run())
    await wire.has_begun(2)
    wire.is_open = False
    for gate in wire.gates.values():
        gate.set()
    await courier.stop()
    running.cancel()
    assert ended(world) == {("sent", 1): 2, ("due", 0): queued - 2}
    wire.is_open = True
    again = Courier(world.muduo.runner, wire, now=world.clock, place=world.place)
    await again.drain()
    assert len(wire.begun) == len(wire.letters) == queued
    assert ended(world) == {("sent", 1): queued}
