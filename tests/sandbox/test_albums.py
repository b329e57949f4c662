"""Albums, both ways."""

import json
from typing import Any

import pytest

from sandbox.chats import Person
from sandbox.core import StandIn
from tests.sandbox.conftest import Asker

PICTURE = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00\x00\x00\x08" * 2


async def send(ask: Asker, person: Person, media: list[dict[str, Any]]) -> Any:
    files = {"one": ("1.png", PICTURE, "image/png"), "two": ("2.png", PICTURE, "image/png")}
    return await ask.upload("sendMediaGroup", files, chat_id=person.id, media=json.dumps(media))


def part(kind: str = "photo", media: str = "attach://one", **more: str) -> dict[str, Any]:
    return {"type": kind, "media": media, **more}


async def test_the_parts_of_an_album_have_one_id(
    ask: Asker, stand_in: StandIn, lin: Person
) -> None:
    answer = await send(ask, lin, [part(caption="会议"), part(media="attach://two")])
    first, second = answer["result"]

    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], "caption" in second) == ("会议", False)
    assert [entry.method for entry in stand_in.journal] == ["sendMediaGroup"] * 2


@pytest.mark.parametrize(
    ("media", "refusal"),
    [
        ([part()] * 11, "too many messages to send as an album"),
        ([], "there are no messages to send"),
        ([{"type": "photo"}], "can't parse InputMedia: media not found"),
        ([part(), part("document")], "document can't be mixed with other media types"),
        ([part(media="nothing")], "wrong file identifier/HTTP URL specified"),
        ([part(caption="长" * 1025)], "message caption is too long"),
    ],
)
async def test_a_wrong_album_is_refused(
    ask: Asker, lin: Person, media: list[dict[str, Any]], refusal: str
) -> None:
    answer = await send(ask, lin, media)
    assert answer["description"] == f"Bad Request: {refusal}"


async def test_an_album_of_a_person_comes_as_several_messages(
    stand_in: StandIn, lin: Person
) -> None:
    stand_in.updates.clear()
    stand_in.people.send_album(lin, [PICTURE, PICTURE], "会议")
    told = [update["message"] for update in stand_in.updates.pending()]

    assert len({message["media_group_id"] for message in told}) == 1
    assert [message.get("caption") for message in told] == ["会议", None]
