"""Deep links: what they carry, and where they lead."""

import httpx
import pytest

from sandbox.chats import Chat, Person
from sandbox.core import StandIn
from sandbox.links import Opening, read_opening
from tests.sandbox.running import SECRET

BOT = "https://t.me/MuduoSandboxBot"


@pytest.mark.parametrize(
    ("link", "opening"),
    [
        (BOT, Opening()),
        (f"{BOT}?start=Ab3-_x", Opening(payload="Ab3-_x")),
        (f"{BOT}?start={'x' * 64}", Opening(payload="x" * 64)),
        (f"{BOT}?start={'x' * 65}", Opening()),
        (f"{BOT}?start=a.b", Opening()),
        ("tg://resolve?domain=muduosandboxbot&start=a", Opening(payload="a")),
        (f"{BOT}?startgroup=a", Opening(payload="a", in_group=True)),
        (f"{BOT}?startgroup", Opening(in_group=True)),
        ("https://t.me/OtherBot?start=a", None),
        ("https://example.org/?start=a", None),
    ],
)
def test_what_a_link_does(link: str, opening: Opening | None) -> None:
    assert read_opening(link, "MuduoSandboxBot") == opening


def test_no_link_carries_other_letters(stand_in: StandIn, lin: Person) -> None:
    with pytest.raises(ValueError, match="no link can carry"):
        stand_in.people.start(lin, "a.b")


@pytest.fixture
def group(stand_in: StandIn, lin: Person) -> Chat:
    made = stand_in.groups.add_group("七年级组", [lin])
    stand_in.updates.clear()
    return made


async def test_a_link_takes_the_bot_into_a_group(
    http: httpx.AsyncClient, stand_in: StandIn, lin: Person, group: Chat
) -> None:
    body = {"person": lin.id, "url": f"{BOT}?startgroup=join-7", "group": group.id}
    for _ in range(2):
        assert (await http.post(f"/{SECRET}/control/open_link", json=body)).status_code == 200

    told = stand_in.updates.pending()
    said = [one["message"]["text"] for one in told if "text" in one.get("message", {})]
    assert said == ["/start@MuduoSandboxBot join-7"] * 2
    assert [next(iter(set(one) - {"update_id"})) for one in told] == [
        "my_chat_member",
        "message",
        "message",
        "message",
    ]


async def test_a_link_for_groups_needs_a_group(http: httpx.AsyncClient, lin: Person) -> None:
    body = {"person": lin.id, "url": f"{BOT}?startgroup=join-7"}
    answer = await http.post(f"/{SECRET}/control/open_link", json=body)
    assert answer.json() == {"error": "this link takes the bot into a group: name the group"}
