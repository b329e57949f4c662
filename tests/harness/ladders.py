"""What people do with the lines of their daily messages."""

from sqlmodel import Session

from sandbox.chats import Message, Person
from storage.tables.organisation import PersonRow
from tests.harness.world import World

HEADINGS = ("待办提醒", "Due ·", "✅ 这里的事项", "✅ Everything here")


def digests(world: World, phone: Person) -> list[str]:
    """The daily messages of a phone."""
    return [one.text for one in world.messages(phone) if one.text.startswith(HEADINGS)]


def speak(session: Session, person_id: int, language: str) -> None:
    """The person chose a language."""
    session.get_one(PersonRow, person_id).language = language


async def open_line(world: World, phone: Person, verb: str, number: int = 1) -> Message:
    """Press *more* on a line of the newest list that has one, and look at what comes."""
    for message in reversed(world.messages(phone)):
        for row in message.buttons:
            for one in row:
                if f":{verb}:" in (one.data or "") and one.text.startswith(f"{number} "):
                    await world.press(phone, one.data or "", message=message)
                    return world.last(phone)
    raise AssertionError(f"{phone.name} sees no line {number}")


async def open_item(world: World, phone: Person, number: int = 1) -> Message:
    """Open one obligation of the newest list."""
    return await open_line(world, phone, "item", number)
