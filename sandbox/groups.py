"""Groups: made, joined by the bot, left by it, and upgraded to supergroups."""

from collections.abc import Iterable

from sandbox.answers import Json
from sandbox.chats import Chat, Membership, Message, Person
from sandbox.topics import open_topic
from sandbox.updates import membership_change
from sandbox.world import World


class Groups:
    def __init__(self, world: World) -> None:
        self._world = world

    def add_topic(self, group: Chat, by: Person, name: str) -> Message:
        """A topic; the first one makes the supergroup a forum."""
        if group.type != "supergroup":
            raise ValueError(f"{group.title} is no supergroup")
        group.is_forum = True
        message = open_topic(self._world, group, name, sender_id=by.id)
        self._tell(group, by, message)
        return message

    def add_group(self, title: str, members: Iterable[Person], *, supergroup: bool = False) -> Chat:
        """A group without the bot; the first member has made it."""
        members = list(members)
        group = Chat(
            id=self._world.next_group_id(supergroup),
            type="supergroup" if supergroup else "group",
            title=title,
            member_ids={member.id for member in members},
            creator_id=members[0].id if members else None,
        )
        self._world.chats[group.id] = group
        self._world.ring()
        return group

    def add_bot_to_group(self, group: Chat, by: Person, *, administrator: bool = False) -> None:
        self._change_bot(group, by, "administrator" if administrator else "member")
        self._say(group, by, {"new_chat_members": [self._world.public_bot()]})

    def remove_bot_from_group(self, group: Chat, by: Person) -> None:
        """In a basic group the bot hears that it left, and is refused like one who was kicked."""
        self._change_bot(group, by, "kicked" if group.type == "supergroup" else "left")
        group.bot = "kicked"

    def upgrade_group(self, group: Chat, by: Person) -> Chat:
        """The group gets a new id; the bot learns it from two service messages."""
        upgraded = Chat(
            id=self._world.next_group_id(supergroup=True),
            type="supergroup",
            title=group.title,
            member_ids=set(group.member_ids),
            bot=group.bot,
            creator_id=group.creator_id,
        )
        self._world.chats[upgraded.id] = upgraded
        group.migrated_to = upgraded.id
        self._say(group, by, {"migrate_to_chat_id": upgraded.id})
        self._say(upgraded, by, {"migrate_from_chat_id": group.id})
        return upgraded

    def silence_group(self, group: Chat, *, silent: bool) -> None:
        """Whether only administrators may write."""
        group.silenced = silent
        self._world.ring()

    def delete_group(self, group: Chat) -> None:
        """The group is gone for everybody; the bot hears of it when it writes again."""
        group.deleted = True
        self._world.ring()

    def _change_bot(self, group: Chat, by: Person, after: Membership) -> None:
        before, group.bot = group.bot, after
        by.seen = True
        change: Json = {
            "chat": group.to_json(),
            "from": by.to_json(),
            "date": int(self._world.second().timestamp()),
            **membership_change(before, after, self._world.public_bot()),
        }
        self._world.updates.add("my_chat_member", change)
        self._world.ring()

    def _say(self, group: Chat, by: Person, service: Json) -> None:
        message = Message(
            message_id=self._world.next_message_id(group),
            chat_id=group.id,
            sender_id=by.id,
            from_bot=False,
            date=self._world.second(),
            service=service,
        )
        self._world.put(group, message)
        self._tell(group, by, message)

    def _tell(self, group: Chat, by: Person, message: Message) -> None:
        if group.bot in ("member", "administrator"):
            by.seen = True
            self._world.updates.add("message", self._world.json_of(message))
