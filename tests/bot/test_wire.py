"""Calls that go well over the wire, with real sockets."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import Bot, InputFile
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.telegram_errors import Outcome, classify
from bot.wire import AiohttpRequest
from tests.fakes.servers import TOKEN, Server, answering_server

DOCUMENT = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}}


@pytest.fixture
async def wire() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest() as wire:
        yield wire


def bot_at(server: Server, wire: AiohttpRequest) -> Bot:
    at = f"http://127.0.0.1:{server.port}"
    return Bot(TOKEN, base_url=f"{at}/bot", request=wire, get_updates_request=wire)


async def test_a_message_arrives_as_it_was_written(wire: AiohttpRequest) -> None:
    async with answering_server(lambda: web.json_response({"ok": True, "result": DOCUMENT})) as at:
        await bot_at(at, wire).send_message(5, "请在周五之前完成 & 回复 +1 😀", reply_markup=None)
    assert at.requests == [f"POST /bot{TOKEN}/sendMessage"]
    assert at.fields == [{"chat_id": 5, "text": "请在周五之前完成 & 回复 +1 😀"}]


async def test_a_call_without_parameters_arrives(wire: AiohttpRequest) -> None:
    async with answering_server() as at:
        assert await bot_at(at, wire).do_api_request("newMethod") is True
    assert at.fields == [{}]


async def test_a_file_arrives_with_its_name_and_bytes(wire: AiohttpRequest) -> None:
    content = bytes(range(256)) * 400
    async with answering_server(lambda: web.json_response({"ok": True, "result": DOCUMENT})) as at:
        file = InputFile(content, filename='名单 "A"\r\nX-Forged: 1.txt')
        await bot_at(at, wire).send_document(5, file, caption="看这里")
    name = '名单 "A" X-Forged: 1.txt'
    assert at.fields == [
        {"chat_id": "5", "caption": "看这里", "document": (name, "text/plain", content)}
    ]


async def test_a_file_is_fetched_as_bytes(wire: AiohttpRequest) -> None:
    content = bytes(range(256)) * 4000
    async with answering_server(lambda: web.Response(body=content)) as at:
        assert await wire.retrieve(at.url) == content


async def test_a_file_that_expired_is_not_taken_for_a_wrong_token(wire: AiohttpRequest) -> None:
    async with answering_server(lambda: web.Response(status=404)) as at:
        with pytest.raises(BadRequest) as refused:
            await wire.retrieve(at.url)
    assert classify(refused.value).kind is Outcome.PERMANENT


async def test_a_refusal_keeps_telegrams_words(wire: AiohttpRequest) -> None:
    refusal = {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}
    async with answering_server(lambda: web.json_response(refusal, status=400)) as at:
        with pytest.raises(BadRequest) as refused:
            await wire.post(at.url)
    assert classify(refused.value).unreachable_because == "never_started"


async def test_a_flood_refusal_keeps_its_seconds(wire: AiohttpRequest) -> None:
    refusal = {"ok": False, "error_code": 429, "parameters": {"retry_after": 17}}
    async with answering_server(lambda: web.json_response(refusal, status=429)) as at:
        with pytest.raises(RetryAfter) as refused:
            await wire.post(at.url)
    assert classify(refused.value).retry_after == 17


async def test_the_token_is_not_carried_to_where_an_answer_points(wire: AiohttpRequest) -> None:
    async with answering_server() as elsewhere:
        moved = {"Location": elsewhere.url}
        async with answering_server(lambda: web.Response(status=307, headers=moved)) as at:
            with pytest.raises(NetworkError):
                await wire.post(at.url)
    assert elsewhere.requests == []


async def test_an_open_wire_may_be_opened_again_and_closed_twice() -> None:
    wire = AiohttpRequest()
    await wire.initialize()
    await wire.initialize()
    async with answering_server() as at:
        assert await wire.post(at.url) is True
    await wire.shutdown()
    await wire.shutdown()


async def test_a_wire_that_is_not_open_says_so() -> None:
    with pytest.raises(NetworkError, match="not open"):
        await AiohttpRequest().post("http://127.0.0.1:1/")
