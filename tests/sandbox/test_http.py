"""The Bot API over real sockets: every way of asking, every way of failing."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from telegram import Bot
from telegram.error import NetworkError
from telegram.request import HTTPXRequest

from sandbox.chats import Person
from sandbox.core import StandIn
from sandbox.faults import Fault, Kind
from tests.sandbox.running import Address, serving


@pytest.fixture
async def address(stand_in: StandIn) -> AsyncIterator[Address]:
    async with serving(stand_in) as running:
        yield running


@pytest.fixture
async def wire(address: Address, stand_in: StandIn) -> AsyncIterator[aiohttp.ClientSession]:
    base = f"{address.root}/bot{stand_in.token}/"
    async with aiohttp.ClientSession(base_url=base) as session:
        yield session


async def test_arguments_come_in_every_form(
    wire: aiohttp.ClientSession, stand_in: StandIn, lin: Person
) -> None:
    def fields(text: str) -> dict[str, str]:
        return {"chat_id": str(lin.id), "text": text}

    multipart = aiohttp.FormData(fields("二"), default_to_multipart=True)
    await wire.get("sendMessage", params=fields("一"))
    await wire.post("sendMessage", data=multipart)
    await wire.post("sendmessage", data=fields("三"))
    await wire.post("SENDMESSAGE", json=fields("四"))
    chunks = aiohttp.FormData(fields("五"))()
    await wire.post("sendMessage", data=chunks, chunked=True)
    said = [message.text for message in stand_in.messages(lin.id) if message.from_bot]
    assert said == ["一", "二", "三", "四", "五"]


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/botwrong/getMe", 401, "Unauthorized: invalid token specified"),
        ("/bot{token}/sendPigeon", 404, "Not Found: method not found"),
        ("/file/bot{token}/documents/none", 404, "Not Found"),
    ],
)
async def test_what_is_not_there_is_said(
    address: Address, stand_in: StandIn, path: str, status: int, description: str
) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(address.root + path.format(token=stand_in.token)) as answer,
    ):
        body = await answer.json()
        assert body == {"ok": False, "error_code": status, "description": description}
        assert answer.status == status


async def test_an_unknown_method_is_noticed(wire: aiohttp.ClientSession, stand_in: StandIn) -> None:
    await wire.get("sendPigeon")
    assert stand_in.unknown_methods == ["sendPigeon"]


async def test_too_many_requests_say_when_to_come_again(
    wire: aiohttp.ClientSession, stand_in: StandIn
) -> None:
    stand_in.faults.add(Fault(method="getMe", kind="429", retry_after=9))
    async with wire.get("getMe") as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "9")


@pytest.mark.parametrize(("kind", "sent"), [("drop_before", 0), ("drop_after", 1), ("refuse", 0)])
async def test_a_dropped_connection_gives_no_answer(
    wire: aiohttp.ClientSession, stand_in: StandIn, lin: Person, kind: Kind, sent: int
) -> None:
    stand_in.faults.add(Fault(method="sendMessage", kind=kind))
    with pytest.raises(aiohttp.ClientConnectionError):
        await wire.post("sendMessage", data={"chat_id": lin.id, "text": "早"})
    assert len(stand_in.journal) == sent


async def test_a_hung_call_is_given_up_by_the_caller(
    wire: aiohttp.ClientSession, stand_in: StandIn
) -> None:
    stand_in.faults.add(Fault(method="getMe", kind="hang"))
    with pytest.raises(asyncio.TimeoutError):
        await wire.get("getMe", timeout=aiohttp.ClientTimeout(total=0.05))
    async with wire.get("getMe") as answer:
        assert answer.status == 200


async def test_one_connection_carries_plain_and_unusual_calls(
    address: Address, stand_in: StandIn
) -> None:
    """Whatever arrives in one piece or in many is answered in order."""
    reader, writer = await asyncio.open_connection("127.0.0.1", address.port)
    plain = f"GET /bot{stand_in.token}/getMe HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    other = b"GET /no/where HTTP/1.1\r\nHost: x\r\n\r\n"
    for piece in (plain + plain, plain[:20], plain[20:], other):
        writer.write(piece)
        await writer.drain()
    statuses = []
    for _ in range(4):
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
        await reader.readexactly(length)
        statuses.append(int(head.split()[1]))
    writer.close()
    assert statuses == [200, 200, 200, 404]


async def test_a_real_bot_works_over_sockets(
    address: Address, stand_in: StandIn, lin: Person
) -> None:
    wires = HTTPXRequest(), HTTPXRequest()
    bot = Bot(
        stand_in.token,
        base_url=f"{address.root}/bot",
        base_file_url=f"{address.root}/file/bot",
        request=wires[0],
        get_updates_request=wires[1],
    )
    async with bot:
        sent = await bot.send_document(lin.id, b"a report", filename="月报.docx")
        assert sent.document is not None
        file = await sent.document.get_file()
        assert bytes(await file.download_as_bytearray()) == b"a report"
        assert (await bot.get_updates())[0].message is not None
        stand_in.faults.add(Fault(method="getChat", kind="502_html"))
        with pytest.raises(NetworkError):
            await bot.get_chat(lin.id)
        assert (await bot.get_chat(lin.id)).first_name == "林小满"
