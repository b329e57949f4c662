"""The methods about chats, members, files and the bot's own profile."""

from sandbox import limits
from sandbox.answers import Json, bad_request
from sandbox.arguments import Arguments
from sandbox.profile import read_language, read_scope
from sandbox.updates import membership
from sandbox.world import World

_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
_NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription"), False
) | {"gifts_from_channels": False}


def get_me(world: World, arguments: Arguments) -> Json:
    return world.bot


def get_chat(world: World, arguments: Arguments) -> Json:
    chat = world.known_chat(arguments.text("chat_id"))
    full = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}
    return {**chat.to_json(), **full}


def get_chat_member(world: World, arguments: Arguments) -> Json:
    chat = world.known_chat(arguments.text("chat_id"))
    user_id = arguments.integer("user_id")
    if user_id == world.bot_id:
        return membership(chat.bot, world.bot)
    person = world.persons.get(user_id)
    if person is None:
        raise bad_request("user not found")
    inside = user_id in chat.member_ids or user_id == chat.id
    return membership("member" if inside else "left", person.to_json())


def get_chat_administrators(world: World, arguments: Arguments) -> list[Json]:
    """The creator, and the bot where it leads too; bots are named only by themselves."""
    chat = world.known_chat(arguments.text("chat_id"))
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    found = [membership("administrator", world.bot)] if chat.bot == "administrator" else []
    creator = world.persons.get(chat.creator_id or 0)
    if creator is not None:
        found.append({"status": "creator", "user": creator.to_json(), "is_anonymous": False})
    return found


def leave_chat(world: World, arguments: Arguments) -> bool:
    chat = world.chat_to_write(arguments.text("chat_id"))
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot = "left"
    world.ring()
    return True


def send_chat_action(world: World, arguments: Arguments) -> bool:
    world.chat_to_write(arguments.text("chat_id"))
    if arguments.text("action").lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def get_file(world: World, arguments: Arguments) -> Json:
    stored = world.files.find(arguments.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.content) > limits.DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {**stored.to_json(), "file_path": stored.path}


def set_my_commands(world: World, arguments: Arguments) -> bool:
    _check_scope(world, arguments)
    world.ring()
    return world.profile.set_commands(arguments)


def get_my_commands(world: World, arguments: Arguments) -> list[Json]:
    _check_scope(world, arguments)
    return world.profile.commands(arguments)


def delete_my_commands(world: World, arguments: Arguments) -> bool:
    _check_scope(world, arguments)
    world.ring()
    return world.profile.delete_commands(arguments)


def _check_scope(world: World, arguments: Arguments) -> None:
    """A scope that names a chat names one that the bot has met."""
    scope = read_scope(arguments)
    if len(scope) > 1:
        world.known_chat(scope[1])


def set_my_name(world: World, arguments: Arguments) -> bool:
    return world.profile.set_words("name", arguments, limits.NAME_LENGTH)


def set_my_description(world: World, arguments: Arguments) -> bool:
    return world.profile.set_words("description", arguments, limits.DESCRIPTION_LENGTH)


def set_my_short_description(world: World, arguments: Arguments) -> bool:
    limit = limits.SHORT_DESCRIPTION_LENGTH
    return world.profile.set_words("short_description", arguments, limit)


def get_my_name(world: World, arguments: Arguments) -> Json:
    return {"name": world.profile.words("name", read_language(arguments))}


def get_my_description(world: World, arguments: Arguments) -> Json:
    return {"description": world.profile.words("description", read_language(arguments))}


def get_my_short_description(world: World, arguments: Arguments) -> Json:
    words = world.profile.words("short_description", read_language(arguments))
    return {"short_description": words}
