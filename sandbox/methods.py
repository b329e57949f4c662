"""Every method the stand-in knows, by the name Telegram gives it."""

from collections.abc import Callable
from typing import Any

from sandbox import methods_chats as chats
from sandbox import methods_edits as edits
from sandbox import methods_messages as messages
from sandbox.arguments import Arguments
from sandbox.world import World

Method = Callable[[World, Arguments], Any]

METHODS: dict[str, Method] = {
    "getMe": chats.get_me,
    "sendMessage": messages.send_message,
    "sendDocument": messages.send_document,
    "sendPhoto": messages.send_photo,
    "deleteMessage": messages.delete_message,
    "editMessageText": edits.edit_message_text,
    "editMessageCaption": edits.edit_message_caption,
    "editMessageReplyMarkup": edits.edit_message_reply_markup,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "leaveChat": chats.leave_chat,
    "sendChatAction": chats.send_chat_action,
    "getFile": chats.get_file,
    "setMyCommands": chats.set_my_commands,
    "getMyCommands": chats.get_my_commands,
    "deleteMyCommands": chats.delete_my_commands,
    "setMyName": chats.set_my_name,
    "getMyName": chats.get_my_name,
    "setMyDescription": chats.set_my_description,
    "getMyDescription": chats.get_my_description,
    "setMyShortDescription": chats.set_my_short_description,
    "getMyShortDescription": chats.get_my_short_description,
}
JOURNALLED = {
    "sendMessage",
    "sendDocument",
    "sendPhoto",
    "editMessageText",
    "editMessageCaption",
    "editMessageReplyMarkup",
}
