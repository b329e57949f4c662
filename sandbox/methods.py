"""Every method the stand-in knows, by the name Telegram gives it."""

from collections.abc import Callable
from typing import Any

from sandbox import methods_albums as albums
from sandbox import methods_chats as chats
from sandbox import methods_edits as edits
from sandbox import methods_messages as messages
from sandbox import methods_topics as topics
from sandbox.arguments import Arguments
from sandbox.world import World

Method = Callable[[World, Arguments], Any]

METHODS: dict[str, Method] = {
    "getMe": chats.get_me,
    "sendMessage": messages.send_message,
    "sendDocument": messages.send_document,
    "sendPhoto": messages.send_photo,
    "sendMediaGroup": albums.send_media_group,
    "deleteMessage": messages.delete_message,
    "editMessageText": edits.edit_message_text,
    "editMessageCaption": edits.edit_message_caption,
    "editMessageReplyMarkup": edits.edit_message_reply_markup,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "leaveChat": chats.leave_chat,
    "sendChatAction": chats.send_chat_action,
    "getFile": chats.get_file,
    "setMyCommands": chats.set_my_commands,
    "getMyCommands": chats.get_my_commands,
    "deleteMyCommands": chats.delete_my_commands,
    "createForumTopic": topics.create_forum_topic,
    "editForumTopic": topics.edit_forum_topic,
    "closeForumTopic": topics.close_forum_topic,
    "reopenForumTopic": topics.reopen_forum_topic,
    "deleteForumTopic": topics.delete_forum_topic,
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
    "sendMediaGroup",
    "editMessageText",
    "editMessageCaption",
    "editMessageReplyMarkup",
}
