"""Updates that Telegram might send, and some that it never would, from one seed."""

import random
from collections.abc import Sequence
from typing import Any

from tests.texts.hostile import hostile_strings

Json = dict[str, Any]


class StrangeUpdates:
    """Makes updates of every kind out of the commands, buttons and people of a world."""

    def __init__(
        self,
        seed: int,
        *,
        people: Sequence[int],
        commands: Sequence[str],
        verbs: Sequence[str],
        now: int,
    ) -> None:
        self._random = random.Random(seed)
        self._people = people
        self._commands = commands
        self._verbs = verbs
        self._now = now
        self._strings = [text.encode("utf-8", "replace").decode() for text in hostile_strings(500)]
        self._kinds = [
            self._command,
            self._press,
            self._press,
            self._words,
            self._attachment,
            self._membership,
            self._edited,
            self._foreign,
            self._in_a_group,
        ]

    def one(self) -> Json:
        """The next update, without an id."""
        return self._random.choice(self._kinds)()

    def _text(self) -> str:
        text = self._random.choice(self._strings)
        return text * self._random.choice((1, 1, 1, 40)) or " "

    def _user(self) -> Json:
        user_id = self._random.choice([*self._people, 7_000_000_000 + self._random.randrange(50)])
        user: Json = {"id": user_id, "is_bot": False, "first_name": self._text()[:64]}
        if self._random.random() < 0.7:
            user["language_code"] = self._random.choice(["zh-hans", "en", "ru", "xx", ""])
        return user

    def _message(self, user: Json, **more: Any) -> Json:
        return {
            "message_id": self._random.randrange(1, 10**6),
            "date": self._now - self._random.randrange(0, 86_400),
            "from": user,
            "chat": {"id": user["id"], "type": "private", "first_name": "x"},
            **more,
        }

    def _command(self) -> Json:
        name = self._random.choice([*self._commands, "nothing", "start@OtherBot"])
        argument = self._random.choice(["", "here", self._text()[:200], "1", "-1", "9" * 30])
        text = f"/{name} {argument}".strip()
        entity = {"type": "bot_command", "offset": 0, "length": len(name) + 1}
        return {"message": self._message(self._user(), text=text, entities=[entity])}

    def _press(self) -> Json:
        user = self._user()
        data = self._random.choice(
            [
                f"v1:{self._verb()}:{self._subject()}:{self._random.randrange(0, 6)}",
                f"v1:{self._verb()}:{self._random.randrange(10**12)}:0",
                f"v1:{self._verb()}:-1:0",
                f"v1:{self._verb()}:x_y:0",
                f"v2:{self._verb()}:1:0",
                self._text()[:40],
                "",
            ]
        )
        query: Json = {
            "id": str(self._random.randrange(10**18)),
            "from": user,
            "chat_instance": "1",
            "data": data,
        }
        if self._random.random() < 0.8:
            query["message"] = self._message({"id": 1, "is_bot": True, "first_name": "b"}, text="x")
            query["message"]["chat"]["id"] = user["id"]
        return {"callback_query": query}

    def _verb(self) -> str:
        return self._random.choice(self._verbs)

    def _subject(self) -> int:
        return self._random.randrange(0, 12)

    def _words(self) -> Json:
        return {"message": self._message(self._user(), text=self._text())}

    def _attachment(self) -> Json:
        file = {"file_id": "nowhere", "file_unique_id": "u", "file_size": 100}
        attachment: Json = self._random.choice(
            [
                {"document": {**file, "file_name": self._text()[:80]}},
                {"document": {**file, "file_name": "x.xlsx", "file_size": 30_000_000}},
                {"photo": [{**file, "width": 1, "height": 1}], "media_group_id": "g"},
                {"voice": {**file, "duration": 1}},
                {"location": {"latitude": 1.0, "longitude": 2.0}},
                {"contact": {"phone_number": "1", "first_name": "x"}},
                {"poll": {"id": "1"}},
            ]
        )
        return {"message": self._message(self._user(), caption=self._text()[:900], **attachment)}

    def _membership(self) -> Json:
        user = self._user()
        bot = {"id": 4_000_000_001, "is_bot": True, "first_name": "Muduo"}
        status = self._random.choice(["kicked", "member"])
        change = {
            "chat": {"id": user["id"], "type": "private", "first_name": "x"},
            "from": user,
            "date": self._now,
            "old_chat_member": {"status": "member", "user": bot},
            "new_chat_member": {"status": status, "user": bot, "until_date": 0},
        }
        return {"my_chat_member": change}

    def _edited(self) -> Json:
        return {"edited_message": self._message(self._user(), text="/todo", edit_date=self._now)}

    def _foreign(self) -> Json:
        return self._random.choice(
            [
                {"message": {"nonsense": self._text()}},
                {"callback_query": {"id": "1"}},
                {"message": []},
                {"channel_post": self._message(self._user(), text="/todo")},
                {"purchased_paid_media": {"from": self._user(), "paid_media_payload": "x"}},
                {},
            ]
        )

    def _in_a_group(self) -> Json:
        body = self._command()
        body["message"]["chat"] = {"id": -100, "type": "group", "title": self._text()[:60]}
        if self._random.random() < 0.5:
            body["message"]["sender_chat"] = {"id": -100, "type": "group", "title": "x"}
        return body
