"""A SOCKS5 proxy on loopback: it looks up no names, tells what it was asked, and can refuse."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tests.fakes.servers import pass_on

REFUSED = 5


@dataclass(kw_only=True)
class SocksProxy:
    """Every asked host leads to loopback; `refusal` is the reply code instead."""

    refusal: int = 0
    asked: list[str] = field(default_factory=list)
    port: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Speak the protocol with one client, then pass bytes both ways."""
        _, methods = await reader.readexactly(2)
        await reader.readexactly(methods)
        writer.write(b"\x05\x00")
        *_, kind = await reader.readexactly(4)
        length = (await reader.readexactly(1))[0] if kind == 3 else 4
        host = await reader.readexactly(length)
        port = int.from_bytes(await reader.readexactly(2))
        self.asked.append(host.decode() if kind == 3 else ".".join(map(str, host)))
        writer.write(bytes((5, self.refusal, 0, 1, 0, 0, 0, 0, 0, 0)))
        if not self.refusal:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
            await asyncio.gather(pass_on(reader, far_writer), pass_on(far_reader, writer))
        writer.close()


@asynccontextmanager
async def socks_proxy(*, refusal: int = 0) -> AsyncIterator[SocksProxy]:
    """A running proxy; it stops with the block."""
    proxy = SocksProxy(refusal=refusal)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.port = server.sockets[0].getsockname()[1]
    async with server:
        yield proxy
