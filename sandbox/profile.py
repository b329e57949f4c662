"""What the bot says of itself: names, descriptions and command lists, by language and scope."""

import re

from sandbox import limits
from sandbox.answers import Json, bad_request
from sandbox.arguments import Arguments

_LANGUAGE = re.compile(r"[a-z]{2}\Z")
_COMMAND = re.compile(r"[a-z0-9_]+\Z")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}

Scope = tuple[str, ...]


class Profile:
    def __init__(self, name: str) -> None:
        self.all_words: dict[tuple[str, str], str] = {("name", ""): name}
        self.all_commands: dict[tuple[Scope, str], list[Json]] = {}

    def set_words(self, field: str, arguments: Arguments, limit: int) -> bool:
        language = read_language(arguments)
        text = arguments.text(field).strip()
        if len(text) > limit:
            raise bad_request(f"bot {field.replace('_', ' ')} is too long")
        if text:
            self.all_words[field, language] = text
        elif (field, language) != ("name", ""):
            self.all_words.pop((field, language), None)
        return True

    def words(self, field: str, language: str) -> str:
        return self.all_words.get((field, language)) or self.all_words.get((field, ""), "")

    def set_commands(self, arguments: Arguments) -> bool:
        scope, language = read_scope(arguments), read_language(arguments)
        asked = arguments.structure("commands", "can't parse commands JSON object")
        if not isinstance(asked, list):
            raise bad_request("can't parse commands: expected an Array of BotCommand")
        if len(asked) > limits.COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        self.all_commands[scope, language] = [_read_command(command) for command in asked]
        return True

    def delete_commands(self, arguments: Arguments) -> bool:
        self.all_commands.pop((read_scope(arguments), read_language(arguments)), None)
        return True

    def commands(self, arguments: Arguments) -> list[Json]:
        """What was set for exactly this scope and language."""
        return self.all_commands.get((read_scope(arguments), read_language(arguments)), [])

    def commands_in_private(self, person_id: int, language: str) -> list[Json]:
        """What this person's menu shows: the narrowest scope wins, their language first."""
        scopes: list[Scope] = [("chat", str(person_id)), ("all_private_chats",), ("default",)]
        return self._narrowest(scopes, language)

    def commands_in_group(
        self, chat_id: int, person_id: int, language: str, *, administrator: bool
    ) -> list[Json]:
        """What this person's menu shows in a group."""
        chat = str(chat_id)
        scopes: list[Scope] = [("chat_member", chat, str(person_id)), ("chat", chat)]
        scopes += [("all_group_chats",), ("default",)]
        if administrator:
            scopes.insert(1, ("chat_administrators", chat))
            scopes.insert(3, ("all_chat_administrators",))
        return self._narrowest(scopes, language)

    def _narrowest(self, scopes: list[Scope], language: str) -> list[Json]:
        for scope in scopes:
            for spoken in (language[:2], ""):
                if (scope, spoken) in self.all_commands:
                    return self.all_commands[scope, spoken]
        return []


def read_language(arguments: Arguments) -> str:
    language = arguments.text("language_code")
    if language and not _LANGUAGE.match(language):
        raise bad_request("invalid language code specified")
    return language


def read_scope(arguments: Arguments) -> Scope:
    scope = arguments.structure("scope", "can't parse BotCommandScope JSON object")
    if scope is None:
        return ("default",)
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    return (kind, *(str(scope.get(name, "")) for name in _SCOPES[kind]))


def _read_command(command: object) -> Json:
    if not isinstance(command, dict):
        raise bad_request("expected an Object of BotCommand")
    name = str(command.get("command", "")).removeprefix("/").strip()
    description = str(command.get("description", "")).strip()
    if not name:
        raise bad_request("command must be non-empty")
    if len(name) > limits.COMMAND_LENGTH:
        raise bad_request("command length must not exceed 32")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > limits.COMMAND_DESCRIPTION_LENGTH:
        raise bad_request("command description length must not exceed 256")
    if not _COMMAND.match(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}
