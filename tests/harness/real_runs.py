"""The real process, started as a user starts it, against a stand-in on loopback."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sandbox.core import StandIn
from sandbox.server import create_app, listen, server_for
from web.server import QuietServer, serve

ROOT = Path(__file__).parents[2]
SECRET = "a-secret-of-the-tests"
# A machine under load may take its time; a test that hangs must end.
PATIENCE = 240


@dataclass(kw_only=True)
class Run:
    """One `python -m bot …` and what it says."""

    process: Process

    async def line(self, containing: str) -> str:
        """Read its standard output until a line holds the words."""
        return await _find_line(self.process.stdout, containing)

    async def logged(self, containing: str) -> str:
        """Read its log until a line holds the words."""
        return await _find_line(self.process.stderr, containing)

    async def end(self) -> tuple[int, str]:
        """Wait until it has ended: its exit code and its last words on standard error."""
        async with asyncio.timeout(PATIENCE):
            _, errors = await self.process.communicate()
        lines = [line for line in errors.decode().splitlines() if not line.startswith("{")]
        return self.process.returncode or 0, "\n".join(lines)

    async def stop(self) -> tuple[int, str]:
        """Ask it to end, as a supervisor does."""
        self.process.terminate()
        return await self.end()


async def _find_line(stream: asyncio.StreamReader | None, containing: str) -> str:
    assert stream is not None
    async with asyncio.timeout(PATIENCE):
        while raw := await stream.readline():
            if containing in raw.decode():
                return raw.decode().strip()
    raise AssertionError(f"the process ended without saying {containing!r}")


@asynccontextmanager
async def running(
    folder: Path, *words: str, module: str = "bot", **settings: object
) -> AsyncIterator[Run]:
    """`python -m bot` with settings, in a folder of its own; killed if the test leaves it alone.

    `module` is another one that is run in its place.
    """
    ours = {f"MUDUO_{name.upper()}": str(value) for name, value in settings.items()}
    # Without compiled modules every start would take seconds longer.
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("MUDUO_") and name != "PYTHONDONTWRITEBYTECODE"
    }
    places = {"MUDUO_DATA_DIR": str(folder), "MUDUO_WEB_PORT": "0", "PYTHONPATH": str(ROOT)}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *words,
        cwd=folder,
        env=kept | places | ours,
        stdout=PIPE,
        stderr=PIPE,
    )
    try:
        yield Run(process=process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


@asynccontextmanager
async def serving(stand_in: StandIn, *, port: int = 0) -> AsyncIterator[str]:
    """The stand-in as a web server; its address is `MUDUO_TELEGRAM_API_URL`."""
    listener = listen(port)
    server = QuietServer(server_for(create_app(stand_in, secret=SECRET)).config)
    task = asyncio.create_task(serve(server, listener))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def last_word(stand_in: StandIn, chat_id: int, containing: str) -> str:
    """Wait until the bot says something that holds the words."""
    async with asyncio.timeout(PATIENCE):
        while True:
            revision = stand_in.world.revision
            for message in stand_in.messages(chat_id):
                if message.from_bot and containing in message.text:
                    return message.text
            await stand_in.world.changed_since(revision, PATIENCE)
