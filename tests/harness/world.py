"""A whole world in one process: Telegram's stand-in, the bot, its database, and the clock."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.assembly import Muduo, Parts
from domain.place import Place
from sandbox.chats import Message, Person
from sandbox.core import StandIn
from storage import accounts
from storage.engine import Database
from tests.fakes.clock import FakeClock
from tests.fakes.stand_in_request import StandInRequest

T = TypeVar("T")
SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    """A local time in Shanghai: `at("2026-11-23 09:00")`."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@dataclass(kw_only=True)
class World:
    """What a journey holds in its hands."""

    clock: FakeClock
    stand_in: StandIn
    muduo: Muduo
    database: Database
    place: Place
    refusals: list[str] = field(default_factory=list)
    phones: dict[int, Person] = field(default_factory=dict)

    def change(self, work: Callable[[Session], T]) -> T:
        """Do something in the database directly, to set a scene."""
        with Session(self.database.writer, expire_on_commit=False) as session:
            outcome = work(session)
            session.commit()
            return outcome

    def look(self, work: Callable[[Session], T]) -> T:
        """Look into the database."""
        with Session(self.database.reader, expire_on_commit=False) as session:
            return work(session)

    def give_phone(self, person_id: int, name: str, *, language: str = "zh-hans") -> Person:
        """Give a person on the roster a Telegram account that is linked already."""
        phone = self.stand_in.people.add_person(name, language)
        phone.started = True
        phone.seen = True
        now = self.clock()
        self.change(lambda s: accounts.link(s, phone.id, person_id=person_id, now=now))
        self.phones[person_id] = phone
        return phone

    async def tick(self, **duration: float) -> None:
        """Let time pass in one jump, then run the bot until it is quiet."""
        self.clock.advance(**duration)
        await self.muduo.settle()

    async def move_to(self, instant: datetime) -> None:
        """Jump to an instant and run the bot until it is quiet."""
        self.clock.move_to(instant)
        await self.muduo.settle()

    async def restart(self) -> None:
        """End the bot and start another one on the same database."""
        await self.muduo.close()
        self.muduo = Muduo(self.muduo.parts)
        await self.muduo.open()

    async def say(self, phone: Person, text: str) -> Message:
        """Type something and wait for the answer: the last message of the chat."""
        self.stand_in.people.say(phone, text)
        await self.muduo.settle()
        return self.last(phone)

    async def press(self, phone: Person, label: str, *, message: Message | None = None) -> str:
        """Press a button, by its label or data, on a message (the last one); returns the toast."""
        target = message or self.last_with_button(phone, label)
        query = self.stand_in.people.press(phone, target.message_id, label)
        await self.muduo.settle()
        answer = self.stand_in.callback_answers[query]
        assert answer is not None, "the press was not answered"
        return answer.text

    def messages(self, phone: Person) -> list[Message]:
        """What the bot has sent to a phone and not deleted, oldest first."""
        found = self.stand_in.messages(phone.id)
        return [one for one in found if one.from_bot and not one.deleted]

    def last(self, phone: Person) -> Message:
        """The newest message of the bot."""
        found = self.messages(phone)
        assert found, f"{phone.name} has heard nothing"
        return found[-1]

    def last_with_button(self, phone: Person, label: str) -> Message:
        """The newest message that has such a button."""
        for message in reversed(self.messages(phone)):
            for row in message.buttons:
                if any(
                    label in (button.text, button.data) or label in button.text for button in row
                ):
                    return message
        raise AssertionError(f"{phone.name} sees no button {label!r}")


@asynccontextmanager
async def open_world(
    database: Database,
    *,
    start: datetime,
    language: str = "zh",
    web_address: str | None = None,
) -> AsyncIterator[World]:
    """Build the world, and take it down afterwards."""
    clock = FakeClock(start)
    stand_in = StandIn(now=clock)
    refusals: list[str] = []
    files = TemporaryDirectory(prefix="muduo-files-")
    parts = Parts(
        token=stand_in.token,
        api_url="http://stand-in.invalid",
        request=lambda: StandInRequest(stand_in, refusals),
        database=database,
        now=clock,
        place=Place(zone=SHANGHAI),
        files=Path(files.name),
        language="en" if language == "en" else "zh",
        send_rate=0,
        press_patience=600,  # However slow the machine is.
        web_address=web_address,
    )
    muduo = Muduo(parts)
    await muduo.open()
    world = World(
        clock=clock,
        stand_in=stand_in,
        muduo=muduo,
        database=database,
        place=parts.place,
        refusals=refusals,
    )
    try:
        yield world
    finally:
        await world.muduo.close()
        files.cleanup()
