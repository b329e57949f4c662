"""The hands of journeys about configurations: out, changed, in again."""

from sandbox.chats import Message, Person
from tests.harness.roster_files import send_file
from tests.harness.world import World

STARTER_CHOICES = 3


async def install_starter(world: World, admin: Person) -> None:
    """Install the starter by the dialogue."""
    await world.say(admin, "/preset education-starter")
    for _ in range(STARTER_CHOICES):
        await world.press(admin, next_label(world, admin))
    await world.press(admin, confirm_label(world, admin))
    await world.tick(minutes=1)


def next_label(world: World, phone: Person) -> str:
    """The button that goes on, in the language of the last message."""
    return "下一步 ›" if has_button(world.last(phone), "下一步 ›") else "Next ›"


def confirm_label(world: World, phone: Person) -> str:
    """The button that confirms, in the language of the last message."""
    return "确认" if has_button(world.last(phone), "确认") else "Confirm"


def has_button(message: Message, label: str) -> bool:
    """Whether a message has a button of this label."""
    return any(button.text == label for row in message.buttons for button in row)


async def export(world: World, admin: Person) -> str:
    """What the configuration says now."""
    await world.say(admin, "/config")
    label = "导出" if has_button(world.last(admin), "导出") else "Export"
    await world.press(admin, label)
    document = world.last(admin).document
    assert document is not None
    return document.content.decode()


async def send_config(
    world: World, admin: Person, written: str | bytes, *, name: str = "muduo-config.yaml"
) -> Message:
    """Send a file back and wait for the answer."""
    content = written.encode() if isinstance(written, str) else written
    return await send_file(world, admin, content, name=name)
