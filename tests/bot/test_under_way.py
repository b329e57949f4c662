"""Messages under way: each is claimed as it leaves, and holds its slot until it is written."""

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
        self.is_asked = threading.Event()

    async def read(self, work: Callable[[Session], T]) -> T:
        return await self._runner.read(work)

    async def write(self, work: Callable[[Session], T]) -> T:
        def held(session: Session) -> T:
            if not self.may_write.is_set():
                self.is_asked.set()
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


async def test_a_message_is_claimed_only_as_it_leaves(world: World) -> None:
    wire, _, courier = await set_scene(world)
    queued = ended(world)["due", 0]
    running = asyncio.create_task(courier.run())
    await wire.has_begun(2)
    assert ended(world) == {("sending", 1): 2, ("due", 0): queued - 2}
    await finish(wire, courier, running)
    assert ended(world) == {("sent", 1): 2, ("due", 0): queued - 2}


async def test_until_it_is_written_how_one_ended_it_holds_its_slot(world: World) -> None:
    wire, disk, courier = await set_scene(world)
    queued = ended(world)["due", 0]
    running = asyncio.create_task(courier.run())
    await wire.has_begun(2)
    disk.may_write.clear()
    wire.gates[wire.begun[0]].set()
    assert await asyncio.to_thread(disk.is_asked.wait, 30)
    assert len(wire.begun) == 2
    disk.may_write.set()
    await wire.has_begun(3)
    for gate in wire.gates.values():
        gate.set()
    await wire.has_begun(queued)
    await courier.stop()
    running.cancel()
    assert len(wire.begun) == len(wire.letters) == queued
    assert ended(world) == {("sent", 1): queued}


async def test_none_is_claimed_while_telegram_asks_for_silence(world: World) -> None:
    wire, _, courier = await set_scene(world)
    queued = ended(world)["due", 0]
    wire.is_open = False
    await courier.drain()
    assert ended(world) == {("due", 0): queued}
    wire.is_open = True
    for gate in wire.gates.values():
        gate.set()
    await courier.drain()
    assert len(wire.begun) == len(wire.letters) == queued
    assert ended(world) == {("sent", 1): queued}


async def finish(wire: Wire, courier: Courier, running: "asyncio.Task[None]") -> None:
    """Nothing more is begun; what is under way comes to its end."""
    wire.is_open = False
    for gate in wire.gates.values():
        gate.set()
    await courier.stop()
    running.cancel()
