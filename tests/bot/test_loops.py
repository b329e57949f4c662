"""The loops of the bot in odd moments: new numbers, a stop in the middle, a quiet night."""

import asyncio
import re
import threading
from collections.abc import Callable
from typing import TypeVar

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select
from telegram.error import BadRequest

from actions import start
from bot.dispatcher import Dispatcher, Handle
from domain.incoming import Incoming
from domain.permission import Policy
from handlers.context import Context
from schedules.deliveries import Courier
from storage import inbox
from storage.engine import Database
from storage.tables.messages import DeliveryRow, InboxRow
from tests.harness.world import World, at
from tests.journeys.test_bad_wire import a_school_that_owes_a_study

T = TypeVar("T")


class HeldRunner:
    """Holds a commit back until it is let go, as a slow disk does."""

    def __init__(self, world: World) -> None:
        self._runner = world.muduo.runner
        self._loop = asyncio.get_running_loop()
        self.begun = asyncio.Event()
        self.go_on = threading.Event()

    async def read(self, work: Callable[[Session], T]) -> T:
        return await self._runner.read(work)

    async def write(self, work: Callable[[Session], T]) -> T:
        def held(session: Session) -> T:
            self._loop.call_soon_threadsafe(self.begun.set)
            self.go_on.wait(30)
            return work(session)

        return await self._runner.write(held)


async def test_updates_whose_numbers_begin_anew_are_fetched_once(world: World) -> None:
    stranger = world.stand_in.people.add_person("陌生人")
    await world.say(stranger, "/start")
    world.stand_in.world.updates.next_id = 500
    world.stand_in.people.say(stranger, "/help")
    assert await world.muduo.poller.poll_once() == 1
    assert await world.muduo.poller.poll_once() == 0


async def test_a_stop_in_the_middle_of_a_claim_still_sends_what_was_claimed(world: World) -> None:
    lin = await a_school_that_owes_a_study(world)
    await world.move_to(at("2026-11-20 08:29"))
    world.clock.advance(minutes=1)
    await world.muduo.tick()
    runner = HeldRunner(world)
    courier = Courier(runner, world.muduo.sender, now=world.clock, place=world.place)
    running = asyncio.create_task(courier.run())
    await runner.begun.wait()
    running.cancel()
    runner.go_on.set()
    await courier.stop()
    await asyncio.wait({running})
    assert len(world.messages(lin)) == 1
    assert world.look(lambda s: s.exec(select(DeliveryRow.state)).all()) == ["sent"]


async def test_nothing_that_was_answered_waits_in_the_inbox_through_a_quiet_night(
    world: World,
) -> None:
    asked = asyncio.Event()

    async def handle(context: Context) -> None:
        context.policy = Policy.ANYONE
        if context.user_id == 1:
            asked.set()
            return
        await asked.wait()
        await context.run(start.greet, now=world.clock(), place=world.place)

    received = [
        Incoming(update_id=number, sender=number, raw=raw(number), received_at=world.clock())
        for number in (1, 2)
    ]
    world.change(lambda s: inbox.keep(s, received))
    others = asyncio.all_tasks()
    running = asyncio.create_task(dispatcher_of(world, handle).run())
    await asked.wait()
    await asyncio.gather(*(asyncio.all_tasks() - others - {running}))
    running.cancel()
    waiting = select(InboxRow.update_id).where(col(InboxRow.state) == "new")
    assert world.look(lambda s: s.exec(waiting).all()) == []


async def test_somebody_who_sends_hundreds_of_messages_keeps_nobody_waiting(world: World) -> None:
    heard, over = asyncio.Event(), asyncio.Event()

    async def handle(context: Context) -> None:
        if context.user_id == 1:
            await over.wait()
        else:
            heard.set()

    received = [
        Incoming(update_id=number, sender=sender, raw=raw(sender), received_at=world.clock())
        for number, sender in [*((n, 1) for n in range(1, 451)), (451, 2)]
    ]
    world.change(lambda s: inbox.keep(s, received))
    dispatcher = dispatcher_of(world, handle)
    running = asyncio.create_task(dispatcher.run())
    async with asyncio.timeout(20):
        await heard.wait()
    running.cancel()
    over.set()
    await dispatcher.stop()


def dispatcher_of(world: World, handle: Handle) -> Dispatcher:
    muduo = world.muduo
    return Dispatcher(
        muduo.bot,
        muduo.runner,
        handle=handle,
        make_context=muduo._context,
        apologise=muduo._apologise,
        now=world.clock,
    )


def raw(number: int) -> str:
    person = f'{{"id": {number}, "is_bot": false, "first_name": "?"}}'
    chat = f'{{"id": {number}, "type": "private"}}'
    message = f'{{"message_id": 1, "date": 1, "from": {person}, "chat": {chat}, "text": "?"}}'
    return f'{{"update_id": {number}, "message": {message}}}'


def test_a_failed_statement_does_not_tell_what_somebody_wrote(database: Database) -> None:
    with pytest.raises(SQLAlchemyError) as failed, Session(database.writer) as session:
        session.connection().execute(text("INSERT INTO nowhere VALUES (:w)"), {"w": "四次学习"})
    assert "四次学习" not in str(failed.value)


async def test_an_answer_that_telegram_does_not_take_is_told_with_a_number(world: World) -> None:
    phone = await a_school_that_owes_a_study(world)
    did: list[int] = []

    async def handle(context: Context) -> None:
        context.policy = Policy.ANYONE
        await context.run(start.greet, now=world.clock(), place=world.place)
        did.append(context.incoming.update_id)
        raise BadRequest("Message is too long")

    one = Incoming(update_id=1, sender=phone.id, raw=raw(phone.id), received_at=world.clock())
    world.change(lambda s: inbox.keep(s, [one]))
    await dispatcher_of(world, handle).drain()
    assert did == [1]
    assert "操作已完成，但结果没能显示" in world.last(phone).text
    assert re.search(r"编号[0-9a-f]{8}告诉管理员", world.last(phone).text)
