"""Calls through a proxy, as behind a wall."""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from telegram.error import NetworkError

from bot.telegram_errors import Outcome, classify
from bot.wire import AiohttpRequest
from tests.fakes import servers
from tests.fakes.servers import TOKEN, answering_server, raw_server
from tests.fakes.socks import REFUSED, socks_proxy

FAR = f"http://api.example/bot{TOKEN}/getMe"


@pytest.fixture(scope="session")
def identity(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that nobody has signed, and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("tls")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    words = f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=x -out {certificate}"
    words += f" -keyout {key} -addext subjectAltName=IP:127.0.0.1"
    subprocess.run([openssl, *words.split()], check=True, capture_output=True)
    return certificate, key


@pytest.fixture(scope="session")
def speaking(identity: tuple[Path, Path]) -> ssl.SSLContext:
    """What a server on 127.0.0.1 shows."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*identity)
    return context


@pytest.fixture(scope="session")
def trusting(identity: tuple[Path, Path]) -> ssl.SSLContext:
    """What makes a client believe that server."""
    return ssl.create_default_context(cafile=identity[0])


async def tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Do what an HTTP proxy does on CONNECT."""
    head = await reader.readuntil(b"\r\n\r\n")
    host, port = head.split()[1].decode().split(":")
    far_reader, far_writer = await asyncio.open_connection(host, int(port))
    writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
    await asyncio.gather(servers.pass_on(reader, far_writer), servers.pass_on(far_reader, writer))


async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await servers.read_request(reader)
    writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")


@asynccontextmanager
async def wire_through(
    proxy: str, tls: ssl.SSLContext | None = None
) -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest(proxy=proxy, tls=tls) as wire:
        yield wire


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
async def test_a_socks_proxy_carries_calls_and_looks_up_the_name(scheme: str) -> None:
    async with (
        answering_server() as server,
        socks_proxy() as proxy,
        wire_through(f"{scheme}://127.0.0.1:{proxy.port}") as wire,
    ):
        assert await wire.post(f"http://api.example:{server.port}/bot{TOKEN}/getMe") is True
    assert proxy.asked == ["api.example"]
    assert server.requests == [f"POST /bot{TOKEN}/getMe"]


async def test_a_call_that_a_socks_proxy_refuses_was_not_sent() -> None:
    async with (
        socks_proxy(refusal=REFUSED) as proxy,
        wire_through(f"socks5://127.0.0.1:{proxy.port}") as wire,
    ):
        with pytest.raises(NetworkError) as failed:
            await wire.post(FAR)
    assert classify(failed.value).kind is Outcome.NOT_SENT


@pytest.mark.parametrize("scheme", ["socks5", "http"])
async def test_without_the_proxy_nothing_was_sent_and_its_password_stays_hidden(
    scheme: str,
) -> None:
    async with wire_through(f"{scheme}://gate:opensesame@127.0.0.1:1") as wire:
        with pytest.raises(NetworkError) as failed:
            await wire.post(FAR)
    assert classify(failed.value).kind is Outcome.NOT_SENT
    assert "opensesame" not in classify(failed.value).reason + repr(wire)


async def test_an_http_proxy_is_handed_the_whole_address() -> None:
    async with (
        answering_server() as proxy,
        wire_through(f"http://127.0.0.1:{proxy.port}") as wire,
    ):
        assert await wire.post(FAR) is True
    assert proxy.requests == [f"POST {FAR}"]


async def test_an_https_proxy_is_handed_the_whole_address(
    speaking: ssl.SSLContext, trusting: ssl.SSLContext
) -> None:
    async with (
        answering_server(tls=speaking) as proxy,
        wire_through(f"https://127.0.0.1:{proxy.port}", trusting) as wire,
    ):
        assert await wire.post(FAR) is True
    assert proxy.requests == [f"POST {FAR}"]


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_a_proxy_passes_encrypted_calls_on_unread(
    scheme: str, speaking: ssl.SSLContext, trusting: ssl.SSLContext
) -> None:
    async with (
        answering_server(tls=speaking) as server,
        raw_server(tunnel) as http_proxy,
        socks_proxy() as socks,
    ):
        port = http_proxy.port if scheme == "http" else socks.port
        async with wire_through(f"{scheme}://127.0.0.1:{port}", trusting) as wire:
            assert await wire.post(server.url) is True
    assert server.requests == [f"POST /bot{TOKEN}/sendMessage"]


async def test_an_http_proxy_that_refuses_the_tunnel_has_sent_nothing() -> None:
    async with raw_server(refuse) as proxy, wire_through(f"http://127.0.0.1:{proxy.port}") as wire:
        with pytest.raises(NetworkError) as failed:
            await wire.post(FAR.replace("http:", "https:"))
    assert classify(failed.value).kind is Outcome.NOT_SENT


async def test_a_server_with_a_certificate_that_nobody_trusts_is_sent_nothing(
    speaking: ssl.SSLContext,
) -> None:
    async with answering_server(tls=speaking) as server, AiohttpRequest() as wire:
        with pytest.raises(NetworkError) as failed:
            await wire.post(server.url)
    assert classify(failed.value).kind is Outcome.NOT_SENT
    assert server.requests == []
