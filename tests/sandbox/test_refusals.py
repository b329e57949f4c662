"""What Telegram refuses is refused, in Telegram's own words, over bare HTTP."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from sandbox import limits
from sandbox.answers import UploadedFile
from sandbox.chats import Chat, Person
from sandbox.core import StandIn
from sandbox.server import create_app
from tests.fakes.clock import FakeClock
from tests.sandbox.conftest import Asker
from tests.sandbox.running import SECRET

ASKS_FOR_A_NUMBER = {"keyboard": [[{"text": "号码", "request_contact": True}]]}


@pytest.fixture
def group(stand_in: StandIn, lin: Person) -> Chat:
    chat = stand_in.groups.add_group("七年级组", [lin])
    stand_in.groups.add_bot_to_group(chat, lin)
    return chat


@pytest.fixture
async def strict(clock: FakeClock) -> AsyncIterator[Asker]:
    """A stand-in that takes webhooks as Telegram's own servers do, not as a local one."""
    stand_in = StandIn(now=clock, local_webhooks=False)
    wire = httpx.ASGITransport(create_app(stand_in, secret=SECRET), client=("127.0.0.1", 40000))
    async with httpx.AsyncClient(transport=wire, base_url="http://127.0.0.1:8000") as client:
        yield Asker(client, stand_in.token)


@pytest.mark.parametrize(
    ("method", "params", "refusal"),
    [
        ("sendChatAction", {"action": "dance"}, "wrong parameter action in request"),
        ("sendDocument", {"document": "https://example.org/a"}, "failed to get HTTP URL content"),
        ("getFile", {"file_id": "nothing"}, "invalid file_id"),
        ("getFile", {}, "invalid file_id"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "7"},
            "query is too old and response timeout expired or query ID is invalid",
        ),
        ("setMyCommands", {"commands": []}, None),
    ],
)
async def test_a_wrong_call_is_refused(
    ask: Asker, lin: Person, method: str, params: dict[str, Any], refusal: str | None
) -> None:
    answer = await ask(method, chat_id=lin.id, **params)
    assert answer.get("description") == (f"Bad Request: {refusal}" if refusal else None)


async def test_a_photo_has_no_text_to_edit(ask: Asker, stand_in: StandIn, lin: Person) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00\x00\x00\x08" * 2
    sent = await ask.upload("sendPhoto", {"photo": ("a.png", picture)}, chat_id=lin.id)
    message_id = sent["result"]["message_id"]
    refused = await ask.refusal("editMessageText", chat_id=lin.id, message_id=message_id, text="早")
    assert refused == "Bad Request: there is no text in the message to edit"


async def test_an_edit_that_changes_nothing_is_refused_at_length(ask: Asker, lin: Person) -> None:
    sent = await ask("sendMessage", chat_id=lin.id, text="早")
    same = {"chat_id": lin.id, "message_id": sent["result"]["message_id"], "text": "早"}
    assert await ask.refusal("editMessageText", **same) == (
        "Bad Request: message is not modified: specified new message content and reply markup are "
        "exactly the same as a current content and reply markup of the message"
    )


async def test_a_large_file_can_be_sent_but_not_fetched(ask: Asker, stand_in: StandIn) -> None:
    large = UploadedFile(name="a.bin", content=bytes(limits.DOWNLOAD_BYTES + 1))
    file_id = stand_in.world.files.put(large).file_id
    assert await ask.refusal("getFile", file_id=file_id) == "Bad Request: file is too big"


async def test_a_phone_number_is_asked_for_in_private(ask: Asker, lin: Person, group: Chat) -> None:
    asked = {"text": "请", "reply_markup": ASKS_FOR_A_NUMBER}
    assert (await ask("sendMessage", chat_id=lin.id, **asked))["ok"]
    assert await ask.refusal("sendMessage", chat_id=group.id, **asked) == (
        "Bad Request: phone number can be requested in private chats only"
    )


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"url": "not a url"}, "invalid webhook URL specified"),
        ({"url": "https://a.example", "secret_token": "x" * 257}, "secret token is too long"),
        (
            {"url": "https://a.example", "secret_token": "a word"},
            "secret token contains unallowed characters",
        ),
        (
            {"url": "http://a.example"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            {"url": "https://a.example:8080"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
    ],
)
async def test_a_wrong_webhook_is_refused(
    strict: Asker, params: dict[str, Any], refusal: str
) -> None:
    assert await strict.refusal("setWebhook", **params) == f"Bad Request: {refusal}"


async def test_with_a_webhook_getupdates_is_a_conflict(ask: Asker) -> None:
    await ask("setWebhook", url="http://127.0.0.1:1/hook")
    refused = await ask.refusal("getUpdates")
    await ask("deleteWebhook")
    assert refused == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to "
        "delete the webhook first"
    )
