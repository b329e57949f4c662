"""Links of the bot, as people follow them: into its chat, or with it into a group."""

from sandbox.chats import Chat, Message, Person
from sandbox.core import StandIn
from sandbox.links import read_opening


def open_link(stand_in: StandIn, person: Person, url: str, *, group: Chat | None = None) -> Message:
    """Follow a t.me link of this bot; `group` is the one chosen for a startgroup link."""
    username = str(stand_in.world.bot["username"])
    opening = read_opening(url, username)
    if opening is None:
        raise ValueError(f"this link does not open the bot: {url}")
    if not opening.in_group:
        return stand_in.people.start(person, opening.payload)
    if group is None:
        raise ValueError("this link takes the bot into a group: name the group")
    if group.bot not in ("member", "administrator"):
        stand_in.groups.add_bot_to_group(group, person)
    return stand_in.people.say(person, f"/start@{username} {opening.payload}".strip(), group)
