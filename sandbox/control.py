"""The control interface: everything a person can do, as one JSON call each."""

from base64 import b64decode
from collections.abc import Callable
from typing import Any

from sandbox.answers import Json
from sandbox.chats import Chat, Person
from sandbox.core import StandIn
from sandbox.faults import Fault
from sandbox.openings import open_link

Verb = Callable[["Control", Json], Any]


class Control:
    """Finds what a call names; unknown names raise LookupError."""

    def __init__(self, stand_in: StandIn) -> None:
        self.stand_in = stand_in
        self.people = stand_in.people
        self.groups = stand_in.groups

    def person(self, body: Json, name: str = "person") -> Person:
        person = self.stand_in.world.persons.get(int(body[name]))
        if person is None:
            raise LookupError(f"there is no person {body[name]}")
        return person

    def chat(self, body: Json) -> Chat | None:
        if body.get("chat") is None:
            return None
        chat = self.stand_in.world.chats.get(int(body["chat"]))
        if chat is None:
            raise LookupError(f"there is no chat {body['chat']}")
        return chat

    def group(self, body: Json) -> Chat:
        chat = self.chat({"chat": body["group"]})
        if chat is None or chat.type == "private":
            raise LookupError(f"there is no group {body['group']}")
        return chat


def _add_person(control: Control, body: Json) -> Json:
    language = str(body.get("language_code", "zh-hans"))
    person = control.people.add_person(str(body["name"]), language)
    return {"person": person.id}


def _start(control: Control, body: Json) -> Json:
    message = control.people.start(control.person(body), str(body.get("payload", "")))
    return {"message_id": message.message_id}


def _open_link(control: Control, body: Json) -> Json:
    group = control.group(body) if body.get("group") is not None else None
    message = open_link(control.stand_in, control.person(body), str(body["url"]), group=group)
    return {"message_id": message.message_id}


def _say(control: Control, body: Json) -> Json:
    person, chat = control.person(body), control.chat(body)
    reply_to, topic = body.get("reply_to"), body.get("topic")
    message = control.people.say(person, str(body["text"]), chat, reply_to=reply_to, topic=topic)
    return {"message_id": message.message_id}


def _edit_last(control: Control, body: Json) -> Json:
    person, chat = control.person(body), control.chat(body)
    message = control.people.edit_last(person, str(body["text"]), chat)
    return {"message_id": message.message_id}


def _press(control: Control, body: Json) -> Json:
    person, chat = control.person(body), control.chat(body)
    press = control.people.press_stale if body.get("stale") else control.people.press
    return {"query_id": press(person, int(body["message_id"]), str(body["button"]), chat)}


def _send_document(control: Control, body: Json) -> Json:
    content = b64decode(body["content"], validate=True)
    message = control.people.send_document(
        control.person(body),
        str(body["name"]),
        content,
        str(body.get("caption", "")),
        mime=str(body.get("mime", "")),
        chat=control.chat(body),
        topic=body.get("topic"),
    )
    return {"message_id": message.message_id}


def _send_photo(control: Control, body: Json) -> Json:
    content = b64decode(body["content"], validate=True)
    caption = str(body.get("caption", ""))
    person, chat = control.person(body), control.chat(body)
    message = control.people.send_photo(
        person, content, caption, chat=chat, topic=body.get("topic")
    )
    return {"message_id": message.message_id}


def _send_album(control: Control, body: Json) -> Json:
    contents = [b64decode(one, validate=True) for one in body["contents"]]
    sent = control.people.send_album(control.person(body), contents, str(body.get("caption", "")))
    return {"message_ids": [message.message_id for message in sent]}


def _add_topic(control: Control, body: Json) -> Json:
    group, by = control.group(body), control.person(body, "by")
    return {"topic": control.groups.add_topic(group, by, str(body["name"])).message_id}


def _block(control: Control, body: Json) -> Json:
    control.people.block(control.person(body))
    return {}


def _unblock(control: Control, body: Json) -> Json:
    control.people.unblock(control.person(body))
    return {}


def _delete_account(control: Control, body: Json) -> Json:
    control.people.delete_account(control.person(body))
    return {}


def _add_group(control: Control, body: Json) -> Json:
    members = [control.person({"person": member}) for member in body["members"]]
    supergroup = bool(body.get("supergroup"))
    return {"group": control.groups.add_group(body["title"], members, supergroup=supergroup).id}


def _add_bot_to_group(control: Control, body: Json) -> Json:
    administrator = bool(body.get("administrator"))
    group, by = control.group(body), control.person(body, "by")
    control.groups.add_bot_to_group(group, by, administrator=administrator)
    return {}


def _remove_bot_from_group(control: Control, body: Json) -> Json:
    control.groups.remove_bot_from_group(control.group(body), control.person(body, "by"))
    return {}


def _delete_group(control: Control, body: Json) -> Json:
    control.groups.delete_group(control.group(body))
    return {}


def _silence_group(control: Control, body: Json) -> Json:
    control.groups.silence_group(control.group(body), silent=bool(body.get("silent", True)))
    return {}


def _upgrade_group(control: Control, body: Json) -> Json:
    upgraded = control.groups.upgrade_group(control.group(body), control.person(body, "by"))
    return {"group": upgraded.id}


def _add_fault(control: Control, body: Json) -> Json:
    control.stand_in.faults.add(Fault(**body))
    return {}


def _clear_faults(control: Control, body: Json) -> Json:
    control.stand_in.faults.clear()
    return {}


def _set_latency(control: Control, body: Json) -> Json:
    control.stand_in.latency = float(body["seconds"])
    return {}


def _raw_update(control: Control, body: Json) -> Json:
    return {"update_id": control.stand_in.raw_update(body["update"])}


def _duplicate(control: Control, body: Json) -> Json:
    control.stand_in.duplicate(int(body["update_id"]))
    return {}


VERBS: dict[str, Verb] = {
    "add_person": _add_person,
    "start": _start,
    "open_link": _open_link,
    "say": _say,
    "edit_last": _edit_last,
    "press": _press,
    "send_document": _send_document,
    "send_photo": _send_photo,
    "send_album": _send_album,
    "add_topic": _add_topic,
    "block": _block,
    "unblock": _unblock,
    "delete_account": _delete_account,
    "add_group": _add_group,
    "add_bot_to_group": _add_bot_to_group,
    "remove_bot_from_group": _remove_bot_from_group,
    "upgrade_group": _upgrade_group,
    "delete_group": _delete_group,
    "silence_group": _silence_group,
    "add_fault": _add_fault,
    "clear_faults": _clear_faults,
    "set_latency": _set_latency,
    "raw_update": _raw_update,
    "duplicate": _duplicate,
}
